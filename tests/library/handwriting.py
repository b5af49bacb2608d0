"""Cards as people write them by hand: the same values in every form TOML has, with comments and spaces of their own."""

from __future__ import annotations

from collections.abc import Mapping

import tomli_w
from hypothesis import strategies as st

from briefing.library.render import render_key
from tests.library.ground import small_cards

COMMENTS = ("", "# a word about it\n", "  # one [[card]] and another = [\n", '# """\n', "\n", "\n\n", "\n# apart\n\n")
BEHIND = ("", "  # behind", "# '''", "   ")


@st.composite
def handwritten(draw: st.DrawFn, entry: Mapping[str, object], array: str = "card") -> str:
    """An entry as somebody may have written it."""
    header = draw(
        st.sampled_from([f"[[{array}]]\n", f"[[ {array} ]]\n", f'[["{array}"]]  # an entry\n', f"  [[{array}]]\n"])
    )
    plain: list[str] = []
    below: list[str] = []
    for name, value in entry.items():
        written = draw(_key(name, value, array))
        (below if written.lstrip().startswith("[") else plain).append(written)
    return header + "".join([*plain, *below])


@st.composite
def _key(draw: st.DrawFn, name: str, value: object, array: str) -> str:
    """One key: after a comment of its own or none, in one of the forms its value can have."""
    forms = [render_key(name, value)]
    if isinstance(value, str) and "'" not in value and value.isprintable():
        forms.append(f"{_bare(name)} = '{value}'\n")
    if isinstance(value, str) and "\r" not in value:
        forms.append(tomli_w.dumps({name: value}, multiline_strings=True))
    if isinstance(value, list) and value:
        items = "".join(f"    {_value(item)}, # item\n" for item in value)
        forms.append(f"{_bare(name)}   =[ # why\n{items}]\n")
    if isinstance(value, dict) and value:
        forms.append("".join(f"{_bare(name)} . {_bare(key)} = {_value(item)}\n" for key, item in value.items()))
        rows = "".join(f"{_bare(key)} = {_value(item)}\n" for key, item in value.items())
        forms.append(f"[{array}.{_bare(name)}]\n# below\n{rows}")
    form = draw(st.sampled_from(forms))
    if form.count("\n") == 1 and not form.startswith("["):
        form = form.removesuffix("\n") + draw(st.sampled_from(BEHIND)) + "\n"
    before = draw(st.sampled_from(COMMENTS))
    return form if form.startswith("[") else before + form


def _bare(name: str) -> str:
    return tomli_w.dumps({name: 0}).removesuffix(" = 0\n")


def _value(value: object) -> str:
    return (
        render_key("x", value).removeprefix("x = ").removesuffix("\n")
        if _fits(value)
        else tomli_w.dumps({"x": value})[4:-1]
    )


def _fits(value: object) -> bool:
    return not (isinstance(value, str) and "\n" in value)


@st.composite
def files(draw: st.DrawFn, least: int = 1) -> tuple[list[str], list[dict[str, object]]]:
    """A note as its parts in order, the cards at every second place from 1 on; and what the cards say."""
    entries = draw(st.lists(small_cards, min_size=least, max_size=4, unique_by=lambda entry: str(entry["id"])))
    head = draw(
        st.sampled_from(["", 'title = "A note"\n', '# A note\n\ntitle = "A note"\nsummary = """\n[[card]]\n"""\n\n'])
    )
    parts = [head]
    for entry in entries:
        parts += [
            draw(handwritten(entry)),
            draw(st.sampled_from(["\n", "", "\n\n", "\n# between\n", "\n# of the next\n\n"])),
        ]
    if draw(st.booleans()):
        parts = [part.replace("\r\n", "\n").replace("\n", "\r\n") for part in parts]
    if draw(st.booleans()):
        parts[0] = "\ufeff" + parts[0]
    return parts, entries

"""File to model and back: not a byte changes that nobody changed."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from briefing.library.files import read_note_file
from briefing.library.merging import are_alike
from briefing.library.render import render_entry
from briefing.library.splice import splice
from briefing.library.tables import FileText, read_text
from briefing.model.entries import (
    Entry,
    is_same,
    read_block,
    read_card,
    read_source,
    write_block,
    write_card,
    write_source,
)
from briefing.model.history import Edit, compare
from briefing.model.ids import NoteName
from tests.library.ground import EXAMPLE, cards, own_words, small_cards, sources, texts
from tests.library.handwriting import files

pytestmark = pytest.mark.roundtrip

costly = settings(max_examples=min(settings().max_examples, 2000))
"""For laws over whole files: each takes a hundred times as long as one over a card."""

A = '[[card]]\nid = "a"\nkind = "k"\nclaim = "c"\n'
B = A.replace('"a"', '"b"')
SOURCE = '[[source]]\nid = "s"\nkind = "report"\ntitle = "t"\n'

ODD = {
    "nothing": "",
    "one line end": "\n",
    "a comment alone": "# nothing yet",
    "no line end at the end": f'title = "T"\n\n{A}'.removesuffix("\n"),
    "a byte order mark": f'\ufefftitle = "T"\n{A}',
    "Windows line ends": f'# c\ntitle = "T"\n\n{A}quote = """\none\ntwo"""\n'.replace("\n", "\r\n"),
    "both line ends": A.replace('"a"\n', '"a"\r\n'),
    "comments everywhere": "# 1\n" + A.replace("\n", " # 2\n# 3\n") + 'tags = [ # 4\n  "x", # 5\n  # 6\n] # 7\n# 8\n',
    "dotted keys": A + 'checked.by = "Jo"\nchecked.on = 2025-01-08\nchecked . sha256 = "f"\n',
    "tables below": A + '\n  [card.checked] # by hand\n  by = "Jo"\n\n[card.division]\nayes = 1\n',
    "tables in tables": A
    + "[card.proceedings.appeal]\nx = 1\n[[card.proceedings.dates]]\n[[card.proceedings.dates]]\n",
    "quoted names": A.replace("kind", '"kind"').replace("claim", "'claim'") + '"a key" = { "b c" = 1, \'d.e\' = 2 }\n',
    "names that need quotes": A + '"" = 1\n"\\"" = 2\n[card."x.y"]\nz = 3\n',
    "a table below without a name": A + '[card.""]\nz = 4\n',
    "spaces in headers": A.replace("[[card]]", "[[ card ]]") + B.replace("[[card]]", '  [[ "card" ]]'),
    "literal strings": A.replace('"', "'") + "quote = '''\nit's ''two'' \\ [[card]]\n'''\n",
    "quotes before closing quotes": A + 'quote = """a "quoted" word"""""\n' + "say = '''x'''''\n",
    "a header in a string": f'{A}quote = """\n{B}""" # end\n{B}',
    "a header in a list": f'{A}tags = [\n"[[card]]",\n"""\n[[card]]\n""",\n]\n{B}',
    "line ends that are escaped": f'{A}quote = """\\\n   one \\\n   two\\\\\n"""\n',
    "sources between cards": f"{A}{SOURCE}[source.text]\npages = 1\n{B}",
}
"""Files as people make them, and what their editors leave."""


@pytest.mark.parametrize("file", sorted(EXAMPLE.rglob("*.toml")), ids=lambda path: path.name)
def test_every_file_of_the_example_library_comes_back_to_the_byte(file: Path) -> None:
    assert read_text(file.read_bytes()).content == file.read_bytes()


@pytest.mark.parametrize("name", ODD)
class DescribeAnOddFile:
    def it_comes_back_to_the_byte(self, name: str) -> None:
        assert read_text(ODD[name].encode()).content == ODD[name].encode()

    def it_is_read_as_toml_reads_it(self, name: str) -> None:
        whole = tomllib.loads(ODD[name].removeprefix("\ufeff"))
        text = read_text(ODD[name].encode())
        for array in ("card", "source"):
            assert is_same([table.entry for table in text.of(array)], whole.get(array, []))
        assert is_same(text.head.entry, {key: value for key, value in whole.items() if key not in {"card", "source"}})

    def its_cards_can_be_changed_and_changed_back(self, name: str) -> None:
        text = read_text(ODD[name].encode())
        for card in read_note_file(NoteName("n"), text).note.cards:
            before = write_card(card)
            changed, made = splice(text, Edit("card", card.id, before, {**before, "claim": "x", "at": "p. 1"}))
            assert changed.content != text.content
            assert splice(changed, made.inverse())[0].content == text.content


@given(st.text())
@example("\r\n\r\n\r")
@example("\ufeff\ufeff[[card]]\ufeff")
def test_any_text_at_all_comes_back_to_the_byte(text: str) -> None:
    try:
        content = text.encode()
    except UnicodeEncodeError:
        return
    assert read_text(content).content == content


@costly
@given(files())
def test_what_people_write_by_hand_is_read_as_toml_reads_it(file: tuple[list[str], list[dict[str, object]]]) -> None:
    parts, entries = file
    text = read_text("".join(parts).encode())
    assert is_same([table.entry for table in text.of("card")], _as_toml(parts))
    assert "\r\n" in "".join(parts) or is_same([table.entry for table in text.of("card")], entries)


def _as_toml(parts: list[str]) -> object:
    return tomllib.loads("".join(parts).removeprefix("\ufeff"))["card"]


class DescribeARandomEntry:
    """Through the model, and through a file's text: every character, every kind of value."""

    @given(cards)
    def it_is_a_card_and_the_same_entry_again(self, entry: dict[str, object]) -> None:
        self._comes_back("card", entry, lambda found: write_card(read_card(found)))

    @given(sources)
    def it_is_a_source_and_the_same_entry_again(self, entry: dict[str, object]) -> None:
        self._comes_back("source", entry, lambda found: write_source(read_source(found)))

    @given(own_words)
    def it_is_a_block_and_the_same_entry_again(self, entry: dict[str, object]) -> None:
        self._comes_back("block", entry, lambda found: write_block(read_block(found)))

    def _comes_back(self, array: str, entry: Entry, through: Callable[[Entry], Entry]) -> None:
        written = read_text(render_entry(array, entry).encode()).table(array, str(entry["id"]))
        assert written is not None
        assert is_same(written.entry, entry)
        assert written.entry is not None
        kept = through(written.entry)
        assert are_alike(kept, entry)
        again = read_text(render_entry(array, kept).encode()).table(array, str(entry["id"]))
        assert again is not None
        assert is_same(again.entry, kept)


class DescribeASplice:
    """One card is changed; what stands before it and after it is the same, byte for byte."""

    @costly
    @given(files(), small_cards, st.data())
    def it_changes_the_lines_of_its_card_alone(
        self, file: tuple[list[str], list[dict[str, object]]], other: dict[str, object], data: st.DataObject
    ) -> None:
        parts, entries = file
        number, text, before = self._pick(parts, entries, data)
        names = data.draw(st.lists(st.sampled_from(sorted({*before, *other} - {"id"})), min_size=1, max_size=4))
        after = {**before}
        for name in names:
            after.pop(name, None)
            if name in other:
                after[name] = other[name]
        assume({"kind", "claim"} <= after.keys())
        spliced, made = splice(text, Edit("card", str(before["id"]), before, after))
        head, tail = "".join(parts[:number]), "".join(parts[number + 1 :])
        content = spliced.content.decode()
        assert content.startswith(head)
        assert content.endswith(tail)
        assert is_same(_sorted(spliced.of("card")[number // 2].entry or {}), _sorted(after)) or are_alike(
            spliced.of("card")[number // 2].entry or {}, after
        )
        assert splice(spliced, made.inverse())[0].content == text.content

    @costly
    @given(files(), st.data())
    def it_takes_out_a_card_and_puts_it_back_as_it_stood(
        self, file: tuple[list[str], list[dict[str, object]]], data: st.DataObject
    ) -> None:
        parts, entries = file
        number, text, before = self._pick(parts, entries, data)
        follows = str(entries[number // 2 - 1]["id"]) if number > 1 else None
        spliced, made = splice(text, Edit("card", str(before["id"]), before, None, follows_before=follows))
        kept = "".join([*parts[:number], *parts[number + 1 :]])
        assert spliced.content.decode("utf-8-sig").split() == kept.removeprefix("\ufeff").split()
        assert splice(spliced, made.inverse())[0].content == text.content

    @costly
    @given(files(), small_cards, st.data())
    def it_puts_in_a_card_and_takes_it_out_again(
        self, file: tuple[list[str], list[dict[str, object]]], entry: dict[str, object], data: st.DataObject
    ) -> None:
        parts, entries = file
        text = read_text("".join(parts).encode())
        taken = [str(found["id"]) for found in entries]
        assume(entry["id"] not in taken)
        follows = data.draw(st.sampled_from([None, *taken]))
        spliced, made = splice(text, Edit("card", str(entry["id"]), None, entry, follows_after=follows))
        where = taken.index(follows) + 1 if follows else 0
        order = [table.id for table in spliced.of("card")]
        assert order == [*taken[:where], str(entry["id"]), *taken[where:]]
        assert splice(spliced, made.inverse())[0].content == text.content

    @costly
    @given(files(least=2), st.data())
    def it_moves_a_card_and_moves_it_back(
        self, file: tuple[list[str], list[dict[str, object]]], data: st.DataObject
    ) -> None:
        parts, _ = file
        text = read_text("".join(parts).encode())
        found = [table.entry or {} for table in text.of("card")]
        for edit in compare("card", found, data.draw(st.permutations(found))):
            spliced, made = splice(text, edit)
            assert sorted(spliced.content.decode("utf-8-sig").split()) == sorted(
                text.content.decode("utf-8-sig").split()
            )
            assert splice(spliced, made.inverse())[0].content == text.content
            text = spliced

    def _pick(
        self, parts: list[str], entries: list[dict[str, object]], data: st.DataObject
    ) -> tuple[int, FileText, dict[str, object]]:
        number = data.draw(st.integers(0, len(entries) - 1)) * 2 + 1
        text = read_text("".join(parts).encode())
        return number, text, dict(text.of("card")[number // 2].entry or {})


def _sorted(entry: Entry) -> dict[str, object]:
    return dict(sorted(entry.items()))


COMMENTED = f"""\
# first
{A}
{B.replace('"c"', "'c' # said Jo")}tags = [ # why
  "x",
]
# last
"""


@pytest.mark.parametrize(
    "meanwhile",
    [
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="line ends"),
        pytest.param(lambda text: text.replace(A, A + "\n\n\n# more\n\n"), id="space"),
        pytest.param(lambda text: text.replace("# last", "# first\n" + A.replace('"a"', '"z"')), id="a card"),
        pytest.param(lambda text: text.replace(A, ""), id="no card before it"),
    ],
)
def test_a_card_that_was_taken_out_comes_back_with_its_comments_whatever_others_did_since(
    meanwhile: Callable[[str], str],
) -> None:
    entry = {"id": "b", "kind": "k", "claim": "c", "tags": ["x"]}
    text, made = splice(read_text(COMMENTED.encode()), Edit("card", "b", entry, None, follows_before="a"))
    changed = meanwhile(text.content.decode())
    back, _ = splice(read_text(changed.encode()), made.inverse())
    found = back.content.decode()
    assert found.count("\r\n") in {0, found.count("\n")}
    assert "# said Jo" in found
    assert "# why" in found
    tomllib.loads(found)
    assert back.table("card", "b")


def test_a_file_without_a_last_line_end_gets_one_and_keeps_it() -> None:
    """The one byte that undoing leaves: what was put in began on a line of its own."""
    text = read_text(b'title = "T"')
    entry = {"id": "a", "kind": "k", "claim": "c"}
    spliced, made = splice(text, Edit("card", "a", None, entry))
    assert splice(spliced, made.inverse())[0].content == b'title = "T"\n'


@given(texts, texts)
def test_a_field_holds_any_text_and_gives_it_back(one: str, other: str) -> None:
    before = {"id": "a", "kind": "k", "claim": "c", "quote": one}
    text = read_text(render_entry("card", before).encode())
    spliced, _ = splice(text, Edit("card", "a", before, {**before, "quote": other}))
    found = spliced.of("card")[0].entry or {}
    assert found.get("quote", "") == other or (other == "" and "quote" not in found)

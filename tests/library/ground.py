"""What the tests of the library stand on: libraries written by hand, and cards of every sort drawn at random."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta, timezone
from pathlib import Path

from hypothesis import strategies as st

from briefing.model.fields import BLOCK_FIELDS, CARD_FIELDS, SOURCE_FIELDS, Field, Shape
from briefing.model.ids import is_valid_id

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "notes"


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """A library of these files, byte for byte as they are given."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def card(card_id: str, claim: str = "A claim", **fields: str) -> str:
    """A card as a file holds it; fields are given as TOML."""
    more = "".join(f"{name} = {value}\n" for name, value in fields.items())
    return f'[[card]]\nid = "{card_id}"\nkind = "assertion"\nclaim = "{claim}"\n{more}'


def block(block_id: str, text: str = "Own words") -> str:
    """A block as a file holds it."""
    return f'[[block]]\nid = "{block_id}"\ntext = "{text}"\n'


OUTLINE = 'title = "An outline"\nproduct = "briefing"\ndate = 2025-01-08\n'


# Every character a file can hold, and often those that have a meaning in TOML, to a terminal or to a reader's eye.
letters = st.one_of(
    st.characters(exclude_categories=["Cs"]),
    st.sampled_from(
        [*"\n\t\r\\\"'#[]{}=,.ab  ", "\0", "\x1b", "\x7f", "\x85", "\u2028", "\u202e", "\ufeff", "😀", "é"]
    ),
)
texts = st.one_of(
    st.text(letters, max_size=60),
    st.lists(st.sampled_from(['"""', "'''", "[[card]]\n", "\r\n", "\n", "\\", " ", 'id = "x"\n', "# ", "a"])).map(
        "".join
    ),
)
lines = texts.map(lambda text: text.replace("\n", " ").replace("\r", " "))
ids = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,12}", fullmatch=True).filter(is_valid_id)
days = st.dates()
zones = st.one_of(st.none(), st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))))
moments = st.datetimes(timezones=st.none()).flatmap(lambda at: zones.map(lambda zone: at.replace(tzinfo=zone, fold=0)))
numbers = st.integers(-(2**63) + 1, 2**63 - 1)
scalars = st.one_of(
    texts,
    numbers,
    st.booleans(),
    st.floats(allow_nan=True),
    days,
    moments,
    st.times().map(lambda at: at.replace(fold=0)),
)
values: st.SearchStrategy[object] = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(lines, inner, max_size=3),
    max_leaves=5,
)
tables = st.dictionaries(lines, values, max_size=4)
partial_dates = st.one_of(
    st.integers(1000, 9999).map(str),
    st.tuples(st.integers(1000, 9999), st.integers(1, 12)).map(lambda at: f"{at[0]}-{at[1]:02}"),
)

OF_SHAPE: Mapping[Shape, st.SearchStrategy[object]] = {
    Shape.ID: ids,
    Shape.LINE: lines,
    Shape.TEXT: texts,
    Shape.CHOICE: st.nothing(),
    Shape.WHEN: st.one_of(days, partial_dates),
    Shape.MOMENT: st.one_of(days, moments),
    Shape.NUMBER: st.integers(0, 10**9 - 1),
    Shape.FLAG: st.booleans(),
    Shape.IDS: st.lists(ids, max_size=4),
    Shape.WORDS: st.lists(lines, max_size=4),
    Shape.TABLE: tables,
}


def values_of(field: Field) -> st.SearchStrategy[object]:
    """What a field may hold."""
    if field.name == "level":
        return st.integers(1, 9)
    if not field.choices:
        return OF_SHAPE[field.shape]
    chosen = st.sampled_from(field.choices)
    return st.lists(chosen, max_size=3) if field.shape is Shape.WORDS else chosen


@st.composite
def entries_of(
    draw: st.DrawFn, fields: tuple[Field, ...], required: tuple[str, ...], most: int = 8
) -> dict[str, object]:
    """Entries with the required fields, a few of the others, and perhaps one that nobody knows."""
    known = {field.name: field for field in fields}
    others = draw(
        st.lists(st.sampled_from([name for name in known if name not in required]), max_size=most, unique=True)
    )
    entry = {name: draw(values_of(known[name]).filter(bool)) for name in required}
    entry |= {name: draw(values_of(known[name])) for name in others}
    return entry | draw(st.dictionaries(lines.filter(lambda name: name not in known), values, max_size=1))


cards = entries_of(CARD_FIELDS, ("id", "kind", "claim"))
few_fields = tuple(field for field in CARD_FIELDS if field.name in "id kind claim quote at tags checked as_of".split())
small_cards = entries_of(few_fields, ("id", "kind", "claim"), most=3)
sources = entries_of(SOURCE_FIELDS, ("id", "kind", "title"))
contents = frozenset({"heading", "card", "attack"})
own_words = entries_of(tuple(field for field in BLOCK_FIELDS if field.name not in contents), ("id", "text")).filter(
    contents.isdisjoint  # not even as a key nobody knows
)

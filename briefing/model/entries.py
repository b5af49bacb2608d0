"""Tables of a file and values of the model: read with every fault named, written back in the files' own order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from briefing.model.card import Card
from briefing.model.dates import is_partial_date
from briefing.model.fields import (
    BLOCK_FIELDS,
    CARD_FIELDS,
    NOTE_FIELDS,
    OUTLINE_FIELDS,
    SOURCE_FIELDS,
    Field,
    Shape,
    named,
)
from briefing.model.ids import NoteName, OutlineName, is_valid_id
from briefing.model.note import Note
from briefing.model.outline import Block, Outline
from briefing.model.source import Source

Entry = Mapping[str, object]
"""One table of a file as TOML reads it: a card, a source, a block, or the head of a file."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A field that does not hold what it should."""

    field: str
    expected: str
    found: str = ""


class FaultyEntryError(ValueError):
    """An entry that cannot be used, with each of its faults."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Keep the faults, first to last."""
        super().__init__("; ".join(f"{fault.field}: {fault.expected}" for fault in faults))
        self.faults = faults


def _is_line(value: object) -> bool:
    return isinstance(value, str) and "\n" not in value and "\r" not in value


def _is_when(value: object) -> bool:
    return is_partial_date(value) if isinstance(value, str) else type(value) is date


def _is_list_of(test: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list) and all(test(item) for item in value)


_PLAIN_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{4,79}")
"""Most ids, told at once: without a dot, and longer than any name Windows keeps for a device."""


def _is_id(value: object) -> bool:
    return isinstance(value, str) and (_PLAIN_ID.fullmatch(value) is not None or is_valid_id(value))


_TESTS: Final[Mapping[Shape, Callable[[object], bool]]] = {
    Shape.ID: _is_id,
    Shape.LINE: _is_line,
    Shape.TEXT: lambda value: isinstance(value, str),
    Shape.CHOICE: lambda value: isinstance(value, str),
    Shape.WHEN: _is_when,
    Shape.MOMENT: lambda value: isinstance(value, date),
    Shape.NUMBER: lambda value: type(value) is int and 0 <= value < 10**9,
    Shape.FLAG: lambda value: isinstance(value, bool),
    Shape.IDS: _is_list_of(_is_id),
    Shape.WORDS: _is_list_of(_is_line),
    Shape.TABLE: lambda value: isinstance(value, Mapping),
}


def find_faults(entry: Entry, fields: tuple[Field, ...], required: Iterable[str] = ()) -> tuple[Fault, ...]:
    """Return every field of the entry that does not hold what it should, the missing ones first."""
    missing = [Fault(name, "missing") for name in required if not entry.get(name)]
    wrong = [
        _fault(field, entry[field.name])
        for field in fields
        if field.name in entry and not fits(field, entry[field.name])
    ]
    return (*missing, *(fault for fault in wrong if fault.field not in {gap.field for gap in missing}))


def fits(field: Field, value: object) -> bool:
    """Whether the value may stand in the field."""
    return _test_of(field)(value)


def _test_of(field: Field) -> Callable[[object], bool]:
    test, choices = _TESTS[field.shape], field.choices
    if not choices:
        return test
    if field.shape is Shape.WORDS:
        return lambda value: test(value) and isinstance(value, list) and all(item in choices for item in value)
    return lambda value: isinstance(value, str) and value in choices


def _fault(field: Field, value: object) -> Fault:
    expected = "one of " + ", ".join(field.choices) if field.choices else field.shape.value
    return Fault(field.name, expected, _show(value))


def _show(value: object) -> str:
    text = value if isinstance(value, str) else value.isoformat() if isinstance(value, date | datetime) else str(value)
    return text if len(text) <= 60 else text[:59] + "…"


def _values(entry: Entry, fields: tuple[Field, ...]) -> dict[str, object]:
    """Return the entry's known fields by attribute, lists as tuples."""
    return {
        field.attribute: tuple(value) if isinstance(value := entry[field.name], list) else value
        for field in fields
        if field.name in entry
    }


def _extra(entry: Entry, fields: tuple[Field, ...], beside: frozenset[str] = frozenset()) -> dict[str, object]:
    known = {field.name for field in fields} | beside
    return {name: value for name, value in entry.items() if name not in known}


_Columns = Mapping[str, tuple[Callable[[object], bool], str]]
"""Of each field by its name: the test of what it holds, and its attribute."""


def _columns(fields: tuple[Field, ...]) -> _Columns:
    return {field.name: (_test_of(field), field.attribute) for field in fields}


_CARD: Final = _columns(CARD_FIELDS)
_SOURCE: Final = _columns(SOURCE_FIELDS)
_BLOCK: Final = _columns(BLOCK_FIELDS)
_CARD_NEEDS: Final = ("id", "kind", "claim")
_SOURCE_NEEDS: Final = ("id", "kind", "title")


def read_card(entry: Entry) -> Card:
    """Return the card an entry describes; raises FaultyEntryError."""
    if (sound := _read_sound(entry, _CARD, _CARD_NEEDS)) is None:
        raise FaultyEntryError(find_faults(entry, CARD_FIELDS, _CARD_NEEDS))
    return Card(**sound)  # type: ignore[arg-type]  # the field table types them


def read_source(entry: Entry) -> Source:
    """Return the source an entry describes; raises FaultyEntryError."""
    if (sound := _read_sound(entry, _SOURCE, _SOURCE_NEEDS)) is None:
        raise FaultyEntryError(find_faults(entry, SOURCE_FIELDS, _SOURCE_NEEDS))
    return Source(**sound)  # type: ignore[arg-type]  # the field table types them


def _read_sound(entry: Entry, columns: _Columns, required: Iterable[str]) -> dict[str, object] | None:
    """Return the values of an entry without a fault, by attribute; None for any other.

    It looks at what the entry holds, not at all that it could hold: a million cards are read this way.
    """
    values: dict[str, object] = {}
    extra: dict[str, object] = {}
    for name, value in entry.items():
        if (column := columns.get(name)) is None:
            extra[name] = value
        elif not column[0](value):
            return None
        else:
            values[column[1]] = tuple(value) if isinstance(value, list) else value
    if not all(map(values.get, required)):
        return None
    values["extra"] = extra
    return values


DEEPEST_LEVEL = 9
"""Word has nine heading styles."""


def read_block(entry: Entry) -> Block:
    """Return the block an entry describes; raises FaultyEntryError."""
    sound = _read_sound(entry, _BLOCK, ("id",))
    faults = _shape_faults(entry)
    if sound is None or faults:
        raise FaultyEntryError((*find_faults(entry, BLOCK_FIELDS, ("id",)), *faults))
    return Block(**sound)  # type: ignore[arg-type]  # the field table types them


def _shape_faults(entry: Entry) -> tuple[Fault, ...]:
    """Return what is wrong with a block beyond its fields: that it is no block, or more than one, or too deep."""
    faults: tuple[Fault, ...] = ()
    contents = [name for name in ("heading", "card", "attack") if entry.get(name)]
    if len(contents) > 1:
        faults = (*faults, Fault(contents[1], "only one of heading, card and attack", contents[0]))
    if contents == ["heading"] and entry.get("text"):
        faults = (*faults, Fault("text", "own words beside a card or an attack, or alone", "a heading"))
    if not contents and "text" not in entry:
        faults = (*faults, Fault("text", "one of heading, card, attack or text"))
    if isinstance(level := entry.get("level"), int) and not 1 <= level <= DEEPEST_LEVEL:
        faults = (*faults, Fault("level", f"a whole number from 1 to {DEEPEST_LEVEL}", _show(level)))
    return faults


def read_note_head(name: NoteName, head: Entry) -> tuple[Note, tuple[Fault, ...]]:
    """Return a note without its entries, and the faults of its head; a faulty field is left out."""
    faults = find_faults(head, NOTE_FIELDS)
    sound = _without(head, faults)
    extra = _extra(sound, NOTE_FIELDS, frozenset({"source", "card"}))
    return Note(name=name, **_values(sound, NOTE_FIELDS), extra=extra), faults  # type: ignore[arg-type]  # the field table types them


def read_outline_head(name: OutlineName, head: Entry) -> tuple[Outline, tuple[Fault, ...]]:
    """Return an outline without its blocks, and the faults of its head; a faulty field is left out."""
    faults = find_faults(head, OUTLINE_FIELDS, ("title", "product", "date"))
    sound = _without(head, faults)
    values = {"title": name, "product": "briefing", **_values(sound, OUTLINE_FIELDS)}
    extra = _extra(sound, OUTLINE_FIELDS, frozenset({"block"}))
    return Outline(name=name, **values, extra=extra), faults  # type: ignore[arg-type]  # the field table types them


def _without(entry: Entry, faults: tuple[Fault, ...]) -> Entry:
    faulty = {fault.field for fault in faults}
    return {name: value for name, value in entry.items() if name not in faulty}


DEFAULTS: Final[Mapping[str, object]] = {
    "status": "unchecked",
    "handling": "office",
    "level": 1,
    "weight": "should",
    "pause": 0,
    "interventions": 0,
    "date": date.min,
}
"""What a field means where a file does not say: written out or left out, it is the same."""


def is_same(one: object, other: object) -> bool:
    """Whether two values are written alike: 1, 1.0 and true are three things to a reader, and nan is itself."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(is_same(one[name], other[name]) for name in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    return type(one) is type(other) and repr(one) == repr(other)


def is_unset(name: str, value: object) -> bool:
    """Whether a value says no more than a field that is left out."""
    return value is None or value in ("", (), [], {}) or (name in DEFAULTS and value == DEFAULTS[name])


def write_card(card: Card) -> dict[str, object]:
    """Return the card as an entry: only what is set, in the files' order."""
    return _write(card, CARD_FIELDS)


def write_source(source: Source) -> dict[str, object]:
    """Return the source as an entry: only what is set, in the files' order."""
    return _write(source, SOURCE_FIELDS)


def write_block(block: Block) -> dict[str, object]:
    """Return the block as an entry: only what is set, in the files' order."""
    entry = _write(block, BLOCK_FIELDS)
    if not any(entry.get(name) for name in ("heading", "card", "attack")):
        entry["text"] = block.text
    return entry


def write_note_head(note: Note) -> dict[str, object]:
    """Return the head of a note's file."""
    return _write(note, NOTE_FIELDS)


def write_outline_head(outline: Outline) -> dict[str, object]:
    """Return the head of an outline's file."""
    return _write(outline, OUTLINE_FIELDS)


def _write(value: Card | Source | Block | Note | Outline, fields: tuple[Field, ...]) -> dict[str, object]:
    held = ((field.name, getattr(value, field.attribute)) for field in fields)
    entry = {
        name: list(found) if isinstance(found, tuple) else found for name, found in held if not is_unset(name, found)
    }
    return {**entry, **value.extra}


FIELDS_OF: Final[Mapping[str, Mapping[str, Field]]] = {
    "card": named(CARD_FIELDS),
    "source": named(SOURCE_FIELDS),
    "block": named(BLOCK_FIELDS),
}
"""The fields of each array of entries, by name."""

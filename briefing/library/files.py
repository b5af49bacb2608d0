"""One file of a library as values: a note, an outline, or library.toml, with what is wrong in it."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from briefing.errors import BadInput, Place
from briefing.library.tables import FileText, Table, read_text
from briefing.model.card import Card
from briefing.model.entries import (
    FIELDS_OF,
    Entry,
    Fault,
    FaultyEntryError,
    read_block,
    read_card,
    read_note_head,
    read_outline_head,
    read_source,
)
from briefing.model.finding import Finding, Severity
from briefing.model.ids import NoteName, OutlineName
from briefing.model.note import Note
from briefing.model.outline import Block, Outline
from briefing.model.source import Source
from briefing.wording import library as say

DAMAGED = "LIB-01"
"""The rule of everything that cannot be read: file, line, field, what was expected and how to mend it."""

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class NoteFile:
    """A note's file as it was read."""

    note: Note
    damage: tuple[Finding, ...]
    lines: tuple[tuple[str, str, int], ...]
    """Array, id and line of every entry."""


@dataclass(frozen=True, slots=True)
class OutlineFile:
    """An outline's file as it was read."""

    outline: Outline
    damage: tuple[Finding, ...]
    lines: tuple[tuple[str, str, int], ...]
    """Array, id and line of every block."""


def decode(content: bytes, file: str) -> FileText:
    """Return a file cut into its tables; raises BadInput where it is not UTF-8."""
    try:
        return read_text(content)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BadInput(say.not_utf8(error.start), Place(file, line), say.NOT_UTF8_HINT) from error


def read_note_file(name: NoteName, text: FileText) -> NoteFile:
    """Return the note a file keeps; damage stays where it is."""
    file = f"{name}.toml"
    note, faults = read_note_head(name, text.head.entry or {})
    sources, source_damage = _entries(text.of("source"), file, read_source)
    cards, card_damage = _entries(text.of("card"), file, read_card)
    damage = (
        *_head_damage(text.head, faults, file),
        *source_damage,
        *card_damage,
        *_strays(text, file, ("source", "card")),
    )
    lines = (*_lines("source", sources), *_lines("card", cards))
    filled = replace(note, sources=tuple(value for value, _ in sources), cards=tuple(value for value, _ in cards))
    return NoteFile(filled, damage, lines)


def read_outline_file(name: OutlineName, text: FileText) -> OutlineFile:
    """Return the outline a file keeps; damage stays where it is."""
    file = f"outlines/{name}.toml"
    outline, faults = read_outline_head(name, text.head.entry or {})
    blocks, block_damage = _entries(text.of("block"), file, read_block)
    damage = (*_head_damage(text.head, faults, file), *block_damage, *_strays(text, file, ("block",)))
    filled = outline.with_blocks(tuple(value for value, _ in blocks))
    return OutlineFile(filled, damage, _lines("block", blocks))


def _entries(
    tables: Iterable[Table], file: str, read: Callable[[Entry], Value]
) -> tuple[list[tuple[Value, int]], list[Finding]]:
    """Return the sound entries with their lines, and what is wrong with the others."""
    sound: list[tuple[Value, int]] = []
    damage: list[Finding] = []
    for table in tables:
        if table.entry is None:
            damage.append(unreadable(table, file))
            continue
        try:
            sound.append((read(table.entry), table.chunk.first + 1))
        except FaultyEntryError as error:
            damage.extend(_faulty(table, fault, file) for fault in error.faults)
    return sound, damage


def _lines(array: str, values: Iterable[tuple[Card | Source | Block, int]]) -> tuple[tuple[str, str, int], ...]:
    return tuple((array, value.id, line) for value, line in values)


def _head_damage(head: Table, faults: Iterable[Fault], file: str) -> tuple[Finding, ...]:
    if head.entry is None:
        return (unreadable(head, file),)
    return tuple(_faulty(head, fault, file) for fault in faults)


def _strays(text: FileText, file: str, known: tuple[str, ...]) -> Iterator[Finding]:
    """What stands where nothing is read from: other tables, parts of entries apart from them, entries in the head."""
    for table in text.tables[1:]:
        if table.array in known:
            continue
        if table.entry is None:
            yield unreadable(table, file)
        elif table.array.partition(".")[0] in known:
            yield _stray(table, file, table.chunk.first + 1, say.apart(table.array), say.APART_HINT)
        else:
            near = difflib.get_close_matches(table.array.casefold(), known, n=1, cutoff=0.75)
            hint = say.unknown_table_hint(near[0] if near else "")
            stray = _stray(table, file, table.chunk.first + 1, say.unknown_table(table.array), hint)
            yield stray if near or table.array in FIELDS_OF else replace(stray, severity=Severity.INFO)
    for array in known:
        if array in (text.head.entry or {}):
            yield _stray(text.head, file, text.head.line_of(array), say.in_head(array), say.in_head_hint(array))


def _stray(table: Table, file: str, line: int, message: str, hint: str) -> Finding:
    return Finding(DAMAGED, Severity.WARN, message, Place(file, line), field=table.array, suggestion=hint)


def unreadable(table: Table, file: str) -> Finding:
    """Return the finding for a table that is not TOML."""
    return Finding(
        rule=DAMAGED,
        severity=Severity.WARN,
        message=table.problem,
        place=Place(file, table.line),
        field=table.field_at(table.line),
        suggestion=say.MEND_TOML,
    )


def _faulty(table: Table, fault: Fault, file: str) -> Finding:
    found = "" if _is_closed(table) and fault.field != "handling" else fault.found
    return Finding(
        rule=DAMAGED,
        severity=Severity.WARN,
        message=say.wrong_field(table.array, table.id, fault.field, fault.expected, found),
        place=Place(file, table.line_of(fault.field)),
        card=table.id if table.array == "card" else "",
        block=table.id if table.array == "block" else "",
        field=fault.field,
        words=found,
        suggestion=say.MEND_FIELD,
    )


def _is_closed(table: Table) -> bool:
    """Whether the entry's words may not be shown: it is restricted, or its handling cannot be understood."""
    return str((table.entry or {}).get("handling", "office")) not in {"open", "office"}

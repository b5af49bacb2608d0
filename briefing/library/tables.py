"""A TOML file table by table, so that one that cannot be read takes no other with it."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from briefing.library.lines import (
    LARGEST_ENTRY,
    NEVER_CLOSED,
    TOO_DEEP,
    TOO_LONG,
    Chunk,
    find_chunks,
    is_bomb,
    next_entry,
    split_lines,
)
from briefing.model.entries import FIELDS_OF, Entry
from briefing.wording import library as say

_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)$| \(at end of document\)$")
_TYPESET = re.compile(r"[=,\[]\s*[\u2018\u2019\u201c-\u201e\u00ab]")
"""A value in the quotation marks that word processors make."""
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"

_SHAPES: Final = {TOO_DEEP: say.TOO_DEEP, NEVER_CLOSED: say.NEVER_CLOSED}
_DEEPEST_VALUE = 32
"""Levels of tables and lists in one entry: brackets and dotted keys together can make many more."""
_LARGEST_NUMBER = 2**63
"""TOML asks for 64 bits. Python reads a longer number and then refuses to write it."""
_REMEMBERED = 256
"""Entries: a few notes' worth, which are read again when one of them is saved."""
_LARGEST_REMEMBERED = 4_096
"""Characters. What is remembered of entries stays under 4 MB, however they were crafted."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a file: its lines, and what it holds or why it cannot be read."""

    chunk: Chunk
    entry: Entry | None
    problem: str = ""
    line: int = 0
    """Where the problem is, counted from 1; 0 where there is none."""

    @property
    def array(self) -> str:
        """`card`, `source`, `block` or another table's name; empty for the head."""
        return self.chunk.array

    @property
    def id(self) -> str:
        """The id of the entry; empty where it has none or cannot be read."""
        return str(self.entry.get("id", "")) if self.entry else ""

    def shifted(self, lines: int) -> Table:
        """Return the table as it stands so many lines further down, with nothing wrong in it."""
        return Table(self.chunk.shifted(lines), self.entry)

    def field_at(self, line: int) -> str:
        """Return the key that stands on a line counted from 1; empty where none does."""
        return next((key.name for key in self.chunk.keys if key.first < line <= key.last), "")

    def line_of(self, field: str) -> int:
        """Return the line of a key counted from 1, or of the header where it is missing."""
        return next((key.first for key in self.chunk.keys if key.name == field), self.chunk.first) + 1


@dataclass(frozen=True, slots=True)
class FileText:
    """A file's text, cut into its tables."""

    lines: tuple[str, ...]
    tables: tuple[Table, ...]
    bom: bool = False

    @property
    def newline(self) -> str:
        """How the file ends its lines."""
        return "\r\n" if self.lines and self.lines[0].endswith("\r\n") else "\n"

    @property
    def head(self) -> Table:
        """What stands before the first entry."""
        return self.tables[0]

    def table(self, array: str, entry_id: str) -> Table | None:
        """Return the entry of that array and id; the head where both are empty."""
        if not array:
            return self.head
        return next((table for table in self.tables if table.array == array and table.id == entry_id), None)

    def of(self, array: str) -> tuple[Table, ...]:
        """Return the entries of one array, in order."""
        return tuple(table for table in self.tables if table.array == array)

    @property
    def content(self) -> bytes:
        """The file as bytes."""
        return ((_BOM if self.bom else "") + "".join(self.lines)).encode()


def read_text(content: bytes) -> FileText:
    """Cut a file into its tables; raises UnicodeDecodeError where it is not UTF-8."""
    text = content.decode("utf-8")
    bom = text.startswith(_BOM)
    return cut(tuple(split_lines(text[1:] if bom else text)), bom=bom)


def cut(lines: tuple[str, ...], *, bom: bool = False) -> FileText:
    """Return the lines cut into tables, each read by itself."""
    return FileText(lines, tuple(_tables(lines)), bom)


def recut(text: FileText, first: int, last: int, fresh: Sequence[str]) -> FileText:
    """Return the text with other lines in the place of those from `first` up to `last`.

    It is what `cut` returns, but only what the lines may alter is read: from the table before them to the first one
    after them that begins where it did. Where a table is damaged all is read, for it may take in what follows.
    """
    lines = (*text.lines[:first], *fresh, *text.lines[last:])
    if any(table.entry is None for table in text.tables):
        return cut(lines, bom=text.bom)
    begins = [table.chunk.first for table in text.tables]
    before = max(bisect_left(begins, first) - 2, 0)
    kept = before if begins[before] else 0
    shift = len(fresh) - (last - first)
    tables = list(text.tables[:kept])
    for table in _tables(lines, begins[kept]):
        at = table.chunk.first
        number = bisect_left(begins, at - shift, 1) if table.array else len(begins)
        if at >= first + len(fresh) and number < len(begins) and begins[number] == at - shift:
            tables += [each.shifted(shift) for each in text.tables[number:]] if shift else text.tables[number:]
            break
        tables.append(table)
    return FileText(lines, tuple(tables), text.bom)


def _tables(lines: Sequence[str], first: int = 0) -> Iterator[Table]:
    """Every table from a line on. One that cannot be read and runs over the header of another ends there instead."""
    start: int | None = first
    while start is not None:
        at, start = start, None
        for chunk in find_chunks(lines, at):
            table = _read(lines, chunk)
            inner = next_entry(lines, chunk.first + 1, chunk.last) if table.entry is None else None
            if inner is None:
                yield table
                continue
            yield _damaged(Chunk(chunk.path, chunk.first, inner, fault=NEVER_CLOSED), table.problem, chunk.first + 1)
            start = inner
            break


def _read(lines: Sequence[str], chunk: Chunk) -> Table:
    text = "".join(lines[chunk.first : chunk.last])
    if problem := _misshapen(chunk, text):
        last = chunk.keys[-1].first if chunk.keys and chunk.fault in _SHAPES else chunk.first
        return _damaged(chunk, problem, last + 1)
    try:
        return Table(chunk, (_parse_again if len(text) <= _LARGEST_REMEMBERED else _parse)(text, chunk.path))
    except tomllib.TOMLDecodeError as error:
        problem, line = _explain(str(error), chunk)
        is_typeset = 0 < line <= len(lines) and _TYPESET.search(lines[line - 1])
        return _damaged(chunk, say.TYPESET_QUOTES if is_typeset else problem, line)
    except (ValueError, RecursionError):
        return _damaged(chunk, say.NUMBER_TOO_LONG, chunk.first + 1)


def _misshapen(chunk: Chunk, text: str) -> str:
    """Return what is wrong with a table that is not even to be read."""
    if chunk.fault == TOO_LONG or len(text) > LARGEST_ENTRY:
        return say.too_long(len(text), LARGEST_ENTRY)
    if chunk.alone and chunk.array in FIELDS_OF:
        return say.one_bracket(chunk.array)
    return say.TOO_DEEP if is_bomb(text) else _SHAPES.get(chunk.fault, "")


def _parse(text: str, path: tuple[str, ...]) -> Entry:
    """Return the table a text holds; raises ValueError and RecursionError for what is beyond reason."""
    entry = _reach(tomllib.loads(text), path)
    _refuse_excess(entry, 0)
    return entry


_parse_again = lru_cache(_REMEMBERED)(_parse)
"""The same, remembering. A file is cut again at every edit, and all of it but a few lines is as it was."""


def _refuse_excess(value: object, depth: int) -> None:
    if depth > _DEEPEST_VALUE or (isinstance(value, int) and abs(value) >= _LARGEST_NUMBER):
        raise ValueError
    if isinstance(value, Mapping | list):
        for item in value.values() if isinstance(value, Mapping) else value:
            _refuse_excess(item, depth + 1)


def _reach(found: object, path: tuple[str, ...]) -> Entry:
    """Return the table of that name."""
    for part in path:
        found = found.get(part, {}) if isinstance(found, dict) else {}
        found = found[0] if isinstance(found, list) and found else found
    return found if isinstance(found, dict) else {}


def _explain(message: str, chunk: Chunk) -> tuple[str, int]:
    match = _AT_LINE.search(message)
    line = chunk.first + int(match[1]) if match and match[1] else chunk.last
    return say.not_toml(_AT_LINE.sub("", message)), line


def _damaged(chunk: Chunk, problem: str, line: int) -> Table:
    return Table(chunk, None, problem, line)

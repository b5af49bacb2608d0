"""Sound files at the speed a library of a million cards is opened with; anything else is left to the careful reader.

The fast parser says nothing of places, reads the file of an attacker as readily as any, and reads a later TOML than the
standard library does. So it is given one entry at a time, with few brackets and nothing in it that the two may
take differently, and what it returns is looked over for all that `lines.py` and `tables.py` refuse. Where there is
doubt, the answer is None. Where there is none, every entry stands below a plain header, and those are soon counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, time
from operator import attrgetter
from typing import Final

import rtoml

from briefing.library.lines import DEEPEST, LARGEST_ENTRY, is_bomb
from briefing.model.entries import Entry, read_block, read_card, read_note_head, read_outline_head, read_source
from briefing.model.fields import CARD_FIELDS, SOURCE_FIELDS, Field, Shape
from briefing.model.ids import NoteName, OutlineName
from briefing.model.note import Note
from briefing.model.outline import Outline

_BOM: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
_HEADER: Final = re.compile(r"^[ \t]*+\[", re.MULTILINE)
"""What may be a header, or a list or text that goes on."""
_MOST_BRACKETS: Final = 64
"""In one piece, wherever they stand. Each that is open takes 1.6 kB of the stack, and a thread may have 256 kB."""
_LARGEST_NUMBER: Final = 2**63
_NESTED: Final = (dict, list)
_LOOKED_OVER: Final = {Shape.MOMENT, Shape.TABLE}
_TIMED: Final = (datetime, time)
"""The parser takes times without seconds, and its time zones are its own."""
_ENTRIES: Final = frozenset({"card", "source", "block"})
_MARK: Final = "$__toml"
"""How a key begins by which the parser takes a table for a date."""
_ODD_ESCAPE: Final = re.compile(r"\\(?:[ex]|u00[2-7]|U000000[2-7])")
"""What only later TOML allows, and letters that could spell the mark."""
_SIMPLE_TABLE: Final = re.compile(r"""\{(?:[^{}"'#\\\n]|"[^"\\\n]*"(?!"))*\}""")
"""A table on one line, with no table in it and no text that is written otherwise than plainly."""
_LAST_COMMA: Final = re.compile(r",[ \t]*\}")


def read_quickly(name: NoteName, content: bytes) -> Note | None:
    """Return the note a sound file keeps, just as `read_note_file` does; None where that may find damage."""
    try:
        text = _plain(content)
        return None if text is None else _read_note(name, text)
    except (ValueError, RecursionError):
        return None


def find_lines(note: Note, content: bytes) -> tuple[tuple[str, str, int], ...]:
    """Return array, id and line of every entry of a note that was read quickly, just as `read_note_file` does."""
    sources, cards = _headers(content, "source", "card")
    return (
        *(("source", source.id, line) for source, line in zip(note.sources, sources, strict=True)),
        *(("card", card.id, line) for card, line in zip(note.cards, cards, strict=True)),
    )


def read_outline_quickly(name: OutlineName, content: bytes) -> Outline | None:
    """Return the outline a sound file keeps, just as `read_outline_file` does; None where that may find damage."""
    try:
        text = _plain(content)
        return None if text is None else _read_outline(name, text)
    except (ValueError, RecursionError):
        return None


def find_block_lines(outline: Outline, content: bytes) -> tuple[tuple[str, str, int], ...]:
    """Return array, id and line of every block of an outline that was read quickly, as `read_outline_file` does."""
    (lines,) = _headers(content, "block")
    return tuple(("block", block.id, line) for block, line in zip(outline.blocks, lines, strict=True))


def _headers(content: bytes, *arrays: str) -> Iterable[list[int]]:
    """Return the lines of the headers of each array, counted from 1."""
    lines: dict[str, list[int]] = {f"[[{array}]]": [] for array in arrays}
    for number, line in enumerate((_plain(content) or "").split("\n"), 1):
        if line in lines:
            lines[line].append(number)
    return lines.values()


def _plain(content: bytes) -> str | None:
    """Return a file's text without its byte order mark and with LF alone, as tomllib would have it."""
    text = content.decode("utf-8").removeprefix(_BOM)
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    return None if "\r" in text or text.startswith(_BOM) else text


def _read_note(name: NoteName, text: str) -> Note | None:
    """Return the note; raises ValueError and RecursionError for what cannot be read."""
    sources, cards = [], []
    pieces = _pieces(text)
    _, head = next(pieces)
    note, faults = read_note_head(name, _read_head(head))
    if faults:
        return None
    _refuse_excess((note.extra,))
    for array, piece in pieces:
        entry = _read_entry(array, piece)
        if array == "card":
            cards.append(card := read_card(entry))
            _refuse_excess(_wide_of_card(card))
        else:
            sources.append(source := read_source(entry))
            _refuse_excess(_wide_of_source(source))
    return replace(note, sources=tuple(sources), cards=tuple(cards))


def _read_outline(name: OutlineName, text: str) -> Outline:
    """Return the outline; raises ValueError and RecursionError for what cannot be read."""
    head, *pieces = f"\n{text}".split("\n[[block]]\n")
    outline, faults = read_outline_head(name, _read_head(head))
    if faults:
        raise ValueError
    _refuse_excess((outline.extra, outline.embargo))
    blocks = tuple(read_block(_read_entry("block", piece)) for piece in pieces)
    for block in blocks:
        if block.extra:
            _refuse_excess((block.extra,))
    return outline.with_blocks(blocks)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Each entry below its header with the name of its array, after the head with none.

    A header inside a long text cuts it in two, neither of which can be read.
    """
    for number, part in enumerate(f"\n{text}".split("\n[[card]]\n")):
        first, *others = part.split("\n[[source]]\n")
        yield ("card" if number else ""), first
        for other in others:
            yield "source", other


def _read_head(piece: str) -> Entry:
    """Return the head of a file; raises ValueError where it may hold tables, or entries."""
    if _HEADER.search(piece):
        raise ValueError
    head = _parse(piece)
    if not _ENTRIES.isdisjoint(head):
        raise ValueError
    return head


def _read_entry(array: str, piece: str) -> Entry:
    """Return the one entry of a piece, with the tables below it; raises ValueError where it holds another."""
    found = _parse(f"[[{array}]]\n{piece}")
    entries = found.get(array)
    if len(found) != 1 or not isinstance(entries, list) or len(entries) != 1:
        raise ValueError
    entry: Entry = entries[0]
    return entry


def _parse(piece: str) -> Entry:
    """Return what a piece holds; raises ValueError where it is no TOML, or more of it than is reasonable."""
    if len(piece) > LARGEST_ENTRY or piece.count("[") + piece.count("{") > _MOST_BRACKETS or is_bomb(piece):
        raise ValueError
    if _MARK in piece or ("\\" in piece and _ODD_ESCAPE.search(piece)) or ("{" in piece and _has_odd_table(piece)):
        raise ValueError
    found: Entry = rtoml.loads(piece)
    return found


def _has_odd_table(piece: str) -> bool:
    """Whether a brace may open a table over several lines or with a comma at its end, as later TOML allows."""
    return len(_SIMPLE_TABLE.findall(piece)) != piece.count("{") or _LAST_COMMA.search(piece) is not None


def _wide(fields: tuple[Field, ...]) -> Callable[[object], tuple[object, ...]]:
    """Return what takes from a value all that may hold a time, or anything: tables, and the keys nobody knows."""
    return attrgetter("extra", *(field.attribute for field in fields if field.shape in _LOOKED_OVER))


_wide_of_card: Final = _wide(CARD_FIELDS)
_wide_of_source: Final = _wide(SOURCE_FIELDS)


def _refuse_excess(values: Iterable[object], depth: int = 0) -> None:
    """Raise ValueError where values nest deeper, hold a larger number than the careful reader takes, or a time."""
    for value in values:
        if isinstance(value, _NESTED):
            if depth == DEEPEST:
                raise ValueError
            if value:
                _refuse_excess(value.values() if isinstance(value, dict) else value, depth + 1)
        elif isinstance(value, _TIMED) or (isinstance(value, int) and abs(value) >= _LARGEST_NUMBER):
            raise ValueError

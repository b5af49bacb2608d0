"""One edit made in a file's text: the entry's own lines change, every other byte stays as the office left it.

An edit carries what it was made from, so a file somebody else has saved meanwhile is no obstacle: the edit is made
in the file as it is now, field by field, and only a field that both have changed is a conflict.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefing.library.exact import put_back
from briefing.library.lines import split_lines
from briefing.library.merging import Conflict, ConflictError, are_alike, merge, whole
from briefing.library.pieces import cut_pieces, with_key
from briefing.library.render import render_entry
from briefing.library.stretches import comments_above, lines_of, place_for, stretch, with_lines
from briefing.library.tables import FileText, Table, cut
from briefing.model.entries import FIELDS_OF, Entry
from briefing.model.fields import NOTE_FIELDS, OUTLINE_FIELDS
from briefing.model.history import HEAD, Edit

__all__ = ["Conflict", "ConflictError", "SpliceError", "splice"]

ORDER_OF_HEAD = tuple(dict.fromkeys(field.name for field in (*OUTLINE_FIELDS, *NOTE_FIELDS)))


class SpliceError(Exception):
    """A text that after an edit does not say what was meant; nothing of it may be saved."""


def splice(text: FileText, edit: Edit) -> tuple[FileText, Edit]:
    """Return the text with the edit made, and the edit with the lines it took and gave.

    Raises ConflictError or SpliceError, and then nothing is changed. An edit that was made before, and is made again
    or undone, gives back the very lines it took, if the lines it gave are still as they were.
    """
    restored = put_back(text, edit)
    if restored and _is_meant(text, restored, edit, edit.after):
        return restored, edit
    table = text.table(edit.array, edit.id)
    if edit.after is None:
        return _remove(text, edit, table)
    if edit.before is None and edit.array != HEAD:
        return _add(text, edit, table, edit.after)
    if table is None or table.entry is None:
        raise whole(edit, None)
    return _change(text, edit, table, table.entry)


def _change(text: FileText, edit: Edit, table: Table, theirs: Entry) -> tuple[FileText, Edit]:
    changes = merge(edit, theirs)
    fresh = _rewritten(text, table, changes) if changes else lines_of(text, table)
    if edit.moved:
        moved = _moved(text, edit, table, fresh)
    elif changes:
        moved = _swapped(text, edit, table, fresh)
    else:
        return text, edit
    meant = {name: value for name, value in {**theirs, **changes}.items() if value is not None}
    return _meant(text, moved, meant)


def _swapped(text: FileText, edit: Edit, table: Table, fresh: str) -> tuple[FileText, Edit]:
    first, last = table.chunk.first, table.chunk.last
    made = replace(edit, was=stretch(text, first, last), became=replace(stretch(text, first, first), text=fresh))
    return with_lines(text, first, last, fresh), made


def _rewritten(text: FileText, table: Table, changes: Mapping[str, object | None]) -> str:
    """Return the entry's lines with keys changed in place, removed, or added where their order puts them."""
    pieces = cut_pieces(text.lines, table.chunk)
    order = tuple(FIELDS_OF.get(table.array, ())) or ORDER_OF_HEAD
    for name, value in changes.items():
        pieces = with_key(pieces, order, name, value)
    return _with_newline("".join(piece.text for piece in pieces), text.newline)


def _add(text: FileText, edit: Edit, table: Table | None, after: Entry) -> tuple[FileText, Edit]:
    if table is None:
        entry = _kept(edit, after) or render_entry(edit.array, after)
        return _meant(text, _inserted(text, edit, _with_newline(entry, text.newline)), after)
    if table.entry is not None and are_alike(table.entry, after):
        return text, edit
    raise whole(edit, table.entry)


def _kept(edit: Edit, after: Entry) -> str:
    """Return the lines an entry had before it was taken out, with its comments, if they still say what is meant."""
    if edit.became is None:
        return ""
    kept = cut(tuple(split_lines(edit.became.text)))
    table = kept.table(edit.array, edit.id)
    return lines_of(kept, table) if table and table.entry is not None and are_alike(table.entry, after) else ""


def _remove(text: FileText, edit: Edit, table: Table | None) -> tuple[FileText, Edit]:
    if table is None:
        return text, edit
    if table.entry is None or not are_alike(table.entry, edit.before or {}):
        raise whole(edit, table.entry)
    first, last = _with_space(text, table.chunk.first, table.chunk.last)
    made = replace(edit, was=stretch(text, first, last), became=None)
    return _meant(text, (with_lines(text, first, last, ""), made), None)


def _moved(text: FileText, edit: Edit, table: Table, fresh: str) -> tuple[FileText, Edit]:
    """Return the text with the entry in another place; a comment right above it speaks of it and goes with it."""
    first = comments_above(text, table.chunk.first)
    comments = "".join(text.lines[first : table.chunk.first])
    first, last = _with_space(text, first, table.chunk.last)
    taken = with_lines(text, first, last, "")
    given = fresh if fresh.endswith("\n") else fresh + text.newline
    placed, made = _inserted(taken, edit, comments + given)
    return placed, replace(made, was=stretch(text, first, last))


def _with_space(text: FileText, first: int, last: int) -> tuple[int, int]:
    """Return the lines of an entry with the blank one that sets it apart: after it, or before it at the end."""
    if last < len(text.lines) and not text.lines[last].strip():
        return first, last + 1
    if last == len(text.lines):
        while first > 0 and not text.lines[first - 1].strip():
            first -= 1
    return first, last


def _inserted(text: FileText, edit: Edit, entry: str) -> tuple[FileText, Edit]:
    """Return the text with the entry in its place, a blank line on either side."""
    where = place_for(text, edit)
    above, below = text.lines[:where], text.lines[where:]
    if above and not above[-1].endswith("\n"):
        text = with_lines(text, where - 1, where, above[-1] + text.newline)
    lead = text.newline if above and above[-1].strip() else ""
    trail = text.newline if below and below[0].strip() else ""
    given = replace(stretch(text, where, where), text=lead + entry + trail)
    return with_lines(text, where, where, given.text), replace(edit, was=None, became=given)


def _with_newline(text: str, newline: str) -> str:
    return text if newline == "\n" else text.replace("\r\n", "\n").replace("\n", newline)


def _meant(old: FileText, made: tuple[FileText, Edit], entry: Entry | None) -> tuple[FileText, Edit]:
    """Return what was made, read once more; raises SpliceError where it does not say what was meant."""
    if not _is_meant(old, made[0], made[1], entry):
        raise SpliceError
    return made


def _is_meant(old: FileText, new: FileText, edit: Edit, entry: Entry | None) -> bool:
    """Whether the edited entry is as it should be, and every other to the letter as it was."""
    table = new.table(edit.array, edit.id) if entry is not None else None
    if _others(old, old.table(edit.array, edit.id)) != _others(new, table):
        return False
    return entry is None or (table is not None and table.entry is not None and are_alike(table.entry, entry))


def _others(text: FileText, edited: Table | None) -> list[tuple[str, ...]]:
    """Return the lines of every other table, in order; the last of a file need not end."""
    chunks = (table.chunk for table in text.tables if table is not edited)
    others = (text.lines[chunk.first : chunk.last] for chunk in chunks)
    return [(*lines[:-1], lines[-1].rstrip("\r\n")) for lines in others if lines]

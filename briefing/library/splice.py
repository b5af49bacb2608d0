"""One edit made in a file's text: the entry's own lines change, every other byte stays as the office left it.

An edit carries what it was made from, so a file somebody else has saved meanwhile is no obstacle: the edit is made
in the file as it is now, field by field, and only a field that both have changed is a conflict.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.library.lines import split_lines
from briefing.library.pieces import cut_pieces, with_key
from briefing.library.render import render_entry
from briefing.library.tables import FileText, Table, cut
from briefing.model.entries import FIELDS_OF, Entry, is_unset
from briefing.model.fields import NOTE_FIELDS, OUTLINE_FIELDS
from briefing.model.history import HEAD, Edit

ORDER_OF_HEAD = tuple(dict.fromkeys(field.name for field in (*OUTLINE_FIELDS, *NOTE_FIELDS)))


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that somebody else changed too, since this edit was begun."""

    array: str
    id: str
    field: str
    """Empty where the whole entry is meant: it is gone, or there is another of its id."""
    base: object | None
    ours: object | None
    theirs: object | None


class ConflictError(Exception):
    """An edit that cannot be made without overwriting another."""

    def __init__(self, conflicts: tuple[Conflict, ...]) -> None:
        """Keep the fields it is about."""
        super().__init__(", ".join(f"{each.id} {each.field}" for each in conflicts))
        self.conflicts = conflicts


class SpliceError(Exception):
    """A text that after an edit does not say what was meant; nothing of it may be saved."""


def splice(text: FileText, edit: Edit) -> FileText:
    """Return the text with the edit made; raises ConflictError or SpliceError, and then nothing is changed."""
    table = text.table(edit.array, edit.id)
    if edit.after is None:
        spliced = _remove(text, edit, table)
    elif edit.before is None and edit.array != HEAD:
        spliced = _add(text, edit, table)
    else:
        spliced = _change(text, edit, table)
    _verify(text, spliced, edit)
    return spliced


def taken(text: FileText, edit: Edit) -> Edit:
    """Return an edit that removes an entry holding the very lines it removes, so that undoing brings them back."""
    table = text.table(edit.array, edit.id)
    if edit.after is not None or table is None:
        return edit
    return replace(edit, raw="".join(text.lines[table.chunk.first : table.chunk.last]))


def _change(text: FileText, edit: Edit, table: Table | None) -> FileText:
    if table is None or table.entry is None:
        raise ConflictError((Conflict(edit.array, edit.id, "", edit.before, edit.after, None),))
    changes = _changes(edit, table.entry)
    lines = _with_keys(text, table, changes, edit) if changes else text.lines
    changed = cut(lines, bom=text.bom) if changes else text
    return _moved(changed, edit) if edit.moved else changed


def _changes(edit: Edit, theirs: Entry) -> dict[str, object | None]:
    """Return the keys to write, None for one to remove; raises ConflictError where a key was changed by both."""
    before, after = edit.before or {}, edit.after or {}
    changes: dict[str, object | None] = {}
    conflicts: list[Conflict] = []
    for name in _either(before, after):
        base, ours, now = before.get(name), after.get(name), theirs.get(name)
        if _agree(name, base, ours) or _agree(name, now, ours):
            continue
        if not _agree(name, now, base):
            conflicts.append(Conflict(edit.array, edit.id, name, base, ours, now))
        changes[name] = ours
    if conflicts:
        raise ConflictError(tuple(conflicts))
    return changes


def _either(before: Entry, after: Entry) -> Sequence[str]:
    return tuple(dict.fromkeys((*after, *before)))


def _agree(name: str, one: object, other: object) -> bool:
    """Whether two values of a field say the same: a default written out is the same as one left out."""
    return (is_unset(name, one) and is_unset(name, other)) or _same(one, other)


def _alike(one: Entry, other: Entry) -> bool:
    return all(_agree(name, one.get(name), other.get(name)) for name in _either(one, other))


def _same(one: object, other: object) -> bool:
    """Whether two values are written alike: 1, 1.0 and true are three things to a reader."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(_same(one[name], other[name]) for name in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return type(one) is type(other) and one == other


def _with_keys(text: FileText, table: Table, changes: Mapping[str, object | None], edit: Edit) -> tuple[str, ...]:
    """Return the file's lines with the keys changed in place, removed, or added where their order puts them."""
    pieces = cut_pieces(text.lines, table.chunk)
    order = tuple(FIELDS_OF[edit.array]) if edit.array else ORDER_OF_HEAD
    for name, value in changes.items():
        pieces = with_key(pieces, order, name, value)
    fresh = _with_newline("".join(piece.text for piece in pieces), text.newline)
    return (*text.lines[: table.chunk.first], *split_lines(fresh), *text.lines[table.chunk.last :])


def _add(text: FileText, edit: Edit, table: Table | None) -> FileText:
    after = edit.after or {}
    if table is not None:
        if table.entry is not None and _alike(table.entry, after):
            return text
        raise ConflictError((Conflict(edit.array, edit.id, "", None, after, table.entry),))
    entry = edit.raw if edit.raw and _says(edit.raw, edit) else render_entry(edit.array, after)
    return _inserted(text, edit, _with_newline(entry, text.newline))


def _says(raw: str, edit: Edit) -> bool:
    """Whether kept lines still say what is to be put back: a later undo may restore another version."""
    tables = [table for table in cut(tuple(split_lines(raw))).tables if table.chunk.array]
    return len(tables) == 1 and tables[0].entry == edit.after


def _remove(text: FileText, edit: Edit, table: Table | None) -> FileText:
    if table is None:
        return text
    if table.entry is None or not _alike(table.entry, edit.before or {}):
        raise ConflictError((Conflict(edit.array, edit.id, "", edit.before, None, table.entry),))
    return _without(text, table.chunk.first, table.chunk.last)


def _without(text: FileText, first: int, last: int) -> FileText:
    """Return the text without a table's own lines and the blank line that set it apart."""
    if last < len(text.lines) and not text.lines[last].strip():
        last += 1
    elif last == len(text.lines):
        while first > 0 and not text.lines[first - 1].strip():
            first -= 1
    return cut((*text.lines[:first], *text.lines[last:]), bom=text.bom)


def _moved(text: FileText, edit: Edit) -> FileText:
    table = text.table(edit.array, edit.id)
    if table is None:
        return text
    first = table.chunk.first
    while first > 0 and text.lines[first - 1].lstrip().startswith("#"):
        first -= 1  # a comment right above an entry speaks of it and goes with it
    lines = "".join(text.lines[first : table.chunk.last])
    rest = _without(text, first, table.chunk.last)
    return _inserted(rest, edit, lines if lines.endswith("\n") else lines + text.newline)


def _inserted(text: FileText, edit: Edit, entry: str) -> FileText:
    where = _line_for(text, edit)
    before, after = list(text.lines[:where]), list(text.lines[where:])
    if before and not before[-1].endswith("\n"):
        before[-1] += text.newline
    lead = [text.newline] if before and before[-1].strip() else []
    trail = [text.newline] if after and after[0].strip() else []
    return cut((*before, *lead, *split_lines(entry), *trail, *after), bom=text.bom)


def _line_for(text: FileText, edit: Edit) -> int:
    """Return the line an entry is to start on: after the one it follows, before the first, or last of its array."""
    entries = text.of(edit.array)
    followed = next((table for table in entries if table.id == edit.follows_after), None)
    if edit.follows_after is not None and followed is not None:
        return followed.chunk.last
    if edit.follows_after is None and entries:
        return entries[0].chunk.first
    if entries:
        return entries[-1].chunk.last
    first_card = text.of("card")
    if edit.array == "source" and first_card:
        return first_card[0].chunk.first
    return len(text.lines)


def _with_newline(text: str, newline: str) -> str:
    return text if newline == "\n" else text.replace("\r\n", "\n").replace("\n", newline)


def _verify(old: FileText, new: FileText, edit: Edit) -> None:
    """Make sure that the text says what was meant: the entry as it should be, all others to the letter."""
    if _others(old, edit) != _others(new, edit):
        raise SpliceError
    table = new.table(edit.array, edit.id)
    if edit.after is None:
        if table is not None:
            raise SpliceError
        return
    if table is None or table.entry is None:
        raise SpliceError
    before = edit.before or {}
    changed = [name for name in _either(before, edit.after) if not _agree(name, before.get(name), edit.after.get(name))]
    if any(not _agree(name, table.entry.get(name), edit.after.get(name)) for name in changed):
        raise SpliceError


def _others(text: FileText, edit: Edit) -> list[str]:
    """Return the text of every other table, in order."""
    edited = text.table(edit.array, edit.id)
    others = (table.chunk for table in text.tables if table is not edited)
    return [found for chunk in others if (found := "".join(text.lines[chunk.first : chunk.last]).rstrip("\r\n"))]

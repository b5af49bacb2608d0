"""An edit that was made before: where its lines are still as it left them, they go and the old ones come back."""

from __future__ import annotations

from briefing.library.lines import split_lines
from briefing.library.stretches import as_at_home, end_above, place_for, with_lines
from briefing.library.tables import FileText
from briefing.model.history import Edit, Stretch


def put_back(text: FileText, edit: Edit) -> FileText | None:
    """Return the text with the edit's own lines exchanged; None where they are not known, or no longer there."""
    if edit.before is not None and edit.after is not None and not edit.moved:
        return _exchanged(text, edit)
    taken = text if edit.before is None else _taken(text, edit)
    if taken is None or edit.after is None:
        return taken
    return _given(taken, edit, edit.became) if edit.became else None


def _exchanged(text: FileText, edit: Edit) -> FileText | None:
    table = text.table(edit.array, edit.id)
    if table is None or edit.was is None or edit.became is None:
        return None
    first = table.chunk.first
    last = first + len(split_lines(edit.was.text))  # a comment at the end is no part of the table any more
    if last < table.chunk.last or last > _start_below(text, first + 1) or _text(text, first, last) != edit.was.text:
        return None
    return with_lines(text, first, last, edit.became.text)


def _taken(text: FileText, edit: Edit) -> FileText | None:
    """Return the text without the lines; they must hold the whole entry and stand where they stood."""
    table = text.table(edit.array, edit.id)
    if table is None or edit.was is None:
        return None
    first = end_above(text, table.chunk.first) + edit.was.gap
    last = first + len(split_lines(edit.was.text))
    if first > table.chunk.first or last < table.chunk.last or _text(text, first, last) != edit.was.text:
        return None
    return with_lines(text, first, last, "")


def _given(text: FileText, edit: Edit, given: Stretch) -> FileText | None:
    """Return the text with the lines where they stood; no table may stand there by now."""
    above = end_above(text, place_for(text, edit))
    where = above + given.gap
    is_whole = given.text.endswith("\n") or where == len(text.lines)
    if where > _start_below(text, above) or not is_whole or (where and not text.lines[where - 1].endswith("\n")):
        return None
    return with_lines(text, where, where, as_at_home(given.text, text))


def _start_below(text: FileText, line: int) -> int:
    """Return where the first table from a line on starts, or the end of the file."""
    return min((table.chunk.first for table in text.tables[1:] if table.chunk.first >= line), default=len(text.lines))


def _text(text: FileText, first: int, last: int) -> str:
    return "".join(text.lines[first:last])

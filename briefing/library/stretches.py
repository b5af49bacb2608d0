"""Stretches of a file's lines: where one stands, where a new one goes, and a text with one in the place of another."""

from __future__ import annotations

from briefing.library.lines import split_lines
from briefing.library.tables import FileText, Table, recut
from briefing.model.history import Edit, Stretch


def lines_of(text: FileText, table: Table) -> str:
    """Return a table's own lines."""
    return "".join(text.lines[table.chunk.first : table.chunk.last])


def stretch(text: FileText, first: int, last: int) -> Stretch:
    """Return the lines from `first` up to `last` as an edit remembers them."""
    return Stretch("".join(text.lines[first:last]), first - end_above(text, first))


def with_lines(text: FileText, first: int, last: int, fresh: str) -> FileText:
    """Return the text with other lines in the place of those from `first` up to `last`."""
    return recut(text, first, last, split_lines(fresh))


def as_at_home(fresh: str, text: FileText) -> str:
    """Return kept lines with the line ends of the file they are to stand in, or as they are if it has both or none."""
    ends = {line[-2:] == "\r\n" for line in text.lines if line.endswith("\n")}
    if ends == {False}:
        return fresh.replace("\r\n", "\n")
    return fresh.replace("\n", "\r\n") if ends == {True} and "\r\n" not in fresh else fresh


def end_above(text: FileText, line: int) -> int:
    """Return where the table above a line ends; 0 where there is none."""
    return max((table.chunk.last for table in text.tables if table.chunk.last <= line), default=0)


def comments_above(text: FileText, line: int) -> int:
    """Return the first line of the comment that stands right above a line, or the line itself."""
    first, above = line, end_above(text, line)
    while first > above and text.lines[first - 1].lstrip().startswith("#"):
        first -= 1
    return first


def place_for(text: FileText, edit: Edit) -> int:
    """Return the line an entry is to start on: after the one it follows, before the first, or last of its array."""
    entries = text.of(edit.array)
    followed = next((table for table in entries if table.id == edit.follows_after), None)
    if edit.follows_after is not None and followed is not None:
        return followed.chunk.last
    if edit.follows_after is None and entries:
        return comments_above(text, entries[0].chunk.first)
    if entries:
        return entries[-1].chunk.last
    first_card = next(iter(text.of("card")), None)
    if edit.array == "source" and first_card:
        return comments_above(text, first_card.chunk.first)
    return len(text.lines)

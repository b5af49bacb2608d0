"""Rules of the text itself: what Word calls unreadable content, or would obey instead of show."""

from __future__ import annotations

from lxml import etree

from briefing.model.literal import hidden
from briefing.word.checking.fault import Found
from briefing.word.checking.names import w
from briefing.word.checking.opened import Opened
from briefing.wording import checking as say


def breaks_lines_properly(file: Opened) -> Found:
    """Find line ends written into a text: Word calls them unreadable content."""
    yield from ((story.part, say.BROKEN_LINE) for story in file.stories if story.broken_lines)


def marks_deleted_text(file: Opened) -> Found:
    """Find deleted words written as if they were not."""
    yield from ((story.part, say.UNDELETED) for story in file.stories if story.undeleted)


def fills_rows_and_cells(file: Opened) -> Found:
    """Find rows without a cell, and cells that do not end with a paragraph."""
    for story in file.stories:
        for table in story.skeleton.iter(w("tbl")):
            yield from ((story.part, say.EMPTY_ROW) for row in table.iterchildren(w("tr")) if not _cells(row))
        for cell in story.skeleton.iter(w("tc")):
            if len(cell) == 0 or cell[-1].tag != w("p"):
                yield story.part, say.NO_PARAGRAPH


def _cells(row: etree._Element) -> bool:
    return next(row.iter(w("tc")), None) is not None


def shows_every_character(file: Opened) -> Found:
    """Find control characters and those that turn or hide the words beside them."""
    for story in file.own:
        for text in story.stretches():
            yield from ((story.part, say.hidden_character(name)) for name in hidden(text))

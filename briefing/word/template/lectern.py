"""The sheet of a reading copy, on any template: its lowest part free, its lines short and of one height."""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Length, Pt, Twips
from lxml import etree

from briefing.document.document import Document, Style
from briefing.document.layout import PAPERS
from briefing.document.reading_copy import ReadingCopy
from briefing.word.measuring import LINE, measure_of, text_area

_NARROW = 0.415
"""How wide a letter is in a line of narrow ones, by the size of its type: nineteen lines in twenty hold no more of them
than they may; by the width of an average letter every second line would."""


def set_lectern(word: WordDocument, document: Document) -> None:
    """Set the sheet and the lines of what is spoken, where the document is a reading copy."""
    if document.reading is None:
        return
    _set_lines(word, document.reading)
    _set_margins(word.sections[-1], document.reading, PAPERS[document.layout.paper][0], _points(word))
    _set_turns(word)


def _set_lines(word: WordDocument, copy: ReadingCopy) -> None:
    """Give what is spoken lines of one height in every type: pages end where they were planned to."""
    for spacing in _within(word, Style.SPOKEN, "w:spacing"):
        if spacing.get(qn("w:lineRule")) == "atLeast":
            spacing.set(qn("w:line"), str(round(20 * copy.size * LINE * copy.line_spacing)))


def _set_margins(page: Section, copy: ReadingCopy, sheet: int, points: float) -> None:
    """Leave free what is to be free; a template's own margins stay where they are wider."""
    width = Twips(sheet) if page.page_width is None else page.page_width
    longest = Pt(copy.line_length[1] * _NARROW * points)
    side = max(Cm(copy.side_margin), Length((width - longest) // 2))
    page.left_margin = max(page.left_margin or side, side)
    page.right_margin = max(page.right_margin or side, side)
    page.bottom_margin = max(page.bottom_margin or Cm(0), Cm(copy.bottom_margin))


def _set_turns(word: WordDocument) -> None:
    """Let the numbers of pages on the first sheet stand at the end of the line."""
    width = round(20 * text_area(word)[0])
    for tab in _within(word, Style.TURN, "w:tab"):
        tab.set(qn("w:pos"), str(width))


def _within(word: WordDocument, wanted: Style, tag: str) -> Iterator[etree._Element]:
    """Yield the elements of a style that have a tag."""
    for style in word.styles.element.iterchildren(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None and name.get(qn("w:val"), "").casefold() == wanted.casefold():
            yield from style.iter(qn(tag))


def _points(word: WordDocument) -> float:
    return measure_of(word, Style.SPOKEN).size

"""How many pages a document fills, and where each block stands: an estimate, without Word and at once.

It sets lines as wide as Arial's letters are and pages as high as the template's. Word and LibreOffice differ from each
other by about as much as from this: a line here and there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import ceil

from docx.document import Document as WordDocument

from briefing.document.document import Document, Paragraph, Style, Table
from briefing.word.measuring import Measure, measures, text_area
from briefing.word.paging.pages import settle_pages
from briefing.word.styles import NOTE_STYLE

_CELL_SIDES = 11.3
_ROW_EDGES = 5.7
"""Points a cell loses at its sides, and a row adds above and below (the house's table)."""
_LEAST = 2
"""Lines of a paragraph that stay together at the end of a page, and begin the next."""
_PLAIN = Measure(12)
_LENIENCE = 1.02
"""How much more than its height a page takes: the space after its last line need not fit, and letters are kerned."""
_SETTLED = 1.2
"""The same where it is settled what begins a page: what is on one has room there."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a document as they are likely to come out."""

    count: int
    of_block: Mapping[str, int]
    """The page each block begins on, from 1."""
    ends: tuple[float, ...] = ()
    """Where each part of the body ends, in their order: 0.5 is halfway down the first page, 1.5 down the second."""


def estimate_pages(document: Document, word: WordDocument) -> Pages:
    """Return how many pages a document fills when it is set on a template."""
    settled = settle_pages(document, word)
    sheet = _first_sheet(word, _LENIENCE if settled is document else _SETTLED)
    for part in settled.body:
        sheet.put(part)
    sheet.end()
    return Pages(sheet.page, sheet.of_block, tuple(sheet.ends))


def is_longer(document: Document, word: WordDocument, pages: float) -> bool:
    """Whether a document fills more than so many pages; no more of it is looked at than that takes."""
    sheet = _first_sheet(word, _LENIENCE)
    for part in document.body:
        sheet.put(part)
        if sheet.page > pages:
            return True
    return False


def _first_sheet(word: WordDocument, lenience: float) -> _Sheet:
    width, height = text_area(word)
    return _Sheet(width, height * lenience, measures(word))


@dataclass(slots=True)
class _Sheet:
    """The page that is being filled."""

    width: float
    height: float
    measures: Mapping[str, Measure]
    page: int = 1
    used: float = 0
    waiting: float = 0
    """The height of headings that go with what follows, and the blocks they are of."""
    waiting_blocks: list[str] = field(default_factory=list)
    of_block: dict[str, int] = field(default_factory=dict)
    ends: list[float] = field(default_factory=list)

    def put(self, part: Paragraph | Table) -> None:
        """Set one part below what there is, or on the next page."""
        if isinstance(part, Table):
            for height, blocks in self._rows(part):
                self._take(height, height, blocks)
            self.ends.append(self._here())
            return
        if part.begins_page and (self.used or self.waiting):
            self.turn()
        measure = self._measure(part.style)
        lines = measure.lines(part.text, self.width)
        notes = self._notes(part)
        height = measure.before + lines * measure.line_height + measure.after + notes
        least = height if measure.keeps_lines else min(height, measure.before + _LEAST * measure.line_height + notes)
        if measure.keeps_next:
            self.waiting += height
            self.waiting_blocks.append(part.block)
            return
        self._take(height, least, [part.block])
        self.ends.append(self._here())

    def _here(self) -> float:
        return self.page - 1 + self.used / self.height

    def turn(self) -> None:
        """Begin a page."""
        self._take(0, 0, [])
        self.page, self.used = self.page + 1, 0

    def end(self) -> None:
        """Set what waits for something to follow it, and nothing does."""
        self._take(0, 0, [])

    def _take(self, height: float, least: float, blocks: list[str]) -> None:
        """Use some height of the page; where `least` of it has no room, that and what waits go to the next."""
        before, self.waiting = self.waiting, 0
        if self.used and self.used + before + least > self.height:
            self.page, self.used = self.page + 1, 0
        for block in (*self.waiting_blocks, *blocks):
            self.of_block.setdefault(block, self.page)
        self.ends += [self.page - 1 + (self.used + before) / self.height] * len(self.waiting_blocks)
        self.waiting_blocks.clear()
        self.used += before + height
        if self.used > self.height:
            full = ceil(self.used / self.height) - 1
            self.page, self.used = self.page + full, self.used - full * self.height

    def _rows(self, table: Table) -> Iterator[tuple[float, list[str]]]:
        for row in ([(heading,) for heading in table.heading], *table.rows):
            heights = [
                sum(self._cell(paragraph, share) for paragraph in cell)
                for cell, share in zip(row, table.widths, strict=True)
            ]
            notes = sum(self._notes(paragraph) for cell in row for paragraph in cell)
            yield max(heights) + _ROW_EDGES + notes, [paragraph.block for cell in row for paragraph in cell]

    def _cell(self, paragraph: Paragraph, share: int) -> float:
        measure = self._measure(paragraph.style)
        lines = measure.lines(paragraph.text, self.width * share / 100 - _CELL_SIDES)
        return measure.before + lines * measure.line_height + measure.after

    def _notes(self, paragraph: Paragraph) -> float:
        measure = self.measures.get(NOTE_STYLE, _PLAIN)
        texts = ("".join(words.text for words in note.words) for note in paragraph.footnotes)
        return sum(measure.lines(text, self.width) * measure.line_height + measure.after for text in texts)

    def _measure(self, style: Style) -> Measure:
        return self.measures.get(style.value.casefold(), _PLAIN)

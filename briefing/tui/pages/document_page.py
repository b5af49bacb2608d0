"""A whole document as it will read, with a rule where each of its pages is likely to end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.document.document import Document, Footnote, Paragraph, Style, Table
from briefing.model.finding import Finding
from briefing.tui.pages.preview_page import document_notes, document_par
from briefing.tui.widgets.literal import Look, Run
from briefing.tui.widgets.page import BLANK, Page, Par
from briefing.wording import outline as say


def document_page(
    document: Document, pages: int, page_of_block: Mapping[str, int], noticed: Sequence[Finding] = ()
) -> Page:
    """Return the page of a document: what was noticed of its length, its paragraphs in order, its notes at the end."""
    notes: list[Footnote] = []
    pars = tuple(_pars(document, page_of_block, notes))
    return Page(say.about_pages(pages), (*_noticed(noticed), *pars, *document_notes(notes)), key="document")


def _noticed(findings: Sequence[Finding]) -> Iterator[Par]:
    for finding in findings:
        yield Par((Run(f"! {finding.message}", Look.WARN),))
    if findings:
        yield BLANK


def _pars(document: Document, page_of_block: Mapping[str, int], notes: list[Footnote]) -> Iterator[Par]:
    on = 1
    for part in document.body:
        for paragraph in _paragraphs(part):
            begins = page_of_block.get(paragraph.block, on)
            if begins > on:
                on = begins
                yield Par((Run(say.page_begins(on), Look.SOFT),))
                yield BLANK
            yield document_par(paragraph, notes)
            if paragraph.style is not Style.DETAIL:
                yield BLANK


def _paragraphs(part: Paragraph | Table) -> Iterator[Paragraph]:
    if isinstance(part, Paragraph):
        yield part
        return
    for row in part.rows:
        for heading, cell in zip(part.heading, row, strict=True):
            yield heading
            yield from cell

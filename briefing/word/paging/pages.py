"""A reading copy with its pages settled: what begins one, the catchwords at its foot, and where each part begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from docx.document import Document as WordDocument

from briefing.document.document import Document, Paragraph, Style, Table, Words
from briefing.word.measuring import Measure, measures, text_area
from briefing.word.paging.filling import Part, fill
from briefing.word.paging.stretches import SPOKEN, Stretch, cut
from briefing.wording import reading as say

_PLAIN = Measure(14)
_SURE = 0.95
"""Of a line: what is this wide stands in one in any program."""


def settle_pages(document: Document, word: WordDocument) -> Document:
    """Return a reading copy as it will be paged on a template; any other document as it is."""
    copy = document.reading
    if copy is None or not copy.whole_sentences:
        return document
    known = measures(word)
    width, height = text_area(word)
    spoken = known.get(Style.SPOKEN.casefold(), _PLAIN)
    parts = [
        Part(
            part,
            lambda style: known.get(style.casefold(), _PLAIN),
            width,
            height - spoken.line_height,  # a line to spare: no two programs set a page quite alike
            copy.catchwords,
        )
        for part in _parts(document.body)
    ]
    return replace(document, body=tuple(_numbered(parts)))


def _parts(body: Iterable[Paragraph | Table]) -> Iterator[list[Paragraph]]:
    """Yield the parts that begin a page; a reading copy has no tables."""
    part: list[Paragraph] = []
    for paragraph in body:
        if isinstance(paragraph, Table):
            continue
        if paragraph.begins_page and part:
            yield part
            part = []
        part.append(paragraph)
    if part:
        yield part


def _numbered(parts: Sequence[Part]) -> Iterator[Paragraph]:
    """Yield the paragraphs of all parts, the lines of the first sheet with the page each part begins on."""
    pages = [list(_pages(part)) for part in parts]
    begins: list[int] = []
    number = 1
    for part in pages:
        begins.append(number)
        number += len(part)
    turns = iter(begins[1:])
    for page in pages[0]:
        for paragraph in page:
            yield _turned(paragraph, next(turns)) if paragraph.style is Style.TURN else paragraph
    for part in pages[1:]:
        for page in part:
            yield from page


def _turned(paragraph: Paragraph, page: int) -> Paragraph:
    return replace(paragraph, words=(*paragraph.words, Words(f"\t{say.page(page)}")))


def _pages(part: Part) -> Iterator[list[Paragraph]]:
    """Yield the pages of a part, each a list of paragraphs of which the first begins it."""
    begins = fill(part)
    for start, end in pairwise((*begins, len(part.stretches))):
        page = list(_paragraphs(part, part.stretches[start:end]))
        page[0] = replace(page[0], begins_page=start > 0 or page[0].begins_page)
        if part.has_catchwords and end < len(part.stretches):
            page.append(_catchwords(part, part.stretches[end:]))
        yield page


def _paragraphs(part: Part, stretches: Sequence[Stretch]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a page, put together again of their stretches."""
    first = stretches[0]
    for before, after in pairwise((*stretches, None)):
        if before is not None and (after is None or after.paragraph != before.paragraph):
            yield cut(part.of(first), first.start, before.end)
            first = after or before


def _catchwords(part: Part, following: Sequence[Stretch]) -> Paragraph:
    """Return the first words that are said on the next page, as many of them as stand in one line."""
    said = (part.of(one).text[one.start : one.end] for one in following if part.of(one).style in SPOKEN)
    words = list(islice((word for text in said for word in text.split()), part.catchwords))
    measure = part.measure(Style.CATCHWORDS)
    while len(words) > 1 and measure.wrapped(say.catchwords(" ".join(words)), _SURE * part.width) > 1:
        words.pop()
    return Paragraph(Style.CATCHWORDS, (Words(say.catchwords(" ".join(words))),))

"""Whether a document is longer than its readers will take, and whether its first page says what it must."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from math import ceil

from briefing.document.composing import find_product
from briefing.document.document import Document, Paragraph, Style, Table
from briefing.document.prose import sentences
from briefing.model.finding import Finding, Severity
from briefing.word.pages import Pages
from briefing.word.paging.stretches import SPOKEN
from briefing.wording import word as say

TOO_LONG = "PAGE-01"
NOT_AT_A_GLANCE = "PAGE-02"
LONG_ANSWER = "PAGE-03"
LONG_SENTENCE = "PAGE-04"
_BRIEFING = "briefing"
_CERTAIN = 0.92
"""How far down the first page what ends there will end in any program; Word and LibreOffice differ by some lines."""


def length_findings(document: Document, pages: Pages) -> Iterator[Finding]:
    """Yield what is to be said of a document's length, its sources not counted, its first page and its answers."""
    product = find_product(document.product)
    is_briefing = product.name == _BRIEFING
    most = document.layout.pages if is_briefing else product.pages
    filled = _filled(document, pages)
    if most and filled > most:
        message = say.too_long(product.title, filled, most)
        hint = f"{say.TOO_LONG_HINT} {say.LIMIT_HINT}" if is_briefing else say.TOO_LONG_HINT
        yield Finding(TOO_LONG, Severity.INFO, message, suggestion=hint)
    if document.layout.first_page:
        yield from _at_a_glance(document, pages)
    if product.answer:
        yield from _long_answers(document, product.answer)
    if document.reading:
        yield from _long_sentences(document, document.reading.longest_sentence)


def _filled(document: Document, pages: Pages) -> int:
    """Return how many pages the document's blocks fill; its sources, which are of none, are not counted."""
    ends = (end for part, end in zip(document.body, pages.ends, strict=False) if isinstance(part, Table) or part.block)
    return max(1, ceil(max(ends, default=0)))


def _at_a_glance(document: Document, pages: Pages) -> Iterator[Finding]:
    """Yield what its first page does not say, and the first thing that was to stand on it and has no room there."""
    if document.lacks:
        yield Finding(NOT_AT_A_GLANCE, Severity.INFO, say.lacks_at_a_glance(document.lacks))
    for part, end in zip(document.body[: document.at_a_glance], pages.ends, strict=False):
        if end > _CERTAIN:
            block = part.block if isinstance(part, Paragraph) else ""
            yield Finding(NOT_AT_A_GLANCE, Severity.INFO, say.NOT_AT_A_GLANCE, block=block)
            return


def _long_answers(document: Document, most: int) -> Iterator[Finding]:
    """Yield each answer that is longer than can be given."""
    answers = (paragraph for paragraph in document.paragraphs() if paragraph.style is Style.ANSWER)
    for block, paragraphs in groupby(answers, lambda paragraph: paragraph.block):
        words = sum(len(paragraph.text.split()) for paragraph in paragraphs)
        if words > most:
            yield Finding(LONG_ANSWER, Severity.INFO, say.long_answer(words, most), block=block)


def _long_sentences(document: Document, most: int) -> Iterator[Finding]:
    """Yield each sentence that is longer than a breath, and than what surely stands on one page; each once."""
    said = dict.fromkeys(
        (paragraph.block, sentence)
        for paragraph in document.paragraphs()
        if paragraph.style in SPOKEN
        for sentence in sentences(paragraph.text)
    )
    for block, sentence in said:
        words = len(sentence.split())
        if words > most:
            yield Finding(
                LONG_SENTENCE, Severity.WARN, say.long_sentence(words, most), block=block, suggestion=say.HALVE
            )

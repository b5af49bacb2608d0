"""Whether a document is longer than its readers will take, and whether its first page says what it must."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.document.composing import find_product
from briefing.document.document import Document, Style
from briefing.model.finding import Finding, Severity
from briefing.word.pages import Pages
from briefing.wording import word as say

TOO_LONG = "PAGE-01"
NOT_AT_A_GLANCE = "PAGE-02"
_BRIEFING = "briefing"


def length_findings(document: Document, pages: Pages) -> Iterator[Finding]:
    """Yield what is to be said of a document's length, its sources not counted, and of a briefing's first page."""
    product = find_product(document.product)
    most = document.layout.pages if product.name == _BRIEFING else product.pages
    filled = max(pages.of_block.values(), default=1)
    if most and filled > most:
        message = say.too_long(product.title, filled, most)
        yield Finding(TOO_LONG, Severity.INFO, message, suggestion=say.TOO_LONG_HINT)
    if document.layout.first_page and product.name == _BRIEFING:
        late = [block for block in _top_lines(document) if pages.of_block.get(block, 1) > 1]
        if late:
            yield Finding(NOT_AT_A_GLANCE, Severity.INFO, say.NOT_AT_A_GLANCE, block=late[0])


def _top_lines(document: Document) -> Iterator[str]:
    """Yield the blocks of a briefing's top lines: they are its numbered paragraphs."""
    return (paragraph.block for paragraph in document.paragraphs() if paragraph.style is Style.NUMBER)

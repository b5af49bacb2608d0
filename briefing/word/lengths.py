"""Whether a document is longer than its readers will take: a briefing of four pages, a letter of one."""

from __future__ import annotations

from briefing.document.composing import find_product
from briefing.document.document import Document
from briefing.model.finding import Finding, Severity
from briefing.word.pages import Pages
from briefing.wording import word as say

TOO_LONG = "PAGE-01"


def length_findings(document: Document, pages: Pages) -> tuple[Finding, ...]:
    """Return what is to be said of a document's length; its sources at the end do not count."""
    product = find_product(document.product)
    most = document.layout.pages if product.name == "briefing" else product.pages
    filled = max(pages.of_block.values(), default=1)
    if not most or filled <= most:
        return ()
    return (Finding(TOO_LONG, Severity.INFO, say.too_long(product.title, filled, most), suggestion=say.TOO_LONG_HINT),)

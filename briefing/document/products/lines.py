"""Lines to take: one side that can be spoken from, with what not to say, the facts behind it and how long it holds."""

from __future__ import annotations

from briefing.document.document import Document, Style
from briefing.document.notes import Notes
from briefing.document.product import Manner, Product, sections
from briefing.document.sections import Setting, set_blocks
from briefing.document.titles import finished, occasion, ownership, title_block
from briefing.model.library import Library
from briefing.model.outline import Outline

_TOP = Manner(own=Style.CALLOUT, card=Style.CALLOUT)
_LISTED = Manner(own=Style.BULLET)

SECTIONS = sections(
    ("top-line", "Top line", _TOP),
    ("supporting", "Supporting lines", _LISTED),
    ("if-pressed", "If pressed", _LISTED),
    ("do-not-say", "Do not say", _LISTED),
    ("facts", "Facts", _LISTED),
)


def write(outline: Outline, library: Library) -> Document:
    """Return the lines made from an outline."""
    setting = Setting(library, Notes(library), PRODUCT, outline.title)
    body = [
        *title_block(outline, PRODUCT, (*occasion(outline, library), *ownership(outline))),
        *set_blocks(setting, outline.blocks),
    ]
    return finished(outline, library, PRODUCT, body)


PRODUCT = Product("lines", "Lines to take", SECTIONS, _LISTED, write, pages=1)

"""A debate briefing: what the Member must know at a glance on the first page, then the evidence, then its sources."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.document.citation import cite
from briefing.document.document import Document, Paragraph, Style, Words
from briefing.document.notes import Notes
from briefing.document.product import Manner, Product, sections
from briefing.document.sections import Setting, set_blocks
from briefing.document.titles import finished, occasion, ownership, title_block
from briefing.model.library import Library
from briefing.model.outline import Outline
from briefing.wording import document as say

_PROSE = Manner()
_NUMBERED = Manner(own=Style.NUMBER, card=Style.NUMBER)
_LISTED = Manner(own=Style.BULLET)

SECTIONS = sections(
    ("top-lines", "Top lines", _NUMBERED),
    ("key-facts", "Key facts", _LISTED),
    ("they-say", "What the other side will say", _PROSE),
    ("constituency", "In the constituency", _LISTED),
    ("clauses", "The Bill, clause by clause", _LISTED),
    ("quotations", "Quotations ready to use", _LISTED),
    ("interests", "Interests to declare", _LISTED),
    ("traps", "Traps", _LISTED),
)


def write(outline: Outline, library: Library) -> Document:
    """Return the briefing made from an outline."""
    notes = Notes(library)
    body = [
        *title_block(outline, PRODUCT, _details(outline, library)),
        *set_blocks(Setting(library, notes, PRODUCT, outline.title), outline.blocks),
        *sources(notes),
    ]
    return finished(outline, library, PRODUCT, body)


def _details(outline: Outline, library: Library) -> tuple[tuple[str, str], ...]:
    return (
        *occasion(outline, library),
        (say.OPENS, outline.opens),
        (say.WINDS, outline.winds),
        *ownership(outline),
    )


def sources(notes: Notes) -> Iterator[Paragraph]:
    """Yield every source the notes name, whole, under a heading of its own."""
    if notes.sources:
        yield Paragraph(Style.HEADING_1, (Words(say.SOURCES),), kind="heading")
    for source in notes.sources:
        yield Paragraph(Style.BIBLIOGRAPHY, cite(source))


PRODUCT = Product("briefing", "Debate briefing", SECTIONS, _PROSE, write)

"""A debate briefing: what the Member must know at a glance on the first page, then the evidence, then its sources.

On the first page stand our aim, what we ask, the top lines, and when and where. So the top lines come first wherever
the outline has them, and each is a line: what its figure holds for stands in its note, and long exact words elsewhere.
Who keeps the briefing, and until when it holds, stands behind the evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.document.citation import cite
from briefing.document.document import Document, Paragraph, Style, Words
from briefing.document.notes import Notes
from briefing.document.product import Manner, Product, Scope, sections
from briefing.document.sections import Setting, parted, set_blocks
from briefing.document.titles import Labelled, details, finished, occasion, on_one_line, ownership, title_block
from briefing.model.library import Library
from briefing.model.outline import Block, Outline
from briefing.wording import document as say

_PROSE = Manner()
_NUMBERED = Manner(own=Style.NUMBER, card=Style.NUMBER, scope=Scope.NOTED, quotations=False)
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
    setting = Setting(library, notes, PRODUCT, outline.title)
    top_lines, evidence = parted(outline.blocks, "top-lines")
    first_page = [
        *title_block(outline, PRODUCT, _details(outline, library)),
        *set_blocks(setting, top_lines),
    ]
    body = [
        *first_page,
        *set_blocks(setting, evidence),
        *about(outline),
        *sources(notes),
    ]
    document = finished(outline, library, PRODUCT, body)
    return replace(document, at_a_glance=len(first_page), lacks=_lacks(outline, top_lines))


def _details(outline: Outline, library: Library) -> Iterator[Labelled]:
    """Yield when, where and who speaks, in few lines: the rest of the page is wanted."""
    yield from occasion(outline, library)
    yield from on_one_line((say.OPENS, outline.opens), (say.WINDS, outline.winds))
    yield say.AUDIENCE, outline.audience


def _lacks(outline: Outline, top_lines: Sequence[Block]) -> tuple[str, ...]:
    """Return what the first page should say and the outline does not."""
    wanted = ((say.AN_AIM, outline.aim), (say.AN_ASK, outline.ask), (say.TOP_LINES, top_lines[1:]))
    return tuple(name for name, said in wanted if not said)


def about(outline: Outline) -> Iterator[Paragraph]:
    """Yield who keeps and cleared the briefing, and until when it holds, where that is said."""
    _, *kept = ownership(outline)
    lines = tuple(details(kept))
    if lines:
        yield Paragraph(Style.HEADING_1, (Words(say.ABOUT),), kind="heading")
        yield from lines


def sources(notes: Notes) -> Iterator[Paragraph]:
    """Yield every source the notes name, whole, under a heading of its own."""
    if notes.sources:
        yield Paragraph(Style.HEADING_1, (Words(say.SOURCES),), kind="heading")
    for source in notes.sources:
        yield Paragraph(Style.BIBLIOGRAPHY, cite(source))


PRODUCT = Product("briefing", "Debate briefing", SECTIONS, _PROSE, write)

"""An outline at a glance, before it is opened: what it becomes, when, how long it takes, and its headings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from briefing.model.dates import spell
from briefing.model.library import Library
from briefing.model.outline import Block, Outline
from briefing.tui.pages.signs import sign
from briefing.tui.widgets.literal import Look, Run
from briefing.tui.widgets.page import BLANK, Page, Par
from briefing.wording import desk as wording


def outline_page(outline: Outline, library: Library, time: str = "") -> Page:
    """Return the page of an outline; `time` is its spoken time where it is known."""
    facts = (wording.PRODUCTS.get(outline.product, outline.product), _day(outline), outline.event, time)
    pars = (
        Par((Run(outline.title, Look.STRONG),)),
        Par((Run(" · ".join(fact for fact in facts if fact), Look.SOFT),)),
        Par((Run(wording.ENTER_ASSEMBLES, Look.SOFT),)),
        BLANK,
        *(_block(block, library) for block in outline.blocks),
    )
    return Page(wording.OUTLINE, pars, key=f"outline:{outline.name}")


def _day(outline: Outline) -> str:
    return "" if outline.date == date.min else spell(outline.date)


def _block(block: Block, library: Library) -> Par:
    indent = "  " * (block.level - 1)
    return Par((Run(indent), *_words(block, library)), hang=len(indent) + 2)


def _words(block: Block, library: Library) -> Iterator[Run]:
    if block.heading:
        yield Run(block.heading, Look.STRONG)
        return
    card = library.cards.get(block.evidence)
    if block.evidence:
        yield sign(card.standing) if card else Run("!", Look.WARN)
        yield Run(" ")
    yield _said(block, library)


def _said(block: Block, library: Library) -> Run:
    card = library.cards.get(block.evidence)
    if block.evidence and card is None:
        return Run(f"{block.evidence}, {wording.MISSING_CARD}", Look.WARN)
    if card and card.is_restricted:
        return Run(f"{wording.LOCK} {wording.RESTRICTED}", Look.PRIVATE)
    return Run(block.text or (card.claim if card else ""), Look.PLAIN)

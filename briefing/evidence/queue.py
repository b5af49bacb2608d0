"""What to check next: the cards that are unchecked, disputed or stale, the most used first and of those the oldest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from briefing.evidence.freshness import SETTLED, why_stale
from briefing.model.card import Card, Listed
from briefing.model.dates import When, first_day
from briefing.model.library import Library

DISPUTED = "disputed"
UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Queued:
    """A card to look at, why, and how much leans on it."""

    card: Listed
    why: str
    """`disputed`, a `freshness.Reason`, or `unchecked`."""
    uses: int
    """How many outlines use it."""
    of: date
    """The day it is of: its own, else its source's; the last day there is where neither says one."""


def line_up(cards: Iterable[Card], library: Library, on: date) -> tuple[Queued, ...]:
    """Return those of the cards that are to be looked at on a day, the most used first and of those the oldest."""
    found = (queued for card in cards if (queued := _queued(card, library, on)))
    return tuple(sorted(found, key=lambda queued: (-queued.uses, queued.of, queued.card.id)))


def _queued(card: Card, library: Library, on: date) -> Queued | None:
    uses = len(library.uses(card.id))
    if card.status in SETTLED and not uses:
        return None  # nobody stands behind it, and nobody leans on it
    why = _why(card, library, on)
    return Queued(card.listed, why, uses, _day(card, library)) if why else None


def _why(card: Card, library: Library, on: date) -> str:
    if card.standing == DISPUTED:
        return DISPUTED
    stale = why_stale(card, library, on)
    if stale:
        return stale.reason.value
    return UNCHECKED if card.standing == UNCHECKED else ""


def _day(card: Card, library: Library) -> date:
    source = library.source_of(card)
    when: When | None = card.as_of or (source.published if source else None)
    return first_day(when) if when else date.max

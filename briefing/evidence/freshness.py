"""Facts with a shelf life: what has passed its review date or its due date, was overtaken, or rests on what changed."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefing.evidence.checking import is_other_source
from briefing.model.card import Card
from briefing.model.dates import When, first_day
from briefing.model.library import Library
from briefing.model.outline import Outline

SETTLED = frozenset({"superseded", "withdrawn"})
"""Nobody stands behind such a card any more: its dates matter no longer."""
_MONTHLY = len("2024-06")


class Reason(StrEnum):
    """Why something is to be looked at again."""

    SUPERSEDED = "superseded"
    REVIEW = "review date passed"
    DUE = "due date passed"
    SOURCE = "source changed since it was checked"
    VALID = "validity ended"


@dataclass(frozen=True, slots=True)
class Stale:
    """A card or an outline to be looked at again."""

    id: str
    reason: Reason
    since: When | None = None
    """The date that passed, as it is written; of a superseded card the day its successor is true on."""
    successor: str = ""
    """The card that now stands where a superseded one did, however many came between."""


def find_stale(cards: Iterable[Card], library: Library, on: date) -> Iterator[Stale]:
    """Yield why each of the cards is to be looked at again on a day, its gravest reason; nothing for the others."""
    for card in cards:
        stale = why_stale(card, library, on)
        if stale:
            yield stale


def why_stale(card: Card, library: Library, on: date) -> Stale | None:
    """Return why a card is to be looked at again on a day, its gravest reason; None where it is not."""
    if card.superseded_by or card.status == "superseded":
        return _overtaken(card, library, on)
    if card.status in SETTLED:
        return None
    if card.review_after and has_passed(card.review_after, on):
        return Stale(card.id, Reason.REVIEW, card.review_after)
    if card.due and has_passed(card.due, on):
        return Stale(card.id, Reason.DUE, card.due)
    if card.standing == "checked" and is_other_source(card, library.source_of(card)):
        return Stale(card.id, Reason.SOURCE)
    return None


def find_ended(outlines: Iterable[Outline], on: date) -> Iterator[Stale]:
    """Yield the outlines, which are lines to take, that were valid until a day before this one."""
    for outline in outlines:
        if outline.valid_until and has_passed(outline.valid_until, on):
            yield Stale(outline.name, Reason.VALID, outline.valid_until)


def has_passed(when: When, on: date) -> bool:
    """Whether the whole of a date lies before a day: a month has passed once its last day has."""
    return last_day(when) < on


def last_day(when: When) -> date:
    """Return the day a date is or ends with; raises ValueError where it is none."""
    first = first_day(when)
    if isinstance(when, date) or len(when) > _MONTHLY:
        return first
    month = first.month if len(when) == _MONTHLY else 12
    return date(first.year, month, monthrange(first.year, month)[1])


def _overtaken(card: Card, library: Library, on: date) -> Stale | None:
    """Return that a card was superseded, unless what takes its place is true only from a later day on."""
    successor = _last_successor(card, library)
    since = successor.as_of if successor else None
    if since and first_day(since) > on:
        return None
    return Stale(card.id, Reason.SUPERSEDED, since, successor.id if successor else card.superseded_by)


def _last_successor(card: Card, library: Library) -> Card | None:
    seen = {card.id}
    found = library.cards.get(card.superseded_by)
    while found and found.superseded_by and found.superseded_by not in seen:
        seen.add(found.id)
        further = library.cards.get(found.superseded_by)
        if further is None:
            break
        found = further
    return found

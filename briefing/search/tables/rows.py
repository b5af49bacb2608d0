"""What the index keeps of a card and of a source: what a list shows, what is searched, and what can narrow it down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from briefing.model.card import Card
from briefing.model.dates import When
from briefing.model.fields import STATUSES
from briefing.model.source import Source

STANDINGS = ("checked", "unchecked", *(status for status in STATUSES if status not in {"checked", "unchecked"}))
"""The statuses, best first."""

HANDLINGS = ("office", "open", "restricted")
RESTRICTED = HANDLINGS.index("restricted")

RESTS_ON = "\x1d"
"""Tells a source from a card among links; no id holds it."""

_APART = {0x1E: " ", 0x1F: " "}


@dataclass(frozen=True, slots=True)
class CardRow:
    """One card as the index keeps it. Of a restricted card only id, kind, standing, handling and links: no words."""

    id: str
    kind: str
    standing: int
    """Its status as it holds today: a place in `STANDINGS`."""
    handling: int
    """A place in `HANDLINGS`."""
    since: int = 0
    """The last day the card itself gives, as 20240615; 0 where it gives none."""
    source: str = ""
    claim: str = ""
    quote: str = ""
    speaker: str = ""
    prose: tuple[str, ...] = ()
    """Every other field that is searched."""
    tags: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    """The ids of the cards it names; of a restricted card also its source's, behind `RESTS_ON`: it is not searched."""

    @property
    def status(self) -> str:
        """The status as it holds today."""
        return STANDINGS[self.standing]

    @property
    def is_restricted(self) -> bool:
        """Whether nothing of its words is kept."""
        return self.handling == RESTRICTED

    @property
    def elsewhere(self) -> tuple[str, ...]:
        """The card's own texts beside claim and exact words, in the order they are looked through."""
        return (*self.prose, *((self.speaker,) if self.speaker else ()), *self.tags)

    @property
    def label(self) -> tuple[str, ...]:
        """What the card goes by: whole, or by its beginning."""
        return self.id, self.kind, self.status


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source as the index keeps it."""

    id: str
    since: int = 0
    """The last day it can have been published, as 20240615; 0 where it does not say."""
    texts: tuple[str, ...] = ()
    """Title, author and publisher, those that are given."""


def card_row(card: Card) -> CardRow:
    """Return what the index keeps of a card."""
    standing = STANDINGS.index(card.standing)
    handling = HANDLINGS.index(card.handling)
    if handling == RESTRICTED:
        rests_on = (RESTS_ON + card.source,) if card.source else ()
        return CardRow(card.id, card.kind, standing, handling, links=(*_linked(card), *rests_on))
    return CardRow(
        card.id,
        card.kind,
        standing,
        handling,
        last_day(card.as_of),
        card.source,
        _clean(card.claim),
        _clean(card.quote),
        _clean(card.speaker),
        tuple(map(_clean, _told(card))),
        tuple(map(_clean, card.tags)),
        card.topics,
        tuple(_linked(card)),
    )


def _told(card: Card) -> Iterator[str]:
    return filter(None, (card.say, card.short, card.role, card.for_, card.of, card.place, card.period, card.why))


def _clean(text: str) -> str:
    """Return a text without the two signs that hold texts apart in the database; they are no part of any word."""
    return text.translate(_APART) if "\x1e" in text or "\x1f" in text else text


def source_row(source: Source) -> SourceRow:
    """Return what the index keeps of a source."""
    texts = tuple(filter(None, (source.title, source.author, source.publisher)))
    return SourceRow(source.id, last_day(source.published), texts)


def _linked(card: Card) -> Iterator[str]:
    yield from (target for ids in card.links.values() for target in ids)


def last_day(when: When | None) -> int:
    """Return the last day a date can mean, as 20240615, so that "2024" is not older than any day of 2024."""
    if when is None:
        return 0
    if isinstance(when, date):
        return when.year * 10_000 + when.month * 100 + when.day
    return first_day(when + "-12-31"[len(when) - 4 :])


def first_day(text: str) -> int:
    """Return the first day a year or its beginning, a month or a day can mean, as 20240615: of 202 it is of 2020."""
    return int(text.replace("-", "").ljust(8, "0") or 0)

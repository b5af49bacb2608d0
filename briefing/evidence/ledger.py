"""Counting recommendations and commitments: `19 of 20` by whose count, on which day, and which one is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from briefing.model.card import Card
from briefing.model.dates import When, spell
from briefing.model.ids import CardId
from briefing.model.library import Library
from briefing.wording import standing as say

RECOMMENDATION = "recommendation"
COMMITMENT = "commitment"
NAMING: Final = frozenset({"supports", "answers", "from"})
"""The fields by which a commitment says which recommendation it takes up."""
DOUBTFUL: Final = frozenset({"disputed", "superseded", "withdrawn"})
"""What nobody stands behind is not counted."""

_OF = re.compile(r"\b(\d{1,4})\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|all\s+)?(\d{1,4})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a card counts, beside what it says."""

    said: tuple[int, int] | None
    """So many of so many, as the claim has it; None where it gives no such count."""
    by: str
    """Whose count it is: the speaker's, else the author's of the source."""
    on: When | None
    counted: tuple[CardId, ...]
    """The recommendations a commitment takes up; where only commitments are counted, those that stand."""
    missing: tuple[CardId, ...]
    """The recommendations no commitment takes up; where only commitments are counted, those in doubt."""

    @property
    def unwritten(self) -> int:
        """How many of those the claim speaks of are on no card."""
        return max(0, self.said[1] - len(self.counted) - len(self.missing)) if self.said else 0

    @property
    def agrees(self) -> bool:
        """Whether the cards show as many as the claim says."""
        return self.said is None or self.said[0] == len(self.counted)


def read_ledger(card: Card, library: Library) -> Ledger | None:
    """Return what a card counts; None where it counts nothing.

    It counts the cards of the kinds `recommendation` and `commitment` that it names in `from`, and where its claim says
    so many of so many, those that name it in `supports`. A commitment takes up a recommendation that it names in
    `supports`, `answers` or `from`.
    """
    named = [found for found in map(library.cards.get, card.from_) if found]
    said = _said(card)
    naming = [other for field, other in library.linked_from(card.id) if field == "supports"] if said else []
    entries = {each.id: each for each in (*named, *naming) if each.kind in {RECOMMENDATION, COMMITMENT}}
    if not entries or card.kind == RECOMMENDATION:
        return None
    recommended = [each for each in entries.values() if each.kind == RECOMMENDATION]
    if recommended:
        counted = [each for each in recommended if _is_taken_up(each, library)]
    else:
        counted = [each for each in entries.values() if each.standing not in DOUBTFUL]
    missing = [each for each in recommended or entries.values() if each not in counted]
    source = library.source_of(card)
    by = card.speaker or card.for_ or (source.author or source.publisher if source else "")
    return Ledger(said, by, card.as_of, _ids(counted), _ids(missing))


def _said(card: Card) -> tuple[int, int] | None:
    found = _OF.search(card.claim) or _OF.search(card.quote)
    return (int(found[1]), int(found[2])) if found else None


def _is_taken_up(recommendation: Card, library: Library) -> bool:
    return any(
        other.kind == COMMITMENT and field in NAMING and other.standing not in DOUBTFUL
        for field, other in library.linked_from(recommendation.id)
    )


def _ids(cards: Iterable[Card]) -> tuple[CardId, ...]:
    return tuple(card.id for card in cards)


def tell_ledger(ledger: Ledger) -> str:
    """Say what a ledger shows: how many of how many, whose count on which day, and which are missing."""
    total = len(ledger.counted) + len(ledger.missing)
    told = [say.ledger(len(ledger.counted), total, ledger.by, spell(ledger.on) if ledger.on else "")]
    if ledger.said and not ledger.agrees:
        told.append(say.ledger_disagrees(ledger.said[0], len(ledger.counted)))
    if ledger.missing:
        told.append(say.ledger_missing(ledger.missing))
    if ledger.unwritten:
        told.append(say.ledger_unwritten(ledger.unwritten))
    return " ".join(told)

"""What is now wrong where a card in doubt was used, and drafts of the correction."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing.evidence.tracing import Use
from briefing.model.card import Card
from briefing.model.library import Library
from briefing.wording import recalling as say

IN_DOUBT = frozenset({"disputed", "superseded", "withdrawn"})
_LETTER = "reply"
_SPOKEN = frozenset({"speech", "points"})


class Remedy(StrEnum):
    """What may be said of a card in doubt: never more than is known."""

    CORRECT = "correct"
    """A checked card says what is right now."""
    WITHDRAW = "withdraw"
    """It was withdrawn, and nothing stands in its place."""
    WAIT = "wait"
    """Something else stands in its place, and nobody has checked that yet."""
    HOLD = "hold"
    """It is disputed: whether it is wrong is not known."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What is to be said in the place of a card."""

    remedy: Remedy
    right: str = ""
    """What is right now, with its source; empty where nothing may be said."""
    successor: str = ""
    """The id of the card that stands in its place, checked or not."""


def is_recalled(card: Card) -> bool:
    """Whether a card is one that what it said must be corrected."""
    return card.standing in IN_DOUBT or bool(card.superseded_by)


def find_successor(card: Card, library: Library) -> Card | None:
    """Return the card at the end of those that took one another's place; None where they lead nowhere."""
    seen, successor = {card.id}, library.cards.get(card.superseded_by)
    while successor is not None and successor.superseded_by and successor.id not in seen:
        seen.add(successor.id)
        successor = library.cards.get(successor.superseded_by)
    return None if successor is None or successor.id in seen else successor


def find_remedy(card: Card, successor: Card | None) -> Remedy:
    """Return what may be said of a card in doubt: what is right only where a checked card says it that may leave."""
    if (
        successor is not None
        and successor.standing == "checked"
        and not successor.is_restricted
        and not successor.embargo
    ):
        return Remedy.CORRECT
    if card.superseded_by or card.standing == "superseded":
        return Remedy.WAIT
    return Remedy.WITHDRAW if card.standing == "withdrawn" else Remedy.HOLD


def find_resting(card: Card, library: Library) -> tuple[Card, ...]:
    """Return the cards that are made from a card, and from these in turn: what they say falls with it."""
    found: dict[str, Card] = {}
    waiting = [card.id]
    while waiting:
        for field, other in library.linked_from(waiting.pop()):
            if field == "from" and other.id != card.id and other.id not in found:
                found[other.id] = other
                waiting.append(other.id)
    return tuple(found.values())


def draft_corrections(
    card: Card, uses: tuple[Use, ...], outlines: tuple[str, ...], correction: Correction
) -> dict[str, str]:
    """Return the drafts by whom they are for: office, reader where a reply went out, record where it was for speaking.

    A restricted card's words are in none: only the office is told.
    """
    rows = [(use.export.path, use.export.on, use.export.for_) for use in uses]
    unchecked = correction.successor if correction.remedy is Remedy.WAIT else ""
    drafts = {"office": say.office(card.id, card.standing, rows, outlines, unchecked)}
    if card.is_restricted:
        return drafts
    now = say.now(correction.remedy.value, correction.right)
    if letters := [use for use in uses if use.export.product == _LETTER]:
        drafts["reader"] = "\n\n".join(
            say.reader(use.export.for_, use.export.date, use.words, now, is_theirs=use.is_theirs) for use in letters
        )
    if spoken := [use for use in uses if use.export.product in _SPOKEN]:
        drafts["record"] = "\n\n".join(
            say.record(use.export.date, use.words, now, is_theirs=use.is_theirs) for use in spoken
        )
    return drafts

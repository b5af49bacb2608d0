"""What is now wrong where a card in doubt was used, and drafts of the correction."""

from __future__ import annotations

from briefing.evidence.tracing import Use
from briefing.model.card import Card
from briefing.model.library import Library
from briefing.wording import recalling as say

IN_DOUBT = frozenset({"disputed", "superseded", "withdrawn"})
_LETTER = "reply"
_SPOKEN = frozenset({"speech", "points"})


def is_recalled(card: Card) -> bool:
    """Whether a card is one that what it said must be corrected."""
    return card.standing in IN_DOUBT or bool(card.superseded_by)


def find_successor(card: Card, library: Library) -> Card | None:
    """Return the card that says what is right now; None where none may be said in the card's place."""
    successor = library.cards.get(card.superseded_by) if card.superseded_by else None
    if successor is None or successor.is_restricted or successor.embargo or is_recalled(successor):
        return None
    return successor


def draft_corrections(card: Card, uses: tuple[Use, ...], outlines: tuple[str, ...], right: str) -> dict[str, str]:
    """Return the drafts by whom they are for: office, reader where a reply went out, record where it was for speaking.

    `right` is what is right now, with its source. A restricted card's words are in none: only the office is told.
    """
    rows = [(use.export.path, use.export.on, use.export.for_) for use in uses]
    drafts = {"office": say.office(card.id, card.standing, rows, outlines)}
    if card.is_restricted:
        return drafts
    if letters := [use for use in uses if use.export.product == _LETTER]:
        drafts["reader"] = "\n\n".join(
            say.reader(use.export.for_, use.export.date, use.words, right) for use in letters
        )
    if spoken := [use for use in uses if use.export.product in _SPOKEN]:
        drafts["record"] = "\n\n".join(say.record(use.export.date, use.words, right) for use in spoken)
    return drafts

"""A card in one line: its sign, its kind and its claim; a lock in place of words that are restricted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefing.tui.widgets.literal import Line, Look, Run, Spans, lit_line
from briefing.wording import desk as wording

if TYPE_CHECKING:
    from briefing.model.card import Card

_LOOKS: Mapping[str, Look] = {
    "checked": Look.GOOD,
    "unchecked": Look.DOUBT,
    "disputed": Look.WARN,
    "superseded": Look.WARN,
    "withdrawn": Look.BAD,
}


def sign(standing: str) -> Run:
    """Return the status as one character."""
    return Run(wording.SIGNS.get(standing, "?"), _LOOKS.get(standing, Look.DOUBT))


def standing_line(standing: str) -> Line:
    """Return the status as a sign and its word."""
    return (sign(standing), Run(f" {standing}", _LOOKS.get(standing, Look.DOUBT)))


def kind_name(kind: str) -> str:
    """Return a kind as a list shows it."""
    return kind.replace("-", " ")


def claim_line(claim: str, spans: Spans, *, restricted: bool) -> Line:
    """Return a claim with its matches lit, or the lock."""
    if restricted:
        return (Run(f"{wording.LOCK} {wording.RESTRICTED}", Look.PRIVATE),)
    return lit_line(claim, spans)


def card_link(card: Card) -> Line:
    """Return a card as a link to it."""
    target = f"card:{card.id}"
    words = f"{wording.LOCK} {wording.RESTRICTED}" if card.is_restricted else card.claim
    return (sign(card.standing), Run(" "), Run(words, Look.LINK, target))

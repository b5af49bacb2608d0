"""A change that is a correction: what a card claims is mended on the card, so that every outline says it right."""

from __future__ import annotations

from briefing.document.typography import NON_BREAKING
from briefing.evidence.quotations.evening import even
from briefing.model.card import Card
from briefing.settling.came import Came
from briefing.settling.settlement import Settlement
from briefing.settling.taking import NotTaken
from briefing.word.returned.change import Change
from briefing.word.returned.homes import Where
from briefing.word.returned.values import NONE
from briefing.wording import settling as say


def corrected_claim(settlement: Settlement, change: Change) -> tuple[Card, str]:
    """Return the card a change corrects and what it is to claim then; raises NotTaken.

    Exact words are never corrected from a Word file: they are the source's.
    """
    came = settlement.files_of(change.id)[0]
    card = _card(settlement, change)
    was, now = _texts(settlement, came, change)
    start = was.find(_plain(card.claim))
    if start < 0:
        raise NotTaken(say.no_claim(card.id))
    ahead, behind = was[:start], was[start + len(card.claim) :]
    if not (now.startswith(ahead) and now.endswith(behind) and len(now) > len(ahead) + len(behind)):
        raise NotTaken(say.beside_claim(card.id))
    claim = " ".join(now[len(ahead) : len(now) - len(behind)].split())
    if not claim or even(claim).text == even(card.claim).text:
        raise NotTaken(say.no_claim(card.id))
    return card, claim


def _card(settlement: Settlement, change: Change) -> Card:
    """Return the card whose own words a block shows."""
    block = settlement.outline.block(change.block) if settlement.outline is not None else None
    card = settlement.library.cards.get(block.evidence) if block is not None and not block.text.strip() else None
    if card is None or card.is_restricted or change.home.where is not Where.BLOCK or change.home.note != NONE:
        raise NotTaken(say.NO_CARD)
    return card


def _texts(settlement: Settlement, came: Came, change: Change) -> tuple[str, str]:
    """Return what the part a change is in says without it and with it."""
    touched = came.touched(change.id)
    if len(touched) != 1:
        raise NotTaken(say.NO_CARD)
    part = range(change.home.part, change.home.part + 1)
    without, with_it = settlement.accepted, settlement.accepted | {change.id}
    was, now = (" ".join(text for _, text, _ in came.says(part, each)) for each in (without, with_it))
    return _plain(was), _plain(now)


def _plain(text: str) -> str:
    return text.replace(NON_BREAKING, " ")

"""Proofs: what stands behind the words of a card, by a code that fits into a margin and can be said on the telephone.

A code is the beginning of the card's id, so it is the same in every copy and leads to the card without the copy.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from briefing.document.citation import cite
from briefing.document.document import Code, Link, Paragraph, Style, Words
from briefing.document.notes import scope_of
from briefing.document.prose import quoted, sentence
from briefing.model.card import Card
from briefing.model.dates import spell
from briefing.model.library import Library
from briefing.model.outline import Outline
from briefing.wording import document as told
from briefing.wording import proofs as say

_SHORTEST = 4
"""Characters of a code: of a thousand cards two in a speech begin with the same four once in thousands of speeches."""


def codes_of(card_ids: Iterable[str]) -> Mapping[str, str]:
    """Return the code of each card: the shortest beginning of its id that is no other's, in capitals."""
    ids = tuple(dict.fromkeys(card_ids))
    return {card: _code(card, ids) for card in ids}


def _code(card: str, ids: Collection[str]) -> str:
    others = [other.upper() for other in ids if other != card]
    whole = card.upper()
    lengths = range(min(_SHORTEST, len(whole)), len(whole))
    return next((whole[:end] for end in lengths if not any(other.startswith(whole[:end]) for other in others)), whole)


def cards_behind(outline: Outline, library: Library) -> Mapping[str, Card]:
    """Return the cards an outline shows, by id in their order, but what is missing or must stay in the office."""
    shown = (library.cards.get(block.evidence) for block in outline.blocks if block.evidence)
    return {card.id: card for card in shown if card and not card.is_restricted}


def set_proof(code: str, card: Card, library: Library) -> Iterator[Paragraph]:
    """Yield the proof of a card: what it says, its exact words, their source, what they hold for, who checked them."""
    yield Paragraph(Style.PROOF, (Code(code), Words(sentence(card.claim))), card=card.id)
    if card.quote:
        yield _line(card, Words(quoted(card.quote)))
    source = library.source_of(card)
    yield _line(card, *(cite(source, card.at) if source else (Words(say.NO_SOURCE),)))
    held = scope_of(card, f"{card.claim} {card.quote}")
    if held:
        yield _line(card, Words(f"{told.scope(held)}."))
    yield _line(card, Words(check_told(card), bold=card.standing != "checked"))


def _line(card: Card, *words: Words | Link) -> Paragraph:
    return Paragraph(Style.PROOF_LINE, words, card=card.id)


def check_told(card: Card) -> str:
    """Return who checked a card and when, or that it is not one to rely on."""
    if card.standing != "checked":
        return say.standing(card.standing)
    on = card.checked.get("on")
    return say.checked(str(card.checked.get("by", "")), spell(on) if isinstance(on, date | str) else "")

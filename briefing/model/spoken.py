"""The words a block is spoken with: one rule, so that what is timed is what a speech prints."""

from __future__ import annotations

from briefing.model.card import Card
from briefing.model.library import Library
from briefing.model.outline import Block

_ENDED = (".", "!", "?", "…", ":", ";", ",")
_CLOSING = "\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}\"')]"
"""What may stand after the end of a sentence."""


def spoken_text(block: Block, library: Library) -> str:
    """Return the words a block is spoken with; empty where nothing is said.

    Its own words where it has some. Else its card's: how it is spoken, where the card says so; else the claim as a
    sentence, with the exact words after it where the kind of card is one that needs them, as a quotation does.
    A heading is a signpost and is not spoken, nor is an attack without own words: its answers are. Of a restricted
    card nothing is.
    """
    if block.text.strip():
        return "" if block.heading else block.text.strip()
    card = library.cards.get(block.card)
    if card is None or card.is_restricted:
        return ""
    return card.say.strip() or " ".join(part for part in (_sentence(card.claim), _exact_words(card, library)) if part)


def _sentence(claim: str) -> str:
    text = claim.strip()
    return text if text.rstrip(_CLOSING).endswith(_ENDED) else f"{text}."


def _exact_words(card: Card, library: Library) -> str:
    kind = library.office.kinds.get(card.kind)
    quote = card.quote.strip()
    if not quote or kind is None or "quote" not in kind.needs:
        return ""
    return quote if quote.startswith(("“", '"')) else f"“{quote}”"

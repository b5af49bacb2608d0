"""A card as it is copied: its claim, the exact words, where they are from, and a warning where one is due."""

from __future__ import annotations

from briefing.model.card import Card
from briefing.model.library import Library
from briefing.wording import desk as wording


def citation(card: Card, library: Library) -> str:
    """Return the lines to copy. Private words are never among them."""
    from briefing.document.citation import cite_text

    source = library.source_of(card)
    lines = (
        card.claim,
        f"“{card.quote}”" if card.quote else "",
        ", ".join(part for part in (card.speaker, card.role) if part) if card.quote else "",
        cite_text(source, card.at) if source else wording.NO_SOURCE,
        f"{wording.WHY.get(card.standing, '')}: {card.why}" if card.standing in wording.WHY else "",
    )
    return "\n".join(line for line in lines if line)

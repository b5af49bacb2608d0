"""What a note that was read holds."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.note import Note


def holds_card(card_id: str, note: Note) -> bool:
    """Whether a card of that id stands in a note."""
    return any(card.id == card_id for card in note.cards)


def holds_source(source_id: str, note: Note) -> bool:
    """Whether a source of that id stands in a note."""
    return any(source.id == source_id for source in note.sources)


def cards_naming(card_id: str, note: Note) -> Iterator[str]:
    """Yield the ids of a note's cards that name a card."""
    return (card.id for card in note.cards if any(card_id in ids for ids in card.links.values()))


def cards_resting_on(source_id: str, note: Note) -> Iterator[str]:
    """Yield the ids of a note's cards that rest on a source."""
    return (card.id for card in note.cards if source_id and card.source == source_id)

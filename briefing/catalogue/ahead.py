"""Cards that will be looked up many times in any order, read ahead: each note they stand in once."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model.card import Card
from briefing.model.library import Library
from briefing.model.source import Source


def read_ahead(library: Library, card_ids: Iterable[str]) -> tuple[dict[str, Card], dict[str, Source]]:
    """Return cards by id, and the sources they rest on: those of them that stand where the library says they do."""
    homes: dict[str, list[str]] = {}
    for card_id in dict.fromkeys(card_ids):
        homes.setdefault(library.home_name(card_id), []).append(card_id)
    cards: dict[str, Card] = {}
    sources: dict[str, Source] = {}
    for name, wanted in homes.items():
        note = library.note(name)
        there: dict[str, Card] = {card.id: card for card in reversed(note.cards)} if note else {}
        found = [there[card_id] for card_id in wanted if card_id in there]
        cards |= {card.id: card for card in found}
        # While their notes are among those read last: most stand in the note of their cards.
        sources |= {card.source: source for card in found if (source := _source(card, library, sources))}
    return cards, sources


def _source(card: Card, library: Library, known: dict[str, Source]) -> Source | None:
    return known.get(card.source) or library.source_of(card)

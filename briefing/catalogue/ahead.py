"""Cards that will be looked up many times in any order, read ahead: each note they stand in once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.model.card import Card
from briefing.model.ids import NoteName
from briefing.model.library import Library
from briefing.model.source import Source


def read_ahead(library: Library, homes: Mapping[str, Sequence[NoteName]]) -> tuple[dict[str, Card], dict[str, Source]]:
    """Return cards by id, and the sources they rest on: those of them that stand in the first of their `homes`."""
    inside: dict[NoteName, list[str]] = {}
    for card_id, names in homes.items():
        for name in names[:1]:
            inside.setdefault(name, []).append(card_id)
    cards: dict[str, Card] = {}
    sources: dict[str, Source] = {}
    for name, wanted in inside.items():
        note = library.note(name)
        there: dict[str, Card] = {card.id: card for card in reversed(note.cards)} if note else {}
        found = [there[card_id] for card_id in wanted if card_id in there]
        cards |= {card.id: card for card in found}
        # While their notes are among those read last: most stand in the note of their cards.
        unread = {card.source: card for card in found if card.source not in sources}
        sources |= {name: source for name, card in unread.items() if (source := library.source_of(card))}
    return cards, sources

"""A library as it was read: every note, outline and finding, and where each card is used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from briefing.errors import Place
from briefing.model.card import Card
from briefing.model.finding import Finding
from briefing.model.ids import NoteName
from briefing.model.note import Note
from briefing.model.office import Office
from briefing.model.outline import Outline
from briefing.model.source import Source


@dataclass(frozen=True)
class Library:
    """One reading of a library's files. A later reading is another value."""

    office: Office = field(default_factory=Office)
    notes: tuple[Note, ...] = ()
    outlines: tuple[Outline, ...] = ()
    damage: tuple[Finding, ...] = ()
    """What could not be read, and what was odd, file by file."""
    places: Mapping[tuple[str, str], Place] = field(default_factory=dict)
    """Where an entry stands, by array (`card`, `source`, `block`) and id; a block's id is `outline/block`."""
    repeats: tuple[tuple[str, str, Place], ...] = ()
    """Array, id and place of every further entry of an id that is taken: `places` knows only where the first stands."""

    @cached_property
    def cards(self) -> Mapping[str, Card]:
        """Every card by id; where two share an id, the first."""
        found: dict[str, Card] = {}
        for note in self.notes:
            for card in note.cards:
                found.setdefault(card.id, card)
        return found

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Every source by id; where two share an id, the first."""
        found: dict[str, Source] = {}
        for note in self.notes:
            for source in note.sources:
                found.setdefault(source.id, source)
        return found

    @cached_property
    def _homes(self) -> Mapping[str, Note]:
        homes: dict[str, Note] = {}
        for note in self.notes:
            for card in note.cards:
                homes.setdefault(card.id, note)
        for note in self.notes:
            for source in note.sources:
                homes.setdefault(source.id, note)  # where a card goes by the same id, the card is meant
        return homes

    @cached_property
    def _uses(self) -> Mapping[str, tuple[Outline, ...]]:
        uses: dict[str, dict[str, Outline]] = {}
        for outline in self.outlines:
            for block in outline.blocks:
                if block.evidence:
                    uses.setdefault(block.evidence, {})[outline.name] = outline
        return {card: tuple(outlines.values()) for card, outlines in uses.items()}

    @cached_property
    def _linked(self) -> Mapping[str, tuple[tuple[str, Card], ...]]:
        linked: dict[str, list[tuple[str, Card]]] = {}
        for card in self.cards.values():
            for name, ids in card.links.items():
                for target in ids:
                    linked.setdefault(target, []).append((name, card))
        return {target: tuple(found) for target, found in linked.items()}

    def note(self, name: str) -> Note | None:
        """Return the note of that name."""
        return next((note for note in self.notes if note.name == name), None)

    def outline(self, name: str) -> Outline | None:
        """Return the outline of that name."""
        return next((outline for outline in self.outlines if outline.name == name), None)

    def home(self, entry_id: str) -> Note | None:
        """Return the note a card or source stands in."""
        return self._homes.get(entry_id)

    def home_name(self, entry_id: str) -> NoteName:
        """Return the name of the note a card or source stands in; empty where there is none."""
        note = self.home(entry_id)
        return note.name if note else NoteName("")

    def uses(self, card_id: str) -> tuple[Outline, ...]:
        """Return the outlines a card is used in."""
        return self._uses.get(card_id, ())

    def linked_from(self, card_id: str) -> tuple[tuple[str, Card], ...]:
        """Return the cards that name this one, each with the field that does."""
        return self._linked.get(card_id, ())

    def source_of(self, card: Card) -> Source | None:
        """Return the source a card rests on, where it is in the library."""
        return self.sources.get(card.source)

    def all_cards(self) -> Iterator[tuple[Note, Card]]:
        """Every card with its note, in file order; cards that share an id come each."""
        for note in self.notes:
            for card in note.cards:
                yield note, card

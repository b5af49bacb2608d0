"""A library: what can be asked of it, and one that was read whole, every note, outline and finding of it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from briefing.errors import Place
from briefing.model.card import Card, Listed
from briefing.model.finding import Finding
from briefing.model.ids import CardId, NoteName
from briefing.model.note import Folder, Heading, Note, folder_of, library_order
from briefing.model.office import Office
from briefing.model.outline import Outline
from briefing.model.source import Source


class Library(ABC):
    """What can be asked of a library, however large: no answer looks at more of it than the question is about.

    `cards`, `sources` and `places` are there to look things up in; to go through them all can mean to read every file.
    """

    @property
    @abstractmethod
    def office(self) -> Office:
        """What library.toml says."""

    @property
    @abstractmethod
    def outlines(self) -> tuple[Outline, ...]:
        """Every outline, by name."""

    @property
    @abstractmethod
    def damage(self) -> Sequence[Finding]:
        """What could not be read, and what was odd, file by file."""

    @property
    @abstractmethod
    def cards(self) -> Mapping[str, Card]:
        """Every card by id; where two share an id, the first."""

    @property
    @abstractmethod
    def sources(self) -> Mapping[str, Source]:
        """Every source by id; where two share an id, the first."""

    @property
    @abstractmethod
    def places(self) -> Mapping[tuple[str, str], Place]:
        """Where an entry stands, by array (`card`, `source`, `block`) and id; a block's id is `outline/block`."""

    @property
    @abstractmethod
    def headings(self) -> Sequence[Heading]:
        """Every note as a list shows it, in library order: by folder, those in none first, then by name."""

    @property
    @abstractmethod
    def folders(self) -> tuple[Folder, ...]:
        """Every folder that holds notes, in library order."""

    @abstractmethod
    def position(self, name: str) -> int | None:
        """Return where the note of that name stands among the headings, from 0; None where there is none."""

    @abstractmethod
    def listing(self, inside: str = "") -> Sequence[Listed]:
        """Return the cards of the note `inside`, or with `/` at its end of a folder and those inside it; or all.

        They come in library order; those that share an id come each.
        """

    @abstractmethod
    def note(self, name: str) -> Note | None:
        """Return the note of that name."""

    @abstractmethod
    def home(self, entry_id: str) -> Note | None:
        """Return the note a card or source stands in; where a card goes by the same id as a source, the card's."""

    @abstractmethod
    def home_name(self, entry_id: str) -> NoteName:
        """Return the name of the note a card or source stands in; empty where there is none."""

    @abstractmethod
    def linked_from(self, card_id: str) -> tuple[tuple[str, Card], ...]:
        """Return the cards that name this one, each with the field that does."""

    @abstractmethod
    def resting_on(self, source_id: str) -> Sequence[CardId]:
        """Return the ids of the cards that rest on a source, in library order."""

    @property
    def knows_links(self) -> bool:
        """Whether `linked_from` and `resting_on` look at every card: not while cards are still to be indexed."""
        return True

    @property
    def card_count(self) -> int:
        """How many cards there are; those that share an id count each."""
        return sum(folder.cards for folder in self.folders)

    @cached_property
    def _uses(self) -> Mapping[str, tuple[Outline, ...]]:
        uses: dict[str, dict[str, Outline]] = {}
        for outline in self.outlines:
            for block in outline.blocks:
                if block.evidence:
                    uses.setdefault(block.evidence, {})[outline.name] = outline
        return {card: tuple(outlines.values()) for card, outlines in uses.items()}

    def outline(self, name: str) -> Outline | None:
        """Return the outline of that name."""
        return next((outline for outline in self.outlines if outline.name == name), None)

    def uses(self, card_id: str) -> tuple[Outline, ...]:
        """Return the outlines a card is used in."""
        return self._uses.get(card_id, ())

    def reading_ahead(self, card_ids: Iterable[str]) -> Library:  # noqa: ARG002 - read whole, it has them
        """Return this library with some cards and their sources at hand, however often they are looked up."""
        return self

    def source_of(self, card: Card) -> Source | None:
        """Return the source a card rests on, where it is in the library."""
        return self.sources.get(card.source)


@dataclass(frozen=True, slots=True)  # slots: a field needs one, or the property it stands for would be in its way
class WholeLibrary(Library):
    """One reading of all of a library's files. A later reading is another value."""

    office: Office = field(default_factory=Office)
    notes: tuple[Note, ...] = ()
    outlines: tuple[Outline, ...] = ()
    damage: tuple[Finding, ...] = ()
    places: Mapping[tuple[str, str], Place] = field(default_factory=dict)
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
    def headings(self) -> tuple[Heading, ...]:
        """Every note as a list shows it, in library order."""
        return tuple(note.heading for note in self._named.values())

    @cached_property
    def folders(self) -> tuple[Folder, ...]:
        """Every folder that holds notes, in library order."""
        found: dict[str, Folder] = {}
        for place, heading in enumerate(self.headings):
            name = folder_of(heading.name)
            before = found.get(name, Folder(name, place, 0, 0))
            found[name] = Folder(name, before.first, before.notes + 1, before.cards + heading.cards)
        return tuple(found.values())

    @cached_property
    def _named(self) -> Mapping[str, Note]:
        """Every note by name, in library order."""
        return {note.name: note for note in sorted(self.notes, key=lambda note: library_order(note.name))}

    @cached_property
    def _positions(self) -> Mapping[str, int]:
        return {name: place for place, name in enumerate(self._named)}

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
    def _linked(self) -> Mapping[str, tuple[tuple[str, Card], ...]]:
        linked: dict[str, list[tuple[str, Card]]] = {}
        for card in self.cards.values():
            for name, ids in card.links.items():
                for target in ids:
                    linked.setdefault(target, []).append((name, card))
        return {target: tuple(found) for target, found in linked.items()}

    def position(self, name: str) -> int | None:
        """Return where the note of that name stands among the headings, from 0; None where there is none."""
        return self._positions.get(name)

    def listing(self, inside: str = "") -> tuple[Listed, ...]:
        """Return the cards of the note `inside`, or with `/` at its end of a folder and those inside it; or all."""
        return tuple(card.listed for note in self._inside(inside) for card in note.cards)

    def _inside(self, inside: str) -> Iterator[Note]:
        if inside and not inside.endswith("/"):
            yield from filter(None, [self.note(inside)])
        else:
            yield from (note for name, note in self._named.items() if name.startswith(inside))

    def note(self, name: str) -> Note | None:
        """Return the note of that name."""
        return self._named.get(name)

    def home(self, entry_id: str) -> Note | None:
        """Return the note a card or source stands in; where a card goes by the same id as a source, the card's."""
        return self._homes.get(entry_id)

    def home_name(self, entry_id: str) -> NoteName:
        """Return the name of the note a card or source stands in; empty where there is none."""
        note = self.home(entry_id)
        return note.name if note else NoteName("")

    def linked_from(self, card_id: str) -> tuple[tuple[str, Card], ...]:
        """Return the cards that name this one, each with the field that does."""
        return self._linked.get(card_id, ())

    def resting_on(self, source_id: str) -> tuple[CardId, ...]:
        """Return the ids of the cards that rest on a source."""
        return tuple(card.id for card in self.cards.values() if card.source == source_id)

    def all_cards(self) -> Iterator[tuple[Note, Card]]:
        """Every card with its note, in the notes' order; cards that share an id come each."""
        for note in self.notes:
            for card in note.cards:
                yield note, card

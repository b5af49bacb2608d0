"""A library as its index and the files that were opened tell of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from briefing.catalogue.ahead import read_ahead
from briefing.catalogue.damage import OF_FOLDER, read_damage
from briefing.catalogue.entries import Entries, File, Key, Places, with_at_hand
from briefing.catalogue.holding import cards_naming, cards_resting_on, holds_card, holds_source
from briefing.catalogue.listing import Listing
from briefing.catalogue.readings import Readings, always_read, note_in
from briefing.catalogue.saved import Saved
from briefing.library.files import NoteFile, OutlineFile
from briefing.library.office_file import built_in_kinds
from briefing.library.reading import OFFICE_FILE, OUTLINES, Reading
from briefing.model.card import Card, Listed
from briefing.model.finding import Finding
from briefing.model.ids import CardId, NoteName
from briefing.model.library import Library
from briefing.model.note import Folder, Heading, Note, library_order
from briefing.model.office import Office
from briefing.model.outline import Outline
from briefing.model.source import Source
from briefing.search import lookups
from briefing.search.index import Index
from briefing.search.tables.kept import READY, Kept, read_kept

Found = TypeVar("Found")
Pair = tuple[NoteName, str]
"""The name of a note, and the id of an entry in it."""


class CatalogueLibrary(Library):
    """A library of which only what was looked up has been read. What was looked up once stays what it was.

    Where a file is other than the index has it, the file is believed, once it was read.
    """

    def __init__(
        self,
        folder: Path,
        index: Index,
        readings: Mapping[str, Reading] | None = None,
        saved: Saved | None = None,
    ) -> None:
        """Read library.toml and the outlines, where they are not among the readings that still hold."""
        self._index = index
        self.saved = saved or Saved()
        self.readings = Readings(folder, {**(readings or {}), **self.saved.held})
        self._always = [file for file in always_read(folder) if self.saved.readings.get(file, ...) is not None]
        for file in self._always:
            self.readings.read(file)
        self._listing = Listing(index, self.saved.notes)

    @cached_property
    def office(self) -> Office:
        """What library.toml says."""
        reading = self.readings.known(OFFICE_FILE)
        return reading.value if reading and isinstance(reading.value, Office) else Office(kinds=built_in_kinds())

    @cached_property
    def outlines(self) -> tuple[Outline, ...]:
        """Every outline, by name."""
        found = (self.readings.known(file) for file in self._always)
        return tuple(reading.value.outline for reading in found if reading and isinstance(reading.value, OutlineFile))

    @cached_property
    def damage(self) -> tuple[Finding, ...]:
        """What could not be read, and what was odd, file by file."""
        nothing: list[tuple[str, str]] = []
        kept = dict(self._index.look(lookups.read_damage, nothing))
        odd = read_damage(kept.pop(OF_FOLDER, ""))
        found = {file: read_damage(written) for file, written in kept.items()}
        found |= {file: reading.damage if reading else () for file, reading in self.saved.readings.items()}
        return (*(finding for file in sorted(found) for finding in found[file]), *odd)

    @cached_property
    def cards(self) -> Mapping[str, Card]:
        """Every card by id; where two share an id, the first."""
        return Entries(
            lambda card_id: _second(self._find_card(card_id)),
            lambda card_id: bool(self._homes_of_card(card_id)),
            lambda: (listed.id for listed in self.listing()),
        )

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Every source by id; where two share an id, the first."""
        return Entries(
            lambda source_id: _second(self._find_source(source_id)),
            lambda source_id: bool(self._homes_of_source(source_id)),
            self._source_ids,
        )

    @cached_property
    def places(self) -> Places:
        """Where an entry stands; its file is read for that."""
        return Places(self._where, self._read, self._files)

    @cached_property
    def headings(self) -> Sequence[Heading]:
        """Every note as a list shows it, in library order."""
        return self._listing.headings()

    @cached_property
    def folders(self) -> tuple[Folder, ...]:
        """Every folder that holds notes, in library order."""
        return self._listing.folders()

    def position(self, name: str) -> int | None:
        """Return where the note of that name stands among the headings, from 0; None where there is none."""
        return self._listing.position(name)

    def listing(self, inside: str = "") -> Sequence[Listed]:
        """Return the cards of the note `inside`, or with `/` at its end of a folder and those inside it; or all."""
        return self._listing.listing(inside)

    def note(self, name: str) -> Note | None:
        """Return the note of that name, read now unless it was before."""
        file = f"{name}.toml"
        if name in self.saved.notes:
            return self.saved.notes[NoteName(name)]
        if self.readings.known(file) is None and self.position(name) is None:
            return None
        return note_in(self.readings.read(file))

    def home(self, entry_id: str) -> Note | None:
        """Return the note a card or source stands in; where a card goes by the same id as a source, the card's."""
        found = self._find_card(entry_id) or self._find_source(entry_id)
        return found[0] if found else None

    def home_name(self, entry_id: str) -> NoteName:
        """Return the name of the note a card or source stands in; empty where there is none."""
        names = self._homes_of_card(entry_id) or self._homes_of_source(entry_id)
        return names[0] if names else NoteName("")

    @property
    def knows_links(self) -> bool:
        """Whether `linked_from` and `resting_on` look at every card: not while the index is being made."""
        return self._index.look(read_kept, Kept(READY)).stage == READY

    def linked_from(self, card_id: str) -> tuple[tuple[str, Card], ...]:
        """Return the cards that name this one, each with the field that does."""
        nothing: list[Pair] = []
        naming = self._look(lambda connection: lookups.find_linked(connection, card_id), nothing, card_id)
        found: dict[str, tuple[Note, Card]] = {}
        for entry_id in self.saved.over(naming, partial(cards_naming, card_id)):
            if entry_id not in found and (there := self._find_card(entry_id)):
                found[entry_id] = there
        ordered = sorted(found.values(), key=lambda pair: (*library_order(pair[0].name), pair[0].cards.index(pair[1])))
        return tuple(
            (name, card) for _, card in ordered for name, ids in card.links.items() for one in ids if one == card_id
        )

    def resting_on(self, source_id: str) -> Sequence[CardId]:
        """Return the ids of the cards that rest on a source, in library order.

        Of cards that share an id, one that rests on it is enough: to look at each would take as long as they are many.
        """
        nothing: list[Pair] = []
        resting = self._look(lambda connection: lookups.find_resting(connection, source_id), nothing, source_id)
        found = self.saved.over(resting, partial(cards_resting_on, source_id))
        return tuple(CardId(card) for card in dict.fromkeys(found))

    def reading_ahead(self, card_ids: Iterable[str]) -> Library:
        """Return this library with some cards and their sources read now, and kept as long as it is."""
        asked = tuple(dict.fromkeys(card_ids))
        nothing: dict[str, list[NoteName]] = {}
        kept = self._index.look(lambda connection: {one: lookups.find_homes(connection, one) for one in asked}, nothing)
        homes = {card_id: self._homes(kept.get(card_id, []), partial(holds_card, card_id)) for card_id in asked}
        cards, sources = read_ahead(self, homes)
        ahead = copy(self)
        ahead.cards = with_at_hand(cards, self.cards)
        ahead.sources = with_at_hand(sources, self.sources)
        ahead.places = self.places  # its own would hold it, and with it the cards, until a collector comes by
        ahead.places = self.places  # its own would hold it, and with it the cards, until garbage is collected
        return ahead

    def _find_card(self, card_id: str) -> tuple[Note, Card] | None:
        """Return a card and its note, as the file has them."""
        notes = filter(None, map(self.note, self._homes_of_card(card_id)))
        return next(((note, card) for note in notes for card in note.cards if card.id == card_id), None)

    def _find_source(self, source_id: str) -> tuple[Note, Source] | None:
        """Return a source and its note, as the file has them."""
        notes = filter(None, map(self.note, self._homes_of_source(source_id)))
        return next(((note, source) for note in notes for source in note.sources if source.id == source_id), None)

    def _homes_of_card(self, card_id: str) -> list[NoteName]:
        """Return the notes a card of that id may stand in, in library order; no file is opened for that."""
        nothing: list[NoteName] = []
        kept = self._look(lambda connection: lookups.find_homes(connection, card_id), nothing, card_id)
        return self._homes(kept, partial(holds_card, card_id))

    def _homes_of_source(self, source_id: str) -> list[NoteName]:
        """Return the notes a source of that id may stand in, in library order; no file is opened for that."""
        nothing: list[NoteName] = []
        kept = self._look(lambda connection: lookups.find_source_homes(connection, source_id), nothing, source_id)
        return self._homes(kept, partial(holds_source, source_id))

    def _source_ids(self) -> list[str]:
        """Return the id of every source, in library order."""
        nothing: list[Pair] = []
        kept = self._index.look(lookups.read_sources, nothing)
        return list(dict.fromkeys(self.saved.over(kept, lambda note: (source.id for source in note.sources))))

    def _where(self, array: str, entry_id: str) -> list[Key]:
        """Return the files that may hold an entry, each with the entry's id in it."""
        if array == "block":
            outline, _, block = entry_id.partition("/")
            return [(f"{OUTLINES}/{outline}.toml", block)] if self.outline(outline) else []
        homes = self._homes_of_card if array == "card" else self._homes_of_source
        return [(f"{name}.toml", entry_id) for name in homes(entry_id) if self.note(name)]

    def _read(self, file: str) -> File | None:
        reading = self.readings.read(file)
        return reading.value if reading and isinstance(reading.value, NoteFile | OutlineFile) else None

    def _files(self) -> Iterator[tuple[str, File]]:
        """Read every note and outline, one after another."""
        for file in (*(f"{heading.name}.toml" for heading in self.headings), *self._always):
            if found := self._read(file):
                yield file, found

    def _look(self, question: lookups.Question[list[Found]], nothing: list[Found], about: str) -> list[Found]:
        """Ask the index about an id; what was typed on a command line may be no text, which no index holds."""
        try:
            about.encode()
        except UnicodeEncodeError:
            return nothing
        return self._index.look(question, nothing)

    def _homes(self, kept: Sequence[NoteName], holds: Callable[[Note], bool]) -> list[NoteName]:
        """Return the notes that hold an entry: by the index, or by their files where those were saved since."""
        names = self.saved.over(((name, name) for name in kept), lambda note: [note.name] if holds(note) else [])
        return names or self._opened(holds)

    def _opened(self, holds: Callable[[Note], bool]) -> list[NoteName]:
        """Return the notes that were read and hold an entry the index does not know of: it may lag behind."""
        notes = (note_in(reading) for reading in self.readings.all().values())
        return sorted((note.name for note in notes if note and holds(note)), key=library_order)


def _second(found: tuple[Note, Found] | None) -> Found | None:
    return found[1] if found else None

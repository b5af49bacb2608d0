"""The cards, sources and places of a library, looked up one at a time in the file each stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from briefing.errors import Place
from briefing.library.files import NoteFile, OutlineFile
from briefing.library.reading import OUTLINES
from briefing.model.card import Card
from briefing.model.note import Note
from briefing.model.source import Source

if TYPE_CHECKING:
    from briefing.catalogue.looking_up import CatalogueLibrary

Key = tuple[str, str]


def find_card(library: CatalogueLibrary, card_id: str) -> tuple[Note, Card] | None:
    """Return a card and its note, as the file has them."""
    for name in library.homes_of_card(card_id):
        note = library.note(name)
        for card in note.cards if note else ():
            if note and card.id == card_id:
                return note, card
    return None


def find_source(library: CatalogueLibrary, source_id: str) -> tuple[Note, Source] | None:
    """Return a source and its note, as the file has them."""
    for name in library.homes_of_source(source_id):
        note = library.note(name)
        for source in note.sources if note else ():
            if note and source.id == source_id:
                return note, source
    return None


class Cards(Mapping[str, Card]):
    """Every card by its id, read from its file when it is looked up."""

    def __init__(self, library: CatalogueLibrary) -> None:
        """Look up nothing yet."""
        self._library = library

    def __getitem__(self, card_id: str) -> Card:
        found = find_card(self._library, card_id)
        if found is None:
            raise KeyError(card_id)
        return found[1]

    def __contains__(self, card_id: object) -> bool:
        return isinstance(card_id, str) and bool(self._library.homes_of_card(card_id))

    def __iter__(self) -> Iterator[str]:
        seen: set[str] = set()
        for listed in self._library.listing():
            if listed.id not in seen:
                seen.add(listed.id)
                yield listed.id

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return len(self._library.listing()) > 0


class Sources(Mapping[str, Source]):
    """Every source by its id, read from its file when it is looked up."""

    def __init__(self, library: CatalogueLibrary) -> None:
        """Look up nothing yet."""
        self._library = library

    def __getitem__(self, source_id: str) -> Source:
        found = find_source(self._library, source_id)
        if found is None:
            raise KeyError(source_id)
        return found[1]

    def __contains__(self, source_id: object) -> bool:
        return isinstance(source_id, str) and bool(self._library.homes_of_source(source_id))

    def __iter__(self) -> Iterator[str]:
        return iter(self._library.source_ids())

    def __len__(self) -> int:
        return len(self._library.source_ids())


class Places(Mapping[Key, Place]):
    """Where every entry stands, read from its file when it is looked up."""

    def __init__(self, library: CatalogueLibrary) -> None:
        """Look up nothing yet."""
        self._library = library

    def __getitem__(self, key: Key) -> Place:
        array, entry_id = key
        for file, inside in self._files(array, entry_id):
            reading = self._library.readings.read(file)
            value = reading.value if reading else None
            lines = value.lines if isinstance(value, NoteFile | OutlineFile) else ()
            for kind, name, line in lines:
                if (kind, name) == (array, inside):
                    return Place(file, line)
        raise KeyError(key)

    def _files(self, array: str, entry_id: str) -> list[tuple[str, str]]:
        """Return the files that may hold an entry, each with the entry's id in it."""
        if array == "block":
            outline, _, block = entry_id.partition("/")
            return [(f"{OUTLINES}/{outline}.toml", block)] if self._library.outline(outline) else []
        homes = self._library.homes_of_card if array == "card" else self._library.homes_of_source
        return [(f"{name}.toml", entry_id) for name in homes(entry_id) if self._library.note(name)]

    def __iter__(self) -> Iterator[Key]:
        seen: set[Key] = set()
        for _, value in self._library.files():
            prefix = f"{value.outline.name}/" if isinstance(value, OutlineFile) else ""
            for array, entry_id, _ in value.lines:
                if (key := (array, prefix + entry_id)) not in seen:
                    seen.add(key)
                    yield key

    def __len__(self) -> int:
        return sum(1 for _ in self)

"""A library that answers only what it is asked by name: whoever would go through all of its cards is stopped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from briefing.errors import Place
from briefing.model.card import Card, Listed
from briefing.model.finding import Finding
from briefing.model.ids import CardId, NoteName
from briefing.model.library import Library, WholeLibrary
from briefing.model.note import Folder, Heading, Note
from briefing.model.office import Office
from briefing.model.outline import Outline
from briefing.model.source import Source

Key = TypeVar("Key")
Value = TypeVar("Value")


class LookedUp(Mapping[Key, Value]):
    """Entries to be looked up by name, as in a library of a million cards."""

    def __init__(self, held: Mapping[Key, Value]) -> None:
        self._held = held

    def __getitem__(self, key: Key) -> Value:
        return self._held[key]

    def __iter__(self) -> Iterator[Key]:
        raise AssertionError("somebody goes through the whole library")

    def __len__(self) -> int:
        raise AssertionError("somebody counts the whole library")


class NarrowLibrary(Library):
    """A library read whole that lets nobody go through it."""

    def __init__(self, whole: WholeLibrary) -> None:
        self._whole = whole

    @property
    def office(self) -> Office:
        return self._whole.office

    @property
    def outlines(self) -> tuple[Outline, ...]:
        return self._whole.outlines

    @property
    def damage(self) -> Sequence[Finding]:
        return self._whole.damage

    @property
    def cards(self) -> Mapping[str, Card]:
        return LookedUp(self._whole.cards)

    @property
    def sources(self) -> Mapping[str, Source]:
        return LookedUp(self._whole.sources)

    @property
    def places(self) -> Mapping[tuple[str, str], Place]:
        return LookedUp(self._whole.places)

    @property
    def headings(self) -> Sequence[Heading]:
        return self._whole.headings

    @property
    def folders(self) -> tuple[Folder, ...]:
        return self._whole.folders

    def position(self, name: str) -> int | None:
        return self._whole.position(name)

    def listing(self, inside: str = "") -> Sequence[Listed]:
        return self._whole.listing(inside)

    def note(self, name: str) -> Note | None:
        return self._whole.note(name)

    def home(self, entry_id: str) -> Note | None:
        return self._whole.home(entry_id)

    def home_name(self, entry_id: str) -> NoteName:
        return self._whole.home_name(entry_id)

    def linked_from(self, card_id: str) -> tuple[tuple[str, Card], ...]:
        return self._whole.linked_from(card_id)

    def resting_on(self, source_id: str) -> Sequence[CardId]:
        return self._whole.resting_on(source_id)

"""A library of a million cards that stands nowhere: every note and card is made when it is asked for, and counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar, overload

from briefing.errors import Place
from briefing.model.card import Card, Listed
from briefing.model.finding import Finding
from briefing.model.ids import CardId, NoteName
from briefing.model.library import Library
from briefing.model.note import Folder, Heading, Note
from briefing.model.office import Office
from briefing.model.outline import Outline
from briefing.model.source import Source

FOLDERS, NOTES, CARDS = 20, 1_000, 50
"""Folders; notes in each; cards in each note."""

Thing = TypeVar("Thing")
if TYPE_CHECKING:
    Span: TypeAlias = slice[int | None, int | None, int | None]


class Made(Sequence[Thing], Generic[Thing]):
    """A sequence whose members are made when they are asked for, and counted in `made`."""

    def __init__(self, count: int, make: Callable[[int], Thing]) -> None:
        """Make nothing yet."""
        self._count = count
        self._make = make
        self.made = 0

    def __len__(self) -> int:
        """How many there would be."""
        return self._count

    @overload
    def __getitem__(self, index: int) -> Thing: ...
    @overload
    def __getitem__(self, index: Span) -> Sequence[Thing]: ...
    def __getitem__(self, index: int | Span) -> Thing | Sequence[Thing]:
        """Make one, or some."""
        if isinstance(index, int):
            if not 0 <= index < self._count:
                raise IndexError
            self.made += 1
            return self._make(index)
        places = range(*index.indices(self._count))
        self.made += len(places)
        return [self._make(place) for place in places]


class Cards(Mapping[str, Card]):
    """A million cards by id; to go through them is a mistake."""

    def __getitem__(self, card_id: str) -> Card:
        """Make a card."""
        return Card(CardId(card_id), "record", f"What was seen, number {card_id}")

    def __len__(self) -> int:
        """How many there are."""
        return FOLDERS * NOTES * CARDS

    def __iter__(self) -> Iterator[str]:
        """Never."""
        raise AssertionError("all cards were gone through")


class Invented(Library):
    """Twenty folders of a thousand notes, each of fifty cards."""

    def __init__(self) -> None:
        """Make nothing yet."""
        self.all_headings = Made(FOLDERS * NOTES, self._heading)
        self.all_cards = Made(FOLDERS * NOTES * CARDS, self._listed)

    def _heading(self, place: int) -> Heading:
        return Heading(NoteName(f"f{place // NOTES:02}/n{place % NOTES:03}"), f"Topic {place:,}", CARDS)

    def _listed(self, place: int) -> Listed:
        return Listed(CardId(f"c{place}"), "record", f"What was seen, number {place:,}", "unchecked", "office")

    @property
    def office(self) -> Office:
        """An office."""
        return Office(name="Office of the Member for Westmarch")

    @property
    def outlines(self) -> tuple[Outline, ...]:
        """None."""
        return ()

    @property
    def damage(self) -> Sequence[Finding]:
        """None."""
        return ()

    @property
    def cards(self) -> Mapping[str, Card]:
        """A million."""
        return Cards()

    @property
    def sources(self) -> Mapping[str, Source]:
        """None."""
        return {}

    @property
    def places(self) -> Mapping[tuple[str, str], Place]:
        """None."""
        return {}

    @property
    def headings(self) -> Sequence[Heading]:
        """Twenty thousand."""
        return self.all_headings

    @property
    def folders(self) -> tuple[Folder, ...]:
        """Twenty."""
        return tuple(Folder(f"f{each:02}", each * NOTES, NOTES, NOTES * CARDS) for each in range(FOLDERS))

    def position(self, name: str) -> int | None:
        """Return where the note stands."""
        return int(name[1:3]) * NOTES + int(name[5:]) if len(name) == len("f00/n000") else None

    def listing(self, inside: str = "") -> Sequence[Listed]:
        """Return all cards, those of a folder or those of a note."""
        if not inside:
            return self.all_cards
        first = int(inside[1:3]) * NOTES if inside.endswith("/") else self.position(inside) or 0
        count = NOTES * CARDS if inside.endswith("/") else CARDS
        return Made(count, lambda place: self._listed(first * CARDS + place))

    def note(self, name: str) -> Note | None:
        """Return a note."""
        place = self.position(name)
        return None if place is None else Note(NoteName(name), f"Topic {place:,}")

    def home(self, entry_id: str) -> Note | None:
        """Return the note of a card."""
        return self.note(self.home_name(entry_id))

    def home_name(self, entry_id: str) -> NoteName:
        """Return the name of the note of a card."""
        return self._heading(int(entry_id[1:]) // CARDS).name if entry_id else NoteName("")

    def linked_from(self, card_id: str) -> tuple[tuple[str, Card], ...]:
        """None."""
        return ()

    def resting_on(self, source_id: str) -> Sequence[CardId]:
        """None."""
        return ()

"""A note: one topic, with its sources and its cards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.model.card import Card
from briefing.model.ids import NoteName
from briefing.model.source import Source


@dataclass(frozen=True, slots=True)
class Heading:
    """A note as a list shows it."""

    name: NoteName
    title: str
    cards: int
    """How many cards it holds."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of notes, as it stands among the headings of a library."""

    name: str
    """`schools`, or `schools/primary`; empty for the notes in no folder."""
    first: int
    """Where its first note stands among the headings."""
    notes: int
    """How many notes it holds, those in folders inside it not counted."""
    cards: int
    """How many cards those notes hold."""


@dataclass(frozen=True, slots=True)
class Note:
    """A topic's prose, sources and cards, as one file keeps them."""

    name: NoteName
    title: str = ""
    summary: str = ""
    sources: tuple[Source, ...] = ()
    cards: tuple[Card, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)
    """Keys of the file this program does not know: kept as they are."""

    @property
    def file(self) -> str:
        """The path of its file inside the library."""
        return f"{self.name}.toml"

    @property
    def heading(self) -> Heading:
        """What a list shows of it."""
        return Heading(self.name, self.title, len(self.cards))


def folder_of(name: str) -> str:
    """Return the folder a note stands in, inside the library; empty where it stands in none."""
    return name.rpartition("/")[0]


def library_order(name: str) -> tuple[str, str]:
    """Return what notes are ordered by, by their names: the folder, none first, then the name."""
    return folder_of(name), name

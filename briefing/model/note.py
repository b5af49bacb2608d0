"""A note: one topic, with its sources and its cards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.model.card import Card
from briefing.model.ids import NoteName
from briefing.model.source import Source


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

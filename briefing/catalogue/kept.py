"""Exact words beside the kept texts of a library: each text is read and made ready once."""

from __future__ import annotations

from pathlib import Path

from briefing.evidence.quotations.comparing import Comparison, Result, compare_words
from briefing.evidence.quotations.kept import KeptText, prepare
from briefing.library.kept import Kept, read_kept
from briefing.model.card import Card
from briefing.model.library import Library
from briefing.model.source import Source


class KeptTexts:
    """The kept texts of a library's sources, read as they are asked for."""

    def __init__(self, library: Library, folder: Path) -> None:
        """Ask for the texts of the library in a folder."""
        self._library = library
        self._folder = folder
        self._ready: dict[str, tuple[Kept, KeptText | None]] = {}

    def compare(self, card: Card) -> Comparison:
        """Return how a card's exact words compare with the kept text of its source."""
        source = self._library.source_of(card)
        if source is None or not card.quote.strip():
            return Comparison(Result.NO_TEXT)
        return compare_words(card.quote, card.at, self._text(source)[1])

    def is_changed(self, source: Source) -> bool:
        """Whether the text that lies there is not the one that was read."""
        return self._text(source)[0].is_changed

    def _text(self, source: Source) -> tuple[Kept, KeptText | None]:
        if source.id not in self._ready:
            kept = read_kept(self._folder, source)
            self._ready[source.id] = kept, None if kept.text is None else prepare(kept.text)
        return self._ready[source.id]

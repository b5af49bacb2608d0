"""Cards made ready to be put into the word index: read, and their words found."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress

from briefing.search.tables.kept import Kept
from briefing.search.tables.origins import find_sources
from briefing.search.tables.packing import unpack
from briefing.search.tables.rows import HANDLINGS, CardRow, SourceRow
from briefing.search.tables.store import IN_LIST, SLOTS, listed
from briefing.search.words.folding import plain
from briefing.search.words.stems import stems
from briefing.search.words.tokens import HANDLING, KIND, STATUS, TAG, TOPIC, YEAR, card_words, dated

_COLUMNS = "row, id, standing, handling, since, source, texts"
_FOLDED = frozenset({STATUS, HANDLING, YEAR})
"""The fields whose values are folded as they stand; the others are folded once for many cards."""


@dataclass(frozen=True, slots=True)
class Ready:
    """Cards made ready, in order: their rows, what they are found by, and what has not been met before."""

    rows: tuple[int, ...]
    tokens: tuple[str, ...]
    words: tuple[tuple[str, str], ...]
    """New words with their stems."""
    values: tuple[tuple[str, str], ...]
    """New values of fields."""

    def without(self, rows: Collection[int]) -> Ready:
        """Return the same but for some of the cards."""
        if not rows:
            return self
        keep = [row not in rows for row in self.rows]
        return replace(self, rows=tuple(compress(self.rows, keep)), tokens=tuple(compress(self.tokens, keep)))

    def new_words_of(self, rows: Collection[int]) -> list[str]:
        """Return the new words that some of the cards hold, and perhaps no others."""
        held = {
            token[1:]
            for row, tokens in zip(self.rows, self.tokens, strict=True)
            if row in rows
            for token in tokens.split()
        }
        return [word for word, _ in self.words if word in held]


@dataclass(slots=True)
class Met:
    """The words and values that need not be told again."""

    words: set[str] = field(default_factory=set)
    values: set[tuple[str, str]] = field(default_factory=set)


def make_ready(connection: sqlite3.Connection, rows: Sequence[int], kept: Kept, met: Met) -> Ready:
    """Return cards, by their rows, made ready; those that are gone are left out."""
    cards = read_cards(connection, rows, kept.dictionary)
    sources = find_sources(connection, (card.source for card in cards.values()))
    there = [row for row in rows if row in cards]
    tokens: list[str] = []
    words: set[str] = set()
    values: set[tuple[str, str]] = set()
    for row in there:
        card = cards[row]
        source = sources.get(card.source)
        tokens.append(card_words(card, source, row // SLOTS, kept.common, words))
        values.update(values_of(card, source))
    values = folded(values)
    words -= met.words
    values -= met.values
    met.words |= words
    met.values |= values
    return Ready(tuple(there), tuple(tokens), tuple(zip(words, stems(words), strict=True)), tuple(values))


def read_cards(connection: sqlite3.Connection, rows: Sequence[int], dictionary: bytes) -> dict[int, CardRow]:
    """Return cards by their rows."""
    found = connection.execute(f"SELECT {_COLUMNS} FROM cards WHERE row {IN_LIST}", (listed(rows),))
    return {row: unpack(tuple(columns), dictionary) for row, *columns in found}


def folded(values: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return values of fields as they are told apart, each with the letter of its field."""
    return {(field, value if field in _FOLDED else plain(value)) for field, value in values}


def values_of(card: CardRow, source: SourceRow | None) -> Iterator[tuple[str, str]]:
    """Yield the values of fields that a card has."""
    yield KIND, card.kind
    yield STATUS, card.status
    yield HANDLING, HANDLINGS[card.handling]
    yield from ((TAG, tag) for tag in card.tags)
    yield from ((TOPIC, topic) for topic in card.topics)
    if since := dated(card, source):
        yield YEAR, str(since // 10_000)

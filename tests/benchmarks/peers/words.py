"""The peer of a search: SQLite's word index used by hand, as the fastest prototype did, and nothing of ours.

Quality is the rowid, so the first matches are the best; prefixes are indexed; no positions are kept. The row of a card
holds what a list shows of it. There are no phrases, no ranks by where a word stands, and no counts. The fields that it
can narrow down by are words among the others, and a value that is being typed is spelt out as the values that begin so:
a beginning as long as that has no index, and the lists of all that begin so would be joined whole.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from briefing.search.index import Index
from briefing.search.making.readying import read_cards
from briefing.search.query import parse_query
from briefing.search.tables.kept import read_kept
from briefing.search.tables.origins import find_sources
from briefing.search.tables.rows import HANDLINGS, CardRow, SourceRow
from briefing.search.tables.store import SLOTS
from briefing.search.words.folding import fold
from briefing.search.words.tokens import name_of
from briefing.search.words.vocabulary import AFTER_ALL

TABLES = (
    """CREATE TABLE cards (
        rank INTEGER PRIMARY KEY, id TEXT, kind TEXT, status TEXT, handling TEXT, source TEXT, note TEXT,
        claim TEXT)""",
    "CREATE TABLE facets (value TEXT PRIMARY KEY) WITHOUT ROWID",
    """CREATE VIRTUAL TABLE words USING fts5(
        text, content='', detail=none, columnsize=0, prefix='1 2 3 4', tokenize='ascii')""",
)
FIELDS = ("kind", "status", "handling", "tag")
"""The fields the peer knows."""

_FIRST = """SELECT cards.* FROM words JOIN cards ON cards.rank = words.rowid WHERE words MATCH ?
    ORDER BY words.rowid LIMIT ?"""

Entry = tuple[tuple[str, ...], str, list[str]]
"""The row of a card, its words, and the values of its fields."""


class RawWords:
    """The peer, opened."""

    def __init__(self, path: Path) -> None:
        """Open it; the values of its fields are few, and are kept at hand."""
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._values = [value for (value,) in self._connection.execute("SELECT value FROM facets ORDER BY value")]

    def first(self, expression: str, limit: int = 50) -> int:
        """Return how many of the first cards match, having read their rows."""
        return len(self._connection.execute(_FIRST, (expression, limit)).fetchall())

    def expression_of(self, text: str) -> str | None:
        """Return the peer's form of what was typed; None where it has none: phrases, minus, fields it does not know."""
        return expression_of(text, self._values)

    def close(self) -> None:
        """Close it."""
        self._connection.close()


def expression_of(text: str, values: Sequence[str]) -> str | None:
    """Return the peer's form of what was typed, given all values of fields in order; None where it has none."""
    query = parse_query(text)
    if query.without or any(len(term.words) != 1 for term in query.terms):
        return None
    parts = [f'"{term.words[0]}"{"*" if term.typing else ""}' for term in query.terms]
    for narrowed in query.filters:
        if narrowed.without or narrowed.field not in FIELDS:
            return None
        parts.append(_spelt_out(_value(narrowed.field, narrowed.value), values))
    return " AND ".join(parts) or None


def _spelt_out(start: str, values: Sequence[str]) -> str:
    """Return what finds all values that begin so."""
    first, last = bisect_left(values, start), bisect_left(values, start + AFTER_ALL)
    meant = [f'"{value}"' for value in values[first:last]]
    return f"({' OR '.join(meant)})" if meant else f'"{start}"'


def _value(field: str, value: str) -> str:
    return f"x{field}x{name_of(value).replace('·', '')}"


def make_words(path: Path, index: Index) -> Path:
    """Make the peer from an index: the same cards, in the same order of quality."""
    if path.is_file():
        return path
    making = path.with_suffix(".making")
    making.unlink(missing_ok=True)
    connection = sqlite3.connect(making, isolation_level=None)
    for table in TABLES:
        connection.execute(table)
    index.look(lambda source: _fill(connection, _entries(source)), None)
    connection.execute("INSERT INTO words (words) VALUES ('optimize')")
    connection.execute("VACUUM")
    connection.close()
    making.rename(path)
    return path


def _fill(connection: sqlite3.Connection, entries: Iterator[Entry]) -> None:
    rank = 1
    while some := list(islice(entries, 20_000)):
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO cards VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            ((number, *row) for number, (row, _, _) in enumerate(some, rank)),
        )
        connection.executemany(
            "INSERT INTO words (rowid, text) VALUES (?, ?)",
            ((number, f"{text} {' '.join(values)}") for number, (_, text, values) in enumerate(some, rank)),
        )
        values = {value for _, _, values in some for value in values}
        connection.executemany("INSERT OR IGNORE INTO facets VALUES (?)", ((value,) for value in values))
        connection.execute("COMMIT")
        rank += len(some)


def _entries(connection: sqlite3.Connection) -> Iterator[Entry]:
    dictionary = read_kept(connection).dictionary
    names = {row: name.decode() for row, name in connection.execute("SELECT row, name FROM notes")}
    ranks = connection.execute("SELECT card FROM ranks ORDER BY rank")
    while some := [row for (row,) in ranks.fetchmany(500)]:
        cards = read_cards(connection, some, dictionary)
        sources = find_sources(connection, (card.source for card in cards.values()))
        for row in some:
            card = cards[row]
            yield _row(card, names[row // SLOTS]), _text(card, sources.get(card.source)), _values(card)


def _row(card: CardRow, note: str) -> tuple[str, ...]:
    return card.id, card.kind, card.status, HANDLINGS[card.handling], card.source, note, card.claim


def _text(card: CardRow, source: SourceRow | None) -> str:
    return fold(" ".join((card.claim, card.quote, *card.elsewhere, *(source.texts if source else ()))))


def _values(card: CardRow) -> list[str]:
    values = [("kind", card.kind), ("status", card.status), ("handling", HANDLINGS[card.handling])]
    values.extend(("tag", tag) for tag in card.tags)
    return [_value(field, value) for field, value in values]

"""The peer of a search: SQLite's word index used by hand, as the fastest prototype did, and nothing of ours.

Quality is the rowid, so the first matches are the best; prefixes are indexed; no positions are kept. The row of a card
holds what a list shows of it. There are no phrases, no ranks by where a word stands, and no counts. The fields that it
can narrow down by are words among the others.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
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

TABLES = (
    """CREATE TABLE cards (
        rank INTEGER PRIMARY KEY, id TEXT, kind TEXT, status TEXT, handling TEXT, source TEXT, note TEXT,
        claim TEXT)""",
    """CREATE VIRTUAL TABLE words USING fts5(
        text, content='', detail=none, columnsize=0, prefix='1 2 3 4', tokenize='ascii')""",
)
FIELDS = ("kind", "status", "handling", "tag")
"""The fields the peer knows."""

_FIRST = """SELECT cards.* FROM words JOIN cards ON cards.rank = words.rowid WHERE words MATCH ?
    ORDER BY words.rowid LIMIT ?"""

Entry = tuple[tuple[str, ...], str]


class RawWords:
    """The peer, opened."""

    def __init__(self, path: Path) -> None:
        """Open it."""
        self._connection = sqlite3.connect(path, isolation_level=None)

    def first(self, expression: str, limit: int = 50) -> int:
        """Return how many of the first cards match, having read their rows."""
        return len(self._connection.execute(_FIRST, (expression, limit)).fetchall())

    def close(self) -> None:
        """Close it."""
        self._connection.close()


def expression_of(text: str) -> str | None:
    """Return the peer's form of what was typed; None where it has none: phrases, minus, fields it does not know."""
    query = parse_query(text)
    if query.without or any(len(term.words) != 1 for term in query.terms):
        return None
    parts = [f'"{term.words[0]}"{"*" if term.typing else ""}' for term in query.terms]
    for narrowed in query.filters:
        if narrowed.without or narrowed.field not in FIELDS:
            return None
        parts.append(f'"{_value(narrowed.field, narrowed.value)}"*')
    return " AND ".join(parts) or None


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
            ((number, *row) for number, (row, _) in enumerate(some, rank)),
        )
        connection.executemany(
            "INSERT INTO words (rowid, text) VALUES (?, ?)",
            ((number, text) for number, (_, text) in enumerate(some, rank)),
        )
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
            yield _row(cards[row], names[row // SLOTS]), _text(cards[row], sources.get(cards[row].source))


def _row(card: CardRow, note: str) -> tuple[str, ...]:
    return card.id, card.kind, card.status, HANDLINGS[card.handling], card.source, note, card.claim


def _text(card: CardRow, source: SourceRow | None) -> str:
    values = [("kind", card.kind), ("status", card.status), ("handling", HANDLINGS[card.handling])]
    values.extend(("tag", tag) for tag in card.tags)
    fields = " ".join(_value(field, value) for field, value in values)
    texts = (card.claim, card.quote, *card.elsewhere, *(source.texts if source else ()))
    return f"{fold(' '.join(texts))} {fields}"

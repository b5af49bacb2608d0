"""Ranking: the words of every card put into the word index under its rank, the best card first.

Most questions are answered by the first few cards that match. The rowid of a card's words is its rank among all cards,
by status, then date, then id, so reading matches in the order of rowids reads the best ones first and can stop early.
A card that is new or has changed since cannot have the rank it deserves without moving all others: it is given one of
its own beyond them all (`LATE`), and those few are put in their places when they are found.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.search.folding import fold, plain
from briefing.search.kept import RANKING, READY, Kept, read_kept, write_kept
from briefing.search.lookups import count_cards
from briefing.search.origins import find_sources
from briefing.search.packing import unpack
from briefing.search.rows import HANDLINGS, CardRow, SourceRow
from briefing.search.stems import stems
from briefing.search.store import SLOTS, empty_words, transaction
from briefing.search.tokens import HANDLING, KIND, STATUS, TAG, TOPIC, WORDS, YEAR, card_tokens, dated

LATE = 1 << 32
"""The first of the ranks that say nothing of how good a card is."""
MOST_LATE = 500
"""Cards without their own rank before all are ranked anew; in large libraries one card in so many, see below."""
SHARE_LATE = 200

STEP = 2_000
"""Cards ranked between two looks at whether to go on."""

SAMPLE = 20_000
"""Cards looked at to tell which words are common."""
COMMON_IN = 500
"""A word is common where more than one card in so many holds it."""
FEW = 20_000
"""Cards that can all be looked at: no pairs are needed."""

COLUMNS = "cards.row, id, standing, handling, since, source, texts"

_BY_RANK = """SELECT cards.row FROM cards LEFT JOIN temp.origins ON origins.id = cards.source
    ORDER BY standing,
    CASE WHEN cards.since THEN cards.since ELSE coalesce(origins.since, 0) END DESC, cards.id, cards.row"""

Stop = Callable[[], bool]
Told = Callable[[int, int], object]
"""Called with how many cards are ranked, and of how many."""


def rank_waiting(connection: sqlite3.Connection, kept: Kept) -> None:
    """Rank the cards that wait, inside a transaction."""
    rows = [row for (row,) in connection.execute("SELECT card FROM unranked ORDER BY card")]
    if not rows:
        return
    (last,) = connection.execute("SELECT max(rank) FROM ranks").fetchone()
    first = max(LATE, (last or 0) + 1)
    for start in range(0, len(rows), STEP):
        some = rows[start : start + STEP]
        _rank(connection, some, first + start, kept.common)
    connection.execute("DELETE FROM unranked")


def is_out_of_order(connection: sqlite3.Connection) -> bool:
    """Whether so many cards are without a rank of their own that all should be ranked anew."""
    (late,) = connection.execute("SELECT count(*) FROM ranks WHERE rank >= ?", (LATE,)).fetchone()
    return bool(late > max(MOST_LATE, count_cards(connection) // SHARE_LATE))


def begin_ranking(connection: sqlite3.Connection) -> Kept:
    """Forget every rank and set out to rank all cards, inside a transaction."""
    empty_words(connection)
    kept = replace(read_kept(connection), stage=RANKING, common=_common(connection))
    write_kept(connection, kept)
    return kept


def rank_all(connection: sqlite3.Connection, stop: Stop, told: Told) -> bool:
    """Rank every card that has no rank yet, some at a time, each some kept; returns False where it was told to stop.

    Where it was stopped it goes on from there; a card that changed meanwhile waits its turn and is ranked late.
    """
    kept = read_kept(connection)
    rows = _unranked(connection)
    (done,) = connection.execute("SELECT coalesce(max(rank), 0) FROM ranks WHERE rank < ?", (LATE,)).fetchone()
    count = done + len(rows)
    for start in range(0, len(rows), STEP):
        if stop():
            return False
        with transaction(connection):
            waiting = {card for (card,) in connection.execute("SELECT card FROM unranked")}
            some = [row for row in rows[start : start + STEP] if row not in waiting]
            _rank(connection, some, done + start + 1, kept.common)
        told(min(done + start + STEP, count), count)
    with transaction(connection):
        connection.execute("INSERT INTO words (words) VALUES ('optimize')")
        write_kept(connection, replace(kept, stage=READY))
        rank_waiting(connection, kept)
    return True


def _unranked(connection: sqlite3.Connection) -> list[int]:
    """Return the rows of the cards that are still to be ranked, the best first."""
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS origins (id TEXT PRIMARY KEY, since INTEGER) WITHOUT ROWID")
    connection.execute("DELETE FROM temp.origins")
    connection.execute(
        """INSERT OR IGNORE INTO temp.origins SELECT sources.id, sources.since FROM sources
        JOIN notes ON notes.row = sources.note ORDER BY notes.folder, notes.name, sources.row"""
    )
    done = {card for (card,) in connection.execute("SELECT card FROM ranks UNION ALL SELECT card FROM unranked")}
    rows = (row for (row,) in connection.execute(_BY_RANK))
    return [row for row in rows if row not in done] if done else list(rows)


def _common(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the words that many cards hold, told from some of the cards."""
    count = count_cards(connection)
    if count <= FEW:
        return frozenset()
    dictionary = read_kept(connection).dictionary
    every = max(1, count // SAMPLE)
    frequency: dict[str, int] = {}
    looked = 0
    for _, row in _read_rows(connection, "WHERE row % ? = 0", (every,), dictionary):
        looked += 1
        texts = (row.claim, row.quote, *row.elsewhere)
        for word in {word for text in texts for word in fold(text).split()}:
            frequency[word] = frequency.get(word, 0) + 1
    return frozenset(word for word, times in frequency.items() if times * COMMON_IN > looked)


def _read_rows(
    connection: sqlite3.Connection, which: str, values: Sequence[int], dictionary: bytes
) -> Iterator[tuple[int, CardRow]]:
    for row, *columns in connection.execute(f"SELECT {COLUMNS} FROM cards {which}", values):
        yield row, unpack(tuple(columns), dictionary)


def read_cards(connection: sqlite3.Connection, rows: Sequence[int], dictionary: bytes) -> dict[int, CardRow]:
    """Return cards by their rows."""
    found: dict[int, CardRow] = {}
    for start in range(0, len(rows), 500):
        some = rows[start : start + 500]
        found.update(_read_rows(connection, f"WHERE row IN ({','.join('?' * len(some))})", some, dictionary))
    return found


def _rank(connection: sqlite3.Connection, rows: Sequence[int], first: int, common: frozenset[str]) -> None:
    """Put cards into the word index under ranks from `first` on."""
    cards = read_cards(connection, rows, read_kept(connection).dictionary)
    sources = find_sources(connection, (card.source for card in cards.values()))
    tokens = [
        card_tokens(cards[row], sources.get(cards[row].source), row // SLOTS, common) for row in rows if row in cards
    ]
    ranked = [row for row in rows if row in cards]
    connection.executemany("INSERT INTO words (rowid, tokens) VALUES (?, ?)", enumerate(tokens, first))
    connection.executemany("INSERT INTO ranks (rank, card) VALUES (?, ?)", enumerate(ranked, first))
    _learn(connection, tokens, [(cards[row], sources.get(cards[row].source)) for row in ranked])


def _learn(
    connection: sqlite3.Connection, tokens: Iterable[str], cards: Iterable[tuple[CardRow, SourceRow | None]]
) -> None:
    """Keep the words that have not been met before, and the values of fields."""
    words = {token[1:] for each in tokens for token in each.split() if token[0] in WORDS}
    connection.executemany(
        "INSERT OR IGNORE INTO vocabulary (word, stem) VALUES (?, ?)", zip(words, stems(words), strict=True)
    )
    values = {value for card, source in cards for value in _values(card, source)}
    connection.executemany("INSERT OR IGNORE INTO facets (field, value) VALUES (?, ?)", values)


def _values(card: CardRow, source: SourceRow | None) -> Iterator[tuple[str, str]]:
    yield KIND, plain(card.kind)
    yield STATUS, card.status
    yield HANDLING, HANDLINGS[card.handling]
    yield from ((TAG, plain(tag)) for tag in card.tags)
    yield from ((TOPIC, plain(topic)) for topic in card.topics)
    if since := dated(card, source):
        yield YEAR, str(since // 10_000)

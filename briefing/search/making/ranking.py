"""Ranking: the words of every card put into the word index under its rank, the best card first.

Most questions are answered by the first few cards that match. The rowid of a card's words is its rank among all cards,
by status, then date, then id, so reading matches in the order of rowids reads the best ones first and can stop early.
A card that is new or has changed since cannot have the rank it deserves without moving all others: it is given one of
its own beyond them all (`LATE`), and those few are put in their places when they are found.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from briefing.search.lookups import count_cards
from briefing.search.making.forgetting import drop_what_left, let_leave
from briefing.search.making.readying import Met, Ready, make_ready, read_cards
from briefing.search.tables.kept import RANKING, READY, Kept, let_forget, read_kept, write_kept
from briefing.search.tables.store import IN_LIST, empty_words, listed, set_merging, transaction
from briefing.search.words.folding import fold

LATE = 1 << 32
"""The first of the ranks that say nothing of how good a card is."""
MOST_LATE = 500
"""Cards without their own rank before all are ranked anew; in large libraries one card in so many, see below."""
SHARE_LATE = 200

STEP = 5_000
"""Cards ranked between two looks at whether to go on."""

SAMPLE = 5_000
"""Cards looked at to tell which words are common."""
COMMON_IN = 100
"""A word is common where more than one card in so many holds it."""
FEW = 300
"""Cards that can all be looked at: a word that no more hold is not common."""

_BY_RANK = """SELECT cards.row FROM cards LEFT JOIN temp.origins ON origins.id = cards.source
    ORDER BY standing,
    CASE WHEN cards.since THEN cards.since ELSE coalesce(origins.since, 0) END DESC, cards.id, cards.row"""

_KEEP_ORDER = """INSERT INTO late (rank, standing, newness, id)
    SELECT ranks.rank, standing, -CASE WHEN cards.since THEN cards.since ELSE coalesce((
        SELECT sources.since FROM sources JOIN notes ON notes.row = sources.note WHERE sources.id = cards.source
        ORDER BY notes.folder, notes.name, sources.row LIMIT 1), 0) END, cards.id
    FROM ranks CROSS JOIN cards ON cards.row = ranks.card WHERE ranks.rank >= ?"""

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
        _put(connection, make_ready(connection, some, kept, Met()), first + start)
    connection.execute(_KEEP_ORDER, (first,))
    connection.execute("DELETE FROM unranked")


def is_out_of_order(connection: sqlite3.Connection) -> bool:
    """Whether so many cards are without a rank of their own that all should be ranked anew."""
    (late,) = connection.execute("SELECT count(*) FROM ranks WHERE rank >= ?", (LATE,)).fetchone()
    return bool(late > most_late(connection))


def most_late(connection: sqlite3.Connection) -> int:
    """Return how many cards may be without a rank of their own."""
    return max(MOST_LATE, count_cards(connection) // SHARE_LATE)


def begin_ranking(connection: sqlite3.Connection) -> Kept:
    """Forget every rank and set out to rank all cards, inside a transaction."""
    empty_words(connection)
    kept = replace(read_kept(connection), stage=RANKING, common=_common(connection))
    write_kept(connection, kept)
    let_forget(connection)
    return kept


def rank_all(connection: sqlite3.Connection, stop: Stop, told: Told) -> bool:
    """Rank every card that has no rank yet, some at a time, each some kept; returns False where it was told to stop.

    Where it was stopped it goes on from there; a card that changed meanwhile waits its turn and is ranked late.
    """
    kept = read_kept(connection)
    rows = _unranked(connection)
    (done,) = connection.execute("SELECT coalesce(max(rank), 0) FROM ranks WHERE rank < ?", (LATE,)).fetchone()
    count = done + len(rows)
    from briefing.search.making.ahead import ahead  # only who ranks a library needs other processes

    set_merging(connection, much=True)
    steps = [rows[start : start + STEP] for start in range(0, len(rows), STEP)]
    with ahead(connection, steps, kept) as readied:
        for ready in readied:
            if stop():
                return False
            with transaction(connection):
                if read_kept(connection).stage != RANKING:
                    return False  # it was thrown away meanwhile, and all is to be made anew
                _put_unchanged(connection, ready, done + 1)
            done += STEP
            told(min(done, count), count)
    with transaction(connection):
        if read_kept(connection).stage != RANKING:
            return False
        connection.execute("INSERT INTO words (words) VALUES ('optimize')")
        set_merging(connection, much=False)
        write_kept(connection, replace(kept, stage=READY))
        rank_waiting(connection, kept)
        drop_what_left(connection)
    return True


def _put_unchanged(connection: sqlite3.Connection, ready: Ready, first: int) -> None:
    """Put the cards into the word index that are as they were when they were made ready.

    What is new of the others is not told again with the next card that holds it: it is put down with the rest, and
    looked for once all are ranked.
    """
    changed = _changed(connection, ready.rows)
    _put(connection, ready.without(changed), first)
    if changed:
        let_leave(connection, ready.new_words_of(changed), ready.values)


def _changed(connection: sqlite3.Connection, rows: Sequence[int]) -> set[int]:
    """Return those of the cards that have gone since they were read, or have changed: these wait to be ranked late."""
    waiting = {card for (card,) in connection.execute("SELECT card FROM unranked")}
    there = {row for (row,) in connection.execute(f"SELECT row FROM cards WHERE row {IN_LIST}", (listed(rows),))}
    return {row for row in rows if row in waiting or row not in there}


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
    sample = [row for (row,) in connection.execute("SELECT row FROM cards WHERE row % ? = 0", (count // SAMPLE or 1,))]
    frequency: Counter[str] = Counter()
    for card in read_cards(connection, sample, read_kept(connection).dictionary).values():
        frequency.update({*fold(" ".join((card.claim, card.quote, *card.elsewhere))).split()})
    least = max(count // COMMON_IN, FEW) * len(sample) // count
    return frozenset(word for word, times in frequency.items() if times > least)


def _put(connection: sqlite3.Connection, ready: Ready, first: int) -> None:
    """Put cards that were made ready into the word index under ranks from `first` on."""
    connection.executemany("INSERT INTO words (rowid, tokens) VALUES (?, ?)", enumerate(ready.tokens, first))
    connection.executemany("INSERT INTO ranks (rank, card) VALUES (?, ?)", enumerate(ready.rows, first))
    connection.executemany("INSERT OR IGNORE INTO vocabulary (word, stem) VALUES (?, ?)", ready.words)
    connection.executemany("INSERT OR IGNORE INTO facets (field, value) VALUES (?, ?)", ready.values)

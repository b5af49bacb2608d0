"""Forgetting: what no card says any more leaves the file, so that nobody can read there what a restricted card said.

The word index only notes down that a word has left a card, until it writes its pages anew; pages of any table may hold
what once stood in them. All that is written again here, while others go on searching and filing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace

from briefing.search.tables.kept import Kept, has_forgotten, read_kept, read_mark, write_kept
from briefing.search.tables.packing import repack
from briefing.search.tables.store import transaction
from briefing.search.words.folding import fold
from briefing.search.words.tokens import WORDS, value_token

WORD = ""
"""Stands where a field would: what leaves is a word."""
PAGES = 2_000
"""Pages of the word index written anew between two looks at whether to go on, while nobody else can write."""
_AT_ONCE = 1_000

Stop = Callable[[], bool]


def let_leave(connection: sqlite3.Connection, words: Iterable[str], values: Iterable[tuple[str, str]] = ()) -> None:
    """Put down words and values of fields that a card or a source held: perhaps no other does."""
    leaving = [*((WORD, word) for word in words), *values]
    connection.executemany("INSERT OR IGNORE INTO leaving (field, value) VALUES (?, ?)", leaving)


def drop_what_left(connection: sqlite3.Connection) -> None:
    """Take what no card holds any more out of the library's words and values, inside a transaction."""
    left = connection.execute("SELECT field, value FROM leaving").fetchall()
    gone = [(field, value) for field, value in left if not _is_held(connection, field, value)]
    connection.executemany("DELETE FROM vocabulary WHERE word = ?", ((value,) for field, value in gone if not field))
    connection.executemany("DELETE FROM facets WHERE field = ? AND value = ?", (each for each in gone if each[0]))
    connection.execute("DELETE FROM leaving")


def _is_held(connection: sqlite3.Connection, field: str, value: str) -> bool:
    tokens = [value_token(field, value)] if field else [place + value for place in WORDS]
    asked = " OR ".join(f'"{token}"' for token in tokens)
    return connection.execute("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1", (asked,)).fetchone() is not None


def forget(connection: sqlite3.Connection, stop: Stop) -> bool:
    """Leave nothing in the file that no card says any more; returns False where it was told to stop.

    Where somebody reads an older state all the while, or something is hidden meanwhile, it is still to be done.
    """
    mark = read_mark(connection)
    if not all(_merge(connection, table, stop) for table in ("words", "topics", "bearings")):
        return False
    with transaction(connection):
        _forget_in_kept(connection, read_kept(connection))
    # Pages keep what stood in them before their cells were moved: only what is copied holds nothing else.
    connection.execute("VACUUM")
    (is_busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if not is_busy:
        has_forgotten(connection, mark)
    return True


def _merge(connection: sqlite3.Connection, table: str, stop: Stop) -> bool:
    """Write a word index anew, some pages at a time; returns False where it was told to stop."""
    pages = -PAGES  # less than nothing: all that is there, not only what is worth it
    while not stop():
        before = connection.total_changes
        with transaction(connection):
            connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)", (pages,))
        if connection.total_changes - before <= 1:
            return True
        pages = PAGES
    return False


def _forget_in_kept(connection: sqlite3.Connection, kept: Kept) -> None:
    """Take the words that no card holds any more out of those that everything else is written by."""
    texts = kept.dictionary.decode("utf-8", "surrogatepass").split(" ")
    held = [text for text in texts if all(_is_known(connection, word) for word in fold(text).split())]
    common = frozenset(word for word in kept.common if _is_known(connection, word))
    dictionary = " ".join(held).encode("utf-8", "surrogatepass")
    if (dictionary, common) == (kept.dictionary, kept.common):
        return
    if dictionary != kept.dictionary:
        _pack_anew(connection, kept.dictionary, dictionary)
    write_kept(connection, replace(kept, dictionary=dictionary, common=common))


def _pack_anew(connection: sqlite3.Connection, before: bytes, after: bytes) -> None:
    """Pack the texts of every card with another dictionary."""
    rows = connection.execute("SELECT row FROM cards").fetchall()
    for some in (rows[start : start + _AT_ONCE] for start in range(0, len(rows), _AT_ONCE)):
        texts = (connection.execute("SELECT texts, row FROM cards WHERE row = ?", row).fetchone() for row in some)
        packed = [(repack(text, before, after), row) for text, row in texts]
        connection.executemany("UPDATE cards SET texts = ? WHERE row = ?", packed)


def _is_known(connection: sqlite3.Connection, word: str) -> bool:
    return connection.execute("SELECT 1 FROM vocabulary WHERE word = ?", (word,)).fetchone() is not None

"""The tables of the index, how they are written together and read of one moment, and how they are emptied."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from briefing.model.ids import NoteName

APPLICATION = 0x62726965
"""Written into the file so that a database of another program is not taken for ours: "brie" in ASCII."""

VERSION = 4
"""Raised whenever the tables, or what is written into them, change: a file of another version is built anew."""

TABLES = (
    # One row a file of the library, notes and outlines alike: what tells whether it has changed, and its faults.
    "CREATE TABLE files (name BLOB PRIMARY KEY, stamp BLOB NOT NULL, damage TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE notes (
        row INTEGER PRIMARY KEY, folder BLOB NOT NULL, name BLOB NOT NULL UNIQUE, title TEXT NOT NULL,
        cards INTEGER NOT NULL, called TEXT NOT NULL, titled TEXT NOT NULL)""",
    "CREATE UNIQUE INDEX notes_in_order ON notes (folder, name)",
    # The cards of a note have rows of a range of their own (making/filing.py), so that no index is needed to find them.
    """CREATE TABLE cards (
        row INTEGER PRIMARY KEY, position INTEGER NOT NULL, id TEXT NOT NULL, standing INTEGER NOT NULL,
        handling INTEGER NOT NULL, since INTEGER NOT NULL, source TEXT NOT NULL, texts BLOB NOT NULL)""",
    """CREATE TABLE sources (
        row INTEGER PRIMARY KEY, note INTEGER NOT NULL, id TEXT NOT NULL, since INTEGER NOT NULL,
        texts TEXT NOT NULL)""",
    "CREATE INDEX sources_by_id ON sources (id)",
    "CREATE INDEX sources_of_note ON sources (note)",
    "CREATE TABLE uses (outline BLOB NOT NULL, card TEXT NOT NULL, PRIMARY KEY (outline, card)) WITHOUT ROWID",
    # Which card has which rank: the rowid of its words (making/ranking.py).
    "CREATE TABLE ranks (rank INTEGER PRIMARY KEY, card INTEGER NOT NULL)",
    "CREATE TABLE unranked (card INTEGER PRIMARY KEY)",
    # What orders the cards whose rank says nothing of it.
    """CREATE TABLE late (
        rank INTEGER PRIMARY KEY, standing INTEGER NOT NULL, newness INTEGER NOT NULL, id TEXT NOT NULL)""",
    # Every word of the library with its stem, and every value of a field: what a prefix or an inflection stands for.
    "CREATE TABLE vocabulary (word TEXT PRIMARY KEY, stem TEXT NOT NULL) WITHOUT ROWID",
    "CREATE INDEX vocabulary_by_stem ON vocabulary (stem)",
    "CREATE TABLE facets (field TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (field, value)) WITHOUT ROWID",
    # What a card held that has changed or gone; the field is empty for a word.
    "CREATE TABLE leaving (field TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (field, value)) WITHOUT ROWID",
    "CREATE TABLE kept (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
    # Words are folded before they come here (words/folding.py), so that the plainest tokeniser reads them as the code
    # that lights matches does; unicode61 would follow the Unicode tables of whatever SQLite is installed. A word stands
    # behind a letter for where it is (words/tokens.py), so prefixes of two and three letters are three and four long.
    """CREATE VIRTUAL TABLE words USING fts5(
        tokens, content='', detail=none, columnsize=0, tokenize='ascii', prefix='3 4')""",
    """CREATE VIRTUAL TABLE topics USING fts5(
        title, summary, columnsize=0, detail=column, tokenize='ascii')""",
    """CREATE VIRTUAL TABLE bearings USING fts5(
        tokens, content='', detail=none, columnsize=0, tokenize='ascii', prefix='1 2 3')""",
)
NAMES = tuple(re.findall(r"TABLE (\w+)", " ".join(TABLES)))
SEARCHED = frozenset(re.findall(r"VIRTUAL TABLE (\w+)", " ".join(TABLES)))
"""The tables of those that can only be asked for words."""

IN_LIST = "IN (SELECT value FROM json_each(?))"
"""One of many numbers, which `listed` writes."""

SLOTS = 1 << 20
"""How many rows the cards of one note have for themselves: from the note's own row times this on."""


def write_name(name: str) -> bytes:
    """Return a note's name as the index keeps it: a file name need not be text that a database takes."""
    return name.encode("utf-8", "surrogatepass")


def read_name(kept: bytes) -> NoteName:
    """Return a note's name from the index."""
    return NoteName(kept.decode("utf-8", "surrogatepass"))


def listed(values: Iterable[int]) -> str:
    """Return numbers as `IN (SELECT value FROM json_each(?))` takes them, however many: parameters are limited."""
    return f"[{','.join(map(str, values))}]"


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything written inside is kept together or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything read inside is of one moment, whatever another process writes meanwhile."""
    if connection.in_transaction:  # there is one connection for all to an index in memory
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def clear(connection: sqlite3.Connection) -> None:
    """Drop everything and begin again, inside a transaction."""
    for name in NAMES:
        connection.execute(f"DROP TABLE {name}")
    for table in TABLES:
        connection.execute(table)


def empty_words(connection: sqlite3.Connection) -> None:
    """Forget every rank and every word, inside a transaction."""
    connection.execute("INSERT INTO words (words) VALUES ('delete-all')")
    for name in ("ranks", "unranked", "late", "vocabulary", "facets", "leaving"):
        connection.execute(f"DELETE FROM {name}")


def set_merging(connection: sqlite3.Connection, *, much: bool) -> None:
    """Set the word index for writing very much, all of it merged at the end, or for writing a little now and then."""
    settings = {"automerge": 0, "hashsize": 16 << 20} if much else {"automerge": 4, "hashsize": 1 << 20}
    connection.executemany("INSERT INTO words (words, rank) VALUES (?, ?)", settings.items())

"""The database file: its tables, how it is opened, and how one that cannot be used is thrown away."""

from __future__ import annotations

import errno
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

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

SLOTS = 1 << 20
"""How many rows the cards of one note have for themselves: from the note's own row times this on."""

CACHE = 1_000
"""Kilobytes of pages each connection keeps."""

_BESIDE = ("", "-wal", "-shm", "-journal")


def open_store(path: Path, patience: float, *, anew: bool = False) -> sqlite3.Connection:
    """Return a connection to the index at `path`, an empty one where the file is not one of ours and of this version.

    `patience` is how many seconds to wait for another process; `anew` throws away any file that is there.
    Raises sqlite3.Error or OSError.
    """
    # One process at a time: a file must not be thrown away while another process is half way into opening it.
    with _alone(path.with_suffix(".lock"), patience):
        _make_private(path)
        connection = _connect(str(path), patience)
        if anew or not _is_ours(connection):
            connection.close()
            _throw_away(path)
            _make_private(path)
            connection = _connect(str(path), patience)
            _prepare(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
        # A desk has three connections, and the system keeps what they read in memory besides.
        connection.execute(f"PRAGMA cache_size = -{CACHE}")
        return connection


def open_private(patience: float) -> sqlite3.Connection:
    """Return an empty index in memory, for when there is no file to be had."""
    connection = _connect(":memory:", patience)
    _prepare(connection)
    return connection


def identity(path: Path) -> tuple[int, int] | None:
    """Return what tells this file from another of the same name; None where it is gone."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def write_name(name: str) -> bytes:
    """Return a note's name as the index keeps it: a file name need not be text that a database takes."""
    return name.encode("utf-8", "surrogatepass")


def read_name(kept: bytes) -> NoteName:
    """Return a note's name from the index."""
    return NoteName(kept.decode("utf-8", "surrogatepass"))


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


@contextmanager
def _alone(lock: Path, patience: float) -> Iterator[None]:
    """Nobody else is opening the index meanwhile: SQLite's own lock, so that it works alike on every system."""
    _make_private(lock)
    connection = sqlite3.connect(lock, timeout=patience, isolation_level=None)
    try:
        connection.execute("BEGIN EXCLUSIVE")
        yield
    finally:
        connection.close()


def _throw_away(path: Path) -> None:
    for ending in _BESIDE:
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _connect(path: str, patience: float) -> sqlite3.Connection:
    # One connection is shared by the threads of a process; index.py lets one at a time in.
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)
    # What is deleted is overwritten; what the word index keeps of it is for making/forgetting.py.
    # Nothing here may read the file: whether that is sound is for `_is_ours` to find out.
    connection.execute("PRAGMA secure_delete = ON")
    return connection


def _is_ours(connection: sqlite3.Connection) -> bool:
    """Whether the file is an index of this version; raises sqlite3.Error only where that cannot be known."""
    try:
        application = connection.execute("PRAGMA application_id").fetchone()
        version = connection.execute("PRAGMA user_version").fetchone()
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    except UnicodeDecodeError:  # what SQLite says of a broken file may quote its bytes
        return False
    except sqlite3.DatabaseError as error:
        if is_out_of_reach(error):
            raise
        return False
    return (*application, *version) == (APPLICATION, VERSION) and tables >= set(NAMES)


def is_out_of_reach(error: Exception) -> bool:
    """Whether the file may be sound and we may not use it: locked, read-only, or no room on the disk."""
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return code != sqlite3.SQLITE_READONLY_DBMOVED and code & 0xFF in {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
    }


def _prepare(connection: sqlite3.Connection) -> None:
    # Cards fill pages of this size better than smaller ones.
    connection.execute("PRAGMA page_size = 16384")
    # Readers go on reading while another process writes.
    connection.execute("PRAGMA journal_mode = WAL")
    with transaction(connection):
        for table in TABLES:
            connection.execute(table)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")


def _make_private(path: Path) -> None:
    """Make the file where it is missing, for this user alone; SQLite gives the files beside it the same mode.

    One that is there is never opened: a process that closes a file gives up every lock SQLite holds on it, and the next
    process to leave would take the log away from under the connections that are still open.
    """
    if path.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))

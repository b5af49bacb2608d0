"""Opening the file of the index, for this user alone; how one is looked over, and how one is thrown away."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from briefing.search.tables.faults import fault_of
from briefing.search.tables.kept import read_kept
from briefing.search.tables.store import APPLICATION, NAMES, SEARCHED, TABLES, VERSION, transaction

CACHE = 1_000
"""Kilobytes of pages a connection keeps."""
LITTLE = 200
"""Kilobytes of pages one keeps that mostly reads a page once."""

_BESIDE = ("", "-wal", "-shm", "-journal")


def open_store(path: Path, patience: float, *, anew: bool = False) -> sqlite3.Connection:
    """Return a connection to the index at `path`, an empty one where the file is not one of ours and of this version.

    `patience` is how many seconds to wait for another process; `anew` throws away any file that is there.
    Raises sqlite3.Error or OSError.
    """
    # One process at a time: a file must not be thrown away while another process is half way into opening it.
    with _alone(path.with_suffix(".lock"), patience):
        make_private(path)
        connection = _connect(str(path), patience)
        if anew or not _is_ours(connection):
            connection.close()
            _throw_away(path)
            make_private(path)
            connection = _connect(str(path), patience)
            _prepare(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
        # A desk has three connections, and the system keeps what they read in memory besides.
        connection.execute(f"PRAGMA cache_size = -{CACHE}")
        return connection


def open_there(path: Path, patience: float) -> sqlite3.Connection:
    """Return a connection to the index that is at `path`, where it may not be opened as usual, perhaps to read only.

    Raises sqlite3.Error or OSError, where there is none of ours either.
    """
    if path.is_symlink() or not path.is_file():
        raise OSError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    try:
        return _checked(_connect(str(path), patience))
    except sqlite3.Error:
        if has_log(path):  # without which a file that is not to be changed at all may not be read
            raise
        return _checked(_connect(f"{path.absolute().as_uri()}?immutable=1", patience, is_address=True))


def keep_little(connection: sqlite3.Connection) -> None:
    """Let a connection keep few of the pages it reads."""
    connection.execute(f"PRAGMA cache_size = -{LITTLE}")


def _checked(connection: sqlite3.Connection) -> sqlite3.Connection:
    try:
        if _is_ours(connection):
            connection.execute(f"PRAGMA cache_size = -{CACHE}")
            return connection
    except BaseException:
        connection.close()
        raise
    connection.close()
    raise sqlite3.DatabaseError


def is_sound(path: Path, patience: float) -> bool:
    """Whether the index at `path` is whole, as far as can be seen: looked at before it is thrown away on suspicion.

    That takes a second or two for a million cards. One that cannot be looked at now is taken for sound.
    """
    try:
        with closing(_connect(str(path), patience)) as connection:
            return _is_ours(connection) and _is_whole(connection)
    except (sqlite3.Error, OSError) as error:
        return fault_of(error).is_out_of_reach
    except (LookupError, ValueError):  # what it is written by is not there, or is no text
        return False


def _is_whole(connection: sqlite3.Connection) -> bool:
    read_kept(connection)
    for name in NAMES:
        which = f"WHERE {name} MATCH 'a'" if name in SEARCHED else ""
        connection.execute(f"SELECT 1 FROM {name} {which} LIMIT 1").fetchall()
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    return bool(found == "ok")


def has_log(path: Path) -> bool:
    """Whether something was written beside the file that is not in it yet."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


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


@contextmanager
def _alone(lock: Path, patience: float) -> Iterator[None]:
    """Nobody else is opening the index meanwhile: SQLite's own lock, so that it works alike on every system."""
    make_private(lock)
    connection = sqlite3.connect(lock, timeout=patience, isolation_level=None)
    try:
        connection.execute("BEGIN EXCLUSIVE")
        yield
    finally:
        connection.close()


def _throw_away(path: Path) -> None:
    for ending in _BESIDE:
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _connect(path: str, patience: float, *, is_address: bool = False) -> sqlite3.Connection:
    # One connection is shared by the threads of a process; index.py lets one at a time in.
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False, uri=is_address)
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
        if fault_of(error).is_out_of_reach:
            raise
        return False
    return (*application, *version) == (APPLICATION, VERSION) and tables >= set(NAMES)


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


def make_private(path: Path) -> None:
    """Make the file where it is missing, for this user alone; SQLite gives the files beside it the same mode.

    One that is there is never opened: a process that closes a file gives up every lock SQLite holds on it, and the next
    process to leave would take the log away from under the connections that are still open.
    """
    if path.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))

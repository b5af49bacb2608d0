"""Whose turn it is to make an index: one process at a time, and a turn ends with its process."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from briefing.disk.places import cache_folder
from briefing.errors import BriefingError
from briefing.search.tables.opening import make_private

TURN = "building.lock"


@contextlib.contextmanager
def take_turn(library_folder: Path) -> Iterator[bool]:
    """Whether it is ours to make the index of a library, for as long as this is held; another's turn is not waited for.

    SQLite's own lock, so that it works alike on every system. Where there can be none, nobody else is in the way.
    """
    with contextlib.ExitStack() as held:
        yield _take(library_folder, held)


def _take(library_folder: Path, held: contextlib.ExitStack) -> bool:
    try:
        path = cache_folder(library_folder) / TURN
        make_private(path)
        connection = held.enter_context(
            contextlib.closing(sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False))
        )
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode not in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
    except (OSError, BriefingError, sqlite3.Error):
        return True
    return True

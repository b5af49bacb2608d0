"""The index of one library: made from it, safe to delete at any time, and mended without a word when it is broken."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import RLock
from typing import TypeVar

from briefing.disk.places import cache_folder
from briefing.errors import BriefingError
from briefing.model.ids import NoteName
from briefing.model.library import Library
from briefing.search import matching
from briefing.search.build import Seen, bring_up_to_date
from briefing.search.query import parse_query
from briefing.search.results import NOTHING, Hits
from briefing.search.store import identity, is_out_of_reach, open_private, open_store

FILE = "index.sqlite"

PATIENCE = 5.0
"""Seconds to wait for another process before going on with an index of one's own."""

Answer = TypeVar("Answer")


def open_index(library_folder: Path) -> Index:
    """Return the index of a library, in the user's cache; in memory where there can be no such folder."""
    try:
        return Index(cache_folder(library_folder) / FILE)
    except (OSError, BriefingError):
        return Index(None)


class Index:
    """The index of one library. Threads may share it, and other processes the file behind it."""

    def __init__(self, path: Path | None, patience: float = PATIENCE) -> None:
        """Open the index at `path`, or one in memory; nothing that may be wrong with the file is raised."""
        self._path = path
        self._patience = patience
        self._lock = RLock()
        self._seen = Seen()
        self._library: Library | None = None
        self._connection: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self._is_fresh = False
        self._open(anew=False)

    def update(self, library: Library) -> bool:
        """Bring the index up to date with the library; returns whether anything had to change."""
        with self._lock:
            self._library = library
            if self._path and self._connection and identity(self._path) != self._identity:
                self._open(anew=False)
            return self._ask(self._fill, otherwise=False)

    def find(self, query: str, limit: int = 50, offset: int = 0) -> Hits:
        """Return the cards that match what was typed, best first: `limit` of them from the one at `offset`."""
        asked = parse_query(query)
        return self._look(lambda connection: matching.find_cards(connection, asked, limit, offset), NOTHING)

    def find_notes(self, query: str, limit: int = 50) -> tuple[NoteName, ...]:
        """Return the topic notes whose title, name or summary match, best first; fields are passed over."""
        asked = parse_query(query)
        return self._look(lambda connection: matching.find_notes(connection, asked, limit), ())

    def close(self) -> None:
        """Let go of the file. Whoever still asks is told that there is nothing."""
        with self._lock:
            if self._connection:
                self._connection.close()
            self._connection = None

    def __del__(self) -> None:
        """Let go of the file where nobody holds the index any more."""
        self.close()

    def _look(self, work: Callable[[sqlite3.Connection], Answer], otherwise: Answer) -> Answer:
        def look(connection: sqlite3.Connection) -> Answer:
            if self._is_fresh:
                self._fill(connection)
            return work(connection)

        return self._ask(look, otherwise)

    def _fill(self, connection: sqlite3.Connection) -> bool:
        changed = self._library is not None and bring_up_to_date(connection, self._library, self._seen)
        self._is_fresh = False
        return changed

    def _ask(self, work: Callable[[sqlite3.Connection], Answer], otherwise: Answer) -> Answer:
        """Return what the work does with the database, mended where it fails and in memory where it fails again."""
        with self._lock:
            for mend in (self._mend, self._go_private):
                try:
                    return work(self._connection) if self._connection else otherwise
                except (sqlite3.Error, UnicodeDecodeError) as error:
                    mend(error)
            return work(self._connection) if self._connection else otherwise

    def _mend(self, error: Exception) -> None:
        """Build the file anew, unless it is only out of reach or another process has already done so."""
        if self._path is None or is_out_of_reach(error):
            self._go_private(error)
        else:
            self._open(anew=identity(self._path) == self._identity)

    def _go_private(self, _: Exception) -> None:
        self._path = None
        self._open(anew=False)

    def _open(self, *, anew: bool) -> None:
        self.close()
        self._is_fresh = True
        if self._path:
            try:
                self._connection = open_store(self._path, self._patience, anew=anew)
                self._identity = identity(self._path)
                return
            except (sqlite3.Error, OSError):
                self._path = None
        self._connection = open_private(self._patience)

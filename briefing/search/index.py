"""The index of one library: safe to delete, shared by processes, and mended without a word when it is broken."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from enum import Enum
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, TypeVar

from briefing.disk.places import cache_folder
from briefing.errors import BriefingError
from briefing.model.ids import NoteName
from briefing.search.tables.store import identity, is_out_of_reach, open_private, open_store, snapshot

if TYPE_CHECKING:
    from briefing.search.results import Hits

FILE = "index.sqlite"

PATIENCE = 5.0
"""Seconds to wait for another process before going on with an index of one's own."""

LOOK_AFTER = 20_000
"""Steps of the database between two looks at whether a search is still wanted: a few tenths of a millisecond."""


class Role(Enum):
    """What a connection is for."""

    SEARCH = "search"
    LOOK = "look"
    WRITE = "write"


Answer = TypeVar("Answer")
Stop = Callable[[], bool]


def open_index(library_folder: Path) -> Index:
    """Return the index of a library, in the user's cache; in memory where there can be no such folder."""
    try:
        return Index(cache_folder(library_folder) / FILE)
    except (OSError, BriefingError):
        return Index(None)


def never() -> bool:
    """Go on."""
    return False


class Index:
    """The index of one library. Threads may share it, and other processes the file behind it.

    Searching, looking up and writing each have a connection, so that none waits for another; what goes wrong on any of
    them is mended for all. An index that had to be made anew is empty: whoever keeps it in step fills it again.
    """

    def __init__(self, path: Path | None, patience: float = PATIENCE) -> None:
        """Open the index at `path`, or one in memory; nothing that may be wrong with the file is raised."""
        self._path = path
        self._patience = patience
        self._locks = {role: RLock() for role in Role}
        self._connections: dict[Role, sqlite3.Connection] = {}
        self._identity: tuple[int, int] | None = None
        self._opened = 0
        """How often it was opened."""
        self._is_closed = False
        with self._alone():
            self._open(anew=False)

    @property
    def is_kept(self) -> bool:
        """Whether it is kept in a file, not in memory for want of one."""
        return self._path is not None

    def first(self, query: str, limit: int = 50, stop: Stop = never) -> Hits | None:
        """Return the first cards that match what was typed, at once; None where `stop` said that they are not wanted.

        Where the answer is not `settled`, `find` has more to say of how many there are.
        """
        from briefing.search import finding  # the desk shows its first rows before anything is looked for

        return self._search(lambda connection: finding.first_hits(connection, query, limit, stop), stop)

    def find(self, query: str, limit: int = 50, offset: int = 0, stop: Stop = never) -> Hits | None:
        """Return the cards that match what was typed, best first: `limit` of them from the one at `offset`.

        None where `stop`, asked every now and then, said that they are not wanted any more.
        """
        from briefing.search import finding

        return self._search(lambda connection: finding.find_hits(connection, query, limit, offset, stop), stop)

    def find_notes(self, query: str, limit: int = 50) -> tuple[NoteName, ...]:
        """Return the topic notes whose title, name or summary match, best first; fields are passed over."""
        from briefing.search.asking.topics import find_notes
        from briefing.search.query import parse_query

        asked = parse_query(query)
        return self._ask(Role.LOOK, lambda connection: find_notes(connection, asked, limit), ())

    def look(self, question: Callable[[sqlite3.Connection], Answer], otherwise: Answer) -> Answer:
        """Return what a question (lookups.py) is answered with; `otherwise` where the index is closed."""
        return self._ask(Role.LOOK, question, otherwise)

    def write(self, work: Callable[[sqlite3.Connection], Answer], otherwise: Answer) -> Answer:
        """Return what a change (making/stages.py) returns; `otherwise` where the index is closed, or long busy."""
        if self._is_another_file():
            with self._alone():
                if self._is_another_file():
                    self._open(anew=False)
        return self._ask(Role.WRITE, work, otherwise)

    def _is_another_file(self) -> bool:
        return self._path is not None and not self._is_closed and identity(self._path) != self._identity

    def close(self) -> None:
        """Let go of the file. Whoever still asks is told that there is nothing."""
        with self._alone():
            self._is_closed = True
            self._close()

    def __del__(self) -> None:
        """Let go of the file where nobody holds the index any more."""
        self.close()

    def _search(self, work: Callable[[sqlite3.Connection], Hits], stop: Stop) -> Hits | None:
        from briefing.search.asking.matching import Stopped
        from briefing.search.results import NOTHING

        def search(connection: sqlite3.Connection) -> Hits | None:
            if stop():
                return None
            connection.set_progress_handler(stop, LOOK_AFTER)
            try:
                with snapshot(connection):
                    return work(connection)
            except Stopped:
                return None
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                    raise
                return None
            finally:
                connection.set_progress_handler(None, 0)

        nothing: Hits | None = NOTHING
        return self._ask(Role.SEARCH, search, nothing)

    def _ask(self, role: Role, work: Callable[[sqlite3.Connection], Answer], otherwise: Answer) -> Answer:
        """Return what the work does with the database, mended where it fails and in memory where it fails again."""
        for mend in (self._mend, self._go_private):
            with self._held(role):
                opened = self._opened
                try:
                    return work(self._connection(role)) if not self._is_closed else otherwise
                except UnicodeEncodeError:  # half a character was asked for, which nothing holds
                    return otherwise
                except (sqlite3.Error, OSError, zlib.error, ValueError) as error:
                    failure = error
            if role is Role.WRITE and self._path and is_out_of_reach(failure):
                return otherwise
            with self._alone():
                if self._opened == opened:  # else somebody else has mended it meanwhile
                    mend(failure)
        with self._held(role):
            return work(self._connection(role)) if not self._is_closed else otherwise

    @contextmanager
    def _held(self, role: Role) -> Iterator[None]:
        """Nobody else uses the connection of a role meanwhile."""
        while True:
            lock = self._locks[role]
            with lock:
                if lock is self._locks[role]:  # else there is one connection for all by now
                    yield
                    return

    def _connection(self, role: Role) -> sqlite3.Connection:
        if self._path is None:
            return self._connections[Role.WRITE]
        if role not in self._connections:
            self._connections[role] = open_store(self._path, self._patience)
        return self._connections[role]

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Nobody else uses any connection meanwhile."""
        with ExitStack() as held:
            for lock in dict.fromkeys(self._locks.values()):
                held.enter_context(lock)
            yield

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
        self._close()
        self._opened += 1
        if self._path:
            try:
                self._connections[Role.WRITE] = open_store(self._path, self._patience, anew=anew)
                self._identity = identity(self._path)
                return
            except (sqlite3.Error, OSError):
                self._path = None
        # One connection is all there can be to a database in memory, and one lock goes with it.
        self._locks = dict.fromkeys(Role, self._locks[Role.WRITE])
        self._connections[Role.WRITE] = open_private(self._patience)

    def _close(self) -> None:
        for connection in self._connections.values():
            connection.close()
        self._connections.clear()

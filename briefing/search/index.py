"""The index of one library: safe to delete, shared by processes, and mended without a word when it is broken."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from enum import Enum
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, TypeVar

from briefing.disk.places import cache_folder
from briefing.errors import BriefingError
from briefing.model.ids import NoteName
from briefing.search.tables.faults import FAULTS, Fault, fault_of
from briefing.search.tables.opening import identity, is_sound, keep_little, open_private, open_store, open_there
from briefing.search.tables.store import VERSION, snapshot

if TYPE_CHECKING:
    from briefing.search.results import Hits

FILE = f"index-{VERSION}.sqlite"
"""Each version of the tables has a file of its own, so that two versions of the program leave each other's alone."""

PATIENCE = 5.0
"""Seconds to wait for another process before going on with an index of one's own."""

LOOK_AFTER = 1_000
"""Steps of the database between two looks at whether a search is still wanted.

A step may have to read a page, so that this is no more than a few milliseconds, and mostly far less than one.
"""


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
    them is mended for all. A file is thrown away only where it is proven that it is broken, or another program's; the
    index that is begun in its place is empty, and whoever keeps it in step fills it again. What a sound one refuses is
    raised as it is.
    """

    def __init__(self, path: Path | None, patience: float = PATIENCE) -> None:
        """Open the index at `path`, or one in memory; nothing that may be wrong with the file is raised."""
        self._path = self._home = path
        self._patience = patience
        self._locks = {role: RLock() for role in Role}
        self._connections: dict[Role, sqlite3.Connection] = {}
        self._identity: tuple[int, int] | None = None
        self._opened = 0  # how often
        self._hindrance: Fault | None = None
        self._is_closed = False
        with self._alone():
            self._open(anew=False)

    @property
    def is_kept(self) -> bool:
        """Whether it is kept in a file, not in memory for want of one."""
        return self._path is not None

    @property
    def hindrance(self) -> Fault | None:
        """What kept a change from being written, so that the index lacks it; None where nothing did since then."""
        return self._hindrance

    def try_again(self) -> None:
        """Take what kept changes from being written for over, until the next that cannot be."""
        self._hindrance = None

    @property
    def place(self) -> Path | None:
        """The folder it is kept in, or would be; None where there is none."""
        return self._home.parent if self._home else None

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
        return self.look(lambda connection: find_notes(connection, asked, limit), ())

    def look(self, question: Callable[[sqlite3.Connection], Answer], otherwise: Answer) -> Answer:
        """Return what a question (lookups.py) is answered with; `otherwise` where the index is closed.

        Whatever it reads, it reads of one moment.
        """

        def look(connection: sqlite3.Connection) -> Answer:
            with snapshot(connection):
                return question(connection)

        return self._ask(Role.LOOK, look, otherwise)

    def write(self, work: Callable[[sqlite3.Connection], Answer], otherwise: Answer) -> Answer:
        """Return what a change (making/stages.py) returns; `otherwise` where the index is closed, or cannot be written.

        Which of the two is told by `hindrance`.
        """
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
        """Return what the work does with the database, mended where it is broken and in memory where it cannot be read.

        Raises whatever a sound index does not do.
        """
        for mend in (self._mend, self._go_private):
            with self._held(role):
                opened = self._opened
                try:
                    return self._done(role, work, otherwise)
                except UnicodeEncodeError:  # half a character was asked for, which nothing holds
                    return otherwise
                except FAULTS as error:
                    failure, fault = error, fault_of(error)
                if role is Role.WRITE and self._path and fault.is_out_of_reach:
                    self._hindrance = fault
                    return otherwise
            with self._alone():
                if self._opened == opened:  # else somebody else has mended it meanwhile
                    mend(failure, fault)
        with self._held(role):
            return self._done(role, work, otherwise)

    def _done(self, role: Role, work: Callable[[sqlite3.Connection], Answer], otherwise: Answer) -> Answer:
        if self._is_closed:
            return otherwise
        return work(self._connection(role))

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
            self._connections[role] = self._open_file(self._path, anew=False)
            if role is Role.LOOK:
                keep_little(self._connections[role])
        return self._connections[role]

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Nobody else uses any connection meanwhile."""
        with ExitStack() as held:
            for lock in dict.fromkeys(self._locks.values()):
                held.enter_context(lock)
            yield

    def _mend(self, error: Exception, fault: Fault) -> None:
        """Build the file anew if it is broken, unless another process has already done so; raises the error if not."""
        if self._path is None:
            raise error
        if fault.is_out_of_reach:
            self._go_private(error, fault)
        elif identity(self._path) != self._identity:
            self._open(anew=False)
        elif fault is Fault.BROKEN or not is_sound(self._path, self._patience):
            self._open(anew=True)
        else:
            raise error

    def _go_private(self, error: Exception, fault: Fault) -> None:
        if self._path is None or fault is Fault.UNKNOWN:
            raise error
        self._path = None
        self._open(anew=False)

    def _open(self, *, anew: bool) -> None:
        self._close()
        self._opened += 1
        if self._path:
            try:
                self._connections[Role.WRITE] = self._open_file(self._path, anew=anew)
                self._identity = identity(self._path)
                return
            except (sqlite3.Error, OSError):
                self._path = None
        # One connection is all there can be to a database in memory, and one lock goes with it.
        self._locks = dict.fromkeys(Role, self._locks[Role.WRITE])
        self._connections[Role.WRITE] = open_private(self._patience)

    def _open_file(self, path: Path, *, anew: bool) -> sqlite3.Connection:
        """Open the file; as it is, where nobody may open it for writing now and it need not be begun anew."""
        try:
            return open_store(path, self._patience, anew=anew)
        except (sqlite3.Error, OSError) as error:
            if anew or not fault_of(error).is_out_of_reach:
                raise
            return open_there(path, self._patience)

    def _close(self) -> None:
        for connection in self._connections.values():
            connection.close()
        self._connections.clear()

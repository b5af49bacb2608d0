"""What may be wrong with the file of an index, told from what SQLite says: broken, out of reach, or nothing at all."""

from __future__ import annotations

import sqlite3
import zlib
from enum import Enum
from typing import Final

FAULTS: Final = (sqlite3.Error, OSError, zlib.error, ValueError, LookupError)
"""What a question that meets a broken file may raise; a statement that a sound one refuses raises no other."""


class Fault(Enum):
    """What is wrong with the file, as far as what went wrong proves it."""

    BROKEN = "broken"
    """It does not hold what was written into it."""
    MOVED = "moved"
    """It is another file by now, or none."""
    BUSY = "busy"
    """Another process holds it."""
    NO_ROOM = "no room"
    """The disk takes no more of it."""
    CLOSED = "closed"
    """It may not be written, or cannot be opened."""
    UNKNOWN = "unknown"
    """Nothing, for all that is known: only a look at the file can tell."""

    @property
    def is_out_of_reach(self) -> bool:
        """Whether the file may be sound, and cannot be used now."""
        return self in {Fault.BUSY, Fault.NO_ROOM, Fault.CLOSED}


_BY_CODE: Final = {
    sqlite3.SQLITE_CORRUPT: Fault.BROKEN,
    sqlite3.SQLITE_NOTADB: Fault.BROKEN,
    sqlite3.SQLITE_BUSY: Fault.BUSY,
    sqlite3.SQLITE_LOCKED: Fault.BUSY,
    sqlite3.SQLITE_PROTOCOL: Fault.BUSY,
    sqlite3.SQLITE_FULL: Fault.NO_ROOM,
    sqlite3.SQLITE_IOERR: Fault.NO_ROOM,
    sqlite3.SQLITE_READONLY: Fault.CLOSED,
    sqlite3.SQLITE_PERM: Fault.CLOSED,
    sqlite3.SQLITE_CANTOPEN: Fault.CLOSED,
}
_BY_CLOSE_CODE: Final = {
    sqlite3.SQLITE_READONLY_DBMOVED: Fault.MOVED,
    sqlite3.SQLITE_IOERR_SHORT_READ: Fault.UNKNOWN,
    # A row that is there twice over: the tables contradict each other.
    sqlite3.SQLITE_CONSTRAINT_UNIQUE: Fault.BROKEN,
    sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY: Fault.BROKEN,
    sqlite3.SQLITE_CONSTRAINT_ROWID: Fault.BROKEN,
}


class Garbled(ValueError):
    """What was read is not what was packed."""


def fault_of(error: Exception) -> Fault:
    """Return what an error proves."""
    if isinstance(error, sqlite3.Error):
        return _fault_in_sqlite(error)
    if isinstance(error, (zlib.error, UnicodeDecodeError, Garbled)):
        return Fault.BROKEN
    return Fault.CLOSED if isinstance(error, OSError) else Fault.UNKNOWN


def _fault_in_sqlite(error: sqlite3.Error) -> Fault:
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:  # SQLite found nothing wrong, but the text that it gave is none
        return Fault.BROKEN if type(error) is sqlite3.OperationalError else Fault.UNKNOWN
    return _BY_CLOSE_CODE.get(code) or _BY_CODE.get(code & 0xFF, Fault.UNKNOWN)

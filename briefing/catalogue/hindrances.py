"""Why an index could not be written, said to whoever waits for what it lacks."""

from __future__ import annotations

from typing import Final

from briefing.errors import DiskFailed
from briefing.search.index import Index
from briefing.search.tables.faults import Fault
from briefing.wording import catalogue as say

_HINTS: Final = {say.NO_ROOM: say.NO_ROOM_HINT, say.BUSY: say.BUSY_HINT}


def why_not_written(index: Index) -> DiskFailed | None:
    """Return what kept the last change from an index; None where it was written."""
    place = str(index.place or "")
    match index.hindrance:
        case None:
            return None
        case Fault.NO_ROOM:
            return told(say.NO_ROOM)
        case Fault.BUSY:
            return told(say.BUSY)
        case _:
            return told(say.not_writable(place))


def why_not_kept(index: Index) -> DiskFailed | None:
    """Return what is to be said of an index that is made again in memory each time; None of one that is kept."""
    return None if index.is_kept else DiskFailed(say.not_kept(str(index.place or "")), hint=say.NOT_WRITABLE_HINT)


def told(what: str) -> DiskFailed:
    """Return the failure that such a sentence tells of, with what to do about it."""
    return DiskFailed(what, hint=_HINTS.get(what, say.NOT_WRITABLE_HINT))

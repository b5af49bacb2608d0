"""Reading a file without following links, waiting on pipes or taking in more than was agreed."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from briefing.errors import BadInput, DiskFailed, Place
from briefing.wording import disk as say

LARGEST = 16 * 1024 * 1024
"""Bytes. A note of 20,000 cards is about 12 MB; nothing an office writes by hand is larger, and what is crafted to be
slow takes two seconds at this size."""

_AT_ONCE = 1 << 20
_BEGINNING = 1 << 14

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def read_file(path: Path, shown: str | None = None, largest: int | None = LARGEST) -> bytes:
    """Return the bytes of an ordinary file, of at most `largest` bytes where that is not None.

    Raises BadInput for a link, a pipe, a device or a file over that size, and DiskFailed where it cannot be read.
    `shown` is the path as the user knows it. FileNotFoundError passes through: a file may go at any time.
    """
    place = Place(shown or path.name)
    with _explained(place):
        _refuse(path.lstat(), place)
        return _read(path, place, largest)


def read_beginning(path: Path, until: bytes) -> bytes:
    """Return what stands in an ordinary file before the first `until`, however much stands after it.

    Without it that is the whole file. Raises as `read_file` does, for what is over `LARGEST` without an end.
    """
    place = Place(path.name)
    with _explained(place):
        _refuse(path.lstat(), place)
        with _opened(path, place) as handle:
            return _read_until(handle, until, place)


def _refuse(status: os.stat_result, place: Place) -> None:
    """Refuse what is no ordinary file, before opening it: to open a device can be to use it."""
    if stat.S_ISLNK(status.st_mode):
        raise BadInput(say.LINK, place, say.LINK_HINT)
    if not stat.S_ISREG(status.st_mode):
        raise BadInput(say.NOT_A_FILE, place, say.NOT_A_FILE_HINT)


@contextlib.contextmanager
def _explained(place: Place) -> Iterator[None]:
    """Say what the system refused, but for a file that is not there."""
    try:
        yield
    except FileNotFoundError:
        raise
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise BadInput(say.LINK, place, say.LINK_HINT) from error
        raise DiskFailed(say.unreadable(error), place, say.UNREADABLE_HINT) from error


@contextlib.contextmanager
def _opened(path: Path, place: Place) -> Iterator[int]:
    handle = os.open(path, _FLAGS)
    try:
        _refuse(os.fstat(handle), place)  # it may be another by now
        yield handle
    finally:
        with contextlib.suppress(OSError):  # everything has been read
            os.close(handle)


def _read(path: Path, place: Place, largest: int | None) -> bytes:
    with _opened(path, place) as handle:
        _measure(os.fstat(handle).st_size, place, largest)
        return b"".join(iter(lambda: os.read(handle, _AT_ONCE), b""))


def _read_until(handle: int, until: bytes, place: Place) -> bytes:
    found, looked = bytearray(), 0
    while found.find(until, looked) < 0 and (more := os.read(handle, _BEGINNING)):
        looked = max(0, len(found) - len(until))
        found += more
        _measure(len(found), place, LARGEST)
    return bytes(found).partition(until)[0]


def _measure(size: int, place: Place, largest: int | None) -> None:
    if largest is not None and size > largest:
        raise BadInput(say.too_large(size, largest), place, say.TOO_LARGE_HINT)

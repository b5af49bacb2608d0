"""Reading a file without following links, waiting on pipes or taking in more than was agreed."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path

from briefing.errors import BadInput, DiskFailed, Place
from briefing.wording import disk as say

LARGEST = 16 * 1024 * 1024
"""Bytes. A note of 20,000 cards is about 12 MB; nothing an office writes by hand is larger, and what is crafted to be
slow takes two seconds at this size."""

_AT_ONCE = 1 << 20

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def read_file(path: Path, shown: str | None = None) -> bytes:
    """Return the bytes of an ordinary file.

    Raises BadInput for a link, a pipe, a device or a file over `LARGEST`, and DiskFailed where it cannot be read.
    `shown` is the path as the user knows it. FileNotFoundError passes through: a file may go at any time.
    """
    place = Place(shown or path.name)
    try:
        _refuse(path.lstat(), place)
        return _read(path, place)
    except FileNotFoundError:
        raise
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise BadInput(say.LINK, place, say.LINK_HINT) from error
        raise DiskFailed(say.unreadable(error), place, say.UNREADABLE_HINT) from error


def _refuse(status: os.stat_result, place: Place) -> None:
    """Refuse what is no ordinary file, before opening it: to open a device can be to use it."""
    if stat.S_ISLNK(status.st_mode):
        raise BadInput(say.LINK, place, say.LINK_HINT)
    if not stat.S_ISREG(status.st_mode):
        raise BadInput(say.NOT_A_FILE, place, say.NOT_A_FILE_HINT)


def _read(path: Path, place: Place) -> bytes:
    handle = os.open(path, _FLAGS)
    try:
        status = os.fstat(handle)
        _refuse(status, place)  # it may be another by now
        if status.st_size > LARGEST:
            raise BadInput(say.too_large(status.st_size, LARGEST), place, say.TOO_LARGE_HINT)
        return b"".join(iter(lambda: os.read(handle, _AT_ONCE), b""))
    finally:
        with contextlib.suppress(OSError):  # everything has been read
            os.close(handle)

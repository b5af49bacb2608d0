"""Reading a file without following links, waiting on pipes or taking in more than was agreed."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from briefing.errors import BadInput, DiskFailed, Place
from briefing.wording import disk as say

LARGEST = 64 * 1024 * 1024
"""Bytes. A note of 100,000 cards is about 50 MB; nothing an office writes by hand is larger."""

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
        handle = os.open(path, _FLAGS)
    except FileNotFoundError:
        raise
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise BadInput(say.LINK, place, say.LINK_HINT) from error
        raise DiskFailed(say.unreadable(error), place, say.UNREADABLE_HINT) from error
    try:
        return _read_all(handle, place)
    finally:
        os.close(handle)


def _read_all(handle: int, place: Place) -> bytes:
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        raise BadInput(say.NOT_A_FILE, place, say.NOT_A_FILE_HINT)
    if status.st_size > LARGEST:
        raise BadInput(say.too_large(status.st_size, LARGEST), place, say.TOO_LARGE_HINT)
    parts: list[bytes] = []
    try:
        while part := os.read(handle, 1 << 20):
            parts.append(part)
    except OSError as error:
        raise DiskFailed(say.unreadable(error), place, say.UNREADABLE_HINT) from error
    return b"".join(parts)

"""One save at a time in a folder, for as long as it takes to compare and replace."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

_LONGEST_WAIT = 5.0
"""Seconds. A save holds the lock for milliseconds; what holds it longer is not a save."""
_BETWEEN_TRIES = 0.002


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold an advisory lock on a folder; where there is none to be had, go on without: it only narrows a gap.

    The lock is on the folder and not on the file, for the file itself is about to be another. On Windows there is
    none: there the comparison before and the reading back after must do.
    """
    if sys.platform == "win32":
        yield
        return
    with contextlib.ExitStack() as held:
        with contextlib.suppress(OSError):
            _wait_for_lock(held.enter_context(open_folder(folder)))
        yield


@contextlib.contextmanager
def open_folder(folder: Path) -> Iterator[int]:
    """Hold a folder open, to lock it or to sync it; raises OSError."""
    handle = os.open(folder, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
    try:
        yield handle
    finally:
        with contextlib.suppress(OSError):  # nothing was written through it
            os.close(handle)


def _wait_for_lock(handle: int) -> None:
    """Wait for the lock, but not for ever: a stopped program may hold it until somebody wakes it."""
    if sys.platform == "win32":
        return
    import fcntl

    until = time.monotonic() + _LONGEST_WAIT
    while time.monotonic() < until:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(_BETWEEN_TRIES)
        else:
            return

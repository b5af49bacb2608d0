"""Who may read and write a file: a new one, and one that takes the place of another."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path


def _read_umask() -> int:
    """Return the mode bits a new file does without; the system tells them only by setting them."""
    umask = os.umask(0o077)
    os.umask(umask)
    return umask


_UMASK = _read_umask()
"""Read once, before there are threads: while it is set to something else every new file would be affected."""


def take_mode(path: Path, beside: Path, *, private: bool) -> None:
    """Give the file beside the owner, group, mode and access list of the one it is to replace.

    Where there is none it is for everybody the folder is for, or for the user alone where it is `private`.
    Raises OSError.
    """
    try:
        old = path.stat()
    except FileNotFoundError:
        beside.chmod(0o600 if private else 0o666 & ~_UMASK)
        return
    _take_owner(old, beside)
    beside.chmod(old.st_mode & 0o7777)
    _take_attributes(path, beside)


def _take_owner(old: os.stat_result, beside: Path) -> None:
    """Keep owner and group as far as the system lets this user: only root may give a file away."""
    if sys.platform == "win32":
        return
    for owner in (old.st_uid, -1):
        with contextlib.suppress(OSError):
            os.chown(beside, owner, old.st_gid)
            return


def _take_attributes(path: Path, beside: Path) -> None:
    """Carry access lists over, where the system keeps them as extended attributes."""
    if sys.platform != "linux":
        return
    with contextlib.suppress(OSError):
        for name in os.listxattr(path):
            with contextlib.suppress(OSError):  # one that may not be set must not keep the others
                os.setxattr(beside, name, os.getxattr(path, name))

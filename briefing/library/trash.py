"""Where a deleted file waits thirty days, in case it is missed."""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from pathlib import Path

DAYS = 30


def throw_away(path: Path, trash: Path) -> None:
    """Move a file into the trash folder and take out what has lain there longer than `DAYS`."""
    trash.mkdir(mode=0o700, exist_ok=True)
    empty(trash)
    kept = trash / f"{time.time_ns()}-{path.name}"
    handle = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as copy, path.open("rb") as original:
        shutil.copyfileobj(original, copy)
        copy.flush()
        os.fsync(copy.fileno())
    path.unlink()


def empty(trash: Path) -> None:
    """Take out what has lain in the trash longer than `DAYS`."""
    limit = time.time() - DAYS * 24 * 3600
    for kept in trash.iterdir():
        with contextlib.suppress(OSError):
            if kept.stat().st_mtime < limit:
                kept.unlink()

"""Where a deleted file waits thirty days, in case it is missed."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

from briefing.disk.saving import remove_file, replace_file
from briefing.errors import BriefingError, DiskFailed
from briefing.wording import disk as say

DAYS = 30


def throw_away(path: Path, content: bytes, trash: Path) -> bool:
    """Put a file, which must still hold `content`, into the trash folder; returns and raises as `remove_file` does.

    What has lain there longer than `DAYS` is taken out.
    """
    kept = trash / f"{time.time_ns()}-{path.name}"
    try:
        trash.mkdir(mode=0o700, exist_ok=True)
        empty(trash)
    except OSError as error:
        raise DiskFailed(say.no_folder(str(trash), error), hint=say.NO_FOLDER_HINT) from error
    replace_file(kept, content, None, private=True)
    try:
        return remove_file(path, content)
    except BriefingError:
        kept.unlink(missing_ok=True)
        raise


def empty(trash: Path) -> None:
    """Take out what has lain in the trash longer than `DAYS`."""
    limit = time.time() - DAYS * 24 * 3600
    for kept in trash.iterdir():
        with contextlib.suppress(OSError):
            if kept.stat().st_mtime < limit:
                kept.unlink()

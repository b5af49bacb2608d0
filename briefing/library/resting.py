"""Reading a file that somebody may be writing at this moment, once they are done."""

from __future__ import annotations

import time
from pathlib import Path

from briefing.disk.reading import read_file
from briefing.library.reading import Reading

REST = 0.05
"""Seconds after which a file that is being written in place counts as written."""
EMPTY_REST = 1.0
"""Seconds for a file that was emptied: whoever does that is about to fill it, perhaps over a slow network."""
LONGEST = 30
"""How many rests to wait for somebody who goes on writing."""


def read_rested(path: Path, file: str, known: Reading | None) -> bytes | None:
    """Return the file as it is, None where there is none; one that is being written in place is waited for.

    `known` is the file as it was last read. One that was replaced since is another file, and whole; so are the ones
    this program saves. Of a file that was not read, nobody can tell. Raises as `read_file` does.
    """
    content = _read(path, file)
    for _ in range(LONGEST):
        if content is None or not _is_being_written(path, content, known):
            return content
        time.sleep(REST)
        content = _read(path, file)
    return content


def _read(path: Path, file: str) -> bytes | None:
    try:
        return read_file(path, file)
    except FileNotFoundError:
        return None


def _is_being_written(path: Path, content: bytes, known: Reading | None) -> bool:
    """Whether somebody began to write into the file a moment ago: half of it may still be to come."""
    try:
        status = path.lstat()
    except OSError:
        return False
    age = time.time() - status.st_mtime
    is_another = known is not None and not known.was_written_into(status)
    return not is_another and 0 <= age < (REST if content else EMPTY_REST)

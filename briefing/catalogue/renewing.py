"""The files that were opened, looked at again: those that changed are read anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from briefing.catalogue.stamps import digest, digest_in, is_same_state, pack_stamp
from briefing.library.reading import Reading, read_one
from briefing.library.shelf import FileChange, compare_readings
from briefing.library.survey import is_plain, stamp_of

Readings = Mapping[str, Reading]


def read_again(folder: Path, before: Readings) -> dict[str, Reading]:
    """Return the files that are still there, read again where they may have changed."""
    there = {file: reading for file, reading in before.items() if is_plain(folder / file)}
    now = {file: _read_unless_same(folder, file, reading) for file, reading in there.items()}
    return {file: reading for file, reading in now.items() if reading is not None}


def read_some_again(folder: Path, before: Readings, files: Iterable[str]) -> dict[str, Reading | None]:
    """Return those of the files that read otherwise than before, as they are now."""
    now = {file: _read_unless_same(folder, file, before[file]) for file in files if file in before}
    return {file: reading for file, reading in now.items() if not before[file].says_the_same(reading)}


def read_unopened(folder: Path, kept: Mapping[str, bytes]) -> dict[str, Reading | None]:
    """Return those of some files, of which only the index has told so far, that say something else by now.

    `kept` is what the index keeps of each.
    """
    return {file: read_one(folder, file) for file, stamp in kept.items() if _says_something_else(folder / file, stamp)}


def compare_all(before: Readings, after: Mapping[str, Reading | None]) -> list[FileChange]:
    """Return how each file that reads otherwise does; one that is missing after is gone."""
    return [
        compare_readings(file, reading, after.get(file))
        for file, reading in before.items()
        if not reading.says_the_same(after.get(file))
    ]


def _says_something_else(path: Path, kept: bytes) -> bool:
    try:
        status = path.lstat()
        found = pack_stamp(stamp_of(status))
        return not is_same_state(found, kept) and digest(path.read_bytes(), status.st_nlink) != digest_in(kept)
    except FileNotFoundError:
        return True
    except OSError:
        return False


def is_as_read(path: Path, reading: Reading | None) -> bool:
    """Whether a file has the stamp it was read with; with None, whether it is not there."""
    try:
        return reading is not None and stamp_of(path.lstat()) == reading.stamp
    except FileNotFoundError:
        return reading is None
    except OSError:
        return False


def _read_unless_same(folder: Path, file: str, reading: Reading) -> Reading | None:
    return reading if reading.settled and is_as_read(folder / file, reading) else read_one(folder, file)

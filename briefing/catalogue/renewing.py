"""The files that were opened, looked at again: those that changed are read anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from briefing.catalogue.looks import Look
from briefing.catalogue.stamps import digest, digest_in, is_same_state, pack_stamp
from briefing.library.reading import Reading, read_one
from briefing.library.shelf import FileChange, compare_readings
from briefing.library.survey import stamp_of

Readings = Mapping[str, Reading]


def read_again(folder: Path, before: Readings, look: Look) -> dict[str, Reading]:
    """Return the files that are still there, by the stamps a look has found, read again where they may have changed."""
    after: dict[str, Reading] = {}
    for file, reading in before.items():
        found = look.stamp(file)
        if found is None:
            continue
        as_read = found == pack_stamp(reading.stamp, settled=reading.settled)
        again = reading if as_read else read_one(folder, file)
        if again is not None:
            after[file] = again
    return after


def read_some_again(folder: Path, before: Readings, files: Iterable[str]) -> dict[str, Reading | None]:
    """Return those of the files that read otherwise than before, as they are now."""
    asked = {file: before[file] for file in files if file in before}
    moved = {file: reading for file, reading in asked.items() if not _is_as_read(folder / file, reading)}
    again = {file: read_one(folder, file) for file in moved}
    return {file: now for file, now in again.items() if not moved[file].says_the_same(now)}


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


def _is_as_read(path: Path, reading: Reading) -> bool:
    try:
        return reading.settled and stamp_of(path.lstat()) == reading.stamp
    except OSError:
        return False

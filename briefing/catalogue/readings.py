"""The files that were read of a library, the office, the outlines and the notes opened last; and read again."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.catalogue.damage import write_damage
from briefing.catalogue.looks import digest, digest_in, is_same_state, pack_stamp
from briefing.library.files import NoteFile, OutlineFile
from briefing.library.reading import OFFICE_FILE, Reading, read_one
from briefing.library.shelf import FileChange, compare_readings
from briefing.library.survey import is_plain, outline_files, stamp_of
from briefing.model.note import Note

if TYPE_CHECKING:
    from briefing.search.making.filing import Filed

MOST = 12
"""Notes that are kept as they were read."""


def filed_as(file: str, reading: Reading, said: bytes = b"") -> Filed:
    """Return a file that was read as the index is told of it."""
    from briefing.search.making.filing import Filed  # to look something up does without

    outline = reading.value.outline if isinstance(reading.value, OutlineFile) else None
    return Filed(
        file,
        pack_stamp(reading.stamp, settled=reading.settled) + said,
        write_damage(reading.damage),
        reading.value.note if isinstance(reading.value, NoteFile) else None,
        outline.name if outline else "",
        frozenset(block.evidence for block in outline.blocks if block.evidence) if outline else frozenset(),
    )


def note_in(reading: Reading | None) -> Note | None:
    """Return the note a file keeps; None for any other file, and where there is none."""
    return reading.value.note if reading and isinstance(reading.value, NoteFile) else None


def always_read(folder: Path) -> Iterator[str]:
    """The files that are read when a library is opened: library.toml and every outline, by their paths inside it."""
    if is_plain(folder / OFFICE_FILE):
        yield OFFICE_FILE
    yield from outline_files(folder)


class Readings:
    """Files as they were first read here, until they are let go: a value that is looked up twice is the same.

    Threads may share it.
    """

    def __init__(self, folder: Path, kept: Mapping[str, Reading] | None = None) -> None:
        """Begin with what was read before, the notes opened last at the end."""
        self._folder = folder
        self._lock = threading.Lock()
        self._kept = dict(kept or {})

    def known(self, file: str) -> Reading | None:
        """Return a file as it was read; None where it was not, or was let go."""
        return self._kept.get(file)

    def read(self, file: str) -> Reading | None:
        """Return a file as it was read, and is read now where it was not; None where there is none."""
        with self._lock:
            reading = self._kept.pop(file, None) or read_one(self._folder, file)
            if reading is not None:
                self._kept[file] = reading
                self._let_go()
            return reading

    def all(self) -> dict[str, Reading]:
        """Return every file that is kept."""
        with self._lock:
            return dict(self._kept)

    def _let_go(self) -> None:
        notes = [file for file, reading in self._kept.items() if isinstance(reading.value, NoteFile)]
        for file in notes[: max(0, len(notes) - MOST)]:
            del self._kept[file]


def read_again(folder: Path, before: Mapping[str, Reading]) -> dict[str, Reading]:
    """Return the files that are still there, read again where they may have changed."""
    there = {file: reading for file, reading in before.items() if is_plain(folder / file)}
    now = {file: _read_unless_same(folder, file, reading) for file, reading in there.items()}
    return {file: reading for file, reading in now.items() if reading is not None}


def read_some_again(folder: Path, before: Mapping[str, Reading], files: Iterable[str]) -> dict[str, Reading | None]:
    """Return those of the files that read otherwise than before, as they are now."""
    now = {file: _read_unless_same(folder, file, before[file]) for file in files if file in before}
    return {file: reading for file, reading in now.items() if not before[file].says_the_same(reading)}


def read_unopened(folder: Path, kept: Mapping[str, bytes]) -> dict[str, Reading | None]:
    """Return those of some files, of which only the index has told so far, that say something else by now.

    `kept` is what the index keeps of each.
    """
    return {file: read_one(folder, file) for file, stamp in kept.items() if _says_something_else(folder / file, stamp)}


def compare_all(before: Mapping[str, Reading], after: Mapping[str, Reading | None]) -> list[FileChange]:
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

"""The files that were read of a library: the outlines and the office, and the notes that were opened last."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.catalogue.damage import write_damage
from briefing.catalogue.stamps import pack_stamp
from briefing.library.files import NoteFile, OutlineFile
from briefing.library.reading import OFFICE_FILE, Reading, read_one
from briefing.library.survey import is_plain, outline_files
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

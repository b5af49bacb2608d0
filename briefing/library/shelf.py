"""Where an open library's last reading stands: a shelf that knows what each file said when it was read here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from briefing.library.files import NoteFile, OutlineFile
from briefing.library.reading import Folder, Reading, as_library, read_folder
from briefing.model.card import Card
from briefing.model.library import Library, WholeLibrary
from briefing.model.outline import Block

CARD = "card"
BLOCK = "block"


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file of the library that reads otherwise than it did, and how many of its cards or blocks do."""

    file: str
    added: int = 0
    changed: int = 0
    gone: int = 0
    noun: str = CARD
    """What is counted: `card`, or `block` in an outline."""


class Shelf(Protocol):
    """The last reading of a library, in whole or in part."""

    @property
    def library(self) -> Library:
        """The library as it was last read."""

    def reading(self, file: str) -> Reading | None:
        """Return a file as it was last read here; None where it was not, or is not there."""

    def refresh(self) -> tuple[FileChange, ...]:
        """Look for changes made outside; return each file that reads otherwise now. Raises NotFound, DiskFailed."""

    def take(self, file: str, reading: Reading | None) -> None:
        """Put away a file as it was read back after it was saved; None where it is gone."""


class WholeShelf:
    """A library that was read whole: every file of it, and again whatever changes."""

    def __init__(self, folder: Path) -> None:
        """Read the library in `folder`; raises NotFound where there is no such folder."""
        self._folder = folder
        self._read = read_folder(folder, Folder())
        self._library = as_library(self._read)

    @property
    def library(self) -> WholeLibrary:
        """The library as it was last read."""
        return self._library

    @property
    def folders(self) -> frozenset[Path]:
        """Every folder a file was read from."""
        return frozenset(self._folder.joinpath(file).parent for file in self._read.readings)

    def reading(self, file: str) -> Reading | None:
        """Return a file as it was last read here; None where there is none."""
        return self._read.readings.get(file)

    def refresh(self) -> tuple[FileChange, ...]:
        """Look for changes made outside; return each file that reads otherwise now. Raises NotFound, DiskFailed."""
        before = self._read
        now = read_folder(self._folder, before)
        changes = tuple(_changes(before, now))
        self._read = now
        if changes:
            self._library = as_library(now)
        return changes

    def take(self, file: str, reading: Reading | None) -> None:
        """Put away a file as it was read back after it was saved; None where it is gone."""
        readings = dict(self._read.readings)
        readings.pop(file, None)
        if reading is not None:
            readings[file] = reading
        self._read = Folder(dict(sorted(readings.items())), self._read.odd)
        self._library = as_library(self._read)


def compare_readings(file: str, before: Reading | None, after: Reading | None) -> FileChange:
    """Return how much of a file reads otherwise; None for a reading where there was no file, or is none."""
    old, new = _counted(before), _counted(after)
    return FileChange(
        file,
        added=len(new.keys() - old.keys()),
        changed=sum(old[name] != new[name] for name in old.keys() & new.keys()),
        gone=len(old.keys() - new.keys()),
        noun=BLOCK if any(read and isinstance(read.value, OutlineFile) for read in (before, after)) else CARD,
    )


def _changes(before: Folder, now: Folder) -> Iterator[FileChange]:
    """Every file that reads otherwise, and what is odd about the folder now or is no longer."""
    for file in sorted(before.readings.keys() | now.readings.keys()):
        was, is_now = before.readings.get(file), now.readings.get(file)
        if is_now is None or (is_now is not was and not is_now.says_the_same(was)):
            yield compare_readings(file, was, is_now)
    odd = set(before.odd) ^ set(now.odd)
    yield from (FileChange(file) for file in sorted({finding.place.file for finding in odd if finding.place}))


def _counted(reading: Reading | None) -> Mapping[str, Card | Block]:
    value = reading.value if reading else None
    if isinstance(value, NoteFile):
        return {card.id: card for card in value.note.cards}
    if isinstance(value, OutlineFile):
        return {block.id: block for block in value.outline.blocks}
    return {}

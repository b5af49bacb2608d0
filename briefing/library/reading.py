"""Reading a library's folder: every note and outline, and what is wrong with what cannot be read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from briefing.disk.reading import read_file
from briefing.errors import BriefingError, NotFound, Place
from briefing.library.files import (
    DAMAGED,
    NoteFile,
    OutlineFile,
    decode,
    read_note_file,
    read_outline_file,
    unreadable,
)
from briefing.library.office_file import built_in_kinds, read_office
from briefing.library.survey import (
    OFFICE_FILE,
    OUTLINES,
    SOURCES,
    Stamp,
    is_library,
    is_settled,
    stamp_of,
    survey,
)
from briefing.model.finding import Finding, Severity
from briefing.model.ids import NoteName, OutlineName
from briefing.model.library import WholeLibrary
from briefing.model.note import library_order
from briefing.model.office import Office
from briefing.wording import library as say

__all__ = ["OFFICE_FILE", "OUTLINES", "SOURCES", "is_library", "read_library"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One file as it was read."""

    stamp: Stamp
    value: NoteFile | OutlineFile | Office | None
    damage: tuple[Finding, ...] = ()
    settled: bool = False
    """Whether the file had rested when it was read: one that had not can change again within the same tick."""

    def was_written_into(self, status: os.stat_result) -> bool:
        """Whether the file is the one that was read, with other words in it: not another put in its place."""
        return status.st_ino == self.stamp[2] and stamp_of(status) != self.stamp

    def says_the_same(self, other: Reading | None) -> bool:
        """Whether another reading of the file found the same."""
        return other is not None and (self.value, self.damage) == (other.value, other.damage)


@dataclass(frozen=True, slots=True)
class Folder:
    """Every file of a library as it was read, by its path inside the library."""

    readings: Mapping[str, Reading] = field(default_factory=dict)
    odd: tuple[Finding, ...] = ()


def nobody(_: float) -> None:
    """Hear nothing of how far it is."""


def read_library(folder: Path, told: Callable[[float], object] = nobody) -> WholeLibrary:
    """Return the library kept in a folder; raises NotFound where there is no such folder.

    `told` hears before each file what share of them is read, and may raise to have no more read.
    """
    return as_library(read_folder(folder, Folder(), told))


def read_folder(folder: Path, before: Folder, told: Callable[[float], object] = nobody) -> Folder:
    """Return the folder as it is now, reading only files that changed since `before`; raises NotFound, DiskFailed."""
    if not folder.is_dir():
        raise NotFound(say.not_there(str(folder)), hint=say.NOT_THERE_HINT)
    now = survey(folder)
    readings: dict[str, Reading] = {}
    for number, (file, stamp) in enumerate(sorted(now.stamps.items())):
        told(number / len(now.stamps))
        old = before.readings.get(file)
        reading = old if old and old.stamp == stamp and old.settled else read_one(folder, file)
        if reading is not None:
            readings[file] = reading
    return Folder(readings, now.odd)


def read_one(folder: Path, file: str) -> Reading | None:
    """Return one file as it is; None where there is none."""
    try:
        status = (folder / file).lstat()
        stamp = stamp_of(status)
        settled = is_settled(status)
        value, damage = _read(file, read_file(folder / file, file))
    except FileNotFoundError:
        return None
    except BriefingError as error:
        return Reading(stamp, None, (_unreadable(error, file),), settled)
    return Reading(stamp, value, (*damage, *_second_names(status, file)), settled)


def _second_names(status: os.stat_result, file: str) -> Iterator[Finding]:
    if status.st_nlink > 1:
        yield Finding(DAMAGED, Severity.INFO, say.SECOND_NAME, Place(file), suggestion=say.SECOND_NAME_HINT)


def _read(file: str, content: bytes) -> tuple[NoteFile | OutlineFile | Office, tuple[Finding, ...]]:
    if file == OFFICE_FILE:
        text = decode(content, file)
        return read_office(text), tuple(unreadable(table, file) for table in text.tables if table.entry is None)
    name = file.removesuffix(".toml")
    found = _read_outline(name, content) if file.startswith(f"{OUTLINES}/") else _read_note(NoteName(name), content)
    return found, found.damage


def _read_outline(name: str, content: bytes) -> OutlineFile:
    """Return an outline, as `_read_note` does a note: every one is read when a library is opened."""
    from briefing.library.quickly import find_block_lines, read_outline_quickly  # loaded when there is one to read

    outline_name = OutlineName(name.removeprefix(f"{OUTLINES}/"))
    outline = read_outline_quickly(outline_name, content)
    if outline is None:
        return read_outline_file(outline_name, decode(content, f"{name}.toml"))
    return OutlineFile(outline, (), find_block_lines(outline, content))


def _read_note(name: NoteName, content: bytes) -> NoteFile:
    """Return a note, read with care only where there may be damage: that takes six times as long, and more memory."""
    from briefing.library.quickly import find_lines, read_quickly  # its parser is loaded when there is a note to read

    note = read_quickly(name, content)
    if note is None:
        return read_note_file(name, decode(content, f"{name}.toml"))
    return NoteFile(note, (), find_lines(note, content))


def as_library(folder: Folder) -> WholeLibrary:
    """Return the files of a folder as one library."""
    readings = folder.readings
    notes = {
        file: reading.value
        for file, reading in sorted(readings.items(), key=lambda read: library_order(read[0].removesuffix(".toml")))
        if isinstance(reading.value, NoteFile)
    }
    outlines = {file: reading.value for file, reading in readings.items() if isinstance(reading.value, OutlineFile)}
    office = readings.get(OFFICE_FILE)
    places, repeats = _places([*notes.items(), *outlines.items()])
    return WholeLibrary(
        office=office.value if office and isinstance(office.value, Office) else Office(kinds=built_in_kinds()),
        notes=tuple(found.note for found in notes.values()),
        outlines=tuple(found.outline for found in outlines.values()),
        damage=(*(finding for reading in readings.values() for finding in reading.damage), *folder.odd),
        places=places,
        repeats=repeats,
    )


def _places(
    files: Iterable[tuple[str, NoteFile | OutlineFile]],
) -> tuple[dict[tuple[str, str], Place], tuple[tuple[str, str, Place], ...]]:
    """Return where the first entry of each id stands, and each further one."""
    places: dict[tuple[str, str], Place] = {}
    repeats: list[tuple[str, str, Place]] = []
    for file, found in files:
        prefix = f"{found.outline.name}/" if isinstance(found, OutlineFile) else ""
        for array, entry_id, line in found.lines:
            place = Place(file, line)
            if places.setdefault((array, prefix + entry_id), place) is not place:
                repeats.append((array, prefix + entry_id, place))
    return places, tuple(repeats)


def _unreadable(error: BriefingError, file: str) -> Finding:
    return Finding(DAMAGED, Severity.WARN, error.what, error.where or Place(file), suggestion=error.hint)

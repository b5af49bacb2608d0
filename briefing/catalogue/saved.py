"""What was saved since the index was last told: believed in place of what that has of the same notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from briefing.catalogue.looks import is_same_state, pack_stamp
from briefing.catalogue.readings import filed_as, is_as_read, note_in
from briefing.library.reading import OFFICE_FILE, OUTLINES, Reading
from briefing.model.ids import NoteName
from briefing.model.note import Note, library_order
from briefing.search.index import Index
from briefing.search.lookups import read_stage, read_stamps
from briefing.search.tables.kept import FILING

if TYPE_CHECKING:
    from briefing.search.making.filing import Changed

Thing = TypeVar("Thing")
Readings = Mapping[str, Reading | None]
"""Files as they were read back, by their paths inside the library; None for one that is gone."""


class Saved:
    """The files that were saved, and what is in the notes among them."""

    def __init__(self, readings: Readings | None = None) -> None:
        """Tell the notes from the other files."""
        self.readings = dict(readings or {})
        self.held = {file: reading for file, reading in self.readings.items() if reading is not None}
        """Those that are there."""
        self.notes = {
            NoteName(file.removesuffix(".toml")): note_in(reading)
            for file, reading in self.readings.items()
            if file != OFFICE_FILE and not file.startswith(f"{OUTLINES}/")
        }
        """By name; None for one that is gone, or cannot be read."""

    def over(self, kept: Iterable[tuple[NoteName, Thing]], things_of: Callable[[Note], Iterable[Thing]]) -> list[Thing]:
        """Return what is in notes, in library order: as the index has it, or for those that were saved as these say.

        `kept` is what the index has, in library order, each with the name of its note.
        """
        if not self.notes:
            return [thing for _, thing in kept]
        found = [pair for pair in kept if pair[0] not in self.notes]
        found += [(name, thing) for name, note in self.notes.items() if note for thing in things_of(note)]
        return [thing for _, thing in sorted(found, key=lambda pair: library_order(pair[0]))]


def file_saved(index: Index, saved: Readings) -> bool:
    """File what was saved; False where another process is writing all the while, or the index has yet to be made.

    While it is made, what was saved is filed with all else.
    """
    from briefing.search.making.stages import file_all

    filed = [filed_as(file, reading) for file, reading in saved.items() if reading is not None]
    gone = [file for file, reading in saved.items() if reading is None]
    nothing: dict[str, Changed] = {}
    changed = index.write(
        lambda connection: file_all(connection, filed, gone) if read_stage(connection) != FILING else nothing, nothing
    )
    return bool(changed)


def unfiled(index: Index, folder: Path, saved: Readings) -> dict[str, Reading | None]:
    """Return what was saved that the index has not as it is, and that the files in the library's folder say still."""
    nothing: dict[str, bytes] = {}
    kept = index.look(lambda connection: read_stamps(connection, saved), nothing)
    return {
        file: reading
        for file, reading in saved.items()
        if not _is_filed(reading, kept.get(file)) and is_as_read(folder / file, reading)
    }


def _is_filed(reading: Reading | None, kept: bytes | None) -> bool:
    if reading is None or kept is None:
        return reading is None and kept is None
    return is_same_state(pack_stamp(reading.stamp), kept)

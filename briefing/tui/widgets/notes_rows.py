"""The rows of the notes list: known by where they stand, and made only when they are asked for.

A library's folders say how many notes each holds, so that the rows can be counted, and one of them found, without a
look at a single note.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from itertools import accumulate
from typing import TYPE_CHECKING

from briefing.tui.widgets.paged import paged
from briefing.wording import desk as wording

if TYPE_CHECKING:
    from briefing.model.library import Library
    from briefing.model.note import Folder, Heading
    from briefing.model.outline import Outline

FEW = 200
"""Notes in folders up to which the folders begin unfolded."""


class What(Enum):
    """What a row of the list is."""

    ALL = "all"
    FOLDER = "folder"
    NOTE = "note"
    HEADING = "heading"
    OUTLINE = "outline"


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the list."""

    what: What
    name: str = ""
    title: str = ""
    depth: int = 0
    right: str = ""
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows that follow one another: one that is known already, or many notes or outlines."""

    what: What
    rows: int = 1
    first: int = 0
    """Where its first note stands among the library's headings."""
    entry: Entry = field(default=Entry(What.HEADING))


class NotesRows:
    """All cards, the notes in their folders, and the outlines."""

    def __init__(self, library: Library, times: Mapping[str, str], folded: frozenset[str]) -> None:
        """Count the rows; no note is looked at."""
        self._library = library
        self._times = times
        self._headings = paged(library.headings)
        self._stretches = tuple(_stretches(library, folded))
        self._starts = tuple(accumulate((stretch.rows for stretch in self._stretches), initial=0))

    def __len__(self) -> int:
        """How many rows there are."""
        return self._starts[-1]

    def get(self, row: int) -> Entry | None:
        """Return a row; None where it is a note whose page is not here, and where there is no such row."""
        if not 0 <= row < len(self):
            return None
        stretch, place = self._locate(row)
        if stretch.what is What.NOTE:
            heading = self._headings.get(stretch.first + place)
            return _note(heading) if heading else None
        return self._outline(self._library.outlines[place]) if stretch.what is What.OUTLINE else stretch.entry

    def read(self, row: int) -> Entry | None:
        """Return a row, its page read now where it is not here; None where there is no such row."""
        self.reach(row, row + 1)
        return self.get(row)

    def reach(self, start: int, stop: int) -> None:
        """Have the notes of some rows here."""
        row, stop = max(0, start), min(stop, len(self))
        while row < stop:
            stretch, place = self._locate(row)
            rows = min(stretch.rows - place, stop - row)
            if stretch.what is What.NOTE:
                self._headings.reach(stretch.first + place, stretch.first + place + rows)
            row += rows

    def is_heading(self, row: int) -> bool:
        """Whether the row only stands above others."""
        return self._locate(row)[0].what is What.HEADING

    def row_of(self, what: What, name: str) -> int | None:
        """Return where something stands; None where it is not in the library, or in a folded folder."""
        position = self._position(what, name)
        for start, stretch in zip(self._starts, self._stretches, strict=False):
            inside = position is not None and stretch.first <= position < stretch.first + stretch.rows
            if stretch.what is what and (inside if position is not None else stretch.entry.name == name):
                return start + (position or stretch.first) - stretch.first
        return None

    def _position(self, what: What, name: str) -> int | None:
        """Return where a note or an outline stands among its kind; -1, which is nowhere, where there is none."""
        if what is What.NOTE:
            position = self._library.position(name)
            return -1 if position is None else position
        if what is What.OUTLINE:
            names: list[str] = [outline.name for outline in self._library.outlines]
            return names.index(name) if name in names else -1
        return None

    def _locate(self, row: int) -> tuple[Stretch, int]:
        at = bisect_right(self._starts, row) - 1
        return self._stretches[at], row - self._starts[at]

    def _outline(self, outline: Outline) -> Entry:
        return Entry(What.OUTLINE, outline.name, outline.title, right=self._times.get(outline.name, ""))


def folders_in(library: Library) -> tuple[Folder, ...]:
    """Return every folder of a library with those around it, each right before what is in it."""
    from briefing.model.note import Folder

    known = {folder.name: folder for folder in library.folders}
    names = {around for name in known for around in _around(name)}
    return tuple(known.get(name) or Folder(name, 0, 0, 0) for name in sorted(names, key=lambda name: name.split("/")))


def folded_at_first(library: Library) -> frozenset[str]:
    """Return the folders that begin folded: all, where their notes would be more than one can look through."""
    folders = [folder for folder in folders_in(library) if folder.name]
    return frozenset(folder.name for folder in folders) if sum(each.notes for each in folders) > FEW else frozenset()


def is_folded(name: str, folded: Iterable[str]) -> bool:
    """Whether something is in a folder that is folded."""
    around = name.split("/")[:-1]
    return any(folder in folded for folder in accumulate(around, "{}/{}".format))


def _around(name: str) -> Iterator[str]:
    """A folder and those it is in."""
    return accumulate(name.split("/"), "{}/{}".format)


def _stretches(library: Library, folded: frozenset[str]) -> Iterator[Stretch]:
    yield _one(Entry(What.ALL, title=wording.ALL_CARDS, right=f"{library.card_count:,}"))
    for folder in folders_in(library):
        if is_folded(folder.name, folded):
            continue
        if folder.name:
            inner, depth = folder.name.rpartition("/")[2], folder.name.count("/")
            yield _one(Entry(What.FOLDER, folder.name, inner, depth, folded=folder.name in folded))
        if folder.notes and folder.name not in folded:
            yield Stretch(What.NOTE, folder.notes, folder.first)
    if library.outlines:
        yield _one(Entry(What.HEADING))
        yield _one(Entry(What.HEADING, title=wording.OUTLINES))
        yield Stretch(What.OUTLINE, len(library.outlines))


def _one(entry: Entry) -> Stretch:
    return Stretch(entry.what, entry=entry)


def _note(heading: Heading) -> Entry:
    return Entry(What.NOTE, heading.name, heading.title or heading.name, heading.name.count("/"), f"{heading.cards:,}")

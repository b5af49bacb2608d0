"""The list at the left: all cards, the notes in their folders, and the outlines."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from briefing.tui.bindings import bindings
from briefing.tui.commands import Place
from briefing.tui.widgets.literal import Line, Look, Run, literal, spread
from briefing.tui.widgets.virtual_list import VirtualList
from briefing.wording import desk as wording

if TYPE_CHECKING:
    from briefing.model.library import Library


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


class NotesList(VirtualList):
    """Where one is in the library. Moving shows a note at once; enter goes to its cards or opens the outline."""

    place: ClassVar[Place] = Place.NOTES
    BINDINGS = bindings(Place.LIST, Place.NOTES)

    def __init__(self, *, id: str | None = None) -> None:
        """Start empty."""
        super().__init__(id=id, classes="pane")
        self.border_title = literal(wording.NOTES)
        self._entries: tuple[Entry, ...] = ()
        self._folded: set[str] = set()
        self._library: Library | None = None
        self._times: Mapping[str, str] = {}

    def show(self, library: Library, times: Mapping[str, str], keep: Entry | None = None) -> None:
        """Show a library's notes and outlines; the chosen one stays chosen."""
        keep = keep or self.chosen
        self._library, self._times = library, times
        self._entries = tuple(_entries(library, times, frozenset(self._folded)))
        names = [(entry.what, entry.name) for entry in self._entries]
        wanted = (keep.what, keep.name) if keep else None
        self.show_rows(len(names), names.index(wanted) if wanted in names else min(self.cursor, len(names)))

    @property
    def chosen(self) -> Entry | None:
        """The chosen row."""
        return self._entries[self.cursor] if self.cursor < len(self._entries) else None

    def choose(self, what: What, name: str) -> None:
        """Choose a note or an outline, unfolding what it is in."""
        self._folded -= {folder for folder in self._folded if name.startswith(f"{folder}/")}
        if self._library:
            self.show(self._library, self._times, Entry(what, name))
        self.post_message(self.Moved(self, self.cursor))

    def can_choose(self, index: int) -> bool:
        """Whether the row is more than a heading."""
        return index < len(self._entries) and self._entries[index].what is not What.HEADING

    def action_fold(self) -> None:
        """Fold or unfold the chosen folder."""
        entry = self.chosen
        if entry and entry.what is What.FOLDER:
            self._folded ^= {entry.name}
            self.choose(entry.what, entry.name)

    def row_key(self, index: int) -> Hashable:
        """Return the row itself."""
        return self._entries[index]

    def line(self, index: int, width: int) -> Line:
        """Return the title, and at the right how many cards or how long."""
        entry = self._entries[index]
        if entry.what is What.HEADING:
            return (Run(entry.title, Look.HEADING),)
        mark = ("▸ " if entry.folded else "▾ ") if entry.what is What.FOLDER else ""
        title = Run(f"{' ' * (2 * entry.depth)}{mark}{entry.title}")
        return spread((title,), (Run(entry.right, Look.SOFT),), width)


def _entries(library: Library, times: Mapping[str, str], folded: frozenset[str]) -> Iterator[Entry]:
    yield Entry(What.ALL, title=wording.ALL_CARDS, right=f"{len(library.cards):,}")
    shown: set[str] = set()
    for note in sorted(library.notes, key=lambda note: ("/" in note.name, note.name)):
        yield from _folders(note.name, shown, folded)
        if not _is_folded(note.name, folded):
            depth = note.name.count("/")
            yield Entry(What.NOTE, note.name, note.title or note.name, depth, f"{len(note.cards):,}")
    if library.outlines:
        yield Entry(What.HEADING)
        yield Entry(What.HEADING, title=wording.OUTLINES)
    for outline in library.outlines:
        yield Entry(What.OUTLINE, outline.name, outline.title, right=times.get(outline.name, ""))


def _folders(name: str, shown: set[str], folded: frozenset[str]) -> Iterator[Entry]:
    """The folders a note is in that have not been shown yet."""
    parts = name.split("/")[:-1]
    for depth in range(len(parts)):
        folder = "/".join(parts[: depth + 1])
        if folder not in shown and not _is_folded(folder, folded):
            shown.add(folder)
            yield Entry(What.FOLDER, folder, parts[depth], depth, folded=folder in folded)


def _is_folded(name: str, folded: frozenset[str]) -> bool:
    return any(name.startswith(f"{folder}/") for folder in folded)

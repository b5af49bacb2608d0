"""The list at the left: all cards, the notes in their folders, and the outlines."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING, ClassVar

from briefing.tui.bindings import bindings
from briefing.tui.commands import Place
from briefing.tui.widgets.literal import Line, Look, Run, literal, spread
from briefing.tui.widgets.notes_rows import Entry, NotesRows, What, folded_at_first
from briefing.tui.widgets.virtual_list import VirtualList
from briefing.wording import desk as wording

if TYPE_CHECKING:
    from briefing.model.library import Library


class NotesList(VirtualList):
    """Where one is in the library. Moving shows a note at once; enter goes to its cards or opens the outline."""

    place: ClassVar[Place] = Place.NOTES
    BINDINGS = bindings(Place.LIST, Place.NOTES)

    def __init__(self, *, id: str | None = None) -> None:
        """Start empty."""
        super().__init__(id=id, classes="pane")
        self.border_title = literal(wording.NOTES)
        self._rows: NotesRows | None = None
        self._folded: set[str] | None = None
        self._library: Library | None = None
        self._times: Mapping[str, str] = {}

    def show(self, library: Library, times: Mapping[str, str], keep: Entry | None = None) -> None:
        """Show a library's notes and outlines; the chosen one stays chosen, or the one to `keep`, unfolded, is."""
        if self._folded is None and library.folders:
            self._folded = set(folded_at_first(library))
        if keep and self._folded:
            self._folded -= {folder for folder in self._folded if keep.name.startswith(f"{folder}/")}
        wanted = keep or self.chosen
        self._library, self._times = library, times
        self._rows = NotesRows(library, times, frozenset(self._folded or ()))
        row = self._rows.row_of(wanted.what, wanted.name) if wanted else None
        self.show_rows(len(self._rows), self.cursor if row is None else row)

    @property
    def chosen(self) -> Entry | None:
        """The chosen row."""
        return self._rows.read(self.cursor) if self._rows else None

    def choose(self, what: What, name: str) -> None:
        """Choose a note or an outline, unfolding what it is in."""
        if self._library:
            self.show(self._library, self._times, Entry(what, name))
        self.post_message(self.Moved(self, self.cursor))

    def reach(self, start: int, stop: int) -> None:
        """Have the notes in view here before they are painted."""
        if self._rows:
            self._rows.reach(start, stop)

    def can_choose(self, index: int) -> bool:
        """Whether the row is more than a heading."""
        return self._rows is not None and index < len(self._rows) and not self._rows.is_heading(index)

    def action_fold(self) -> None:
        """Fold or unfold the chosen folder."""
        entry = self.chosen
        if entry and entry.what is What.FOLDER and self._folded is not None:
            self._folded ^= {entry.name}
            self.choose(entry.what, entry.name)

    def row_key(self, index: int) -> Hashable:
        """Return the row itself."""
        return self._rows.get(index) if self._rows else None

    def line(self, index: int, width: int) -> Line:
        """Return the title, and at the right how many cards or how long."""
        entry = self._rows.get(index) if self._rows else None
        if entry is None:
            return (Run("…", Look.SOFT),)
        if entry.what is What.HEADING:
            return (Run(entry.title, Look.HEADING),)
        mark = ("▸ " if entry.folded else "▾ ") if entry.what is What.FOLDER else ""
        title = Run(f"{' ' * (2 * entry.depth)}{mark}{entry.title}")
        return spread((title,), (Run(entry.right, Look.SOFT),), width)

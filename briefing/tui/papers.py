"""The papers on the desk: the open library and its index, read, searched and followed off the screen's thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import BadInput
from briefing.wording import desk as wording

if TYPE_CHECKING:
    from briefing.library.opened import OpenLibrary, Outcome
    from briefing.library.shelf import FileChange
    from briefing.model.history import Step
    from briefing.model.ids import NoteName
    from briefing.model.library import Library
    from briefing.search.index import Index
    from briefing.search.results import Hits


Stop = Callable[[], bool]
"""Whether nobody waits for the answer any more."""


class Papers:
    """One library on the desk. Nothing here touches a widget; all of it may be called from a worker."""

    def __init__(self, folder: Path) -> None:
        """Lay out nothing yet: reading starts when the first frame stands."""
        self.folder = folder
        self.opened: OpenLibrary | None = None
        self._index: Index | None = None

    @property
    def library(self) -> Library:
        """What was last read; empty until then."""
        if self.opened:
            return self.opened.library
        from briefing.model.library import WholeLibrary

        return WholeLibrary()

    @property
    def can_search(self) -> bool:
        """Whether the index is ready."""
        return self._index is not None

    def read(self, then: Callable[[], object]) -> None:
        """Read the library, call `then`, and bring the index up to date; raises BriefingError."""
        from briefing.library.opened import OpenLibrary
        from briefing.search.index import open_index

        self.opened = OpenLibrary(self.folder)
        then()
        index = open_index(self.folder)
        index.update(self.opened.library)
        self._index = index

    def refresh(self) -> tuple[FileChange, ...]:
        """Look for changes from outside; return the files that read otherwise, of which the index knows now."""
        changes = self.opened.refresh() if self.opened else ()
        if changes:
            self.reindex()
        return changes

    def reindex(self) -> None:
        """Bring the index up to date with what was last read."""
        if self._index:
            self._index.update(self.library)

    def first(self, query: str, limit: int, stop: Stop) -> Hits | None:
        """Return the first cards that match, at once; None until the index is ready, and once `stop` says so."""
        return self.find(query, limit, 0, stop)

    def find(self, query: str, limit: int, offset: int, stop: Stop) -> Hits | None:
        """Return a page of the cards that match; None until the index is ready, and once `stop` says so."""
        return None if stop() or not self._index else self._index.find(query, limit, offset)

    def find_notes(self, query: str, limit: int) -> tuple[NoteName, ...]:
        """Return the notes that match, best first; none until the index is ready."""
        return self._index.find_notes(query, limit) if self._index else ()

    def apply(self, step: Step) -> Outcome:
        """Save a step; raises BriefingError."""
        return self._there().apply(step)

    def undo(self, scope: str) -> Outcome | None:
        """Undo the last step of a file, or of any note file where `scope` is empty; raises BriefingError."""
        return self._there().undo(scope)

    def redo(self, scope: str) -> Outcome | None:
        """Do the last undone step again; raises BriefingError."""
        return self._there().redo(scope)

    def _there(self) -> OpenLibrary:
        if self.opened is None:
            raise BadInput(wording.NOT_READ_YET)
        return self.opened

    def close(self) -> None:
        """Put the index away."""
        if self._index:
            self._index.close()

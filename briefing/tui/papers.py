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
    from briefing.model.library import Library
    from briefing.search.index import Index
    from briefing.search.results import Hits


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
        """Look for changes from outside and return them; the index knows of them then."""
        changes = self.opened.refresh() if self.opened else ()
        if changes:
            self.reindex()
        return changes

    def reindex(self) -> None:
        """Bring the index up to date with what was last read."""
        if self._index:
            self._index.update(self.library)

    def find(self, query: str, limit: int, offset: int) -> Hits | None:
        """Return a page of the cards that match; None until the index is ready."""
        return self._index.find(query, limit, offset) if self._index else None

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

"""The papers on the desk: the open library and its index, read, searched and followed off the screen's thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing.model.library import Library

if TYPE_CHECKING:
    from briefing.library.opened import OpenLibrary
    from briefing.search.index import Hits, Index

EMPTY = Library()


class Papers:
    """One library on the desk. Nothing here touches a widget; all but `library` may be called from a worker."""

    def __init__(self, folder: Path) -> None:
        """Lay out nothing yet: reading starts when the first frame stands."""
        self.folder = folder
        self.opened: OpenLibrary | None = None
        self._index: Index | None = None

    @property
    def library(self) -> Library:
        """What was last read; empty until then."""
        return self.opened.library if self.opened else EMPTY

    def open(self) -> None:
        """Read the library, then bring its index up to date."""
        from briefing.library.opened import OpenLibrary
        from briefing.search.index import open_index

        self.opened = OpenLibrary(self.folder)
        index = open_index(self.folder)
        index.update(self.opened.library)
        self._index = index

    def refresh(self) -> bool:
        """Look for changes from outside; True when there were any, and the index knows of them."""
        if self.opened is None or not self.opened.refresh():
            return False
        self.reindex()
        return True

    def reindex(self) -> None:
        """Bring the index up to date with what was last read."""
        if self._index:
            self._index.update(self.library)

    def find(self, query: str, limit: int, offset: int) -> Hits | None:
        """Return a page of the cards that match; None until the index is ready."""
        return self._index.find(query, limit, offset) if self._index else None

    def close(self) -> None:
        """Put the index away."""
        if self._index:
            self._index.close()

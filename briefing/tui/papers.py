"""The papers on the desk: the open library and its index, read, searched and followed off the screen's thread."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

from briefing.errors import BadInput
from briefing.wording import desk as wording

if TYPE_CHECKING:
    from briefing.catalogue.opening import Catalogue
    from briefing.catalogue.progress import Progress
    from briefing.library.opened import OpenLibrary, Outcome
    from briefing.library.shelf import FileChange
    from briefing.model.history import Step
    from briefing.model.ids import NoteName
    from briefing.model.library import Library
    from briefing.search.results import Hits


Stop = Callable[[], bool]
"""Whether nobody waits for the answer any more."""


FIRST_ROWS = 0.1
"""Seconds that the first rows have to themselves before every file is looked at, which would take as long again."""
SHOW_EVERY = 2.0
"""Seconds after which what has been indexed so far is shown, while more is."""


class Papers:
    """One library on the desk. Nothing here touches a widget; all of it may be called from a worker."""

    def __init__(self, folder: Path) -> None:
        """Lay out nothing yet: reading starts when the first frame stands."""
        self.folder = folder
        self.opened: OpenLibrary | None = None
        self._catalogue: Catalogue | None = None
        self._put_away = Event()
        self._shown_at = 0.0

    @property
    def library(self) -> Library:
        """The library as it was last read; empty until then."""
        if self.opened:
            return self.opened.library
        from briefing.model.library import WholeLibrary

        return WholeLibrary()

    @property
    def is_current(self) -> bool:
        """Whether the index knows every file as it is."""
        return self._catalogue is not None and self._catalogue.is_current

    @property
    def is_behind(self) -> bool:
        """Whether the library is open and the index does not know all of it yet."""
        return self._catalogue is not None and self.opened is not None and not self._catalogue.is_current

    def read(self, then: Callable[[], object], told: Callable[[Progress], None]) -> None:
        """Open the library by its index, call `then`, and bring the index up to date; raises BriefingError."""
        from briefing.catalogue.opening import open_catalogue
        from briefing.library.opened import OpenLibrary

        self._catalogue = open_catalogue(self.folder)
        opened = OpenLibrary(self.folder, self._catalogue)
        self.opened = opened
        self._show(then)
        self._put_away.wait(FIRST_ROWS)
        self._make_ready()
        self._catalogue.catch_up(self._telling(then, told), self._put_away.is_set)

    def _make_ready(self) -> None:
        """Load what the first key would wait for."""
        from briefing.search import finding  # noqa: F401 - loaded, and kept

    def _telling(self, then: Callable[[], object], told: Callable[[Progress], None]) -> Callable[[Progress], None]:
        """Return what tells how far the index is, and every now and then shows what is there so far."""

        def tell(progress: Progress) -> None:
            told(progress)
            if monotonic() - self._shown_at > SHOW_EVERY and self._catalogue:
                self._catalogue.look_again()
                self._show(then)

        return tell

    def _show(self, then: Callable[[], object]) -> None:
        """Count what is there, so that the screen's thread does not have to, and have it shown."""
        library = self.library
        library.outlines, library.headings, library.folders, library.damage  # noqa: B018 - each is kept
        self._shown_at = monotonic()
        then()

    def refresh(self, then: Callable[[], object], told: Callable[[Progress], None]) -> tuple[FileChange, ...]:
        """Look for changes from outside; return the files that read otherwise, of which the index knows now."""
        if not self.opened or not self._catalogue:
            return ()
        changes = self.opened.refresh()
        if self._catalogue.is_current or self._put_away.is_set():
            return changes
        return (*changes, *self._catalogue.catch_up(self._telling(then, told), self._put_away.is_set))

    def index_saved(self) -> None:
        """Let the index know what was saved, so that it is found."""
        if self._catalogue:
            self._catalogue.index_taken()

    def glance(self, files: Collection[str], cards: Collection[str]) -> tuple[FileChange, ...]:
        """Look for changes of some files, and of the notes of some cards; return those files that read otherwise."""
        homes = {f"{home}.toml" for card in cards if (home := self.library.home_name(card))}
        asked = {*files, *homes}
        return self._catalogue.glance(asked) if self._catalogue and asked else ()

    def first(self, query: str, limit: int, stop: Stop) -> Hits | None:
        """Return the first cards that match, at once; None until there is an index, and once `stop` says so."""
        return self._catalogue.index.first(query, limit, stop) if self._catalogue else None

    def find(self, query: str, limit: int, offset: int, stop: Stop) -> Hits | None:
        """Return a page of the cards that match; None until there is an index, and once `stop` says so."""
        return self._catalogue.index.find(query, limit, offset, stop) if self._catalogue else None

    def find_notes(self, query: str, limit: int) -> tuple[NoteName, ...]:
        """Return the notes that match, best first; none until there is an index."""
        return self._catalogue.index.find_notes(query, limit) if self._catalogue else ()

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
        """Put the index away; work on it that is under way stops."""
        self._put_away.set()
        if self._catalogue:
            self._catalogue.close()

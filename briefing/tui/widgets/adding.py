"""The evidence pane of an outline: enter adds the chosen hit, and the next letter begins the next search."""

from __future__ import annotations

from collections.abc import Hashable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from briefing.tui.bindings import bindings
from briefing.tui.commands import Place
from briefing.tui.widgets.count_line import CountLine
from briefing.tui.widgets.evidence import EvidencePane
from briefing.tui.widgets.literal import Line, Look, Run, spread
from briefing.tui.widgets.results import ResultsList
from briefing.tui.widgets.search_box import SearchBox
from briefing.wording import outline as say


class AddingBox(SearchBox):
    """A search box whose enter adds."""

    place: ClassVar[Place] = Place.ADDING
    hints = (say.SEARCH_HINT,)
    BINDINGS = bindings(Place.ADDING)

    async def action_add_hit(self) -> None:
        """Add the chosen hit."""
        await self.action_submit()


class HitsList(ResultsList, can_focus=False):
    """The hits; keys reach them from the box, the mouse directly. Those the outline holds already are marked."""

    def __init__(self, *, id: str | None = None) -> None:
        """Start with no rows and nothing marked."""
        super().__init__(id=id)
        self._marked: frozenset[str] = frozenset()

    def mark(self, cards: frozenset[str]) -> None:
        """Mark these cards and no others."""
        if cards != self._marked:
            self._marked = cards
            self.refresh_changed()

    def row_key(self, index: int) -> Hashable:
        """Return the row, and whether it is marked."""
        return self.row(index), self._is_marked(index)

    def line(self, index: int, width: int) -> Line:
        """Return the row, at its right that the outline holds it."""
        if not self._is_marked(index):
            return super().line(index, width)
        mark = f" {say.HELD}"
        return spread(super().line(index, width - len(mark)), (Run(mark, Look.SOFT),), width)

    def _is_marked(self, index: int) -> bool:
        row = self.row(index)
        return row is not None and row.id in self._marked


class AddingPane(EvidencePane):
    """Search and add, search and add."""

    def compose(self) -> ComposeResult:
        """Lay out the box with its count, and the hits."""
        with Horizontal(id="search-row"):
            yield Static("/", id="search-prompt", markup=False)
            yield AddingBox(id="search")
            yield CountLine()
        yield HitsList(id="results")

    @property
    def hits(self) -> HitsList:
        """The list."""
        return self.query_one(HitsList)

    def type_on(self) -> None:
        """Leave what was typed selected, so that the next letter takes its place."""
        self.box.select_all()

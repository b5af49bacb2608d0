"""The evidence pane of an outline: enter adds the chosen hit, and the next letter begins the next search."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from briefing.tui.bindings import bindings
from briefing.tui.commands import Place
from briefing.tui.widgets.count_line import CountLine
from briefing.tui.widgets.evidence import EvidencePane
from briefing.tui.widgets.results import ResultsList
from briefing.tui.widgets.search_box import SearchBox
from briefing.wording import outline as say


class AddingBox(SearchBox):
    """A search box whose enter adds."""

    place: ClassVar[Place] = Place.ADDING
    BINDINGS = bindings(Place.ADDING)

    def on_mount(self) -> None:
        """Say what the box is for."""
        self.placeholder = say.SEARCH_HINT

    async def action_add_hit(self) -> None:
        """Add the chosen hit."""
        await self.action_submit()


class HitsList(ResultsList, can_focus=False):
    """The hits; keys reach them from the box, the mouse directly."""


class AddingPane(EvidencePane):
    """Search and add, search and add."""

    def compose(self) -> ComposeResult:
        """Lay out the box with its count, and the hits."""
        with Horizontal(id="search-row"):
            yield Static("/", id="search-prompt", markup=False)
            yield AddingBox(id="search")
            yield CountLine()
        yield HitsList(id="results")

    def type_on(self) -> None:
        """Leave what was typed selected, so that the next letter takes its place."""
        self.box.select_all()

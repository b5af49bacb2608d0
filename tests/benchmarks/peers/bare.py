"""The peer of the desk: its layout and style sheet on an app that knows nothing, with a list of a million made-up rows.

The widgets are the framework's, or the least that does; each has the name the style sheet knows it by.
"""

from __future__ import annotations

from functools import lru_cache

from rich.segment import Segment
from textual import on
from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Input, Static

from briefing.tui.themes import DEFAULT_THEME, THEMES

ROWS = 1_000_000


class SearchBox(Input):
    """The box; nothing blinks."""

    cursor_blink = False


class StatusLine(Static):
    """The line at the top."""


class KeyLine(Static):
    """The line at the bottom."""


class Reader(ScrollView, can_focus=True):
    """The page."""

    def render_line(self, y: int) -> Strip:
        """Return an empty line."""
        return Strip.blank(self.size.width, self.rich_style)


class VirtualList(ScrollView, can_focus=True):
    """Rows that are made up as they are painted."""

    typed = ""

    def show(self, typed: str, count: int) -> None:
        """Show other rows."""
        self.typed = typed
        self.virtual_size = Size(self.size.width, count)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one row."""
        index = y + self.scroll_offset.y
        if index >= self.virtual_size.height:
            return Strip.blank(self.size.width, self.rich_style)
        text = _row(index, self.typed)[: self.size.width].ljust(self.size.width)
        return Strip([Segment(text, self.rich_style)], len(text))


@lru_cache(maxsize=1024)
def _row(index: int, typed: str) -> str:
    return f"row {index} of all that match {typed}"


class Bare(App[None]):
    """The desk's layout."""

    CSS_PATH = "../../../briefing/tui/styles/desk.tcss"
    AUTO_FOCUS = "#search"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self) -> None:
        """Take the desk's colours."""
        self.set_reactive(App.theme, DEFAULT_THEME)
        super().__init__()

    @property
    def available_themes(self) -> dict[str, object]:  # type: ignore[override]  # as wide as needed here
        """The desk's."""
        return dict(THEMES)

    def compose(self) -> ComposeResult:
        """The lines at top and bottom, and the panes between."""
        yield StatusLine(" briefing")
        with Horizontal(id="panes"):
            notes = VirtualList(id="notes", classes="pane")
            notes.border_title = "Notes"
            yield notes
            with Vertical(id="evidence", classes="pane") as evidence:
                evidence.border_title = "Evidence"
                with Horizontal(id="search-row"):
                    yield Static("/", id="search-prompt")
                    yield SearchBox(placeholder="Search", id="search", compact=True)
                    yield Static(id="search-count")
                yield VirtualList(id="results")
            yield Reader(id="reader", classes="pane")
        yield KeyLine(" ^p commands")

    def on_mount(self) -> None:
        """Show every row."""
        for rows in self.query(VirtualList):
            rows.show("", ROWS)

    @on(Input.Changed)
    def search(self, event: Input.Changed) -> None:
        """Show other rows."""
        self.query_one("#results", VirtualList).show(event.value, ROWS // (1 + len(event.value)))
        self.query_one("#search-count", Static).update(f"{ROWS}")


if __name__ == "__main__":
    Bare().run()

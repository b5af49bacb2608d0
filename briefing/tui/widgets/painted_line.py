"""One painted line: what header and footer are."""

from __future__ import annotations

from textual.strip import Strip
from textual.widget import Widget

from briefing.tui.widgets.literal import Line
from briefing.tui.widgets.painting import paint


class PaintedLine(Widget):
    """A line of runs. A subclass says what stands in it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PaintedLine { height: 1; width: 1fr; }
    """

    def line(self, width: int) -> Line:
        """Return what stands in the line."""
        return ()

    def render_line(self, y: int) -> Strip:
        """Return the painted line."""
        width = self.size.width
        return paint(self, self.line(width), width)

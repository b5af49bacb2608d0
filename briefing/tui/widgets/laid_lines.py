"""Lines that are laid out when they are shown or given other room, so that to paint them computes nothing."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from textual.strip import Strip
from textual.widget import Widget

from briefing.tui.widgets.literal import Line
from briefing.tui.widgets.painting import paint


class LaidLines(Widget):
    """As many lines as there is room for. A subclass lays them out."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        """Start empty."""
        super().__init__(id=id)
        self._lines: Sequence[Line] = ()

    @abstractmethod
    def laid_out(self, width: int, height: int) -> Sequence[Line]:
        """Return the lines for so much room."""

    def lay_out(self) -> None:
        """Lay out what there is now, and paint it where it looks otherwise."""
        lines = self.laid_out(self.size.width, self.size.height) if self.size else ()
        if lines != self._lines:
            self._lines = lines
            self.refresh()

    def on_resize(self) -> None:
        """Lay it out for the new room."""
        self.lay_out()

    def render_line(self, y: int) -> Strip:
        """Return one painted line."""
        line = self._lines[y] if y < len(self._lines) else ()
        return paint(self, line, self.size.width)

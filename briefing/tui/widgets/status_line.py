"""The line at the top: where one is, how much there is, and that it is saved."""

from __future__ import annotations

from briefing.tui.widgets.literal import Line, Look, Run, fit, spread
from briefing.tui.widgets.painted_line import PaintedLine

LEAST = 10
"""Cells the left side keeps."""


class StatusLine(PaintedLine):
    """Words at the left and at the right; where there is too little room the left gives way."""

    def __init__(self, *, id: str | None = None) -> None:
        """Start with the program's name."""
        super().__init__(id=id)
        self._left: Line = (Run(" briefing", Look.STRONG),)
        self._right: Line = ()

    def show(self, left: Line, right: Line = ()) -> None:
        """Show other words."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def line(self, width: int) -> Line:
        """Return both sides."""
        return spread(self._left, fit(self._right, width - LEAST), width)

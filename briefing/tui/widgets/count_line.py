"""How many there are, beside the search box."""

from __future__ import annotations

from briefing.tui.widgets.literal import Line, Look, Run, spread, width_of
from briefing.tui.widgets.painted_line import PaintedLine
from briefing.wording import desk as wording

USUAL = 16
"""Cells in which the counts of most libraries have room."""


class CountLine(PaintedLine):
    """The count. As wide as it gets in its library, so that a new one lays nothing out again."""

    def __init__(self) -> None:
        """Start with no count."""
        super().__init__(id="search-count")
        self._count = ""
        self._total = 0

    def show(self, count: int | None, total: int, *, exact: bool) -> None:
        """Show another count, None where it is still to come; a larger library needs more room for it."""
        before, self._count = self._count, wording.of_all(count, total, exact=exact)
        if total != self._total:
            self._total = total
            self.set_class(len(wording.of_all(total, total)) > USUAL, "-long")
        if self._count != before:
            self.refresh()

    def line(self, width: int) -> Line:
        """Return the count, at the right; how many there are in all gives way where there is too little room."""
        whole = (Run(self._count, Look.SOFT),)
        found = (Run(self._count.split(" ")[0], Look.SOFT),)
        return spread((), whole if width_of(whole) <= width else found, width)

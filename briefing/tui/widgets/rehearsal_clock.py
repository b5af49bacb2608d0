"""The clock of a rehearsal at the foot of its screen."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.speech.rehearsal import Rehearsal
from briefing.tui.pages.rehearsal_clock import clock_lines
from briefing.tui.widgets.laid_lines import LaidLines
from briefing.tui.widgets.literal import Line


class RehearsalClock(LaidLines):
    """Where a rehearsal stands at a reading of its clock."""

    def __init__(self, rehearsal: Rehearsal, now: float) -> None:
        """Show a rehearsal that is about to begin."""
        super().__init__(id="clock")
        self._shown = rehearsal, now

    def show(self, rehearsal: Rehearsal, now: float) -> None:
        """Show it as it stands now."""
        self._shown = rehearsal, now
        self.lay_out()

    def laid_out(self, width: int, height: int) -> Sequence[Line]:
        """Return the lines of the clock."""
        return clock_lines(*self._shown, width)

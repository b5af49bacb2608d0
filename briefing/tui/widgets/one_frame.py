"""What follows a key comes in one frame: the letter, what it finds, and the card that is read."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack

from textual.app import App
from textual.widget import Widget

FRAME = 0.04
"""Seconds for which nothing is painted at most: nearly all of what follows most keys comes within them.

To paint takes most of what a key costs, however little of the screen has changed. Nor does waiting cost time: the
framework paints every 16 ms at most, so that where the letter is painted at once, what it finds comes 16 ms later.
Whoever knows that nothing more will come ends it sooner.
"""


class OneFrame:
    """Holds back what is to be painted, for a moment."""

    def __init__(self, widget: Widget) -> None:
        """Hold nothing yet; `widget` is one of the app that is painted."""
        self._widget = widget
        self._held = ExitStack()
        self._end: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """Hold back from now on; what is held back already is not made to wait longer."""
        if self._end is None:
            self._held.enter_context(self._widget.app.batch_update())
            self._end = asyncio.get_running_loop().call_later(FRAME, self._paint, self._widget.app)

    def end(self) -> None:
        """Paint now what is held back: all that follows the key has come."""
        if self._end is not None:
            self._end.cancel()
            self._paint(self._widget.app)

    def _paint(self, app: App[object]) -> None:
        self._end = None
        self._held.close()
        for screen in app.screen_stack:  # each has come to rest meanwhile, and would not look again
            screen.check_idle()

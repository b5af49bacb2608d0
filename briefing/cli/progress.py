"""How far the index or a check has come, on a terminal's line that is written over; nothing where nobody sits there."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from briefing.catalogue.opening import Catalogue
from briefing.catalogue.progress import CHECKING, Progress, silent
from briefing.evidence.checks import nobody
from briefing.wording.catalogue import progress_line

CLEAR = "\r\x1b[K"
PATIENCE = 1.0
"""Seconds before anything is said: most of the time there is next to nothing to do."""


def catch_up(catalogue: Catalogue, *, tidy: bool = False) -> None:
    """Bring a catalogue up to date, telling whoever waits how far that has come; raises DiskFailed, NotFound."""
    if not sys.stderr.isatty():
        catalogue.catch_up(silent, tidy=tidy)
        return
    line = _Line()
    try:
        catalogue.catch_up(line.show, tidy=tidy)
    finally:
        line.clear()


@contextmanager
def tell_share() -> Iterator[Callable[[float], object]]:
    """Give what tells whoever waits which share of the notes is checked."""
    line = _Line()
    try:
        yield (lambda share: line.show(Progress(CHECKING, int(100 * share), 100))) if sys.stderr.isatty() else nobody
    finally:
        line.clear()


class _Line:
    """The line that is written over."""

    def __init__(self) -> None:
        self._since = time.monotonic()
        self._shown = ""

    def show(self, progress: Progress) -> None:
        """Show how far it is."""
        line = progress_line(progress.stage, progress.done, progress.of)
        if line != self._shown and time.monotonic() - self._since > PATIENCE:
            self._shown = line
            print(CLEAR + line, end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Leave the line empty."""
        if self._shown:
            print(CLEAR, end="", file=sys.stderr, flush=True)

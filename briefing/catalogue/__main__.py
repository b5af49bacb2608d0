"""The process that brings an index up to date: `python -m briefing.catalogue FOLDER`, progress line by line."""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path

from briefing.catalogue.building import bring_up_to_date
from briefing.catalogue.elsewhere import BUSY
from briefing.catalogue.progress import Progress, never
from briefing.errors import BriefingError
from briefing.search.index import open_index
from briefing.search.making.stages import expect_much
from briefing.search.making.turns import take_turn

OFTEN = 0.1
"""Seconds between two lines."""


def main(folder: Path) -> int:
    """Bring the index of the library in `folder` up to date."""
    # Notes hold no circles, and a search for garbage among a million cards takes longer than reading them.
    gc.freeze()
    gc.disable()
    index = open_index(folder)
    with take_turn(folder) as is_ours:
        if not is_ours:
            return BUSY
        try:
            index.write(expect_much, None)
            bring_up_to_date(folder, index, Teller(), never)
        except BriefingError as error:
            print(error.what, flush=True)
            return error.exit_code
    index.close()
    return 0


class Teller:
    """Says how far the work has come, not too often."""

    def __init__(self) -> None:
        """Begin with nothing said."""
        self._last = 0.0

    def __call__(self, progress: Progress) -> None:
        """Say it, unless something was said a moment ago."""
        now = time.monotonic()
        if now - self._last >= OFTEN or progress.done == progress.of:
            self._last = now
            print(json.dumps([progress.stage, progress.done, progress.of]), flush=True)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

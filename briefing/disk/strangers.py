"""Starting other Pythons of this program so that none runs code which happens to lie in the current folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SAFE = "PYTHONSAFEPATH"
"""Where it is set, Python looks for no module in the current folder: a library that somebody sent may hold one."""


def safe_environment() -> dict[str, str]:
    """Return what to start a Python with: it finds every module where this one does, and none beside."""
    places = [*sys.path, str(Path(__file__).parents[2])]
    found = [place for place in places if Path(place).is_absolute() and os.pathsep not in place]
    return {**os.environ, SAFE: "1", "PYTHONPATH": os.pathsep.join(dict.fromkeys(found))}


@contextmanager
def safe_for_all() -> Iterator[None]:
    """Every Python that is started meanwhile by somebody who does not say with what looks for none there either."""
    before = os.environ.get(SAFE)
    os.environ[SAFE] = "1"
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(SAFE, None)
        else:
            os.environ[SAFE] = before

"""How much memory the threads of the desk hold on to."""

from __future__ import annotations

import sys
from typing import Final

_ARENA_MAX: Final = -8
"""What glibc's `mallopt` calls the number of heaps (M_ARENA_MAX in malloc.h)."""
_MMAP_THRESHOLD: Final = -3
"""What it calls the size from which a block is given back as soon as it is let go (M_MMAP_THRESHOLD)."""
_LARGE: Final = 1 << 17
"""That size in bytes: what it is anyhow, unless left to grow with the largest block ever let go."""


def share_heaps() -> None:
    """Let the threads that start from now on share one heap: with one each the desk holds 20 MB more, mostly unused.

    Threads that have begun keep theirs, and later ones may be given one of those. Only the C library of most Linux
    systems gives each thread its own; where another is in use nothing happens.
    """
    if sys.platform != "linux":
        return
    import ctypes

    try:
        library = ctypes.CDLL(None)
        library.mallopt(_ARENA_MAX, 1)
        library.mallopt(_MMAP_THRESHOLD, _LARGE)
    except (OSError, AttributeError):
        return

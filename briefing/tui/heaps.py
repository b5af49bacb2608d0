"""How much memory the threads of the desk hold on to."""

from __future__ import annotations

import sys
from typing import Final

_ARENA_MAX: Final = -8
"""What glibc's `mallopt` calls the number of heaps (M_ARENA_MAX in malloc.h)."""


def share_heaps() -> None:
    """Let the threads that start from now on share heaps: with one each the desk holds 16 MB more, most of it unused.

    Only the C library of most Linux systems gives each thread its own; where another is in use nothing happens.
    """
    if sys.platform != "linux":
        return
    import ctypes

    try:
        ctypes.CDLL(None).mallopt(_ARENA_MAX, 1)
    except (OSError, AttributeError):
        return

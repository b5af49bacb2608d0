"""The terminal the desk is shown on, and whether it is still there."""

from __future__ import annotations

import os
import sys


def find_terminal() -> int | None:
    """Return the descriptor one types into; None where it is no terminal."""
    stream = sys.__stdin__
    try:
        descriptor = stream.fileno() if stream else -1
    except (OSError, ValueError):
        return None
    return descriptor if os.isatty(descriptor) else None


def has_vanished(terminal: int) -> bool:
    """Whether a terminal was closed, with a hang-up or without one."""
    if sys.platform == "win32":  # there a window that is closed ends what runs in it
        return False
    import select

    asked = select.poll()
    asked.register(terminal, 0)
    return any(event & (select.POLLERR | select.POLLHUP) for _, event in asked.poll(0))

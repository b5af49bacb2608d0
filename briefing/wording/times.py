"""A length of time, as everybody writes it."""

from __future__ import annotations


def clock(seconds: float) -> str:
    """Return a length of time as minutes and seconds: `5:12`."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"

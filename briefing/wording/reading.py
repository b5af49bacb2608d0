"""What a reading copy says of its own: what lies behind its first sheet, and what is not to be read out."""

from __future__ import annotations

from briefing.wording.times import clock

SPEECH = "The speech"
BRACKETS = "[What stands in brackets is not said.]"


def version(limit: int) -> str:
    """Name the version for a limit of so many seconds."""
    minutes, rest = divmod(limit, 60)
    return f"In {clock(limit)}" if rest else f"In {minutes} minute{'' if minutes == 1 else 's'}"


def turn(title: str, seconds: int) -> str:
    """Say which part it is and how long it takes."""
    return f"{title}, about {clock(seconds)}"


def proofs(count: int) -> str:
    """Say that the proofs follow, and how many."""
    return f"Proofs of {count} code{'' if count == 1 else 's'} in the margin"


def page(number: int) -> str:
    """Say on which page a part begins."""
    return f"page {number}"


def catchwords(words: str) -> str:
    """Give the first words of the next page."""
    return f"{words} …"

"""How far the bringing up to date of an index has come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

FILING, RANKING, WAITING = "filing", "ranking", "waiting"
"""Files are filed, cards are ranked; or another process does both, and this one waits for it."""


@dataclass(frozen=True, slots=True)
class Progress:
    """So much is done of so much: files where they are filed, cards where they are ranked."""

    stage: str
    done: int = 0
    of: int = 0


Told = Callable[[Progress], object]
Stop = Callable[[], bool]


def silent(_: Progress) -> None:
    """Tell nobody."""


def never() -> bool:
    """Go on."""
    return False

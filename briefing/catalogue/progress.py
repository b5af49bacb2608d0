"""How far the bringing up to date of an index has come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

FILING, RANKING, WAITING, CHECKING = "filing", "ranking", "waiting", "checking"
"""Files are filed, cards are ranked; or another process does both, and this one waits for it. Notes are checked."""


@dataclass(frozen=True, slots=True)
class Progress:
    """So much is done of so much: files where they are filed, cards where they are ranked."""

    stage: str
    done: int = 0
    of: int = 0

    @property
    def share(self) -> float:
        """How much of all there is to do is done, from 0 to 1: to file takes about as long as to rank."""
        done = self.done / self.of if self.of else 0.0
        return (done + (self.stage == RANKING)) / 2


Told = Callable[[Progress], object]
Stop = Callable[[], bool]


def silent(_: Progress) -> None:
    """Tell nobody."""


def never() -> bool:
    """Go on."""
    return False

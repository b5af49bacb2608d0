"""How fast a Member speaks: what was measured, drawn towards the usual while little is known, and how sure that is.

The figures are those of 149 stretches of one speaker in the Commons, 2009 to 2021: 150 words a minute in the middle,
and 136 speakers whose own means lie 20 apart (standard deviation).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite, sqrt
from typing import TypeGuard

DEFAULT_PACE = 150
"""Words a minute until a Member's own is known."""
_SPREAD = 20
"""Words a minute: the standard deviation between speakers."""
_TRUST = 10
"""Minutes of speech after which what was measured counts as much as the usual."""
_STEP = 5
"""A range is told in steps of so many words a minute: more exact it is not."""
SLOWEST, FASTEST = 60, 260
"""Words a minute. What lies outside is no speech but a sitting suspended, or a slip of whoever wrote it down."""


@dataclass(frozen=True, slots=True)
class Measured:
    """All speech of somebody that was measured."""

    words: float = 0
    """As they are said."""
    minutes: float = 0

    @property
    def pace(self) -> float:
        """Words a minute to count on."""
        return pace_of(self.words, self.minutes)

    @property
    def range(self) -> tuple[int, int]:
        """From which to which pace it will most likely be."""
        return pace_range(self.pace, self.minutes)

    def plus(self, other: Measured) -> Measured:
        """Return both together."""
        return Measured(round(self.words + other.words, 4), round(self.minutes + other.minutes, 4))


def read_measured(value: object) -> Measured | None:
    """Return what a file's `{ words, minutes }` says; None where that is nothing, or nobody speaks so."""
    if not isinstance(value, Mapping):
        return None
    words, minutes = value.get("words"), value.get("minutes")
    return Measured(words, minutes) if _is_number(words) and _is_number(minutes) and is_speech(words, minutes) else None


def is_speech(words: float, minutes: float) -> bool:
    """Whether somebody can have said so many words in so many minutes."""
    return isfinite(words) and isfinite(minutes) and minutes > 0 and SLOWEST * minutes <= words <= FASTEST * minutes


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def pace_of(words: float, minutes: float) -> float:
    """Return the words a minute of somebody who spoke so many words in so many minutes, both 0 where none are known."""
    return (DEFAULT_PACE * _TRUST + words) / (_TRUST + minutes)


def pace_range(pace: float, minutes: float) -> tuple[int, int]:
    """Return from which to which pace it will most likely be: one standard deviation, less as more is known."""
    spread = _SPREAD * sqrt(_TRUST / (_TRUST + minutes))
    return _STEP * round((pace - spread) / _STEP), _STEP * round((pace + spread) / _STEP)

"""How fast a Member speaks: what was measured, drawn towards the usual while little is known, and how sure that is.

The figures are those of 149 stretches of one speaker in the Commons, 2009 to 2021: 150 words a minute in the middle,
and 136 speakers whose own means lie 20 apart (standard deviation).
"""

from __future__ import annotations

from math import sqrt

DEFAULT_PACE = 150
"""Words a minute until a Member's own is known."""
_SPREAD = 20
"""Words a minute: the standard deviation between speakers."""
_TRUST = 10
"""Minutes of speech after which what was measured counts as much as the usual."""
_STEP = 5
"""A range is told in steps of so many words a minute: more exact it is not."""


def pace_of(words: float, minutes: float) -> float:
    """Return the words a minute of somebody who spoke so many words in so many minutes, both 0 where none are known."""
    return (DEFAULT_PACE * _TRUST + words) / (_TRUST + minutes)


def pace_range(pace: float, minutes: float) -> tuple[int, int]:
    """Return from which to which pace it will most likely be: one standard deviation, less as more is known."""
    spread = _SPREAD * sqrt(_TRUST / (_TRUST + minutes))
    return _STEP * round((pace - spread) / _STEP), _STEP * round((pace + spread) / _STEP)

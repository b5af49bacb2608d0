"""How many words are said, and how long they take."""

from __future__ import annotations

import re

from briefing.model.office import DEFAULT_PACE
from briefing.model.spoken import spoken_text

__all__ = ["count_words", "seconds", "spoken_text"]

_APART = re.compile(r"[\s\u2013\u2014/]+")
"""White space, dashes and strokes: they stand between words, while a hyphen joins them."""


def count_words(text: str) -> int:
    """Return the number of words in a text: what holds a letter or a digit."""
    return sum(any(map(str.isalnum, run)) for run in _APART.split(text))


def seconds(words: float, pace: float) -> float:
    """Return the seconds it takes to say that many words at `pace` words a minute; the default where that is none."""
    return 60 * words / (pace if pace > 0 else DEFAULT_PACE)

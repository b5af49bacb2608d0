"""How many words are said, and how long they take."""

from __future__ import annotations

import re

from briefing.model.pace import DEFAULT_PACE
from briefing.model.spoken import spoken_text

__all__ = ["count_words", "seconds", "spoken_text"]

_WORD = re.compile(r"[^\W_][^\s\u2013\u2014/]*")
"""From a letter or digit to where words stand apart: white space, dashes and strokes, while a hyphen joins them."""


def count_words(text: str) -> int:
    """Return the number of words in a text: what holds a letter or a digit."""
    return len(_WORD.findall(text))


def seconds(words: float, pace: float) -> float:
    """Return the seconds it takes to say that many words at `pace` words a minute; the default where that is none."""
    return 60 * words / (pace if pace > 0 else DEFAULT_PACE)

"""The stems of words: inquiry and inquiries are forms of one word."""

from __future__ import annotations

from collections.abc import Iterable
from threading import local

import Stemmer

_own = local()
"""A stemmer belongs to one thread."""


def stems(words: Iterable[str]) -> list[str]:
    """Return the stem of each word, by the rules of Porter's second English stemmer (Snowball)."""
    stemmer: Stemmer.Stemmer | None = getattr(_own, "stemmer", None)
    if stemmer is None:
        stemmer = _own.stemmer = Stemmer.Stemmer("english", 0)
    found: list[str] = stemmer.stemWords(list(words))
    return found


def stem(word: str) -> str:
    """Return the stem of a word."""
    return stems((word,))[0]

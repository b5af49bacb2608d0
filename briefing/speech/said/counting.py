"""A text as it is said, and how many words that is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from briefing.speech.said.expressions import expressions
from briefing.speech.spoken import count_words

LETTER = 0.6
"""Words that a letter takes which is said by its name (speaking-time 4.2)."""
_KEPT = 4_096
"""Texts whose count is kept: those of an outline or two, and of the cards one looks at."""
_APART = re.compile(r"[\s-]+")
_RUN = re.compile(r"\S*")
_ALNUM = re.compile(r"[^\W_]")
_ENDINGS = frozenset(("s", "\u2019s", "'s"))


def said_text(text: str) -> str:
    """Return a text with its figures, short forms and initialisms as they are said."""
    return "".join(said if found else plain for plain, said, found in _parts(text))


@lru_cache(maxsize=_KEPT)
def count_said(text: str) -> float:
    """Return how many words a text is when it is said; not rounded."""
    total, follows = 0.0, False
    for plain, said, found in _parts(text):
        total += _count(said) if found else _hung(plain) if follows else count_words(plain)
        follows = found
    return total


def _hung(plain: str) -> int:
    """Return the words of what follows an expression: hung on to it by a hyphen, each part is one."""
    first = _RUN.match(plain)
    hung = first[0] if first and first[0].startswith("-") else ""
    return count_words(hung.replace("-", " ")) + count_words(plain[len(hung) :])


def _count(said: str) -> float:
    """Return the words of an expression: a hyphen parts them too, and a letter by itself is said by its name."""
    words = [word for word in _APART.split(said) if _ALNUM.search(word) and word not in _ENDINGS]
    return sum(LETTER if len(word) == 1 and word.isupper() else 1 for word in words)


def _parts(text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield what is said as it is written, and what is not with how it is said, in order."""
    pattern, how = _pattern()
    done = 0
    for found in pattern.finditer(text):
        yield text[done : found.start()], "", False
        yield found[0], how[found.lastgroup or ""](found), True
        done = found.end()
    yield text[done:], "", False


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, Callable[[re.Match[str]], str]]]:
    """Return one pattern for all expressions, and how each is said; each begins where a word does."""
    each = "|".join(f"(?P<{one.name}>{one.pattern})" for one in expressions())
    return re.compile(rf"(?<![\w.])(?:{each})"), {one.name: one.said for one in expressions()}

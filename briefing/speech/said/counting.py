"""A text as it is said, and how many words that is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

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


class Part(NamedTuple):
    """A stretch of a text."""

    plain: str
    """As it is written."""
    found: re.Match[str] | None
    """The expression it is, by the name of the last group; None where it is said as it is written."""


def said_text(text: str) -> str:
    """Return a text with its figures, short forms and initialisms as they are said."""
    return "".join(_said(part) for part in parts_of(text))


@lru_cache(maxsize=_KEPT)
def count_said(text: str) -> float:
    """Return how many words a text is when it is said; not rounded."""
    total, follows = 0.0, False
    for part in parts_of(text):
        total += _count(_said(part)) if part.found else _hung(part.plain) if follows else count_words(part.plain)
        follows = part.found is not None
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


def parts_of(text: str) -> Iterator[Part]:
    """Yield the parts of a text in order: what is said as it is written, and what is not."""
    done = 0
    for found in _pattern()[0].finditer(text):
        yield Part(text[done : found.start()], None)
        yield Part(found[0], found)
        done = found.end()
    yield Part(text[done:], None)


def _said(part: Part) -> str:
    return _pattern()[1][part.found.lastgroup or ""](part.found) if part.found else part.plain


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, Callable[[re.Match[str]], str]]]:
    """Return one pattern for all expressions, and how each is said; each begins where a word does."""
    each = "|".join(f"(?P<{one.name}>{one.pattern})" for one in expressions())
    return re.compile(rf"(?<![\w.])(?<!\w['\u2019])(?:{each})"), {one.name: one.said for one in expressions()}

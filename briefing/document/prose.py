"""Own words as paragraphs: a blank line parts them, and a line that begins with a dash is an item of a list.

A dash that stands two spaces or more to the right of the item above begins a list within the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_ITEM = re.compile(r"( *)- (.*)")
_DEEPER = 2
"""Spaces before the dash of an item within a list."""
_ENDED = ".!?…:;,"
_CLOSING = "\u201d\u2019\"')]"
"""What may stand between the end of a sentence and the end of its line."""
_OPENING = "\u201c\u2018\"'(["
_SENTENCE_END = re.compile(r"[.!?…][\u201d\u2019\"')\]]*(?=\s+\W?[A-Z0-9£])")
_SHORTENED = frozenset("hon rt mr mrs ms dr prof st rev no nos art cl col para paras p pp vol e.g i.e cf v vs".split())
"""Words written short, in small letters: their full stop ends no sentence."""


class Passage(NamedTuple):
    """One paragraph of own words."""

    text: str
    depth: int = 0
    """0 for prose, 1 for an item of a list, 2 for an item of a list within it."""


def passages(text: str) -> Iterator[Passage]:
    """Yield the paragraphs of a text, in order; nothing where there are no words."""
    for chunk in _BLANK.split(text.strip("\n")):
        yield from _chunk(chunk)


def _chunk(chunk: str) -> Iterator[Passage]:
    """Yield a run of lines as one paragraph, each line with a dash as a paragraph of its own."""
    prose: list[str] = []
    listing = False
    for line in chunk.split("\n"):
        item = _ITEM.fullmatch(line)
        depth = _depth(item[1], listing=listing) if item else 0
        if item and depth:
            yield from _passage("\n".join(prose))
            prose = []
            yield from _passage(item[2], depth)
        else:
            prose.append(line)
        listing = depth > 0
    yield from _passage("\n".join(prose))


def _depth(indent: str, *, listing: bool) -> int:
    """Return how deep an item stands; 0 where a dash to the right has no list above it, and so begins none."""
    if not indent:
        return 1
    return min(2, 1 + len(indent) // _DEEPER) if listing else 0


def _passage(text: str, depth: int = 0) -> Iterator[Passage]:
    if text.strip():
        yield Passage(text, depth)


def sentence(text: str) -> str:
    """Return a claim as a sentence: with a full stop, where nothing ends it yet."""
    end = text.rstrip(_CLOSING)[-1:]
    return text if not end or end in _ENDED else f"{text}."


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, and the next with it where that is a question: it asks for its answer."""
    return next((text[:end] for end in _ends(text) if not text[:end].rstrip(_CLOSING).endswith("?")), text)


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, each with the white space after it: joined, they are the text."""
    begins = [_after_space(text, end) for end in _ends(text)]
    return tuple(text[start:end] for start, end in pairwise((0, *begins, len(text))) if end > start)


def _ends(text: str) -> Iterator[int]:
    """Yield where a sentence ends and another follows, its closing marks behind it."""
    for end in _SENTENCE_END.finditer(text):
        before, _, word = text[: end.start()].rpartition(" ")
        if not (end[0][0] == "." and _is_short(word.lstrip(_OPENING), before)):
            yield end.end()


def _is_short(word: str, before: str) -> bool:
    """Whether a word with a full stop is written short: an initial is, the “I” that ends “and so do I” is not."""
    if word == "I":
        return not before.rpartition(" ")[2].islower()
    return len(word) == 1 or word.casefold() in _SHORTENED


def _after_space(text: str, place: int) -> int:
    return len(text) - len(text[place:].lstrip())


def lead_in(text: str) -> str:
    """Return a claim as the words before a quotation: with a colon, where it ends in a full stop or in nothing."""
    bare = text.removesuffix(".")
    return text if bare.rstrip(_CLOSING)[-1:] in _ENDED else f"{bare}:"


def quoted(text: str) -> str:
    """Return exact words between quotation marks, which they are not given twice."""
    return text if text.startswith(("“", '"')) else f"“{text}”"

"""Two versions of a text word by word: what is the same, and what stands in only one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

BREAK = "\N{PARAGRAPH SEPARATOR}"
"""Stands in a text for the end of a paragraph, with more after it."""
_WORD = re.compile(rf"{BREAK}|[^\S{BREAK}]*(?:\w+|[^\w\s])|[^\S{BREAK}]+")
_MOST = 1_000_000
"""Pairs of words that are compared: of longer texts all between what is the same at either end counts as changed."""

Difference = tuple[str, str]
"""What was there, and what is there instead; the same twice where nothing changed."""


def differences(before: str, after: str) -> Iterator[Difference]:
    """Yield two texts in step: all first halves together are the one, all second halves the other."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    start = same_length(old, new)
    end = same_length(old[start:][::-1], new[start:][::-1])
    kept, left = old[:start], old[len(old) - end :]
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    if kept:
        yield ("".join(kept),) * 2
    yield from _between(old, new)
    if left:
        yield ("".join(left),) * 2


def _between(old: list[str], new: list[str]) -> Iterator[Difference]:
    if not old or not new or len(old) * len(new) > _MOST:
        if old or new:
            yield from _trimmed("".join(old), "".join(new))
        return
    for what, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        was, now = "".join(old[start:end]), "".join(new[first:last])
        if what == "equal":
            yield was, now
        else:
            yield from _trimmed(was, now)


def _trimmed(was: str, now: str) -> Iterator[Difference]:
    """Yield a difference without what is the same at its ends, but no part of a word without the other."""
    if was.replace(BREAK, "") == now.replace(BREAK, ""):
        yield from _broken(was, now)
        return
    start = same_length(was, now)
    while start and (_is_inside(was, start) or _is_inside(now, start)):
        start -= 1
    end = same_length(was[start:][::-1], now[start:][::-1])
    while end and (_is_inside(was, len(was) - end) or _is_inside(now, len(now) - end)):
        end -= 1
    if start:
        yield was[:start], now[:start]
    yield was[start : len(was) - end], now[start : len(now) - end]
    if end:
        yield was[len(was) - end :], now[len(now) - end :]


def _broken(was: str, now: str) -> Iterator[Difference]:
    """Yield the differences of two texts that differ in the ends of paragraphs alone, which may be inside of a word."""
    while was or now:
        same = same_length(was, now)
        if same:
            yield was[:same], now[:same]
            was, now = was[same:], now[same:]
        elif was.startswith(BREAK):
            yield BREAK, ""
            was = was.removeprefix(BREAK)
        else:
            yield "", BREAK
            now = now.removeprefix(BREAK)


def _is_inside(text: str, at: int) -> bool:
    """Whether a place is inside a word."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def same_length(one: list[str] | str, other: list[str] | str) -> int:
    """Return how much both begin with."""
    length = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        length += 1
    return length

"""Exact words against a kept text: exact, moved, different or nothing to compare with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from briefing.evidence.quotations.evening import Even, even
from briefing.evidence.quotations.kept import KeptText

CUT = re.compile(r"\s*(?:\[\s*(?:\u2026|\.{3})\s*\]|\u2026|\.{3,}|(?:\. ){2,}\.|\[[^\[\]]*\])\s*")
"""A visible cut: an ellipsis, or words of the quoter's own in square brackets."""
_OUTER = re.compile(r"\A\s*[\"\u201c\u2018](?P<words>.*)[\"\u201d\u2019]\s*\Z", re.DOTALL)
_PAGES = re.compile(r"\bp(?:ages?|p|gs?)?\b\.?\s*(\d{1,5})(?:\s*(?:-|\u2013|to|and)\s*(\d{1,5}))?", re.IGNORECASE)
_LONGEST_CUT = 2_000
"""Characters that may be left out at one cut, about a page: words further apart are two quotations."""
_REACH = 60
"""Characters shown beyond a near match's length, so that what was left out is seen."""


class Result(StrEnum):
    """How exact words compare with the text of their source."""

    EXACT = "exact"
    MOVED = "moved"
    """They are there, on another page than is said."""
    DIFFERS = "differs"
    NO_TEXT = "no-text"
    """The text is not kept, or is not the one that was read."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was found of some exact words."""

    result: Result
    page: int = 0
    """The page they begin on, from 1; 0 where they were not found, or the text has but one."""
    found: str = ""
    """The words of the text: those that are the same, or else the nearest there are."""


def compare_words(quote: str, at: str, text: KeptText | None) -> Comparison:
    """Return how a quotation compares with a text; `at` is where it says it stands, as `page 7`.

    Each of its fragments, between its visible cuts, has to stand in the text as it is, one after the other.
    """
    if text is None:
        return Comparison(Result.NO_TEXT)
    said = _without_marks(quote)
    spans = _find(said, text)
    first = next(spans, None)
    if first is None:
        return Comparison(Result.DIFFERS, *_nearest(said, text))
    pages = _pages_said(at) if text.page_ends else range(0)
    there = next((span for span in chain((first,), spans) if not pages or text.page(span[0]) in pages), None)
    start, end = there or first
    page = text.page(start) if text.page_ends else 0
    return Comparison(Result.EXACT if there else Result.MOVED, page, text.text[start:end])


def places_of(quote: str, text: KeptText) -> tuple[tuple[int, int], ...]:
    """Return where in a text the first place stands that has a whole quotation, fragment by fragment; none without."""
    said = _without_marks(quote)
    whole = even(said)
    at = next(text.find(whole), None) if whole.text.strip() else None
    if at is not None:
        return (_span(text, at, at + len(whole.text)),)
    fragments = _fragments(said)
    for at in text.find(fragments[0]) if fragments else ():
        ends = _follow(fragments, at, text)
        if ends:
            return tuple(
                _span(text, end - len(fragment.text), end) for fragment, end in zip(fragments, ends, strict=True)
            )
    return ()


def _without_marks(quote: str) -> str:
    """Return a quotation without the marks around the whole of it."""
    outer = _OUTER.match(quote)
    return (outer["words"] if outer else quote).strip()


def _find(said: str, text: KeptText) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the text as it was read that have the whole quotation."""
    whole = even(said)
    if not whole.text.strip():
        return
    found = False
    for at in text.find(whole):
        found = True
        yield _span(text, at, at + len(whole.text))
    if not found:
        fragments = _fragments(said)
        for at in text.find(fragments[0]) if fragments else ():
            ends = _follow(fragments, at, text)
            if ends:
                yield _span(text, at, ends[-1])


def _fragments(said: str) -> list[Even]:
    """Return what stands between the visible cuts of a quotation; nothing where it has none."""
    return [even(part) for part in CUT.split(said) if part.strip()] if CUT.search(said) else []


def _follow(fragments: list[Even], at: int, text: KeptText) -> list[int]:
    """Return where each fragment ends, the first at a place and each after the one before; none where one does not."""
    ends = [at + len(fragments[0].text)]
    for fragment in fragments[1:]:
        following = next(text.find(fragment, ends[-1]), None)
        if following is None or following - ends[-1] > _LONGEST_CUT:
            return []
        ends.append(following + len(fragment.text))
    return ends


def _span(text: KeptText, start: int, end: int) -> tuple[int, int]:
    return text.even.place(start), text.even.end(end)


def _nearest(said: str, text: KeptText) -> tuple[int, str]:
    """Return the page and the words of the text that are nearest; 0 and nothing where none are."""
    sought = even(said)
    start = text.nearest(sought)
    if start is None:
        return 0, ""
    whole = text.even.text
    begin = whole.rfind(" ", 0, max(0, start - 8)) + 1 if start > 8 else 0
    stop = whole.find(" ", min(len(whole), start + len(sought.text) + _REACH))
    first, last = _span(text, begin, stop if stop >= 0 else len(whole))
    return (text.page((first + last) // 2) if text.page_ends else 0), text.text[first:last]


def _pages_said(at: str) -> range:
    """Return the pages a place names; none where it names none."""
    found = _PAGES.search(at)
    if not found:
        return range(0)
    first, last = int(found[1]), int(found[2] or found[1])
    return range(first, max(first, last) + 1)

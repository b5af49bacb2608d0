"""Where the sentences of a text begin and end, and which of its words stand in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from briefing.rules.remembering import remembered

Span = tuple[int, int]
"""From where, up to where, in characters."""

_SHORTENED = frozenset(
    "hon rt mr mrs ms miss dr prof st sir lt gen col rev no nos cl cls para paras p pp vol art arts ch s ss e.g i.e "
    "cf viz jr sr messrs v".split()
)
"""What a full stop shortens rather than ends, in small letters."""
_END = re.compile(r"(?<![.!?\u2026])[.!?\u2026]++[\"\u201d\u2019')\]]*+(?=\s)|\n\s*\n|\n(?=\s*\S)")
_LAST_WORD = re.compile(r"[\w.]{1,12}\Z")
_NEXT = re.compile(r"\s*[\"\u201c\u2018'(\[]*([a-z])?")
_QUOTED = re.compile(
    r"\u201c[^\u201c\u201d]*(?:\u201c[^\u201c\u201d]*\u201d[^\u201c\u201d]*)*(?:\u201d|\Z)"
    r"|\"[^\"]*(?:\"|\Z)"
    r"|(?<![^\W_])\u2018(?:[^\u2018\u2019]|\u2019(?=\w))*\u2019(?!\w)"
)


@remembered
def find_sentences(text: str) -> tuple[Span, ...]:
    """Return the spans of a text's sentences, in order; a line end ends one too."""
    spans: list[Span] = []
    start = 0
    for end in _END.finditer(text):
        if end[0].startswith(".") and _goes_on(text, end.start(), end.end()):
            continue
        if text[start : end.end()].strip():
            spans.append((start, end.end()))
        start = end.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return tuple(spans)


def _goes_on(text: str, dot: int, end: int) -> bool:
    """Whether the full stop only shortens a word, or a small letter follows it."""
    before = _LAST_WORD.search(text, max(0, dot - 12), dot)
    after = _NEXT.match(text, end)
    return bool(before and before[0].lower() in _SHORTENED) or bool(after and after[1])


@remembered
def find_quoted(text: str) -> tuple[Span, ...]:
    """Return the spans in quotation marks, the marks with them; what is never closed goes on to the end."""
    return tuple(found.span() for found in _QUOTED.finditer(text))


def is_within(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether one of these spans, which are in order, holds all from `start` up to `end`."""
    index = bisect_right(spans, (start, len(spans) and spans[-1][1])) - 1
    return index >= 0 and spans[index][0] <= start and end <= spans[index][1]

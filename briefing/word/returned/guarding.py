"""Whether a change alters what must not be mended by hand: words in quotation marks, or a figure."""

from __future__ import annotations

import re

from briefing.evidence.quotations.evening import even
from briefing.word.returned.differing import same_length

_QUOTED = re.compile(
    "\N{LEFT DOUBLE QUOTATION MARK}[^\N{RIGHT DOUBLE QUOTATION MARK}]*\N{RIGHT DOUBLE QUOTATION MARK}?"
    '|"[^"]*"?'
    "|(?<!\\w)\N{LEFT SINGLE QUOTATION MARK}"
    "(?:[^\N{RIGHT SINGLE QUOTATION MARK}]|\N{RIGHT SINGLE QUOTATION MARK}(?=\\w))*\N{RIGHT SINGLE QUOTATION MARK}"
)
_FIGURE = re.compile(
    r"[\d%\N{POUND SIGN}$\N{EURO SIGN}]"
    r"|\b(?:per ?cent|hundred|thousand|[mbtr]+illion|half|halves|quarters?|thirds?|twice|doubled?|trebled?|dozen"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety)(?:s|th)?\b",
    re.IGNORECASE,
)


def is_guarded(text: str, start: int, end: int, instead: str, *, is_quotation: bool) -> bool:
    """Whether it alters a quotation or a figure to put something instead of what stands between two places of a text.

    Quotation marks, dashes and white space may be set otherwise. To take a quotation out whole alters nothing.
    """
    now = text[:start] + instead + text[end:]
    touches = is_quotation or _alters_figure(text, start, end, instead) or _alters_quotation(text, start, end, instead)
    return touches and bool(now.strip()) and _plain(text) != _plain(now)


def _plain(text: str) -> tuple[str, tuple[int, ...]]:
    evened = even(text.strip())
    return evened.text, evened.dash_places


def _alters_figure(text: str, start: int, end: int, instead: str) -> bool:
    around = text[max(start - 1, 0) : start] + text[end : end + 1]
    return bool(_FIGURE.search(text[start:end]) or _FIGURE.search(instead)) or (len(around) == 2 and around.isdecimal())


def _alters_quotation(text: str, start: int, end: int, instead: str) -> bool:
    same = same_length(text[start:end], instead)
    left = same_length(text[start + same : end][::-1], instead[same:][::-1])
    return any(_alters(start + same, end - left, *found.span()) for found in _QUOTED.finditer(text))


def _alters(start: int, end: int, first: int, last: int) -> bool:
    """Whether a stretch reaches into a quotation, and does not hold it whole."""
    if start == end:
        return first < start < last
    return start < last and first < end and not (start <= first and last <= end)

"""Dates told from another: what `this week` and `two years ago` mean on a document's date, and lengths of time.

The letter this program began with says `today`, `this week` and `recently` without a date, and `eight years` of seven
years and seven months.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from string import ascii_uppercase
from typing import Final

from briefing.evidence.elapsed import Length, back

_ONES = "one two three four five six seven eight nine ten eleven twelve".split()
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORTH: Final[Mapping[str, int]] = {
    **{word: count for count, word in enumerate([*_ONES, *_TEENS], 1)},
    **{word: 10 * count for count, word in enumerate(_TENS, 2)},
    "a": 1,
    "an": 1,
}
_AS_READ = {
    **dict.fromkeys(map(ord, "\u00a0\u2009\u202f\n\r\t"), " "),
    **dict.fromkeys(map(ord, "\u2010\u2011"), "-"),
    **{ord(letter): letter.lower() for letter in ascii_uppercase},
}
"""Spaces, line ends, hyphens and capitals as the patterns write them; one for one, so that places stay."""

_TYPED = r"(?<![\d.,])\d{1,4}"
_WRITTEN = rf"(?:{'|'.join(_TENS)})(?:-| )(?:{'|'.join(_ONES[:9])})|{'|'.join([*_ONES, *_TEENS, *_TENS])}"
_COUNT = rf"(?P<count>{_TYPED}|{_WRITTEN})"
_COUNT_OR_A = rf"(?P<count>{_TYPED}|{_WRITTEN}|an?)"
_ABOUT = r"(?P<about>(?:about|around|roughly|approximately|nearly|almost|over|more than|less than|at least|up to) )?"
_UNITS = r"(?:-| )(?P<unit>day|week|month|year|decade)s?"
_UNIT = r"(?P<unit>week|month|year|decade)"


class Sort(StrEnum):
    """What kind of date it is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    AGO = "ago"
    SPAN = "span"
    LENGTH = "length"
    """A length of time, which is no date: `for eight years`."""
    VAGUE = "vague"
    """Nobody can say which days are meant: `recently`."""


Days = tuple[Sort, date | None, date | None]
_Read = Callable[[re.Match[str], date], Days]


@dataclass(frozen=True, slots=True)
class RelativeDate:
    """Words of a text that tell a date or a length of time, and the days they mean."""

    words: str
    start: int
    end: int
    sort: Sort
    first: date | None = None
    last: date | None = None
    """The last of the days meant, itself among them."""
    length: Length | None = None

    @property
    def is_relative(self) -> bool:
        """Whether it means other days once the document is older."""
        return self.sort is not Sort.LENGTH


def find_dates(text: str, on: date) -> tuple[RelativeDate, ...]:
    """Return the relative dates and the lengths of time in a text, in order, as they are meant on a day."""
    plain = text.translate(_AS_READ)
    return tuple(_read(match, text, on) for match in _ANY.finditer(plain))


def _read(found: re.Match[str], text: str, on: date) -> RelativeDate:
    start, end = found.span()
    match, read = next((match, read) for way, read in _WAYS if (match := way.fullmatch(found.string, start, end)))
    try:
        sort, first, last = read(match, on)
    except (OverflowError, ValueError):  # before the first year there is
        sort, first, last = Sort.VAGUE, None, None
    return RelativeDate(text[start:end], start, end, sort, first, last, _length(match))


def _length(match: re.Match[str]) -> Length | None:
    parts = match.groupdict()
    unit = parts.get("unit") or ""
    if not unit:
        return None
    count, about = _worth(parts.get("count") or "one"), bool(parts.get("about"))
    return Length(count * 10, "year", about) if unit == "decade" else Length(count, unit, about)


def _worth(word: str) -> int:
    return int(word) if word.isdecimal() else sum(_WORTH[part] for part in re.split("[- ]+", word))


def _day(offset: int) -> _Read:
    def read(_: re.Match[str], on: date) -> Days:
        day = on + timedelta(days=offset)
        return Sort.DAY, day, day

    return read


def _named(match: re.Match[str], on: date) -> Days:
    """Read `this week`, `last month`, `next year`: the calendar's own, weeks from Monday to Sunday as in ISO 8601."""
    steps = {"this": 0, "last": -1, "next": 1}[match["which"]]
    named = match["named"]
    if named == "week":
        monday = on + timedelta(days=7 * steps - on.weekday())
        return Sort.WEEK, monday, monday + timedelta(days=6)
    if named == "month":
        first = back(on.replace(day=1), Length(-steps, "month"))
        return Sort.MONTH, first, back(first, Length(-1, "month")) - timedelta(days=1)
    return Sort.YEAR, date(on.year + steps, 1, 1), date(on.year + steps, 12, 31)


def _ago(match: re.Match[str], on: date) -> Days:
    day = back(on, _length(match) or Length(0, "day"))
    return Sort.AGO, day, day


def _span(match: re.Match[str], on: date) -> Days:
    return Sort.SPAN, back(on, _length(match) or Length(0, "day")), on


def _plain(_: re.Match[str], __: date) -> Days:
    return Sort.LENGTH, None, None


def _vague(_: re.Match[str], __: date) -> Days:
    return Sort.VAGUE, None, None


_VAGUELY = "recently|lately|nowadays|currently|at the moment|the other day|in recent (?:days|weeks|months|years)"
_PATTERNS: Final[tuple[tuple[str, _Read], ...]] = (
    (rf"{_ABOUT}{_COUNT_OR_A}{_UNITS} ago(?: (?:today|this week|this month))?", _ago),
    (rf"(?:the )?(?:last|past|previous) {_COUNT}{_UNITS}", _span),
    (rf"(?:the )?(?:past|previous) {_UNIT}", _span),
    (rf"the last {_UNIT}", _span),
    (r"(?P<which>this|last|next) (?P<named>week|month|year)", _named),
    (r"today|tonight|this (?:morning|afternoon|evening)", _day(0)),
    (r"yesterday|last night", _day(-1)),
    (r"tomorrow", _day(1)),
    (_VAGUELY, _vague),
    (rf"{_ABOUT}{_COUNT}{_UNITS}(?!(?:-| )old)", _plain),
)
_SOURCES: Final = tuple((source.replace(" ", " {1,9}"), read) for source, read in _PATTERNS)
_WAYS: Final = tuple((re.compile(source), read) for source, read in _SOURCES)
_ANY: Final = re.compile(rf"\b(?:{'|'.join(re.sub(r'[?]P<[a-z]+>', '?:', source) for source, _ in _SOURCES)})\b")

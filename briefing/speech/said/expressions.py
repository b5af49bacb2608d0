"""Every sort of expression that is said otherwise than it is written: how it is recognised, and how it is said.

What is looked for first stands first. Each begins where a word does; the groups of a pattern have the names that the
function in `sayings` reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from briefing.speech.said import sayings as say
from briefing.speech.said.forms import forms


@dataclass(frozen=True, slots=True)
class Expression:
    """One sort of expression."""

    name: str
    pattern: str
    said: Callable[[re.Match[str]], str]
    """Returns the words it is said with; a single capital is a letter said by its name."""


_N = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
"""A number, with commas and a point or without."""
_SUM = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d(?!\d)|\.\d{3,})?"
_SCALE = r"(?: ?(?:million|billion|trillion|bn|m|k)\b)"
_TO = "[-\u2010-\u2014]"
_YEAR = r"(?:1[0-9]|20)\d\d"
_DAY = r"[12]?\d|3[01]"
_CENTS = rf"(?:\.(?P<cents>\d\d)\b(?!{_SCALE}))?"
_UNTIL = rf"(?:{_TO}[£$€]?(?P<until>{_N}))?"
_HALF = "(?P<half> ?(?:[ap]\\.?m\\b\\.?| o[\u2019']clock))"
_MONTH = rf"(?:{'|'.join(say.MONTHS)}|(?:{'|'.join(month[:3] for month in say.MONTHS)}|Sept)\b\.?)"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"


@cache
def expressions() -> tuple[Expression, ...]:
    """Return them, in the order they are looked for."""
    return tuple(Expression(name, pattern, said) for name, pattern, said in _table())


def _table() -> Iterable[tuple[str, str, Callable[[re.Match[str]], str]]]:
    held = forms()
    scale = rf"(?P<scale>{_SCALE})?"
    note = r"(?P<note>(?=[ -]notes?\b))?"
    yield "_site", r"[a-z]{2,20}(?:\.[a-z]{2,20})*\.(?:uk|com|org|net)\b", say.site
    yield "_money", rf"(?P<coin>[£$€]) ?(?P<sum>{_SUM}){_CENTS}{_UNTIL}{scale}{note}", say.money
    yield "_pence", r"(?P<pence>\d+)p\b", say.pence
    yield "_share", rf"(?P<share>{_N})(?:{_TO}(?P<share_until>{_N}))?%", say.share
    yield "_written_day", r"(?P<d>0?[1-9]|[12]\d|3[01])/(?P<m>0?[1-9]|1[0-2])/(?P<y>(?:19|20)\d\d)\b", say.written_day
    yield "_slashed", rf"(?P<y1>{_YEAR})/(?P<y2>\d\d)\b(?!/)", say.slashed
    yield "_fraction", r"(?P<over>[1-9])/(?P<under>[2-9]|10)\b(?!/)", say.fraction
    yield "_always", r"24/7\b", say.always
    yield "_mixed", rf"(?P<before_sign>\d+)?(?P<sign>[{''.join(say.SIGNS)}])", say.mixed
    day = rf"(?:the )?(?P<day>{_DAY})(?:st|nd|rd|th)?(?: (?P<link>and|to|or) (?P<day_too>{_DAY}))?"
    yield "_date", rf"{day} (?:of )?(?P<month>{_MONTH})(?!\w)(?: (?P<of_year>{_YEAR})\b)?", say.day
    minutes = rf"(?:[.:](?P<minute>[0-5]\d))?{_HALF}|:(?P<minute_>[0-5]\d)\b"
    yield "_hour", rf"(?P<hour>[01]?\d|2[0-3])(?:{minutes})", say.clock
    yield "_before", rf"(?P<before>{_any(held.before)})\.? (?=\d)", say.before
    yield "_short", rf"(?:{_any(held.short)})(?!\w)", say.short
    yield "_order", r"(?P<nth>\d{1,12})(?:st|nd|rd|th)\b", say.order
    yield "_decade", "(?P<hundreds>1[0-9]|20)?(?P<tens>\\d)0[\u2019']?s\\b", say.decade
    last = rf"(?:{_TO}(?P<last_year>{_YEAR}|\d\d)\b)?"
    yield "_years", rf"(?P<first_year>{_YEAR})\b(?![,.]\d|%){last}", say.years
    yield "_place", r"\d+(?:[A-Z]\b)?(?:\((?:\d{1,3}|[a-z])\))+|\d+[A-Z]\b", say.place
    yield "_range", rf"(?P<from>{_N}){_TO}(?P<to>{_N})\b", say.range_
    yield "_hung", rf"(?P<hung>{_N})- (?=to\b|and\b|or\b)", say.hung
    unit = rf"(?P<unit> ?(?:{_any(held.units)})(?!\w))?"
    yield "_number", rf"(?P<minus>[-\u2212](?=\d))?(?P<number>{_N})(?P<number_scale>{_SCALE})?{unit}", say.number
    yield "_reign", "(?P<named>[A-Z][a-z]+) (?P<roman>[IVX]{1,5})\\b(?![\u2019'])", say.reign
    yield "_coded", r"(?P<code>[A-Z]{1,2})(?P<code_number>\d{1,3})\b", say.coded
    yield "_joined", r"(?P<word>[A-Z][A-Za-z]+)-(?=\d)", say.joined
    yield "_letters", "(?P<capitals>[A-Z]{2,6})(?P<ending>s|[\u2019']s)?(?!\\w)", say.letters
    yield "_written", rf"(?i:{_TENS})-(?i:{_ONES})\b", say.as_it_is


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))

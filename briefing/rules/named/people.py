"""People by name and office: Members are not named in the House; nobody is given a style or office not theirs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain

from briefing.model.dates import first_day
from briefing.rules.engine import Hit, Reading, is_excused, passages_for
from briefing.rules.lists import Lists, Person, Post
from briefing.rules.named.names import Naming, find_bare, find_named
from briefing.rules.passages import Passage
from briefing.rules.rule import Rule
from briefing.wording import rules as say

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PAST = re.compile(r"(?i)\b(?:former|previous|last|late|then|outgoing)\W+(?:the )?\Z|\bex-\Z")
_OTHER = re.compile(r"(?i)\b(?:shadow|deputy|assistant|acting)\W+\Z")
_THEN = re.compile(r"(?i)\b(?:then|former|formerly|previous|ex-|once|was)\b")
_FROM_OFFICE = re.compile(r"(?:, | |: | \()(?:the )?(?:(?:right )?hon\.? (?:friend )?)?(?:now )?\Z", re.IGNORECASE)
_FROM_NAME = re.compile(
    r",? (?:\w+ )?(?:(?:who|as) )?(?:(?:is|was) )?(?:(?:the|our|then|now|former|formerly|previous|current) ){0,2}\Z"
)
_BESIDE = 60
"""Characters between an office and a name, at most."""
_SAME = {"Lady": "Baroness", "Baron": "Lord"}


def find_named_members(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield where a Member who sits on the day is named outside brackets."""
    for passage in passages_for(reading, rule):
        for found in find_bare(passage.text, reading.lists, reading.on):
            if not is_excused(reading, rule, passage, found.start, found.end):
                seat = found.person.constituency
                yield Hit(
                    passage,
                    found.start,
                    found.end,
                    suggest=say.by_seat(seat, is_right=found.person.right_honourable) if seat else "",
                )


def find_misstyled(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield where somebody is given a style that is not theirs, or an office that was not theirs at that time."""
    offices = _by_title(reading.lists)
    for passage in passages_for(reading, rule):
        named = find_named(passage.text, reading.lists)
        for hit in chain(_styles(passage, named), _offices(reading, passage, named, offices)):
            if not is_excused(reading, rule, passage, hit.start, hit.end):
                yield hit


def _styles(passage: Passage, named: tuple[Naming, ...]) -> Iterator[Hit]:
    for naming in named:
        styles = {person.style for person in naming.people}
        if naming.style and "" not in styles and _SAME.get(naming.style, naming.style) not in styles:
            person = naming.people[0]
            theirs = say.theirs(f"{person.style} {person.surname}")
            yield Hit(passage, naming.start, naming.end, suggest=theirs)


@dataclass(frozen=True, slots=True)
class _Holding:
    """An office beside a name, as a text has them."""

    start: int
    end: int
    people: tuple[Person, ...]
    is_past: bool


def _offices(
    reading: Reading, passage: Passage, named: tuple[Naming, ...], offices: Mapping[str, tuple[Post, ...]]
) -> Iterator[Hit]:
    if not named:
        return
    for title, posts in offices.items():
        for holding in _holdings(passage.text, title, named):
            first, last = passage.sentence_at(holding.start)
            times = _times(reading, passage, holding, passage.text[first:last])
            if not _held(posts, holding, times):
                holders = sorted({post.holder for post in posts if any(_overlaps(post, time) for time in times)})
                told = say.held_by(title, holders) if holders else ""
                yield Hit(passage, holding.start, holding.end, suggest=told)


def _holdings(text: str, title: str, named: tuple[Naming, ...]) -> Iterator[_Holding]:
    """Yield where an office stands straight before or after a name."""
    starts, ends = [each.start for each in named], [each.end for each in named]
    place = text.find(title)
    while place >= 0:
        end = place + len(title)
        before = text[max(0, place - 20) : place]
        if not text[end : end + 1].isalnum() and not _OTHER.search(before):
            yield from _beside(text, (place, end), named, (starts, ends))
        place = text.find(title, end)


def _beside(
    text: str, office: tuple[int, int], named: tuple[Naming, ...], edges: tuple[list[int], list[int]]
) -> Iterator[_Holding]:
    start, end = office
    is_past = _PAST.search(text, max(0, start - 20), start) is not None
    after = bisect_left(edges[0], end)
    if after < len(named) and _joins(_FROM_OFFICE, text[end : named[after].start]):
        yield _Holding(start, named[after].end, named[after].people, is_past)
        return
    before = bisect_left(edges[1], start + 1) - 1
    if before >= 0 and _joins(_FROM_NAME, gap := text[named[before].end : start]):
        is_past = is_past or _THEN.search(gap) is not None
        yield _Holding(named[before].start, end, named[before].people, is_past)


def _joins(pattern: re.Pattern[str], gap: str) -> bool:
    return len(gap) <= _BESIDE and pattern.match(gap) is not None


def _times(reading: Reading, passage: Passage, holding: _Holding, sentence: str) -> tuple[tuple[date, date], ...]:
    """Return the times the sentence may speak of: its years, or the day it is said and the card's; any, if the past."""
    years = [int(year) for year in _YEAR.findall(sentence)]
    if years:
        return tuple((date(year, 1, 1), date(year, 12, 31)) for year in years)
    if holding.is_past:
        return ((date.min, date.max),)
    days = [reading.on]
    if passage.card and passage.card.as_of:
        with suppress(ValueError):  # a date that is none says nothing
            days.append(first_day(passage.card.as_of))
    return tuple((day, day) for day in days)


def _held(posts: tuple[Post, ...], holding: _Holding, times: tuple[tuple[date, date], ...]) -> bool:
    """Whether it may have been so, as far as the lists know."""
    names = {name for person in holding.people for name in person.names}
    theirs = [post for post in posts if post.holder in names]
    if any(_overlaps(post, time) for post in theirs for time in times):
        return True
    return not theirs and not any(_overlaps(post, time) for post in posts for time in times)


def _overlaps(post: Post, time: tuple[date, date]) -> bool:
    return bool(post.holder) and post.period.first <= time[1] and time[0] <= post.period.last


@lru_cache(maxsize=8)
def _by_title(lists: Lists) -> Mapping[str, tuple[Post, ...]]:
    index: dict[str, tuple[Post, ...]] = {}
    for post in lists.offices:
        index[post.title] = (*index.get(post.title, ()), post)
    return index

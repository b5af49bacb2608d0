"""Arithmetic: sums against their parts, millions against billions, stated years against the dates on the card."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from briefing.evidence.elapsed import Length, agrees, elapsed
from briefing.evidence.relative_dates import RelativeDate, Sort, find_dates
from briefing.model.card import Card
from briefing.rules.engine import Hit, Reading, is_excused
from briefing.rules.named.amounts import Amount, find_amounts, work_out
from briefing.rules.named.evidence import find_resting
from briefing.rules.passages import Passage
from briefing.rules.rule import Rule
from briefing.wording import rules as say

_MONTHS = "january february march april may june july august september october november december".split()
_POINT = re.compile(
    r"\b(?:(?P<iso>(?:19|20)\d\d-\d\d(?:-\d\d)?)"
    r"|(?:(?P<day>\d{1,2}) )?(?P<month>(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})\.?"
    r" (?P<of>(?:19|20)\d\d)"
    r"|(?P<year>(?:19|20)\d\d))\b"
)
_ABOUT = 0.05
_LENGTH_HINT = re.compile(r"(?i)\b(?:day|week|month|year|decade)s?\b")
Days = tuple[date, date]
"""The first and the last day that may be meant."""


def find_wrong_sums(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield amounts and lengths of time that the card beneath them does not bear out."""
    for passage in find_resting(reading, rule):
        if passage.card is None:
            continue
        for hit in (*_sums(passage, passage.card), *_scales(passage, passage.card), *_lengths(reading, passage)):
            if not is_excused(reading, rule, passage, hit.start, hit.end):
                yield hit


def _sums(passage: Passage, card: Card) -> Iterator[Hit]:
    total = work_out(card.formula) if card.formula else None
    amounts = list(find_amounts(passage.text)) if total is not None else []
    if total is not None and amounts and not any(_comes_to(one, total) for one in amounts):
        told = {"fault": say.sum_is(f"{total:,.10g}", card.formula)}
        yield Hit(passage, amounts[0].start, amounts[0].end, told=told)


def _comes_to(amount: Amount, total: float) -> bool:
    """Whether an amount is the total: exactly, or as rounded as it is written; within 5 % where it is about right."""
    near = _ABOUT * abs(total) if amount.is_about else _rounding(amount)
    return abs(amount.value - total) <= near + 1e-9


def _rounding(amount: Amount) -> float:
    """Return half of what the last digit written stands for; nothing for an amount written out in full."""
    if not amount.scale:
        return 0.0
    digits = f"{amount.count:.6g}".partition(".")[2]
    return amount.value / amount.count * 10.0 ** -len(digits) / 2 if amount.count else 0.0


def _scales(passage: Passage, card: Card) -> Iterator[Hit]:
    """Yield an amount in millions that the card has in billions, or the other way round."""
    said = [one for one in find_amounts(passage.text) if one.scale in _SWAPPED]
    if not said:
        return
    held = {(one.count, one.scale) for text in (card.claim, card.quote) for one in find_amounts(text)}
    for one in said:
        if (one.count, one.scale) not in held and (one.count, _SWAPPED[one.scale]) in held:
            yield Hit(passage, one.start, one.end, told={"fault": say.card_has_scale(_SWAPPED[one.scale])})


_SWAPPED = {"million": "billion", "billion": "million"}


def _lengths(reading: Reading, passage: Passage) -> Iterator[Hit]:
    """Yield a length of time that is not what lies between the two dates of the card's period."""
    card = passage.card
    if card is None or not card.period or not _LENGTH_HINT.search(passage.small):
        return
    points = find_points(card.period)
    if len(points) != 2 or points[1] < points[0]:
        return
    for found in find_dates(passage.text, reading.on):
        if _is_whole_length(passage, found) and found.length and not _may_be(found.length, *points):
            first, last = points[0][0], points[1][1]
            between = elapsed(first, last + timedelta(days=1))
            told = {"fault": say.time_is(card.period, str(between))}
            yield Hit(passage, found.start, found.end, told=told)


def _is_whole_length(passage: Passage, found: RelativeDate) -> bool:
    """Whether a length is said of how long something was: `for eight years`, `took seven years`; no two-year plan."""
    return found.sort is Sort.LENGTH and bool(_LASTS.search(passage.text, max(0, found.start - 40), found.start))


_LASTS = re.compile(
    r"(?i)\b(?:for|took|takes?|lasted|lasts|ran|spent|over|after|within|in)"
    r"(?: (?:just|only|nearly|almost|all of|a full))?\s\Z"
)


@lru_cache(maxsize=4_096)
def _may_be(stated: Length, first: Days, last: Days) -> bool:
    """Whether a length agrees with the shortest or the longest time there may be between two dates, or lies between."""
    shortest, longest = (first[1], last[0]), (first[0], last[1])
    if any(agrees(stated, *span) for span in (shortest, longest)):
        return True
    whole = [_whole(stated.unit, *span) for span in (shortest, longest)]
    return whole[0] <= stated.count <= whole[1]


def _whole(unit: str, first: date, last: date) -> int:
    between = elapsed(first, last)
    days = (last - first).days
    return {"year": between.years, "month": between.years * 12 + between.months, "week": days // 7}.get(unit, days)


@lru_cache(maxsize=4_096)
def find_points(period: str) -> tuple[Days, ...]:
    """Return the dates a period names, each with the first and the last day it may mean."""
    points = []
    for found in _POINT.finditer(period):
        try:
            points.append(_days(found.groupdict()))
        except ValueError:
            return ()
    return tuple(points)


def _days(parts: dict[str, str | None]) -> Days:
    if parts["year"]:
        year = int(parts["year"])
        return date(year, 1, 1), date(year, 12, 31)
    if parts["iso"]:
        year, month, *day = map(int, parts["iso"].split("-"))
    else:
        names = [one[:3] for one in _MONTHS]
        year, month = int(parts["of"] or 0), names.index((parts["month"] or "").lower()[:3]) + 1
        day = [int(parts["day"])] if parts["day"] else []
    if day:
        return date(year, month, day[0]), date(year, month, day[0])
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(days=1)

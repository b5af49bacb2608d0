"""How long it is from one day to another, and whether a length of time that somebody states is that long."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = 12
_DAYS_IN = {"day": 1.0, "week": 7.0, "month": 365.25 / _MONTHS, "year": 365.25}
_ABOUT = 0.05
"""How far a length that is said to be `about` right may be off (domain/rules.md, STAT-08)."""


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time as somebody states it."""

    count: int
    unit: str
    """day, week, month or year."""
    about: bool = False
    """Whether it is said to be no more than about right."""


@dataclass(frozen=True, slots=True)
class Elapsed:
    """What lies between two days: whole years, whole months beyond them, and days beyond those."""

    years: int
    months: int
    days: int

    def __str__(self) -> str:
        """Say it as one would: days only where there is no whole month."""
        parts = [_counted(self.years, "year"), _counted(self.months, "month")]
        return " ".join(filter(None, parts)) or _counted(self.days, "day") or "no days"


def elapsed(first: date, last: date) -> Elapsed:
    """Return what lies between two days; nothing where the second is the earlier one."""
    if last <= first:
        return Elapsed(0, 0, 0)
    months = (last.year - first.year) * _MONTHS + last.month - first.month
    if back(first, Length(-months, "month")) > last:
        months -= 1
    days = (last - back(first, Length(-months, "month"))).days
    return Elapsed(*divmod(months, _MONTHS), days)


def agrees(stated: Length, first: date, last: date) -> bool:
    """Whether so many whole units lie between two days; of one that is about right, whether it is within 5 %."""
    whole = _whole(stated.unit, first, last) == stated.count
    if whole or not stated.about:
        return whole
    days = stated.count * _DAYS_IN[stated.unit]
    return abs((last - first).days - days) <= _ABOUT * days


def _whole(unit: str, first: date, last: date) -> int:
    if unit in {"day", "week"}:
        return int((last - first).days // _DAYS_IN[unit])
    between = elapsed(first, last)
    return between.years if unit == "year" else between.years * _MONTHS + between.months


def back(day: date, length: Length) -> date:
    """Return the day so long before another, or after it for a count below zero; raises ValueError before the year 1.

    A day that its month does not have is the month's last: a month before 31 March is 28 or 29 February.
    """
    if length.unit in {"day", "week"}:
        return day - timedelta(days=length.count * int(_DAYS_IN[length.unit]))
    months = day.year * _MONTHS + day.month - 1 - length.count * (_MONTHS if length.unit == "year" else 1)
    year, month = divmod(months, _MONTHS)
    if year < 1:
        raise ValueError(year)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _counted(count: int, unit: str) -> str:
    return f"{count} {unit}{'' if count == 1 else 's'}" if count else ""

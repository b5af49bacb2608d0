"""Dates as sources give them: a day, or only a month or a year."""

from __future__ import annotations

import re
from datetime import date, datetime

When = date | str
"""A day, or `"2013"`, or `"2013-06"` where the source says no more."""

Moment = datetime | date
"""When an embargo ends: a time, or the start of a day."""

_MONTHS = "January February March April May June July August September October November December".split()
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?", re.ASCII)


def is_partial_date(text: str) -> bool:
    """Whether `text` is a year, or a year and a month, written as ISO 8601 does."""
    match = _PARTIAL.fullmatch(text)
    return match is not None and (match[2] is None or 1 <= int(match[2]) <= len(_MONTHS))


def read_when(text: str) -> When:
    """Read a date as it is typed; raises ValueError where it is none."""
    return text if is_partial_date(text) else date.fromisoformat(text)


def iso(when: Moment | str) -> str:
    """Return a date as ISO 8601 writes it."""
    return when if isinstance(when, str) else when.isoformat()


def first_day(when: Moment | str) -> date:
    """Return the day a date is or begins with; raises ValueError where it is none."""
    if isinstance(when, datetime):
        return when.date()
    if isinstance(when, date):
        return when
    match = _PARTIAL.fullmatch(when)
    return date(int(match[1]), int(match[2] or 1), 1) if match else date.fromisoformat(when)


def spell(when: Moment | str) -> str:
    """Return a date as a British letter does: `20 October 2022`, `June 2013`, `2013`."""
    if isinstance(when, datetime):
        return f"{when:%H:%M}, {spell(when.date())}"
    if isinstance(when, date):
        return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"
    match = _PARTIAL.fullmatch(when)
    if match and match[2]:
        return f"{_MONTHS[int(match[2]) - 1]} {match[1]}"
    return when

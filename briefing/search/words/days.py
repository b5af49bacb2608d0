"""Dates as people type them, read as the one they mean: year first, or day first as it is written in Britain."""

from __future__ import annotations

import re

_YEAR = re.compile(r"[0-9]{1,4}")
_YEAR_FIRST = re.compile(
    r"(?P<year>[0-9]{4})[-/.](?:(?P<month>[0-9]{0,2})|(?P<known>[0-9]{1,2})[-/.](?P<day>[0-9]{0,2}))"
)
_DAY_FIRST = re.compile(r"(?:(?P<day>[0-9]{1,2})[-/.])?(?P<month>[0-9]{1,2})[-/.](?P<year>[0-9]{4})")
_SHORT_YEAR = re.compile(r"(?P<day>[0-9]{1,2})[-/.](?P<month>[0-9]{1,2})[-/.](?P<year>[0-9]{2})")
_MONTH_FIRST = re.compile(r"(?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})[-/.](?P<year>[0-9]{4})")


def read_day(typed: str) -> str | None:
    """Return the year, the month or the day that was typed, as 2024-06-15; a year may be begun. None where it is none.

    What is still being typed is read as the earliest it can mean, so that going on never brings back what was left out:
    2024-1 is January until it is October.
    """
    if _YEAR.fullmatch(typed):
        return typed
    if found := _YEAR_FIRST.fullmatch(typed):
        return _written(found["year"], found["month"] or found["known"] or "", found["day"] or "")
    if found := _DAY_FIRST.fullmatch(typed):
        return _written(found["year"], found["month"], found["day"] or "")
    return None


def likely_day(typed: str) -> str:
    """Return the day that was probably meant where it cannot be read for sure; empty where that is not known either."""
    if read_day(typed) is not None:
        return ""
    if found := _SHORT_YEAR.fullmatch(typed):
        return _written(f"20{found['year']}", found["month"], found["day"]) or ""
    if found := _MONTH_FIRST.fullmatch(typed):
        return _written(found["year"], found["month"], found["day"]) or ""
    return ""


def _written(year: str, month: str, day: str) -> str | None:
    """Return the date as far as it is typed: a nought alone is no month and no day yet."""
    month, day = ("" if part == "0" else part for part in (month, day))
    if (month and not 1 <= int(month) <= 12) or (day and not 1 <= int(day) <= 31) or (day and not month):
        return None
    return "-".join(part.zfill(2) for part in (year, month, day) if part)

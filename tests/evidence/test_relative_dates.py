"""Dates that are told from another, and lengths of time, as a document of a certain day means them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.evidence.elapsed import Length, agrees, back, elapsed
from briefing.evidence.relative_dates import RelativeDate, Sort, find_dates

WEDNESDAY = date(2025, 1, 8)


def only(text: str, on: date = WEDNESDAY) -> RelativeDate:
    """Return the one date in a text."""
    (found,) = find_dates(text, on)
    return found


@pytest.mark.parametrize(
    ("words", "sort", "first", "last"),
    [
        ("today", Sort.DAY, date(2025, 1, 8), date(2025, 1, 8)),
        ("yesterday", Sort.DAY, date(2025, 1, 7), date(2025, 1, 7)),
        ("tomorrow", Sort.DAY, date(2025, 1, 9), date(2025, 1, 9)),
        ("this week", Sort.WEEK, date(2025, 1, 6), date(2025, 1, 12)),
        ("last week", Sort.WEEK, date(2024, 12, 30), date(2025, 1, 5)),
        ("last month", Sort.MONTH, date(2024, 12, 1), date(2024, 12, 31)),
        ("next month", Sort.MONTH, date(2025, 2, 1), date(2025, 2, 28)),
        ("this year", Sort.YEAR, date(2025, 1, 1), date(2025, 12, 31)),
        ("two years ago", Sort.AGO, date(2023, 1, 8), date(2023, 1, 8)),
        ("a fortnight and three weeks ago", Sort.AGO, date(2024, 12, 18), date(2024, 12, 18)),
        ("the last six months", Sort.SPAN, date(2024, 7, 8), date(2025, 1, 8)),
        ("the past year", Sort.SPAN, date(2024, 1, 8), date(2025, 1, 8)),
        ("the last decade", Sort.SPAN, date(2015, 1, 8), date(2025, 1, 8)),
    ],
)
def test_it_says_which_days_are_meant(words: str, sort: Sort, first: date, last: date) -> None:
    found = only(f"We heard of it {words}.")

    assert (found.sort, found.first, found.last) == (sort, first, last)
    assert found.is_relative


def test_a_length_of_time_is_no_date() -> None:
    found = only("She has been a Member for about eight years.")

    assert (found.sort, found.first, found.length) == (Sort.LENGTH, None, Length(8, "year", about=True))
    assert not found.is_relative


def test_nobody_can_say_when_recently_was() -> None:
    assert only("It was recently published.").sort is Sort.VAGUE


@pytest.mark.parametrize(
    "words",
    ["an eight-year-old", "£500 a year", "per week", "the week of the vote", "Todayish", "in 2024", "the last word"],
)
def test_ages_rates_and_the_rest_are_no_dates(words: str) -> None:
    assert find_dates(words, WEDNESDAY) == ()


def test_the_words_are_given_as_they_stand_with_their_place() -> None:
    text = "It began\nTwo\u00a0years ago, and twenty‑five weeks later it went on."

    first, second = find_dates(text, WEDNESDAY)

    assert [text[each.start : each.end] for each in (first, second)] == [first.words, second.words]
    assert (first.words, second.length) == ("Two\u00a0years ago", Length(25, "week"))


def test_what_lies_before_the_calendar_is_vague() -> None:
    assert only("9999 years ago").sort is Sort.VAGUE


def test_eight_years_are_not_seven_and_seven_months() -> None:
    began = date(2017, 6, 8)

    assert str(elapsed(began, WEDNESDAY)) == "7 years 7 months"
    assert not agrees(Length(8, "year"), began, WEDNESDAY)
    assert agrees(Length(7, "year"), began, WEDNESDAY)
    assert not agrees(Length(2, "year"), date(2022, 5, 23), date(2024, 5, 22))
    assert agrees(Length(2, "year"), date(2022, 5, 23), WEDNESDAY)


def test_about_is_within_a_twentieth() -> None:
    assert agrees(Length(8, "year", about=True), date(2017, 6, 8), date(2025, 3, 1))
    assert not agrees(Length(8, "year", about=True), date(2017, 6, 8), WEDNESDAY - timedelta(days=60))


def test_a_month_before_the_last_of_march_is_the_last_of_february() -> None:
    assert back(date(2024, 3, 31), Length(1, "month")) == date(2024, 2, 29)


def test_a_day_is_told_where_there_is_no_month() -> None:
    assert str(elapsed(date(2025, 1, 7), WEDNESDAY)) == "1 day"
    assert str(elapsed(WEDNESDAY, WEDNESDAY)) == "no days"


DAYS = st.dates(date(1800, 1, 1), date(2200, 1, 1))


@given(DAYS, DAYS)
def test_what_elapsed_leads_from_the_first_day_to_the_last(one: date, other: date) -> None:
    first, last = sorted((one, other))
    between = elapsed(first, last)

    months = between.years * 12 + between.months
    assert back(first, Length(-months, "month")) + timedelta(days=between.days) == last
    assert 0 <= between.months < 12
    assert 0 <= between.days < 31


@given(st.text("thelasopyrwkdmiung 0123456789-\u00a0\n", max_size=60), DAYS)
def test_any_text_can_be_read(text: str, on: date) -> None:
    for found in find_dates(text, on):
        assert text[found.start : found.end] == found.words
        assert (found.first is None) == (found.last is None)

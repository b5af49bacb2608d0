"""How fast a Member speaks, and how sure that is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.office import Member, Office
from briefing.model.pace import pace_of, pace_range


def test_until_it_is_measured_it_is_the_usual() -> None:
    assert Office().pace("nobody") == 150
    assert Office().pace_range("nobody") == (130, 170)


@pytest.mark.parametrize(("words", "minutes", "pace"), [(1800, 10, 165), (0, 0, 150), (18_000, 100, 177.27)])
def test_ten_minutes_count_as_much_as_the_usual(words: float, minutes: float, pace: float) -> None:
    assert pace_of(words, minutes) == pytest.approx(pace, abs=0.01)


def test_the_more_is_known_the_narrower_it_is() -> None:
    assert [pace_range(150, minutes) for minutes in (0, 10, 90, 1_000)] == [
        (130, 170),
        (135, 165),
        (145, 155),
        (150, 150),
    ]


@given(st.floats(1, 400), st.floats(0, 10_000))
def test_it_lies_between_the_usual_and_what_was_measured(rate: float, minutes: float) -> None:
    pace = pace_of(rate * minutes, minutes)
    assert min(150, rate) - 1e-6 <= pace <= max(150, rate) + 1e-6


def test_a_member_has_their_own() -> None:
    office = Office(members=(Member("m", "M", pace=165.0, minutes=10),))
    assert office.pace_range("m") == (150, 180)

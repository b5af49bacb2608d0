"""How fast a Member speaks, and how sure that is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.office import Member, Office
from briefing.model.pace import Measured, is_speech, pace_of, pace_range, read_measured


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


@given(st.lists(st.tuples(st.integers(1, 2_000), st.integers(6_000, 26_000)), min_size=1, max_size=20))
def test_speeches_come_to_their_sum_which_is_one_again(speeches: list[tuple[int, int]]) -> None:
    known = Measured()
    each = [Measured(words, round(100 * words / rate, 2)) for words, rate in speeches]
    each = [speech for speech in each if is_speech(speech.words, speech.minutes)]
    for speech in each:
        known = known.plus(speech)
    assert known.words == sum(speech.words for speech in each)
    assert known.minutes == pytest.approx(sum(speech.minutes for speech in each))
    if each:
        assert read_measured({"words": known.words, "minutes": known.minutes}) == known


def test_what_was_measured_has_a_pace_and_a_range() -> None:
    assert (Measured().pace, Measured().range) == (150, (130, 170))
    assert (Measured(1800, 10).pace, Measured(1800, 10).range) == (165, (150, 180))


@pytest.mark.parametrize(
    "held",
    [
        150,
        "fast",
        {},
        {"words": 1500},
        {"words": "1500", "minutes": 10},
        {"words": True, "minutes": 0.01},
        {"words": 0, "minutes": 0},
        {"words": -1500, "minutes": -10},
        {"words": 590, "minutes": 10},
        {"words": 2610, "minutes": 10},
        {"words": float("inf"), "minutes": 10},
        {"words": float("nan"), "minutes": float("nan")},
    ],
)
def test_what_a_file_holds_counts_only_where_somebody_can_have_said_it(held: object) -> None:
    assert read_measured(held) is None

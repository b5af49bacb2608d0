"""Facts with a shelf life: what is to be looked at again, since when and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefing.evidence.checking import check
from briefing.evidence.freshness import Reason, Stale, find_ended, find_stale, last_day
from briefing.model.card import Card
from briefing.model.dates import When
from briefing.model.ids import CardId
from tests.evidence.ground import SURVEY, card, library, outline

REVIEW = date(2025, 1, 31)
DAY_AFTER = date(2025, 2, 1)


def stale(*cards: Card, on: date = DAY_AFTER) -> list[Stale]:
    """What is to be looked at again of these on a day."""
    return list(find_stale(cards, library(*cards), on))


def test_a_fact_without_a_date_does_not_age() -> None:
    assert stale(card("k1", as_of=date(1999, 1, 1))) == []


def test_a_fact_is_looked_at_again_after_its_review_date_and_not_on_it() -> None:
    reviewed = card("k1", review_after=REVIEW)
    assert stale(reviewed, on=REVIEW) == []
    assert stale(reviewed) == [Stale("k1", Reason.REVIEW, REVIEW)]


@pytest.mark.parametrize(
    ("when", "last"),
    [("2024", date(2024, 12, 31)), ("2024-02", date(2024, 2, 29)), ("2024-02-03", date(2024, 2, 3)), (REVIEW, REVIEW)],
)
def test_a_month_or_a_year_has_passed_once_its_last_day_has(when: When, last: date) -> None:
    assert last_day(when) == last


def test_a_commitment_is_overdue_after_its_due_date() -> None:
    promised = card("k1", kind="commitment", owner="Jo", due="2025-01")
    assert stale(promised, on=REVIEW) == []
    assert stale(promised) == [Stale("k1", Reason.DUE, "2025-01")]


def test_a_superseded_card_names_what_stands_in_its_place_now() -> None:
    first = card("k1", status="superseded", why="Counted anew", superseded_by=CardId("k2"), review_after=REVIEW)
    second = card("k2", superseded_by=CardId("k3"))
    third = card("k3", as_of=date(2025, 1, 14))
    assert stale(first, second, third)[0] == Stale("k1", Reason.SUPERSEDED, date(2025, 1, 14), "k3")


def test_it_stands_until_what_takes_its_place_is_true() -> None:
    first, second = card("k1", superseded_by=CardId("k2")), card("k2", as_of=date(2025, 1, 14))
    assert stale(first, second, on=date(2025, 1, 13)) == []


def test_cards_that_supersede_one_another_end() -> None:
    assert len(stale(card("k1", superseded_by=CardId("k2")), card("k2", superseded_by=CardId("k1")))) == 2


def test_a_successor_that_is_not_there_is_named_all_the_same() -> None:
    assert stale(card("k1", superseded_by=CardId("gone"))) == [Stale("k1", Reason.SUPERSEDED, None, "gone")]


def test_the_dates_of_a_withdrawn_card_matter_no_longer() -> None:
    assert stale(card("k1", status="withdrawn", why="Wrong", review_after=REVIEW)) == []


def test_a_source_that_is_another_than_when_it_was_checked_is_told() -> None:
    checked = check(card("k1", source="survey"), SURVEY, "Jo Hall", REVIEW)
    assert stale(checked) == []
    other = check(card("k1", source="survey"), replace(SURVEY, edition="2nd"), "Jo Hall", REVIEW)
    assert stale(other) == [Stale("k1", Reason.SOURCE)]


def test_lines_are_valid_until_their_day_is_over() -> None:
    lines = outline(name="lines", product="lines", valid_until=REVIEW)
    assert list(find_ended([lines], REVIEW)) == []
    assert list(find_ended([lines, outline()], DAY_AFTER)) == [Stale("lines", Reason.VALID, REVIEW)]

"""What a card counts: recommendations and the commitments that take them up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefing.evidence.ledger import Ledger, read_ledger, tell_ledger
from briefing.model.card import Card
from briefing.model.ids import CardId
from tests.evidence.ground import card, library

DAY = date(2025, 1, 6)


def recommended(*names: str) -> tuple[Card, ...]:
    """Recommendations of these ids."""
    return tuple(card(name, kind="recommendation", claim=f"Do {name}") for name in names)


def counting(claim: str, *names: str, **fields: object) -> Card:
    """A statistic that counts the cards of these ids."""
    return card("count", kind="statistic", claim=claim, from_=tuple(map(CardId, names)), as_of=DAY, **fields)


def commitment(name: str, takes_up: str, **fields: object) -> Card:
    """A commitment that takes up a recommendation."""
    return card(name, kind="commitment", claim=f"We will do {takes_up}", supports=(CardId(takes_up),), **fields)


def ledger_of(counted: Card, *others: Card) -> Ledger:
    """What a card counts in a library that also holds the others."""
    found = read_ledger(counted, library(counted, *others))
    assert found
    return found


def test_it_says_whose_count_on_which_day_and_which_one_is_missing() -> None:
    counted = counting("The Board took up 2 of the 3", "r1", "r2", "r3", speaker="Rosa Field")
    ledger = ledger_of(counted, *recommended("r1", "r2", "r3"), commitment("k1", "r1"), commitment("k2", "r3"))

    assert ledger == Ledger((2, 3), "Rosa Field", DAY, (CardId("r1"), CardId("r3")), (CardId("r2"),))
    assert tell_ledger(ledger) == "2 of 3 on cards, by the count of Rosa Field, on 6 January 2025. Missing: r2."


def test_a_commitment_in_doubt_takes_nothing_up() -> None:
    counted = counting("2 of 2 were taken up", "r1", "r2")
    doubtful = commitment("k2", "r2", status="disputed", why="Nobody said so")
    ledger = ledger_of(counted, *recommended("r1", "r2"), commitment("k1", "r1"), doubtful)

    assert not ledger.agrees
    assert "The claim says 2; the cards show 1. Missing: r2." in tell_ledger(ledger)


def test_what_is_on_no_card_cannot_be_named() -> None:
    ledger = ledger_of(counting("1 of 20", "r1"), *recommended("r1"), commitment("k1", "r1"))

    assert ledger.unwritten == 19
    assert tell_ledger(ledger).endswith("19 are on no card.")


def test_commitments_alone_are_counted_while_they_stand() -> None:
    counted = counting("1 of 2 pledges stands")
    first = replace(commitment("k1", "count"), kind="commitment")
    second = replace(commitment("k2", "count"), status="withdrawn", why="Taken back")
    ledger = ledger_of(counted, first, second)

    assert (ledger.said, ledger.counted, ledger.missing) == ((1, 2), (CardId("k1"),), (CardId("k2"),))


def test_the_count_is_the_authors_where_nobody_speaks() -> None:
    assert ledger_of(counting("1 of 1", "r1"), *recommended("r1")).by == ""
    assert tell_ledger(ledger_of(counting("0 of 1", "r1"), *recommended("r1"))).startswith("0 of 1 on cards, on 6")


def test_a_card_that_counts_nothing_has_no_ledger() -> None:
    plain = card("k1", claim="19 of 20")
    assert read_ledger(plain, library(plain)) is None
    first, second = recommended("r1", "r2")
    promised = commitment("k2", "k3")
    backed = card("k3", claim="They promised")
    assert read_ledger(backed, library(backed, promised)) is None
    linked = replace(first, from_=(CardId("r2"),))
    assert read_ledger(linked, library(linked, second)) is None

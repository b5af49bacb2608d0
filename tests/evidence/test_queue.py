"""What to check next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefing.evidence.checking import check
from briefing.evidence.queue import line_up
from briefing.model.card import Card
from briefing.model.ids import CardId
from briefing.model.outline import Outline
from tests.evidence.ground import block, card, library, outline

DAY = date(2025, 2, 1)


def lined_up(*cards: Card, outlines: tuple[Outline, ...] = ()) -> list[tuple[str, str, int]]:
    """The cards to look at, why, and in how many outlines each is."""
    queue = line_up(cards, library(*cards, outlines=outlines), DAY)
    return [(each.card.id, each.why, each.uses) for each in queue]


def using(*cards: str, name: str = "speech") -> Outline:
    """An outline that uses the cards."""
    return outline(*(block(f"b{card}", card=CardId(card)) for card in cards), name=name)


def test_what_is_checked_and_fresh_waits_for_nobody() -> None:
    assert lined_up(check(card("k1"), None, "Jo Hall", DAY)) == []


def test_the_unchecked_the_disputed_and_the_stale_wait() -> None:
    stale = check(card("k3", review_after=date(2025, 1, 1)), None, "Jo Hall", DAY)
    void = replace(check(card("k4"), None, "Jo Hall", DAY), claim="Other")
    disputed = card("k2", status="disputed", why="Counted otherwise")
    assert lined_up(card("k1"), disputed, stale, void) == [
        ("k1", "unchecked", 0),
        ("k2", "disputed", 0),
        ("k3", "review date passed", 0),
        ("k4", "unchecked", 0),
    ]


def test_the_most_used_come_first_and_of_those_the_oldest() -> None:
    new, old, undated, used = (
        card("k1", as_of=date(2024, 5, 1)),
        card("k2", as_of="2019"),
        card("k3"),
        card("k4", as_of=date(2025, 1, 1)),
    )
    twice = (using("k4"), using("k4", "k1", name="reply"))
    assert [name for name, *_ in lined_up(new, old, undated, used, outlines=twice)] == ["k4", "k1", "k2", "k3"]


def test_what_nobody_stands_behind_waits_only_where_it_is_used() -> None:
    gone = card("k1", status="superseded", why="Counted anew")
    assert lined_up(gone) == []
    assert lined_up(gone, outlines=(using("k1"),)) == [("k1", "superseded", 1)]
    withdrawn = card("k2", status="withdrawn", why="Wrong")
    assert lined_up(withdrawn, outlines=(using("k2"),)) == []


def test_a_restricted_card_waits_without_its_words() -> None:
    (queued,) = line_up([shut := card("k1", handling="restricted", claim="Wrenfield")], library(shut), DAY)
    assert queued.card.claim == ""

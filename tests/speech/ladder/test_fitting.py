"""The best version for a plan."""

from __future__ import annotations

import os
from random import Random

import pytest

from briefing.speech.ladder.fitting import fit
from briefing.speech.ladder.piece import Piece, Version
from tests.speech.ladder.every_way import some_pieces, try_every_way

SEED = int(os.environ.get("BRIEFING_SEED", "20261123"))
MUST, SHOULD, COULD = None, 3, 1


def seconds(full: int, worth: int | None = SHOULD, *, short: int | None = None, **more: object) -> Piece:
    return Piece(full * 1000, None if short is None else short * 1000, worth, **more)  # type: ignore[arg-type]


def kept(*pieces: Piece, plan: int) -> tuple[int, ...] | None:
    version = fit(pieces, plan * 1000)
    return None if version is None else version.kept


def as_way(version: Version | None, count: int) -> tuple[int, ...] | None:
    if version is None:
        return None
    return tuple(2 if place in version.shortened else int(place in version.kept) for place in range(count))


def test_nothing_is_dropped_where_all_fits() -> None:
    assert fit([seconds(10), seconds(20, COULD, short=5)], 30_000) == Version((0, 1), (), 30_000)


def test_a_speech_of_nothing_fits() -> None:
    assert fit([], 0) == Version((), (), 0)


def test_what_must_be_said_is_said_before_anything_else() -> None:
    assert kept(seconds(10), seconds(20, MUST), seconds(10), plan=20) == (1,)


def test_musts_that_do_not_fit_are_refused() -> None:
    assert fit([seconds(20, MUST), seconds(15, MUST, short=10)], 29_000) is None


def test_a_must_is_shortened_before_it_breaks_the_limit() -> None:
    assert fit([seconds(20, MUST), seconds(15, MUST, short=10)], 30_000) == Version((0, 1), (1,), 30_000)


def test_the_greatest_weight_comes_first() -> None:
    assert kept(seconds(10, COULD), seconds(10, COULD), seconds(20, SHOULD), plan=20) == (2,)


def test_of_equal_weight_the_fewest_are_dropped() -> None:
    assert kept(seconds(30), seconds(10, COULD), seconds(10, COULD), seconds(10, COULD), plan=30) == (1, 2, 3)


def test_of_as_many_dropped_the_fewest_are_shortened() -> None:
    pieces = seconds(10, short=2), seconds(10, short=2), seconds(10, short=8)
    assert fit(pieces, 22_000) == Version((0, 1, 2), (1,), 22_000)


def test_of_all_as_good_what_comes_first_is_kept() -> None:
    assert kept(seconds(10), seconds(9), seconds(9), plan=20) == (0, 1)


def test_what_needs_another_is_not_said_without_it() -> None:
    assert kept(seconds(40), seconds(10, needs=0), seconds(10, COULD), plan=30) == (2,)


def test_a_must_keeps_all_it_needs() -> None:
    pieces = seconds(10, COULD), seconds(10, COULD, needs=0), seconds(10, MUST, needs=1), seconds(10)
    assert kept(*pieces, plan=30) == (0, 1, 2)


def test_of_a_group_one_is_used() -> None:
    assert kept(seconds(10, either="a"), seconds(5, either="a"), seconds(10), plan=60) == (0, 2)


def test_of_a_group_with_musts_one_of_these_is_used() -> None:
    pieces = seconds(30, MUST, either="a"), seconds(10, MUST, either="a"), seconds(5, either="a")
    assert kept(*pieces, plan=20) == (1,)


def test_a_must_that_needs_two_of_one_group_has_no_version() -> None:
    pieces = seconds(1, either="a"), seconds(1, either="a"), seconds(1, MUST, needs=0), seconds(1, MUST, needs=1)
    assert fit(pieces, 60_000) is None


def test_a_chain_as_long_as_a_book_is_no_obstacle() -> None:
    chain = [seconds(1, needs=place - 1 if place else None) for place in range(3000)]
    assert kept(*chain, plan=5) == (0, 1, 2, 3, 4)


@pytest.mark.parametrize("part", range(10))
def test_the_best_version_is_that_of_trying_every_way(part: int) -> None:
    for number in range(part * 50, part * 50 + 50):
        chance = Random(SEED + number)
        pieces = some_pieces(chance, chance.randint(1, 7))
        plan = chance.randint(0, 90) * 1000
        assert as_way(fit(pieces, plan), len(pieces)) == try_every_way(pieces, plan), (SEED + number, plan, pieces)

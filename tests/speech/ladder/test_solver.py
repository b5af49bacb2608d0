"""The best version beside what an independent solver finds, for speeches of 50 to 200 blocks."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from briefing.speech.ladder.fitting import fit
from briefing.speech.ladder.piece import Piece, Version
from briefing.speech.ladder.rungs import Rung, climb
from tests.benchmarks.ladder import HARD, PLANS
from tests.speech.ladder.drawn import Drawn, draw
from tests.speech.ladder.solver import least_milliseconds, objection

PARTS = range(12)
FEW, MANY = 1, 250
"""Speeches drawn in each part."""
SIZES = 50, 100, 200

pytestmark = pytest.mark.ladder


def as_version(rung: Rung, drawn: Drawn) -> Version | None:
    """Return what a rung says as pieces; None where it says that there is no version."""
    if not rung.fits:
        return None
    places = {block: at for at, block in enumerate(drawn.ids)}
    kept = tuple(places[block] for block in rung.blocks if block in places)
    return Version(kept, tuple(places[block] for block in rung.short), rung.milliseconds)


def refusal(rung: Rung) -> tuple[int | None, bool]:
    """Return the seconds over, and whether the musts contradict."""
    return rung.over, rung.contradict


@pytest.mark.parametrize("part", PARTS)
def test_no_version_is_better_than_the_ladder_s(part: int, chance: Random, often: Callable[[int, int], int]) -> None:
    for number in range(often(FEW, MANY)):
        drawn = draw(chance, chance.randint(50, 200))
        limit = round(drawn.milliseconds / 1000 * chance.uniform(0.02, 0.9))
        (rung,) = climb(drawn.outline, drawn.library, [limit])
        told = f"speech {number} of part {part}, {limit} seconds: {drawn.pieces}"
        version = as_version(rung, drawn)
        assert objection(drawn.pieces, 1000 * limit, version) == "", told
        if version is None:
            least = least_milliseconds(drawn.pieces)
            assert refusal(rung) == ((None, True) if least is None else (-(-least // 1000) - limit, False)), told
        else:
            assert rung.blocks == drawn.with_heads({drawn.ids[at] for at in version.kept}), told


@pytest.mark.parametrize("kind", HARD)
def test_nor_where_hardly_any_way_is_plainly_worse(kind: str, chance: Random, often: Callable[[int, int], int]) -> None:
    for number in range(often(1, 120)):
        pieces = [HARD[kind](chance, place) for place in range(SIZES[number % len(SIZES)])]
        plan = 1000 * chance.choice(PLANS)
        assert objection(pieces, plan, fit(pieces, plan)) == "", f"speech {number}, {plan} ms: {pieces}"


def objected(version: Version | None, *pieces: Piece, plan: int) -> str:
    """Return at which stage the solver finds a better one."""
    return objection(pieces, plan, version).split(":")[0]


def test_the_solver_objects_to_a_version_that_is_not_the_best() -> None:
    pieces = Piece(10, 4, 3), Piece(10, 4, 3), Piece(10, None, 1)
    assert objected(Version((0, 1, 2), (1,), 24), *pieces, plan=24) == ""
    assert objected(Version((0, 1, 2), (), 30), *pieces, plan=24) == "it breaks a rule"
    assert objected(Version((0, 2), (), 20), *pieces, plan=24) == "weight"
    assert objected(Version((0,), (), 2), Piece(2, None, 2), Piece(1, None, 1), Piece(1, None, 1), plan=2) == "kept"
    assert objected(Version((0, 1, 2), (0, 1), 18), *pieces, plan=24) == "in short"
    assert objected(Version((1,), (1,), 4), *pieces, plan=4) == "earliest kept"
    assert objected(Version((0, 1, 2), (0,), 24), *pieces, plan=24) == "earliest in full"
    assert objected(None, *pieces, plan=24) == "there is a version"


def test_the_solver_finds_the_shortest_time_for_what_must_be_said() -> None:
    assert least_milliseconds([Piece(10, 4), Piece(5, None, 3), Piece(5, None, needs=1)]) == 14
    rivals = Piece(1, either="a"), Piece(1, either="a")
    assert least_milliseconds([*rivals, Piece(1, needs=0), Piece(1, needs=1)]) is None

"""The cut ladder: the best version of speeches of 50 and of 200 blocks, at limits to ten minutes."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Mapping
from statistics import median

from briefing.speech.ladder.fitting import fit
from briefing.speech.ladder.piece import Piece
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import SEED
from tests.benchmarks.measuring import RUNS

MOST = {50: 16, 200: 100}
"""Milliseconds, by the number of blocks."""
PLANS = (167, 279, 372, 558)
"""Seconds to plan for at three, five, six and a half and ten minutes."""


def measure() -> Iterator[Figure]:
    """The time of the usual speech, and of the slowest of those that are made to be hard."""
    for count, most in MOST.items():
        usual = median(_times(_usual, count))
        yield Figure(f"best version of {count} blocks", "", usual, "ms", f"<= {most} ms", most)
        slowest, kind = max((max(_times(make, count)), name) for name, make in HARD.items())
        yield Figure(f"the slowest of hard ones, {count} blocks: {kind}", "", slowest, "ms", f"<= {most} ms", most)


def _times(make: Callable[[random.Random, int], Piece], count: int) -> list[float]:
    return [_timed(make, count, seed, plan) for seed in range(RUNS) for plan in PLANS]


def _timed(make: Callable[[random.Random, int], Piece], count: int, seed: int, plan: int) -> float:
    chance = random.Random(f"{SEED} {seed}")
    pieces = [make(chance, place) for place in range(count)]
    start = time.process_time()
    fit(pieces, plan * 1000)
    return (time.process_time() - start) * 1000


def _usual(chance: random.Random, place: int) -> Piece:
    """Return a block of eight to 120 words; some with a short form, some that need one before them."""
    full = chance.randint(8, 120) * 400
    short = round(full * chance.uniform(0.3, 0.8)) if chance.random() < 0.4 else None
    needs = place - 1 if place and chance.random() < 0.2 else None
    return Piece(full, short, chance.choice((3, 1)) if place % 40 else None, needs)


def _alike(chance: random.Random, _: int) -> Piece:
    return Piece(chance.randint(10_000, 10_100), None, chance.choice((3, 1)))


def _as_long_as_worth(chance: random.Random, _: int) -> Piece:
    worth = chance.choice((3, 1))
    return Piece(worth * 5_000 + chance.randint(0, 300), None, worth)


def _short_forms(chance: random.Random, _: int) -> Piece:
    full = chance.randint(5_000, 40_000)
    return Piece(full, full * 2 // 3 + chance.randint(0, 99), chance.choice((3, 1)))


def _one_tree(chance: random.Random, place: int) -> Piece:
    needs = chance.randrange(place) if place else None
    return Piece(chance.randint(3_000, 20_000), chance.randint(1_000, 2_900), chance.choice((3, 1)), needs)


def _groups(chance: random.Random, place: int) -> Piece:
    short = chance.choice((None, 2_500))
    return Piece(chance.randint(3_000, 20_000), short, chance.choice((3, 1)), None, str(place // 3))


HARD: Mapping[str, Callable[[random.Random, int], Piece]] = {
    "all of one length": _alike,
    "each as long as it is worth": _as_long_as_worth,
    "a short form of each": _short_forms,
    "each needs one before it": _one_tree,
    "groups of three": _groups,
}
"""Speeches in which hardly any way is plainly worse than another."""

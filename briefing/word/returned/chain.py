"""The best way to lay one order on another: pairs that run forward in both, of the greatest weight together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

Pair = tuple[int, int, float]
"""A place in the one order, a place in the other, and what it is worth to have them together."""


def heaviest(pairs: Iterable[Pair]) -> list[Pair]:
    """Return the pairs, each place at most once and both orders kept, that are worth most together.

    Takes time in n log n of the number of pairs: the best chain up to each place is kept in a Fenwick tree.
    """
    listed = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    places = sorted({right for _, right, _ in listed})
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(places) + 1)
    before: list[int] = []
    for number, (_, right, worth) in enumerate(listed):
        place = bisect_left(places, right)
        total, last = _best_before(best, place)
        before.append(last)
        _keep(best, place + 1, (total + worth, number))
    chain: list[Pair] = []
    number = _best_before(best, len(places))[1]
    while number >= 0:
        chain.append(listed[number])
        number = before[number]
    return chain[::-1]


def longest(numbers: Sequence[int]) -> set[int]:
    """Return the places of a longest run of rising numbers."""
    if all(before < after for before, after in pairwise(numbers)):
        return set(range(len(numbers)))
    return {left for left, _, _ in heaviest((place, number, 1.0) for place, number in enumerate(numbers))}


def _best_before(best: Sequence[tuple[float, int]], place: int) -> tuple[float, int]:
    found = (0.0, -1)
    while place > 0:
        if best[place][0] > found[0]:
            found = best[place]
        place -= place & -place
    return found


def _keep(best: list[tuple[float, int]], place: int, reached: tuple[float, int]) -> None:
    while place < len(best):
        if reached[0] > best[place][0]:
            best[place] = reached
        place += place & -place

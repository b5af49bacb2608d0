"""The ways of saying some pieces that may still become the best: quicker ones with less, slower ones with more."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

State = tuple[int, int, int, int]
"""Milliseconds, cost (what it is worth, below zero), and the bits of what is kept and of what is shortened."""

Front = list[State]
"""States by their time, each of a lower cost than all that are quicker."""

EMPTY: Front = [(0, 0, 0, 0)]


def best_of(states: Front) -> Front:
    """Return the states that none is both quicker and better than."""
    if len(states) < 2:
        return states
    front: Front = []
    lowest = 1
    for state in sorted(states):
        if state[1] < lowest or not front:
            lowest = state[1]
            front.append(state)
    return front


def narrowed(front: Front, rate: float, most: int) -> Front:
    """Return the most promising states where there are more, at a cost of `rate` for a millisecond."""
    if len(front) <= most:
        return front
    return sorted(sorted(front, key=lambda state: state[1] + rate * state[0])[:most])


def joined(first: Front, second: Front, plan: int) -> State | None:
    """Return the cheapest of all states of one front with one of the other within the plan; of these the quickest."""
    times = [state[0] for state in second]
    pairs = ((one, second[at - 1]) for one in first if (at := bisect_right(times, plan - one[0])))
    return min((_sum(one, other) for one, other in pairs), key=lambda state: (state[1], state[0]), default=None)


def _sum(one: State, other: State) -> State:
    return (one[0] + other[0], one[1] + other[1], one[2] | other[2], one[3] | other[3])


def last(front: Sequence[State]) -> State | None:
    """Return the best state of a front; None where it has none."""
    return front[-1] if front else None

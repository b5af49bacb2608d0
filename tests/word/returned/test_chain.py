"""Of all ways to lay one order on another the best is found."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.word.returned.chain import Pair, heaviest, longest

_PLACES = st.integers(0, 5)
_PAIRS = st.lists(st.tuples(_PLACES, _PLACES, st.sampled_from([0.25, 0.5, 1.0])), max_size=9)


def every_chain(pairs: list[Pair]) -> list[list[Pair]]:
    """Every way to take pairs that run forward on both sides."""
    chains: list[list[Pair]] = [[]]
    for pair in sorted(pairs):
        chains += [[*chain, pair] for chain in chains if not chain or runs_forward(chain[-1], pair)]
    return chains


def runs_forward(one: Pair, other: Pair) -> bool:
    return one[0] < other[0] and one[1] < other[1]


@given(_PAIRS)
def test_no_chain_is_worth_more(pairs: list[Pair]) -> None:
    found = heaviest(pairs)
    assert all(runs_forward(one, other) for one, other in pairwise(found))
    assert sum(worth for _, _, worth in found) == max(
        sum(worth for _, _, worth in chain) for chain in every_chain(pairs)
    )


@given(st.lists(st.integers(0, 9), max_size=8))
def test_no_rising_run_is_longer(numbers: list[int]) -> None:
    pairs = [(place, number, 1.0) for place, number in enumerate(numbers)]
    assert len(longest(numbers)) == max(len(chain) for chain in every_chain(pairs))

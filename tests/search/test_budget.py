"""What ten thousand cards may cost in processor time, so that a slip is noticed before anybody waits for it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain, count, islice
from pathlib import Path
from time import process_time

import pytest

from briefing.model.library import WholeLibrary
from briefing.search.index import Index
from tests.benchmarks.product import copy_with_late_cards
from tests.benchmarks.queries import keystrokes, typed_queries
from tests.search.conftest import read, written
from tests.search.ground import first, index_for, search

CARDS = 10_000
KEYS = 100
TRIES = 3

MAKING = 7.0
"""Seconds of processor time for filing and ranking them all: 2.3 were measured."""
TYPING = 2.7
"""Seconds of processor time for so many keystrokes, first rows and settled order: 0.9 were measured."""


@dataclass(frozen=True, slots=True)
class Made:
    """An index, and the processor time in seconds that making it took."""

    index: Index
    seconds: float


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory, CARDS, seed=11)


@pytest.fixture(scope="module")
def where(folder: Path) -> WholeLibrary:
    return read(folder)


@pytest.fixture(scope="module")
def made(where: WholeLibrary, tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make(where, tmp_path_factory.mktemp("made"))


def make(where: WholeLibrary, place: Path) -> Made:
    """Make an index in a folder of its own."""
    begun = process_time()
    return Made(index_for(where, place / "index.sqlite"), process_time() - begun)


def seconds_of(work: Callable[[], object]) -> float:
    """The processor time some work takes."""
    begun = process_time()
    work()
    return process_time() - begun


def is_within(limit: float, tried: Iterable[float]) -> bool:
    """Whether one of the tries took no more processor time: a busy machine slows it, but not always."""
    return any(seconds <= limit for seconds in islice(tried, TRIES))


def test_ten_thousand_cards_are_filed_and_ranked_within_their_budget(
    made: Made, where: WholeLibrary, tmp_path_factory: pytest.TempPathFactory
) -> None:
    again = (make(where, tmp_path_factory.mktemp("again")).seconds for _ in count())
    assert is_within(MAKING, chain([made.seconds], again))


@pytest.mark.parametrize("order", ["all in order", "some late"])
def test_a_hundred_keystrokes_stay_within_their_budget(made: Made, folder: Path, tmp_path: Path, order: str) -> None:
    index = made.index if order == "all in order" else copy_with_late_cards(made.index, tmp_path / "late.sqlite")[0]
    typed = [state for query in typed_queries(folder, 60, seed=3) for state in keystrokes(query.text)]
    states = random.Random(5).sample(typed, KEYS)

    def type_them() -> None:
        for state in states:
            first(index, state)
            search(index, state)

    assert is_within(TYPING, (seconds_of(type_them) for _ in count()))

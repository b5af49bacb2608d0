"""A larger library for the tests of the search, written once for all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.library.opened import OpenLibrary
from briefing.model.library import WholeLibrary
from tests.benchmarks.corpus import write_library
from tests.search.scanning import Scan

CARDS = 2_500


@pytest.fixture(scope="session")
def corpus_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of some thousand cards, as files."""
    return written(tmp_path_factory, CARDS, seed=7, per_note=40)


@pytest.fixture(scope="session")
def corpus(corpus_folder: Path) -> WholeLibrary:
    """The same, read."""
    return read(corpus_folder)


@pytest.fixture(scope="session")
def corpus_scan(corpus: WholeLibrary) -> Scan:
    """The same, to be searched by reading every card."""
    return Scan(corpus)


def written(places: pytest.TempPathFactory, cards: int, *, seed: int, per_note: int = 50) -> Path:
    """A library of so many cards, as files."""
    folder = places.mktemp("corpus") / "library"
    write_library(folder, cards, seed=seed, per_note=per_note, processes=1)
    return folder


def read(folder: Path) -> WholeLibrary:
    """The library in a folder."""
    where = OpenLibrary(folder).library
    assert isinstance(where, WholeLibrary)
    return where

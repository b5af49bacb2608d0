"""The first rows of a keystroke: true ones, and no claim that they are all where some were left out to be quick."""

from __future__ import annotations

import pytest

from briefing.search.index import Index
from tests.search.ground import card, first, ids, index_of, note, search

MANY = 60
"""Values of a field, more than the first answer looks up."""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(
        *(note(f"town-{each}", card(f"card-{each}", "A bus", tags=[f"fare-{each}"])) for each in range(MANY)),
        note("rest", card("other", "A bus", tags=["rail"])),
    )


@pytest.mark.parametrize("typed", ["tag:f", "note:t", "topic:t"])
def test_a_filter_of_very_many_values_shows_some_cards_at_once_and_counts_them_afterwards(
    index: Index, typed: str
) -> None:
    rows = first(index, typed)
    assert rows.hits
    assert "other" not in ids(rows.hits)
    assert not rows.settled
    assert not rows.exact
    assert search(index, typed).count == MANY


@pytest.mark.parametrize("typed", ["-tag:f", "-note:t", "-topic:t", "bus -tag:f"])
def test_what_is_without_very_many_values_is_without_each_of_them_at_once(index: Index, typed: str) -> None:
    assert ids(first(index, typed).hits) == ["other"]

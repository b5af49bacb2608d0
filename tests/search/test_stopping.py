"""A search that nobody waits for any more is given up, and the next one is none the worse for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import count

import pytest

from briefing.model.library import WholeLibrary
from briefing.search.index import Index
from tests.search.ground import ids, index_for, search
from tests.search.scanning import Scan

LONG = '"of the" -"in a" source:e children'
"""A query for which many cards must be read."""


@pytest.fixture(scope="module")
def index(corpus: WholeLibrary) -> Index:
    return index_for(corpus)


class DescribeStopping:
    def it_asks_again_and_again_whether_to_go_on(self, index: Index) -> None:
        assert self._times_asked(index) >= 2

    def it_gives_no_answer_whenever_it_is_stopped_and_the_next_search_is_right(
        self, index: Index, corpus_scan: Scan
    ) -> None:
        right = corpus_scan.find(LONG)
        for at in range(self._times_asked(index)):
            assert index.find(LONG, stop=partial(_is_turn, count(), at)) is None
            found = search(index, LONG)
            assert (ids(found.hits), found.count) == (right[:50], len(right))

    def it_reads_nothing_where_it_is_stopped_before_it_begins(self, index: Index) -> None:
        assert index.first("children", stop=lambda: True) is None
        assert index.find("children", stop=lambda: True) is None

    @staticmethod
    def _times_asked(index: Index) -> int:
        asked = count()
        assert index.find(LONG, stop=lambda: next(asked) < 0)
        return next(asked)


def _is_turn(asked: Iterator[int], turn: int) -> bool:
    return next(asked) == turn

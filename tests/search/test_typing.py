"""Every state of the search box, while queries are typed letter by letter, beside what reading every card finds."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from briefing.model.library import WholeLibrary
from briefing.search.index import Index
from tests.benchmarks.queries import keystrokes, typed_queries
from tests.search.ground import first, ids, index_for, search
from tests.search.scanning import Scan, folded

PAGE = 50
COUNTED = 1_000

pytestmark = pytest.mark.keystrokes


@pytest.fixture(scope="module")
def index(corpus: WholeLibrary) -> Index:
    return index_for(corpus)


def states(folder: Path, chance: random.Random, many: int) -> list[str]:
    """So many states of the search box, each of some query somebody types."""
    asked = typed_queries(folder, max(40, many // 6), seed=chance.randrange(2**32))
    typed = sorted({state for query in asked for state in keystrokes(query.text)})
    chance.shuffle(typed)
    return typed[:many]


def differs(index: Index, scan: Scan, typed: str) -> list[str]:
    """What is wrong with what the index answers."""
    right = scan.find(typed)
    return [
        name
        for name, is_right in {
            "the first page": _is_page(index, typed, right, 0),
            "a later page": _is_page(index, typed, right, PAGE),
            "the first rows": _are_matches(index, typed, right),
        }.items()
        if not is_right
    ]


def _is_page(index: Index, typed: str, right: Sequence[str], offset: int) -> bool:
    found = search(index, typed, PAGE, offset)
    counted = (len(right), True) if len(right) <= COUNTED else (COUNTED, False)
    return ids(found.hits) == [*right[offset : offset + PAGE]] and (found.count, found.exact) == counted


def _are_matches(index: Index, typed: str, right: Sequence[str]) -> bool:
    found = first(index, typed, PAGE)
    shown = ids(found.hits)
    return (
        len({*shown}) == len(shown) <= PAGE
        and {*shown} <= {*right}
        and (shown == right[:PAGE] or not found.settled)
        and (found.count == len(right) or not found.exact)
        and bool(shown or not right or not found.settled)
    )


def test_whatever_is_typed_finds_what_reading_every_card_finds(
    index: Index, corpus_folder: Path, corpus_scan: Scan, chance: random.Random, often: Callable[[int, int], int]
) -> None:
    asked = states(corpus_folder, chance, often(150, 2_000))
    wrong = {typed: what for typed in asked if (what := differs(index, corpus_scan, typed))}
    assert wrong == {}


def test_each_page_goes_on_where_the_one_before_it_ended(
    index: Index, corpus_folder: Path, corpus_scan: Scan, chance: random.Random, often: Callable[[int, int], int]
) -> None:
    for typed in ("", "t", "the ", "children", "kind:quotation", *states(corpus_folder, chance, often(10, 100))):
        right = corpus_scan.find(typed)
        pages = [ids(search(index, typed, 400, offset).hits) for offset in range(0, len(right) + 1, 400)]
        assert [card for page in pages for card in page] == right, typed


def test_a_card_is_found_by_every_beginning_of_each_of_its_words_and_by_the_word(
    index: Index, corpus: WholeLibrary, chance: random.Random, often: Callable[[int, int], int]
) -> None:
    cards = [one for _, one in corpus.all_cards() if not one.is_restricted]
    for one in chance.sample(cards, often(3, 100)):
        for word in sorted({*folded(f"{one.claim} {one.quote} {' '.join(one.tags)}").split()}):
            for typed in (*keystrokes(word), f"{word} "):
                assert one.id in ids(search(index, f"{one.id} {typed}").hits), typed
                assert search(index, typed, 0).count, typed

"""A long sequence read a page at a time."""

from __future__ import annotations

from briefing.tui.widgets.paged import KEPT, PAGE, paged
from tests.tui.invented import Made


def test_nothing_is_read_before_it_is_asked_for() -> None:
    numbers = Made(1_000_000, lambda place: place)
    pages = paged(numbers)
    assert (len(pages), pages.get(0), numbers.made) == (1_000_000, None, 0)


def test_a_page_is_read_once() -> None:
    numbers = Made(1_000_000, lambda place: place)
    pages = paged(numbers)
    pages.reach(500_000, 500_001)
    pages.reach(500_000, 500_001)
    assert pages.get(500_000) == 500_000
    assert numbers.made == PAGE


def test_the_last_page_may_be_short() -> None:
    pages = paged(range(PAGE + 3))
    assert pages.read(PAGE + 2) == PAGE + 2
    assert pages.read(PAGE + 3) is None


def test_however_far_one_goes_only_what_is_near_is_kept() -> None:
    pages = paged(Made(1_000_000, lambda place: place))
    for place in range(0, 60_000, PAGE):
        pages.reach(place, place + 1)
    here = [place for place in range(0, 60_000, PAGE) if pages.get(place) is not None]
    assert len(here) == KEPT
    assert here[-1] == 60_000 - PAGE

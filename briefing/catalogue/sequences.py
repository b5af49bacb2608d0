"""Long lists of which only a few pages are ever there."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import eq
from typing import Generic, TypeVar, overload

Thing = TypeVar("Thing")
Fetch = Callable[[int, int], Sequence[Thing]]
"""Returns so many things from a place on."""

PAGE = 128
PAGES = 16
"""Pages that are kept."""


class LongList(Sequence[Thing]):
    """A list of known length, its slices and single things fetched when they are asked for.

    Where what it is fetched from has changed, and holds less, a slice is shorter than it should be.
    """

    def __init__(self, length: int, fetch: Fetch[Thing]) -> None:
        """Fetch nothing yet."""
        self._length = length
        self._fetch = fetch
        self._pages: dict[int, Sequence[Thing]] = {}

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> Thing: ...
    @overload
    def __getitem__(self, at: slice[int | None, int | None, int | None]) -> Sequence[Thing]: ...
    def __getitem__(self, at: int | slice[int | None, int | None, int | None]) -> Thing | Sequence[Thing]:
        if isinstance(at, slice):
            first, last, step = at.indices(self._length)
            if step != 1:
                return [self[place] for place in range(first, last, step)]
            return tuple(self._between(first, last))
        place = at + self._length if at < 0 else at
        if not 0 <= place < self._length:
            raise IndexError(at)
        return self._page(place // PAGE)[place % PAGE]

    def __iter__(self) -> Iterator[Thing]:
        for first in range(0, self._length, PAGE):
            yield from self._page(first // PAGE)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]  # it is compared like the list it stands for

    def _between(self, first: int, last: int) -> Iterator[Thing]:
        while first < last:
            page, place = divmod(first, PAGE)
            yield from self._page(page)[place : place + last - first]
            first += PAGE - place

    def _page(self, number: int) -> Sequence[Thing]:
        page = self._pages.get(number)
        if page is None:
            first = number * PAGE
            page = self._fetch(first, min(PAGE, self._length - first))
            if len(self._pages) >= PAGES:
                self._pages.clear()
            self._pages[number] = page
        return page


@dataclass(frozen=True, slots=True)
class Replaced(Generic[Thing]):
    """Things of a list from one place to before another, and what is there in their place."""

    first: int
    last: int
    things: Sequence[Thing]


@dataclass(frozen=True, slots=True)
class _Stretch(Generic[Thing]):
    """So many things of a list, from a place on."""

    things: Sequence[Thing]
    first: int
    many: int


def replace(kept: Sequence[Thing], places: Iterable[Replaced[Thing]]) -> LongList[Thing]:
    """Return a list with other things in some places, which come in order."""
    return _join(_stretches(kept, places))


def _stretches(kept: Sequence[Thing], places: Iterable[Replaced[Thing]]) -> Iterator[_Stretch[Thing]]:
    done = 0
    for place in places:
        yield _Stretch(kept, done, place.first - done)
        yield _Stretch(place.things, 0, len(place.things))
        done = place.last
    yield _Stretch(kept, done, len(kept) - done)


def _join(stretches: Iterable[_Stretch[Thing]]) -> LongList[Thing]:
    parts = tuple(stretch for stretch in stretches if stretch.many > 0)

    def part(number: int, first: int, many: int) -> Sequence[Thing]:
        begin = parts[number].first + first
        return parts[number].things[begin : begin + many]

    return in_parts([part.many for part in parts], part)


def in_parts(lengths: Iterable[int], fetch: Callable[[int, int, int], Sequence[Thing]]) -> LongList[Thing]:
    """Return a list made of parts of these lengths, one after another.

    `fetch` returns of a part, by its number, so many things from a place in it on.
    """
    starts = array("q", accumulate(lengths, initial=0))

    def fetch_all(first: int, many: int) -> list[Thing]:
        found: list[Thing] = []
        number = bisect_right(starts, first) - 1
        while many > 0 and number < len(starts) - 1:
            here = min(many, starts[number + 1] - first)
            found.extend(fetch(number, first - starts[number], here) if here else ())
            first, many, number = first + here, many - here, number + 1
        return found

    return LongList(starts[-1], fetch_all)

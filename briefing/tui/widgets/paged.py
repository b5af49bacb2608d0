"""A long sequence read a page at a time: what is near the view is here, the rest is left where it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

PAGE = 60
"""Rows read at once: more than most screens have, and still a fraction of a millisecond."""
KEPT = 40
"""Pages kept; those far from the view are let go first."""

Thing = TypeVar("Thing")


class Paged(Generic[Thing]):
    """What of a sequence is here. `get` never reads; `reach` does."""

    def __init__(self, count: int, between: Callable[[int, int], Sequence[Thing]]) -> None:
        """Read nothing yet; `between` will be asked for what stands from one index to before another."""
        self._count = count
        self._between = between
        self._pages: dict[int, Sequence[Thing]] = {}

    def __len__(self) -> int:
        """How many there are in all."""
        return self._count

    def get(self, index: int) -> Thing | None:
        """Return what stands at an index; None where its page is not here."""
        page = self._pages.get(index // PAGE, ())
        return page[index % PAGE] if index % PAGE < len(page) else None

    def reach(self, start: int, stop: int) -> None:
        """Read the pages from one index to before another that are not here yet."""
        for page in range(start // PAGE, -(-stop // PAGE)):
            if page not in self._pages:
                self._pages[page] = self._between(page * PAGE, (page + 1) * PAGE)
        let_go(self._pages, start // PAGE)

    def read(self, index: int) -> Thing | None:
        """Return what stands at an index, read now where it is not here; None beyond the end."""
        self.reach(index, index + 1)
        return self.get(index)


def paged(whole: Sequence[Thing]) -> Paged[Thing]:
    """Return a sequence to be read a page at a time."""
    return Paged(len(whole), lambda start, stop: whole[start:stop])


def let_go(pages: dict[int, Sequence[Thing]], near: int) -> None:
    """Forget the pages farthest from a place, down to as many as are kept."""
    for page in sorted(pages, key=lambda page: -abs(page - near))[: max(0, len(pages) - KEPT)]:
        del pages[page]

"""Random places of an export for edits, each used once, and words that nobody has written yet."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from itertools import pairwise

from tests.word.returned.round_trips.products import Product

_WORD = re.compile(r"\b[^\W\d_]+\b")
_SYLLABLES = "ba ce di fo gu ka le mi no pu ra se ti vo zu".split()
_LONG = 8
"""Words a paragraph has to have for most edits."""


class NoPlace(Exception):
    """There is no place left for an edit of a kind."""


class Places:
    """What is left of a product for edits."""

    def __init__(self, product: Product, chance: random.Random) -> None:
        """Take a product nothing was done to."""
        self.product = product
        self._chance = chance
        self._taken: set[int] = set()
        self.texts = tuple(part.text for part in product.exported.parts)
        self.kinds = tuple(part.kind for part in product.exported.parts)

    def words(self, count: int = 3) -> str:
        """Words nobody has used."""
        return " ".join("".join(self._chance.choices(_SYLLABLES, k=5)) for _ in range(count))

    def at(self, part: int) -> str:
        """The bookmark of a part."""
        return self.product.exported.parts[part].bookmark

    def part(self, fits: Callable[[int], bool], around: int = 0) -> int:
        """A part that nothing was done to, nor to so many on either side; raises NoPlace."""
        free = [
            number
            for number in range(len(self.texts))
            if self._taken.isdisjoint(range(number - around, number + around + 1)) and fits(number)
        ]
        if not free:
            raise NoPlace
        part = self._chance.choice(free)
        self._taken.update(range(part - around, part + around + 1))
        return part

    def row(self) -> list[int]:
        """The parts in a row of a table, but for its head, where nothing was done to any row; raises NoPlace."""
        rows: dict[int, list[int]] = {}
        for number, row in enumerate(self.product.rows):
            if row > 0:
                rows.setdefault(row, []).append(number)
        numbers = {number for row in rows.values() for number in row}
        if not numbers or not self._taken.isdisjoint(numbers):
            raise NoPlace
        self._taken |= numbers
        return self._chance.choice(list(rows.values()))

    def is_prose(self, part: int) -> bool:
        """Whether a part is of many words."""
        return len(self.texts[part].split()) >= _LONG

    def is_in_line(self, part: int) -> bool:
        """Whether it is a paragraph of many words between others, not in a table, and no other reads the same.

        Of two that do, LibreOffice itself tells a move where one was deleted and the other copied.
        """
        kinds = self.kinds[part - 1 : part + 2] if part else ()
        is_one = self.texts.count(self.texts[part]) == 1
        return self.is_prose(part) and len(kinds) == 3 and "cell" not in kinds and is_one

    def is_bare(self, part: int) -> bool:
        """Whether it refers to no note, but perhaps at its end."""
        return all(mark == len(self.texts[part]) for mark in self.product.marks[part])

    def gap(self, part: int) -> int:
        """A place before a word of a part that is not its first."""
        starts = [found.start() for found in _WORD.finditer(self.texts[part])]
        return self._chance.choice([start for start in starts[1:] if self.texts[part][start - 1] == " "])

    def span(self, part: int, most: int = 3) -> tuple[int, int]:
        """Some neighbouring words of a part, with no mark of a note in them; raises NoPlace."""
        return self._chance.choice(self._spans(self.texts[part], self.product.marks[part], most))

    def two_spans(self, part: int) -> list[tuple[int, int]]:
        """Two of them, with words between."""
        first, *_, last = self._spans(self.texts[part], self.product.marks[part], 2)
        return [first, last]

    def has_two(self, part: int) -> bool:
        """Whether a part has two places for edits, and many words between them."""
        spans = self._spans(self.texts[part], self.product.marks[part], 2)
        return bool(spans) and len(self.texts[part][spans[0][1] : spans[-1][0]].split()) >= _LONG

    def span_of_note(self, text: str) -> tuple[int, int]:
        """Some neighbouring words of a note."""
        return self._chance.choice(self._spans(text, (), 2))

    def _spans(self, text: str, marks: tuple[int, ...], most: int) -> list[tuple[int, int]]:
        found = list(_WORD.finditer(text))
        return [
            (found[first].start(), found[last].end())
            for first in range(len(found))
            for last in range(first, min(first + most, len(found)))
            if not any(found[first].start() <= mark <= found[last].end() for mark in marks)
            and _is_told_apart([one[0].casefold() for one in found], first, last)
        ]


def _is_told_apart(words: list[str], first: int, last: int) -> bool:
    """Whether it can be told which words went, were these to go: the ones beside them are others."""
    around = words[max(first - 1, 0) : last + 2]
    return all(one != other for one, other in pairwise(around)) and len(set(around)) == len(around)

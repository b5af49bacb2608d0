"""The kept text of a source, made ready once so that ten thousand quotations are soon found in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import combining

from briefing.evidence.quotations.evening import Even, even

PAGE_END = "\f"
_WORD = re.compile(r"\S+")
_COMMON = 40
"""Places of a word above which it says little about where a near match may stand."""
_WITHIN_NUMBERS = ".,:/"
_NOWHERE: list[int] = []
_JOINED = re.compile(r"[\w%]")


@dataclass(frozen=True, slots=True)
class KeptText:
    """A text, evened out, with the places of its words and the ends of its pages."""

    text: str
    """As it was read."""
    even: Even
    places: dict[str, list[int]]
    """Where in the evened text each word stands."""
    page_ends: tuple[int, ...]
    """Where in the text as it was read each page but the last ends."""

    def page(self, place: int) -> int:
        """Return the page, from 1, of a place in the text as it was read."""
        return bisect_right(self.page_ends, place - 1) + 1 if place else 1

    def find(self, sought: Even, start: int = 0) -> Iterator[int]:
        """Yield where words stand in the evened text from `start` on: whole, with every dash they had."""
        return (at for at in self._standing(sought.text) if at >= start and self._is_whole(sought, at))

    def nearest(self, sought: Even) -> int | None:
        """Return about where in the evened text most of some words stand, or None where hardly any do."""
        votes: Counter[int] = Counter()
        words = 0
        for word in _WORD.finditer(sought.text):
            words += 1
            places = self.places.get(word[0], ())
            if len(places) <= _COMMON:
                votes.update((place - word.start()) // 64 for place in places)
        if not votes:
            return None
        both = {bucket: votes[bucket] + votes[bucket + 1] for bucket in votes}
        best = max(both, key=lambda bucket: (both[bucket], -bucket))
        return max(0, best * 64) if both[best] * 4 >= words else None

    def _standing(self, text: str) -> Iterator[int]:
        """Yield where the characters of a text stand: found by its rarest word between two others."""
        whole = self.even.text
        inner = list(_WORD.finditer(text))[1:-1]
        if inner:
            places, before = min(((self.places.get(word[0], _NOWHERE), word.start()) for word in inner), key=_number)
            yield from [place - before for place in places if whole.startswith(text, place - before)]
            return
        at = whole.find(text)
        while at >= 0:
            yield at
            at = whole.find(text, at + 1)

    def _is_whole(self, sought: Even, at: int) -> bool:
        end = at + len(sought.text)
        first, before = sought.dash_at(0), self.even.dash_at(at)
        if before and before.is_minus and not (first and first.is_minus):
            return False
        return self._breaks(at) and self._breaks(end) and _same_dashes(sought, self.even, at, end)

    def _breaks(self, index: int) -> bool:
        """Whether a word ends or begins here, and no figure, sign or unit is torn from its number."""
        text = self.even.text
        before, after = text[max(0, index - 2) : index], text[index : index + 2]
        if not before or not after:
            return True
        dash = self.even.dash_at(index)
        if dash:
            return not dash.joins or not (_JOINED.match(before[-1]) and _JOINED.match(after[0]))
        if combining(after[0]) or (_JOINED.match(before[-1]) and _JOINED.match(after[0])):
            return False
        return not (_tears_number(before, after) or _tears_apostrophe(before, after))


def _number(found: tuple[list[int], int]) -> int:
    return len(found[0])


def _tears_apostrophe(before: str, after: str) -> bool:
    """Whether the break lies beside the apostrophe of can't or office's."""
    around = before + after
    return any(
        around[at] == "'" and around[at - 1].isalpha() and around[at + 1].isalpha() for at in range(1, len(around) - 1)
    )


def _tears_number(before: str, after: str) -> bool:
    """Whether the break lies within 1.5, 1,000, 5:30, 1/2 or £5."""
    if before[-1] in "£$€" and after[0].isdecimal():
        return True
    if before[-1] in _WITHIN_NUMBERS and after[0].isdecimal():
        return before[:1].isdecimal()
    return before[-1].isdecimal() and after[0] in _WITHIN_NUMBERS and after[1:2].isdecimal()


def _same_dashes(sought: Even, text: Even, start: int, end: int) -> bool:
    """Whether each side has every dash the other has, but for hyphens at line ends, which may go."""
    mine, theirs = sought.dashes_within(0, len(sought.text)), text.dashes_within(start, end)
    return all(dash.may_go or place in theirs for place, dash in mine.items()) and all(
        dash.may_go or place in mine for place, dash in theirs.items()
    )


def prepare(text: str) -> KeptText:
    """Return a text made ready to be searched; its pages end with form feeds."""
    evened = even(text)
    places: dict[str, list[int]] = {}
    for word in _WORD.finditer(evened.text):
        places.setdefault(word[0], []).append(word.start())
    ends = tuple(found.start() for found in re.finditer(PAGE_END, text))
    return KeptText(text, evened, places, ends)

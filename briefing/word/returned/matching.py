"""Paragraphs that have lost their names, matched with the parts of an export by their words and their neighbours.

First the order is kept: of all likely pairs those are taken that run forward in both and are worth most together, then
the gaps between them are looked at once more. What is left may have been moved, and has to be alike beyond doubt.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.word.returned.chain import Pair, heaviest
from briefing.word.returned.likeness import ACCEPTED, ALONE, BETWEEN, CLEAR, NOTHING, Likeness, Lookup, words_of

_SMALL = 400
"""Pairs that are all compared, rather than looked up."""
_NEAR = 20
"""Parts that are named as what a paragraph may be, where it stands between them."""
_FEW_WORDS = 8
"""Words below which it is chance that a paragraph has none in common with a part."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A paragraph without a name."""

    place: int
    """Its place among all paragraphs."""
    text: str
    after: int
    before: int
    """The parts between which it stands, by its neighbours that are placed."""


@dataclass(frozen=True, slots=True)
class Match:
    """The part a paragraph is, and how like it is."""

    part: int
    score: float


@dataclass(frozen=True, slots=True)
class Matched:
    """What was found: each by the place of the paragraph."""

    found: Mapping[int, Match]
    perhaps: Mapping[int, tuple[int, ...]]
    """Of those that are not clear the parts they may be, the likeliest first; what is not there is like nothing."""


def match(sought: Sequence[Sought], free: Mapping[int, str]) -> Matched:
    """Return the part each paragraph is; `free` are the texts of the parts that no paragraph has yet."""
    if not sought or not free:
        return Matched({}, {})
    matching = _Matching(sought, free)
    matching.follow_order()
    matching.fill_gaps()
    matching.find_moved()
    return Matched(matching.found, dict(matching.perhaps()))


class _Matching:
    """What is known while paragraphs are matched."""

    def __init__(self, sought: Sequence[Sought], free: Mapping[int, str]) -> None:
        self._sought = {one.place: one for one in sorted(sought, key=lambda one: one.place)}
        self._texts = free
        self._parts = sorted(free)
        self._free = set(free)
        self._likeness = Likeness(free, (one.text for one in sought))
        self._words = {one.place: words_of(one.text) for one in sought}
        self._scores: dict[tuple[int, int], float] = {}
        self._seen = self._candidates()
        self._ordered: dict[int, int] = {}
        """The parts of the paragraphs that stand in their order, by their places."""
        self.found: dict[int, Match] = {}

    def _candidates(self) -> dict[int, list[int]]:
        if len(self._sought) * len(self._parts) <= _SMALL:
            return dict.fromkeys(self._sought, self._parts)
        lookup = Lookup(self._texts)
        return {place: list(lookup.candidates(one.text)) for place, one in self._sought.items()}

    def follow_order(self) -> None:
        """Take the chain of pairs that is worth most."""
        pairs: list[Pair] = []
        for place, one in self._sought.items():
            within = [part for part in self._seen[place] if one.after < part < one.before]
            pairs += self._worth(((place, part) for part in within), BETWEEN)
        self._take(heaviest(pairs))

    def fill_gaps(self) -> None:
        """Look at what is left between two that were found: there is less to be mistaken for."""
        for places, parts in list(self._gaps()):
            if len(places) * len(parts) <= _SMALL:
                least = ALONE if len(places) == len(parts) == 1 else BETWEEN
                self._take(heaviest(self._worth(((place, part) for place in places for part in parts), least)))

    def find_moved(self) -> None:
        """Find those that stand somewhere else, which must be alike, and clearly so."""
        left = [(place, part) for place, parts in self._seen.items() if place not in self.found for part in parts]
        for place, part in sorted(left, key=lambda pair: -self._score(*pair)):
            score = self._score(place, part)
            if score < ACCEPTED:
                break
            if place not in self.found and part in self._free and self._is_clear(place, part, self._seen[place]):
                self._keep(place, part)

    def perhaps(self) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Yield what each that was not found may be, by its place."""
        for places, parts in self._gaps():
            for place in places:
                far = [part for part in self._seen[place] if part in self._free and self._score(place, part) > BETWEEN]
                near = [part for part in parts[:_NEAR] if not self._is_nothing(place, part)]
                if told := dict.fromkeys((*far, *near)):
                    yield place, tuple(sorted(told, key=lambda part: (-self._score(place, part), part)))

    def _is_nothing(self, place: int, part: int) -> bool:
        """Whether a paragraph has nothing to do with a part, and that is no chance."""
        fewest = min(self._words[place].total(), self._likeness.words[part].total())
        return fewest >= _FEW_WORDS and self._score(place, part) < NOTHING

    def _gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        """Yield what is left between neighbours: the places of paragraphs, and the parts that may be them."""
        run: list[int] = []
        around = (0, 0)
        for place, bounds in self._bounds().items():
            if place in self.found:
                continue
            if run and bounds != around:
                yield run, self._between(*around)
                run = []
            run.append(place)
            around = bounds
        if run:
            yield run, self._between(*around)

    def _bounds(self) -> dict[int, tuple[int, int]]:
        """Return between which parts each paragraph stands by now."""
        after, before, last, first = {}, {}, -1, len(self._texts) + max(self._texts)
        for place, one in self._sought.items():
            after[place] = last = max(last, one.after)
            last = max(last, self._ordered.get(place, last))
        for place, one in reversed(self._sought.items()):
            before[place] = first = min(first, one.before)
            first = min(first, self._ordered.get(place, first))
        return {place: (after[place], before[place]) for place in self._sought}

    def _between(self, after: int, before: int) -> list[int]:
        listed = self._parts[bisect_right(self._parts, after) : bisect_left(self._parts, before)]
        return [part for part in listed if part in self._free]

    def _worth(self, pairs: Iterable[tuple[int, int]], least: float) -> list[Pair]:
        """Return the pairs that are likely enough; one that is sure is worth more than two that are not."""
        scored = ((place, part, self._score(place, part)) for place, part in pairs)
        return [(place, part, score * score) for place, part, score in scored if score >= least]

    def _score(self, place: int, part: int) -> float:
        known = self._scores.get((place, part))
        if known is None:
            same = self._sought[place].text == self._texts[part]
            known = self._scores[place, part] = 1.0 if same else self._likeness.score(self._words[place], part)
        return known

    def _take(self, chain: Sequence[Pair]) -> None:
        """Keep what a chain says, where nothing between its neighbours is as likely."""
        self._ordered |= {place: part for place, part, _ in chain}
        bounds = self._bounds()
        for place, part, _ in chain:
            if self._is_clear(place, part, [other for other in self._seen[place] if other in range(*bounds[place])]):
                self._keep(place, part)
            else:
                del self._ordered[place]

    def _is_clear(self, place: int, part: int, among: Iterable[int]) -> bool:
        others = [self._score(place, other) for other in among if other != part and other in self._free]
        return self._score(place, part) - max(others, default=0.0) >= CLEAR

    def _keep(self, place: int, part: int) -> None:
        self.found[place] = Match(part, self._score(place, part))
        self._free.discard(part)

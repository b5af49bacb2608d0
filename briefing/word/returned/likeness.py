"""How like two texts are, by the words they share: the rarer a word among the texts at hand, the more it tells.

The score is twice the weight of the words both have, over the weight of all words of both (Dice). A word weighs
log(1 + texts / texts that have it), one that any text has a tenth of that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import log

ACCEPTED = 0.6
"""The score from which on words alone say what a paragraph is, whatever stands beside it."""
BETWEEN = 0.3
"""The score that is enough between two neighbours that are placed."""
ALONE = 0.15
"""The score that is enough where one paragraph and one part are all there is between two neighbours."""
NOTHING = 0.12
"""The score below which two texts have nothing to do with one another."""
CLEAR = 0.1
"""How much likelier than any other a paragraph has to be."""

_WORD = re.compile(r"\w+(?:['\N{RIGHT SINGLE QUOTATION MARK}]\w+)*")
_COMMON = frozenset(
    """a about all also an and any are as at be been but by can could do does for from had has have he her him his i if
    in into is it its may more my no not of on one or our out said she should so some such than that the their them
    then there these they this those to up us was we were what when which who will with would you your""".split()
)
_SHARE_OF_COMMON = 0.1
_RARE = 6
"""In how many texts a pair of words may stand to be looked up by."""
_MOST_CANDIDATES = 6

Words = Counter[str]


def words_of(text: str) -> Words:
    """Return the words of a text, in small letters, with how often it has each."""
    return Counter(_WORD.findall(text.casefold()))


class Likeness:
    """Some texts, and how like others are to them."""

    def __init__(self, texts: Mapping[int, str], beside: Iterable[str] = ()) -> None:
        """Take texts by their numbers; what stands `beside` them tells as well how rare a word is."""
        self.words = {number: words_of(text) for number, text in texts.items()}
        found: Counter[str] = Counter()
        for words in self.words.values():
            found.update(words.keys())
        others = [words_of(text).keys() for text in beside]
        for keys in others:
            found.update(keys)
        self._found, self._count = found, len(self.words) + len(others)
        self._weights: dict[str, float] = {}
        self._whole = {number: self.weigh(words) for number, words in self.words.items()}

    def weigh(self, words: Words) -> float:
        """Return the weight of all words."""
        return sum(self._weight(word) * times for word, times in words.items())

    def score(self, words: Words, number: int) -> float:
        """Return how like some words are to one of the texts, from 0 to 1."""
        whole = self.weigh(words) + self._whole[number]
        return 2 * self.weigh(shared(words, self.words[number])) / whole if whole else 0.0

    def share(self, words: Words, among: Words) -> float:
        """Return what share of some words stands among others, from 0 to 1."""
        whole = self.weigh(words)
        return self.weigh(shared(words, among)) / whole if whole else 0.0

    def _weight(self, word: str) -> float:
        known = self._weights.get(word)
        if known is None:
            known = log(1 + (self._count + 1) / (self._found[word] + 1)) * (_SHARE_OF_COMMON if word in _COMMON else 1)
            self._weights[word] = known
        return known


def shared(one: Words, other: Words) -> Words:
    """Return the words both have."""
    if len(other) < len(one):
        one, other = other, one
    return Counter({word: min(times, other[word]) for word, times in one.items() if word in other})


class Lookup:
    """Which of some texts share rare words, or rare pairs of words, with another."""

    def __init__(self, texts: Mapping[int, str]) -> None:
        """Take texts by their numbers."""
        self._holding: dict[str, list[int]] = {}
        for number, text in texts.items():
            for key in _keys(text):
                held = self._holding.setdefault(key, [])
                if len(held) <= _RARE:
                    held.append(number)

    def candidates(self, text: str) -> Sequence[int]:
        """Return the numbers of the texts that share most of what is rare, the likeliest first."""
        found: Counter[int] = Counter()
        for key in _keys(text):
            held = self._holding.get(key, ())
            if len(held) <= _RARE:
                for number in held:
                    found[number] += 1
        return [number for number, _ in found.most_common(_MOST_CANDIDATES)]


def _keys(text: str) -> set[str]:
    words = _WORD.findall(text.casefold())
    return {*words, *map(" ".join, pairwise(words))}

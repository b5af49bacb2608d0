"""The names of bodies: one that is a letter or two from a name on the office's list is not that name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.rules.engine import Hit, Reading, is_excused, passages_for
from briefing.rules.lists import Lists
from briefing.rules.named.settings import number_of
from briefing.rules.remembering import remembered
from briefing.rules.rule import Rule
from briefing.rules.sentences import Span
from briefing.wording import rules as say

_WORD = re.compile(r"\w+(?:[\u2019'-]\w+)*(?:[\u2019'](?=\s))?")
_OWNER = re.compile(r"'s?\Z")

Name = tuple[str, ...]
"""A body's name by its words, in small letters."""


def find_misnamed(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield where a name is within so many letters of a body's that is listed, and is none that is."""
    furthest = number_of(rule.settings, "letters")
    for passage in passages_for(reading, rule):
        for start, end, known in _misnamed(passage.text, reading.lists, furthest):
            if not is_excused(reading, rule, passage, start, end):
                yield Hit(passage, start, end, suggest=say.is_called(known))


@remembered
def _misnamed(text: str, lists: Lists, furthest: int) -> tuple[tuple[int, int, str], ...]:
    names = _names(lists)
    if names.by_word.keys().isdisjoint(_WORD.findall(_plain(text))):
        return ()
    spans = [found.span() for found in _WORD.finditer(text)]
    words = [_plain(text[start:end]) for start, end in spans]
    return tuple(_near(text, spans, words, names, furthest))


def _near(
    text: str, spans: list[Span], words: list[str], names: _Names, furthest: int
) -> Iterator[tuple[int, int, str]]:
    """Yield where words come near to a name: it has one of them, and those around it are nearly the others."""
    past = -1
    seen: dict[tuple[Name, int], Name | None] = {}
    for index, word in enumerate(words):
        for (count, at), alike in names.by_word.get(word, {}).items():
            first, last = index - at, index - at + count - 1
            if first <= past or last >= len(words) or not _is_name(text, spans[first], spans[last]):
                continue
            window = tuple(words[first : last + 1])
            if (window, at) not in seen:
                seen[window, at] = _nearest(window, alike, names, furthest)
            known = seen[window, at]
            if known:
                past = last
                yield spans[first][0], spans[last][1], names.written[known]
                break


def _is_name(text: str, first: Span, last: Span) -> bool:
    """Whether the words from one to another are written as a name is, and in one line."""
    between = text[first[0] : last[1]]
    return text[first[0]].isupper() and text[last[0]].isupper() and not _BROKEN.search(between)


_BROKEN = re.compile(r"[.,;:!?()\n\u201c\u201d\"]")


def _nearest(words: Name, alike: _Alike, names: _Names, furthest: int) -> Name | None:
    """Return a name that is within so many letters of words; None where there is none, or they are one themselves."""
    owned = (*words[:-1], _OWNER.sub("", words[-1]))
    if words in names.written or owned in names.written:
        return None
    for said in {words, owned}:
        letters, length = _letters_of(said), sum(map(len, said))
        for size in range(length - furthest, length + furthest + 1):
            for others, name in alike.get(size, ()):
                # So many changes leave all letters but twice as many: what costs little is asked first.
                if (letters ^ others).bit_count() <= 2 * furthest and _letters(name, said, furthest) <= furthest:
                    return name
    return None


def _letters_of(words: Name) -> int:
    """Return which letters words have, a bit for each."""
    bits = 0
    for letter in {letter for word in words for letter in word}:
        bits |= 1 << ord(letter) % 64
    return bits


def _letters(name: Name, said: Name, furthest: int) -> int:
    total = 0
    for known, word in zip(name, said, strict=True):
        total += _edits(known, word, furthest)
        if total > furthest:
            break
    return total


@lru_cache(maxsize=4_096)
def _edits(known: str, word: str, furthest: int) -> int:
    """Return how many letters to change, add or take away, two that changed places counted once; at most one more."""
    if known == word:
        return 0
    unlike = abs(len(known) - len(word)) > furthest or len(word) > _LONGEST
    if unlike or len(set(known) ^ set(word)) > 2 * furthest:
        return furthest + 1
    before: list[int] = []
    row = list(range(len(word) + 1))
    for down, letter in enumerate(known, 1):
        earlier, before, row = before, row, [down]
        for across, other in enumerate(word, 1):
            best = min(before[across] + 1, row[across - 1] + 1, before[across - 1] + (letter != other))
            if down > 1 and across > 1 and letter == word[across - 2] and known[down - 2] == other:
                best = min(best, earlier[across - 2] + 1)
            row.append(best)
        if min(row) > furthest:
            return furthest + 1
    return row[-1]


_LONGEST = 40
"""Letters of a word that may be one of a name."""


_Alike = dict[int, list[tuple[int, Name]]]
"""Names with a word in common at one place, by how many letters they have; with each, which letters these are."""


class _Names:
    """Every name of two words or more that is listed."""

    def __init__(self, lists: Lists) -> None:
        self.written: dict[Name, str] = {}
        self.by_word: dict[str, dict[tuple[int, int], _Alike]] = {}
        """Names by each of their words: how many words they have, and at which place this one stands."""
        for body in lists.bodies:
            for written in body.names:
                name = tuple(_plain(found[0]) for found in _WORD.finditer(f"{written} "))
                if len(name) > 1 and name not in self.written:
                    self.written[name] = written
                    self._put(name)

    def _put(self, name: Name) -> None:
        one = _letters_of(name), name
        for at, word in enumerate(name):
            if len(word) > _SHORT:
                alike = self.by_word.setdefault(word, {}).setdefault((len(name), at), {})
                alike.setdefault(sum(map(len, name)), []).append(one)


_SHORT = 3
"""Letters of a word that many names have, and that finds none."""


@lru_cache(maxsize=8)
def _names(lists: Lists) -> _Names:
    return _Names(lists)


def _plain(word: str) -> str:
    return word.replace("\u2019", "'").casefold()

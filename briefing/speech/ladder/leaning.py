"""Blocks that lean on a dropped one: “as I said”, “secondly”, “this”. The words are data, in leaning.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

_SENTENCE = re.compile(r"(?:^|[.!?…:;]\s+)[\s“\"\u2018'(]*")
_WORD = re.compile(r"[a-z0-9][a-z0-9'-]*")
_AFTER_THAT = ("of", "in", "to", "for", "on", "with", "from", "by", "at", "than", "and", "but", "about")
"""After these “that” points at a thing; elsewhere it may only join two clauses."""


class Lean(StrEnum):
    """How a block leans on another."""

    OPENING = "opening"
    """It begins with a word that takes up the block before."""
    BACK = "back"
    """It says that something was said."""
    POINTING = "pointing"
    """It points at a thing that was named."""
    COUNTING = "counting"
    """It is the next of something counted."""
    PROMISE = "promise"
    """It counts on to something that does not follow."""
    ANSWER = "answer"
    """It answers what is not said."""
    UNANSWERED = "unanswered"
    """It says what others say, and nothing answers it."""


@dataclass(frozen=True, slots=True)
class Leaning:
    """A block that leans on a dropped one."""

    block: str
    """Its id."""
    how: Lean
    words: str
    """The words that lean, as they are written; empty where the place in the outline does."""
    on: str
    """The id of the dropped block."""


@dataclass(frozen=True, slots=True)
class _Words:
    opening: re.Pattern[str]
    back: re.Pattern[str]
    pointing: re.Pattern[str]
    known: frozenset[str]
    counting: tuple[re.Pattern[str], ...]


def find_leaning(full: Sequence[tuple[str, str]], kept: Mapping[str, str]) -> tuple[Leaning, ...]:
    """Return the kept blocks whose words lean on a dropped one, in order.

    `full` holds id and words of every block that is said, in order; `kept` the words of those a version says, by id.
    """
    speech = _Speech([(block, _plain(text)) for block, text in full], kept)
    return tuple(leaning for at, (block, _) in enumerate(full) if block in kept for leaning in speech.leanings(at))


class _Speech:
    """A speech and what is kept of it."""

    def __init__(self, full: Sequence[tuple[str, str]], kept: Mapping[str, str]) -> None:
        self.full = full
        self.kept = {block: _plain(text) for block, text in kept.items()}
        self.written = kept

    def leanings(self, at: int) -> Iterator[Leaning]:
        """Yield each way in which a kept block leans, once."""
        block = self.full[at][0]
        text = self.kept[block]
        for how, finds in _WAYS.items():
            found = next(finds(self, at, text), None)
            if found:
                start, end, on = found
                yield Leaning(block, how, self.written[block][start:end].strip(), self.full[on][0])

    def is_dropped(self, at: int) -> bool:
        """Whether the block at a place is not said."""
        return self.full[at][0] not in self.kept

    def opening(self, at: int, text: str) -> Iterator[_Found]:
        """Yield the first words, where they take up the block before and it is dropped."""
        match = _words().opening.match(text)
        if match and at and self.is_dropped(at - 1) and not self._is_known(match.end(), text):
            yield (match.start("words"), match.end("words"), at - 1)

    def _is_known(self, end: int, text: str) -> bool:
        following = _WORD.search(text, end)
        return following is not None and following[0] in _words().known and following[0] not in _VERBS

    def back(self, at: int, text: str) -> Iterator[_Found]:
        """Yield words that say that something was said, where something before is dropped."""
        dropped = [before for before in range(at) if self.is_dropped(before)]
        for match in _words().back.finditer(text):
            if dropped:
                yield (match.start(), match.end(), dropped[-1])

    def pointing(self, at: int, text: str) -> Iterator[_Found]:
        """Yield things that are pointed at, where all that named them before is dropped."""
        for match in _words().pointing.finditer(text):
            noun = _one_of(match["noun"])
            if match["noun"] in _words().known or (match["that"] and not _points(text, match.start())):
                continue
            naming = [before for before in range(at) if _names(self.full[before][1], noun)]
            if naming and all(map(self.is_dropped, naming)):
                yield (match.start(), match.end(), naming[-1])

    def counting(self, at: int, text: str) -> Iterator[_Found]:
        """Yield a “secondly” whose “first” is dropped."""
        yield from self._counted(text, -1, range(at), self.kept[self.full[at][0]])

    def promise(self, at: int, text: str) -> Iterator[_Found]:
        """Yield a “first” whose “secondly” is dropped."""
        yield from self._counted(text, 1, range(len(self.full) - 1, at, -1), self.kept[self.full[at][0]])

    def _counted(self, text: str, step: int, others: Sequence[int], own: str) -> Iterator[_Found]:
        counting = _words().counting
        for number, pattern in enumerate(counting):
            match = pattern.search(text)
            if match is None or not 0 <= number + step < len(counting):
                continue
            other = counting[number + step]
            has = [place for place in others if other.search(self.full[place][1])]
            said = any(other.search(self.kept.get(self.full[place][0], "")) for place in has) or other.search(own)
            if has and not said:
                yield (match.start("words"), match.end("words"), has[-1])


_Found = tuple[int, int, int]
"""Start and end of the words, and the place of the block they lean on."""
_WAYS = {
    Lean.OPENING: _Speech.opening,
    Lean.BACK: _Speech.back,
    Lean.POINTING: _Speech.pointing,
    Lean.COUNTING: _Speech.counting,
    Lean.PROMISE: _Speech.promise,
}
_VERBS = frozenset(("is", "was", "are", "were", "has", "have", "will", "would", "can", "could", "may", "might"))
"""Words after “this” that name nothing: it leans all the same."""


def _plain(text: str) -> str:
    """Return words as they are compared: letter for letter, so that places stay."""
    return text.translate(_QUOTES).lower() if len(text.lower()) == len(text) else text.translate(_QUOTES)


_QUOTES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u00a0": " "})


def _points(text: str, start: int) -> bool:
    """Whether a “that” points at a thing: at the head of a sentence, or after a preposition."""
    before = text[:start].rstrip()
    return not before or before[-1] in '.!?…:;,“"' or before.split()[-1] in _AFTER_THAT


def _one_of(noun: str) -> str:
    """Return a noun as one of its kind, near enough to find the others."""
    return noun[:-3] if noun.endswith("ies") else noun[:-1] if noun.endswith(("s", "y")) else noun


def _names(text: str, noun: str) -> bool:
    return re.search(rf"\b{re.escape(noun)}(?:y|ies|es|s|'s)?\b", text) is not None


@cache
def _words() -> _Words:
    held = tomllib.loads((files(__package__) / "leaning.toml").read_text(encoding="utf-8"))
    return _Words(
        opening=re.compile(rf"[\s“\"\u2018'(]*(?P<words>{_any(held['opening'])})\b"),
        back=re.compile(rf"\b(?:{_any(held['back'])})\b"),
        pointing=re.compile(
            rf"\b(?:(?P<that>that)|{_any(set(held['pointing']) - {'that'})}) (?:\d+ )?(?P<noun>[a-z'-]+)"
        ),
        known=frozenset(held["known"]),
        counting=tuple(re.compile(rf"{_SENTENCE.pattern}(?P<words>{_any(each)})\b") for each in held["counting"]),
    )


def _any(words: Collection[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))

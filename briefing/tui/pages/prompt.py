"""The words of a block as they are read aloud from the screen: few to a line, far apart, a page of whole sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from briefing.document.prose import sentences
from briefing.speech.script import Script
from briefing.tui.widgets.literal import Line, Look, Run, fit, wrap
from briefing.wording import rehearsal as say

TALL = 12
"""Lines of a view that has some to spare for what keeps the words apart from everything else."""
NARROWEST = 16
"""Characters of a line at least, however long the office wants them."""
_MARGIN = 2
"""Cells at either side, at least."""
_MORE_THAN_FITS = 2
"""Pages of text that are looked at to fill one."""
_WORD = re.compile(r"\S+")
_WITH_SPACE = re.compile(r"\S+\s*")
_GLIMPSE = 200
"""Characters of what comes next that are looked at: a line holds fewer."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is read aloud: a block, and what stands around it."""

    words: str = ""
    heading: str = ""
    pause: int = 0
    """Seconds of silence after the words."""
    following: str = say.THE_END
    """What comes after the block."""
    measure: int = 45
    """Characters of a line at most."""
    mark: int | None = None
    """How many characters of the words were said, where that is marked; each word then leads to its end."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a prompt, laid out."""

    lines: tuple[Line, ...] = ()
    starts: tuple[int, ...] = (0,)
    """Where each page of the prompt begins, in characters."""
    at: int = 0
    """Which of them this is, from 0."""


@dataclass(frozen=True, slots=True)
class _Room:
    """How the lines of a view are shared out."""

    above: int
    """Lines above the words, the last but one of them the heading's."""
    words: int
    below: int
    """Lines below the words and their pause."""

    @property
    def step(self) -> int:
        """Lines from one line of words to the next."""
        return 2 if self.words >= TALL // 2 else 1

    @property
    def most(self) -> int:
        """The lines of words there is room for."""
        return max(1, (self.words + self.step - 1) // self.step)


def prompt_of(script: Script, at: int, measure: int) -> Prompt:
    """Return one part of a speech as it is read aloud."""
    part, rest = script.parts[at], script.parts[at + 1 :]
    return Prompt(part.words, part.heading, part.pause, rest[0].words if rest else say.THE_END, measure)


def word_ends(text: str) -> tuple[int, ...]:
    """Return where each word of a text ends, after 0 for none of them."""
    return 0, *(word.end() for word in _WORD.finditer(text))


def leaf_of(prompt: Prompt, start: int, width: int, height: int) -> Leaf:
    """Return the page that holds a character of the words, as `height` lines of at most `width` cells."""
    measure = max(NARROWEST, min(prompt.measure, width - 2 * _MARGIN))
    room = _share(prompt, height)
    starts = page_starts(prompt.words, measure, room.most)
    at = bisect_right(starts, start) - 1
    end = starts[at + 1] if at + 1 < len(starts) else len(prompt.words)
    body = wrap(_body(prompt, starts[at], end), measure)
    lines = [*_head(prompt, room), *_apart(body, room.step)]
    if end == len(prompt.words):
        lines += _pausing(prompt, room)
    lines += [()] * (height - room.below - len(lines))
    lines += _foot(prompt.words[end:] or prompt.following, room)
    margin = Run(" " * max(0, (width - measure) // 2))
    return Leaf(tuple((margin, *fit(line, measure)) for line in lines[:height]), starts, at)


def _body(prompt: Prompt, start: int, end: int) -> Line:
    """Return the words of a page; where it is marked how far one came, the last word chosen and the rest soft."""
    text = prompt.words[start:end].rstrip()
    return (Run(text, Look.STRONG),) if prompt.mark is None else tuple(_marked(text, start, prompt.mark))


def _marked(text: str, start: int, mark: int) -> Iterator[Run]:
    done = 0
    for word in _WORD.finditer(text):
        end = start + word.end()
        look = Look.STRONG if end < mark else Look.CURSOR if end == mark else Look.SOFT
        yield Run(text[done : word.start()], look if look is not Look.CURSOR else Look.STRONG)
        yield Run(word[0], look, str(end))
        done = word.end()


def _share(prompt: Prompt, height: int) -> _Room:
    around = 3 if height >= TALL else 1
    paused = (2 if height >= TALL else 1) if prompt.pause else 0
    return _Room(around, max(1, height - 2 * around - paused), around)


def _head(prompt: Prompt, room: _Room) -> list[Line]:
    beside: list[Line] = [()] * (room.above // 2)
    heading = say.bracketed(prompt.heading) if prompt.heading else ""
    return [*beside, (Run(heading, Look.HEADING),), *beside]


def _apart(body: Sequence[Line], step: int) -> list[Line]:
    apart: list[Line] = []
    for line in body:
        apart += [line, *[()] * (step - 1)]
    return apart[: len(apart) - step + 1]


def _pausing(prompt: Prompt, room: _Room) -> list[Line]:
    if not prompt.pause:
        return []
    return [*[()] * (room.above // 2), (Run(say.pause(prompt.pause), Look.KEY),)]


def _foot(following: str, room: _Room) -> list[Line]:
    beside: list[Line] = [()] * (room.below // 2)
    return [*beside, (Run(say.following(" ".join(following[:_GLIMPSE].split())), Look.SOFT),), *beside]


@lru_cache(maxsize=128)
def page_starts(text: str, width: int, most: int) -> tuple[int, ...]:
    """Return where the pages of a text begin: of whole sentences where one fits into so many lines, else of words."""
    whole = len(text.rstrip())
    starts = [0]
    while (end := _page_end(text, starts[-1], width, most)) < whole:
        starts.append(end)
    return tuple(starts)


def _page_end(text: str, start: int, width: int, most: int) -> int:
    """Return where the page from `start` on ends: after a sentence, a word, or a character of a very long one."""

    def lines(end: int) -> int:
        return len(wrap((Run(text[start:end].rstrip()),), width))

    part = text[start : start + _MORE_THAN_FITS * (width + 1) * most]
    ends = (
        accumulate(map(len, sentences(part))),
        (word.end() for word in _WITH_SPACE.finditer(part)),
        range(1, len(part)),
    )
    for each in ends:
        places = [start + end for end in each]
        if fitting := bisect_right(places, most, key=lines):
            return places[fitting - 1]
    return start + max(1, len(part))

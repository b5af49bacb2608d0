"""Stretches of one speaker in a day of Hansard: what was said between two time stamps, which tells how fast.

Successive stamps, 4 to 60 minutes apart, no division between them, and one who says at least nine tenths of the words.
At fewer than 60 or more than 260 words a minute the sitting was suspended, or a stamp is wrong (speaking-time 4.1).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from operator import itemgetter

from briefing.model.pace import Measured, is_speech
from briefing.speech.hansard import Contribution, Day
from briefing.speech.said.counting import count_said

SHORTEST, LONGEST = 4, 60
"""Minutes. Stamps are whole minutes, so what is shorter is measured too roughly."""
SHARE = 0.9
"""Of the words between two stamps, what one speaker must have said; the rest are interruptions."""
_DAY = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Stretch:
    """What was said between two time stamps, nearly all of it by one."""

    speaker: str
    """The name as the file has it."""
    on: date | None
    begins: int
    """Seconds after midnight."""
    measured: Measured
    """All words between the stamps, with the interruptions, and the minutes."""


def find_stretches(day: Day, count: Callable[[str], float] = count_said) -> Iterator[Stretch]:
    """Yield each stretch of one speaker, in order; `count` returns the words of a text."""
    said: dict[int | None, list[Contribution]] = defaultdict(list)
    for contribution in day.contributions:
        said[contribution.stamp].append(contribution)
    for place, (stamp, following) in enumerate(pairwise(day.stamps)):
        minutes = (following.at - stamp.at) % _DAY / 60
        if SHORTEST <= minutes <= LONGEST and not stamp.has_division and said[place]:
            speaker, words = _count(said[place], count)
            if speaker and is_speech(words, minutes):
                yield Stretch(speaker, said[place][0].on, stamp.at, Measured(words, minutes))


def _count(said: Sequence[Contribution], count: Callable[[str], float]) -> tuple[str, float]:
    """Return who said nearly all, empty where nobody did, and how many words were said."""
    words: dict[str, float] = defaultdict(float)
    for contribution in said:
        words[contribution.speaker] += sum(map(count, contribution.paragraphs))
    total = sum(words.values())
    speaker, most = max(words.items(), key=itemgetter(1))
    return speaker if most >= SHARE * total else "", total

"""Two texts word by word: what is the same, and what stands in only one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefing.evidence.quotations.evening import even

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that both texts have, or that take one another's place."""

    said: str
    found: str

    @property
    def is_same(self) -> bool:
        """Whether both have them, but for what quotations may differ in."""
        return even(self.said).text == even(self.found).text


def word_by_word(said: str, found: str) -> tuple[Stretch, ...]:
    """Return two texts side by side; what the second has before and after all of the first is left out."""
    mine, theirs = _WORD.findall(said), _WORD.findall(found)
    matcher = SequenceMatcher(
        None, [even(word).text for word in mine], [even(word).text for word in theirs], autojunk=False
    )
    stretches = list(_stretches(matcher, mine, theirs))
    while stretches and not stretches[0].said:
        del stretches[0]
    while stretches and not stretches[-1].said:
        del stretches[-1]
    return tuple(stretches)


def _stretches(matcher: SequenceMatcher[str], mine: list[str], theirs: list[str]) -> Iterator[Stretch]:
    for _, start, end, first, last in matcher.get_opcodes():
        yield Stretch(" ".join(mine[start:end]), " ".join(theirs[first:last]))

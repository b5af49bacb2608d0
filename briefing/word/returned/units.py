"""A paragraph as it was before every tracked change, while it is found out what it is."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.word.returned.homes import By
from briefing.word.returned.values import NONE, ReturnedParagraph


@dataclass(slots=True)
class Unit:
    """A paragraph as it was before every tracked change, while its part is looked for."""

    text: str
    members: tuple[ReturnedParagraph, ...]
    part: int = NONE
    joined: tuple[int, ...] = ()
    by: By = By.PLACE
    score: float = 1.0
    copy_of: int = NONE
    rest_of: int = NONE
    perhaps: tuple[int, ...] = ()
    is_doubtful: bool = False
    """Whether it cannot be told from a part of ours that has changed beyond knowing."""
    named: list[int] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether it has words, and nobody knows yet what they are."""
        return self.part == self.copy_of == self.rest_of == NONE and bool(self.text.strip())

    def may_be_rest(self, part: int) -> bool:
        """Whether it may have been split off a part: programs leave the bookmark on one half, or on both."""
        return self.is_open or (self.copy_of == part and bool(self.text.strip()))

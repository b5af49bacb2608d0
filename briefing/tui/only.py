"""Which changes are shown of those that came back: of an author, of a kind, the open ones, the guarded ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from briefing.settling.decisions import State
from briefing.settling.settlement import Settlement
from briefing.word.returned.change import Change, What
from briefing.wording import homecoming as say

_AUTHOR, _KIND = "author:", "kind:"
_ALL, _OPEN, _GUARDED = "all", "open", "guarded"


@dataclass(frozen=True, slots=True)
class Only:
    """What is to be shown; everything where nothing is set."""

    author: str | None = None
    """Empty for what was not tracked, and so is nobody's."""
    kind: str = ""
    is_open: bool = False
    is_guarded: bool = False

    def lets(self, settlement: Settlement) -> Callable[[Change], bool]:
        """Return what tells whether a change is shown."""

        def let(change: Change) -> bool:
            return (
                (self.author is None or change.author == self.author)
                and (not self.kind or change.what == self.kind)
                and (not self.is_guarded or change.is_guarded)
                and (not self.is_open or settlement.state(change.id) is State.OPEN)
            )

        return let

    @property
    def told(self) -> tuple[str, ...]:
        """What is shown, in words; nothing where all is."""
        author = () if self.author is None else (self.author or say.NOBODY,)
        parts = ((self.is_open, say.OPEN_ONES), (self.is_guarded, say.GUARDED_ONES))
        kind = (say.KINDS[self.kind],) if self.kind else ()
        return (*author, *kind, *(words for holds, words in parts if holds))

    def turned(self, key: str) -> Only:
        """Return this with one thing more, or, where it is in it already, one thing less."""
        if key.startswith(_AUTHOR):
            author = key.removeprefix(_AUTHOR)
            return replace(self, author=None if self.author == author else author)
        if key.startswith(_KIND):
            kind = key.removeprefix(_KIND)
            return replace(self, kind="" if self.kind == kind else kind)
        if key == _OPEN:
            return replace(self, is_open=not self.is_open)
        return replace(self, is_guarded=not self.is_guarded) if key == _GUARDED else Only()


def choices(settlement: Settlement) -> Iterator[tuple[str, str, int]]:
    """Yield what one can choose: a key for `Only.turned`, what it is called, and how many changes are like that."""
    listed = settlement.listed
    authors, kinds = Counter(change.author for change in listed), Counter(change.what for change in listed)
    yield _ALL, say.ALL, len(listed)
    yield _OPEN, say.OPEN_ONES, len(settlement.open)
    yield _GUARDED, say.GUARDED_ONES, sum(change.is_guarded for change in listed)
    for author, count in authors.most_common():
        yield f"{_AUTHOR}{author}", author or say.NOBODY, count
    for kind in What:
        if kinds[kind]:
            yield f"{_KIND}{kind}", say.KINDS[kind], kinds[kind]

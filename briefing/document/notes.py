"""The notes of one document: the first of a source names it whole, the later ones by its title.

What is heard or held rather than read spares its reader what is known. `Repeats` says how far.
"""

from __future__ import annotations

from enum import Enum, auto

from briefing.document.citation import cite, cite_again
from briefing.document.document import Footnote, Link, Words
from briefing.model.card import Card
from briefing.model.dates import spell
from briefing.model.library import Library
from briefing.model.source import Source
from briefing.wording import document as say

Said = tuple[str, str, tuple[Words | Link, ...]]
"""What a note says: its source, where in it, and what is remarked."""


class Repeats(Enum):
    """When a note is left out because it would say only what another said before it."""

    NEVER = auto()
    AT_ONCE = auto()
    """Where the note before it said so: what was cited last holds on."""
    ON_ONE_SIDE = auto()
    """Where any note said so: all of them are in sight. Sources are named by their titles from the first."""


class Notes:
    """What was cited so far. Notes are to be asked for in the order in which they will be read."""

    def __init__(self, library: Library, spared: Repeats = Repeats.NEVER) -> None:
        """Take the library whose sources are cited, and which repeats its reader is spared."""
        self._library = library
        self._spared = spared
        self._cited: dict[str, Source] = {}
        self._said: set[Said] = set()
        self._last: Said | None = None

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source cited so far, by author and title as a reader looks for them."""
        return tuple(sorted(self._cited.values(), key=_by_name))

    def note(self, card: Card, *, shown: str, scope: bool) -> tuple[Footnote, ...]:
        """Return the note that names a card's source, or none where it has no source.

        `shown` are the words the note stands by; with `scope` the note adds what they leave out of the card's scope.
        """
        source = self._library.source_of(card)
        if source is None:
            return ()
        said = (source.id, card.at, _remarks(card, shown, scope=scope))
        if self._is_known(said) and not (card.quote and card.quote in shown):
            return ()
        self._said.add(said)
        self._last = said
        by_title = self._spared is Repeats.ON_ONE_SIDE or source.id in self._cited
        citation = cite_again(source, card.at) if by_title else cite(source, card.at)
        self._cited.setdefault(source.id, source)
        return (Footnote((*citation, *said[-1]), source.id),)

    def _is_known(self, said: Said) -> bool:
        """Whether the reader knows it; exact words have their note all the same."""
        match self._spared:
            case Repeats.NEVER:
                return False
            case Repeats.AT_ONCE:
                return said == self._last
            case Repeats.ON_ONE_SIDE:
                return said in self._said


def scope_of(card: Card, shown: str) -> tuple[str, ...]:
    """Return for whom, in what, where and when a card holds, as far as the words shown do not say so."""
    day = say.on_day(spell(card.as_of)) if card.as_of and not card.period else ""
    held = (card.of, card.unit, card.place, card.period, day)
    return tuple(part for part in held if part and part.casefold() not in shown.casefold())


def _remarks(card: Card, shown: str, *, scope: bool) -> tuple[Words | Link, ...]:
    """Return what a reader must know to use the words: what was cut, and what they hold for."""
    cut = {"ellipsis": say.ELLIPSIS, "splice": say.SPLICE}.get(card.cut, "") if card.quote in shown else ""
    held = say.scope(parts) if scope and (parts := scope_of(card, shown)) and is_figure(card) else ""
    return tuple(Words(f" {remark}.") for remark in (cut, held) if remark)


def is_figure(card: Card) -> bool:
    """Whether a card's claim is worth nothing without its scope: it says of whom, or in what."""
    return bool(card.of or card.unit)


def _by_name(source: Source) -> tuple[str, str, str]:
    return ((source.author or source.publisher or source.title).casefold(), source.title.casefold(), source.id)

"""The notes of one document: the first of a source names it whole, the later ones by its title."""

from __future__ import annotations

from briefing.document.citation import cite, cite_again
from briefing.document.document import Footnote, Link, Words
from briefing.model.card import Card
from briefing.model.dates import spell
from briefing.model.library import Library
from briefing.model.source import Source
from briefing.wording import document as say


class Notes:
    """What was cited so far. Notes are to be asked for in the order in which they will be read."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._cited: dict[str, Source] = {}

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
        citation = cite_again(source, card.at) if source.id in self._cited else cite(source, card.at)
        self._cited.setdefault(source.id, source)
        return (Footnote((*citation, *_remarks(card, shown, scope=scope)), source.id),)


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

"""A second, slower way to say what a query finds and in which order: by the rules as they are told, from every card."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import Stemmer

from briefing.model.card import Card
from briefing.model.library import WholeLibrary
from briefing.model.note import Note, library_order
from briefing.model.source import Source
from briefing.search.query import Filter, Query, Term, parse_query

STATUS_ORDER = ("checked", "unchecked", "disputed", "superseded", "withdrawn")
AS_TYPED, GOING_ON, OTHER_FORM = range(3)
LAST = 2
"""The last of three places to look in: anywhere."""
LEAST_OF_ID = 4
"""Characters of the shortest beginning of an id that finds it: half the ids begin with any letter there is."""
Order = tuple[int, int, int, str, str]

_stem = lru_cache(None)(Stemmer.Stemmer("english").stemWord)


@lru_cache(100_000)
def folded(text: str) -> str:
    """The text in small letters without accents, one space between words, and numbers without their commas."""
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", re.sub(r"([0-9]),(?=[0-9]{3}(?![0-9]))", r"\1", text))
        if unicodedata.category(letter) not in {"Mn", "Me", "Cf"}
    )
    return " ".join(re.findall(r"[^\W_]+", bare.casefold()))


@dataclass(frozen=True)
class Scanned:
    """A card as it is read for a search."""

    home: Note
    card: Card
    source: Source | None
    texts: tuple[tuple[str, ...], ...]
    """Its claim; that and the exact words; all of it: as they are compared, a space before and after each."""
    stems: tuple[frozenset[str], ...]
    """The stems of the words in each of these."""
    names: tuple[str, ...]
    """What it goes by, its id first: found whole, or by their beginning."""
    day: str
    """The last day it can be of; empty where nothing says."""


class Scan:
    """A library read for searches."""

    def __init__(self, library: WholeLibrary) -> None:
        """Read every card."""
        self._sources: dict[str, Source] = {}
        notes = sorted(library.notes, key=lambda each: library_order(each.name))
        for home in notes:
            for one in home.sources:
                self._sources.setdefault(one.id, one)
        self.cards = [self._read(home, one) for home in notes for one in home.cards]
        self._used = {block.evidence for outline in library.outlines for block in outline.blocks}
        self._called = {folded(text) for each in notes for text in (each.title, each.name)}

    def find(self, typed: str) -> list[str]:
        """Return the ids of the cards that match what was typed, in order."""
        query = parse_query(typed)
        found = [(self._order(query, each), each.card.id) for each in self.cards if self.holds(query, each)]
        return [card_id for _, card_id in sorted(found)]

    def _read(self, home: Note, one: Card) -> Scanned:
        names = (one.id, one.kind, one.standing)
        called = tuple(map(folded, names))
        if one.is_restricted:
            return Scanned(home, one, None, ((), (), ()), (frozenset(),) * 3, called, "")
        found = self._sources.get(one.source)
        told = [one.say, one.short, one.speaker, one.role, one.for_, one.of, one.place, one.period, one.why, *one.tags]
        of_source = [found.title, found.author, found.publisher] if found else []
        day = last_day(one.as_of or (found.published if found else None))
        claim, quote = _texts([one.claim]), _texts([one.quote])
        places = (claim, claim + quote, claim + quote + _texts([*told, *of_source]))
        stems = tuple(frozenset(_stem(word) for text in texts for word in text.split()) for texts in places)
        return Scanned(home, one, found, places, stems, called, day)

    def holds(self, query: Query, one: Scanned) -> bool:
        """Whether a card matches."""
        return (
            all(_way(term, one, LAST) is not None for term in query.terms)
            and not any(_way(term, one, LAST) == AS_TYPED for term in query.without)
            and all(self._passes(asked, one) != asked.without for asked in query.filters)
        )

    def _order(self, query: Query, one: Scanned) -> Order:
        newest = 99_999_999 - int(one.day.replace("-", "") or 0)
        return _tier(query.terms, one), STATUS_ORDER.index(one.card.standing), newest, one.card.id, one.home.name

    def _passes(self, asked: Filter, one: Scanned) -> bool:
        if asked.field == "used":
            return (one.card.id in self._used) == (asked.value == "yes")
        if asked.field == "since":
            return one.day >= asked.value
        if asked.field == "note":
            return self._is_note(asked.value, one.home)
        if asked.field == "topic" and self._is_note(asked.value, one.home):
            return True
        if asked.field == "by":
            return not one.card.is_restricted and _is_name(asked.value, folded(one.card.speaker).split())
        return any(value.startswith(asked.value) for value in _values(asked.field, one))

    def _is_note(self, value: str, home: Note) -> bool:
        mine = {folded(home.title), folded(home.name)}
        return value in mine if value in self._called else any(name.startswith(value) for name in mine)


def last_day(when: date | str | None) -> str:
    """The last day a date can mean."""
    if when is None:
        return ""
    return when + {4: "-12-31", 7: "-31"}[len(when)] if isinstance(when, str) else when.isoformat()


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(f" {folded(text)} " for text in texts if text)


def _tier(terms: Sequence[Term], one: Scanned) -> int:
    """First by where all the words stand, then by how the one that stands worst does."""
    for place in range(3):
        ways = [_way(term, one, place) for term in terms]
        if None not in ways:
            return 3 * place + max((way for way in ways if way is not None), default=0)
    raise AssertionError("this card does not match")


def _way(term: Term, one: Scanned, place: int) -> int | None:
    """How a term stands in the claim (0), in claim or exact words (1), or anywhere (2)."""
    texts = one.texts[place]
    wanted = " ".join(term.words)
    names = one.names if place == LAST else ()
    if wanted in names or any(f" {wanted} " in text for text in texts):
        return AS_TYPED
    if term.typing:
        long_enough = names if len(wanted) >= LEAST_OF_ID else names[1:]
        begun = any(name.startswith(wanted) for name in long_enough) or any(f" {wanted}" in text for text in texts)
        return GOING_ON if begun else None
    if len(term.words) > 1:
        return None
    return OTHER_FORM if _stem(wanted) in one.stems[place] else None


def _values(field: str, one: Scanned) -> list[str]:
    card = one.card
    if field in {"kind", "status", "handling"}:
        return [folded({"kind": card.kind, "status": card.standing, "handling": card.handling}[field])]
    if card.is_restricted:
        return []
    found = one.source
    return {
        "tag": lambda: [folded(tag) for tag in card.tags],
        "topic": lambda: [folded(topic) for topic in card.topics],
        "source": lambda: [
            *([folded(card.source)] if card.source else []),
            *_from_each_word([found.title, found.author, found.publisher] if found else []),
        ],
    }[field]()


def _is_name(typed: str, name: Sequence[str]) -> bool:
    """Every word typed begins one of the name's; two or three letters may be its initials."""
    begun = [any(word.startswith(each) for word in name) for each in typed.split()]
    return all(begun) or (typed.isalpha() and 2 <= len(typed) <= 3 and {*typed} <= {*name})


def _from_each_word(texts: Iterable[str]) -> list[str]:
    return [" ".join(found[at:]) for text in texts for found in [folded(text).split()] for at in range(len(found))]

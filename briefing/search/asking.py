"""What was typed as questions to the database: a word expression a tier, and what else must hold."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from briefing.search.judging import BEGUN, BENT, LEAST_OF_ID, PLACES, WAYS, WHOLE, Forms
from briefing.search.kept import Kept
from briefing.search.query import Filter, Query, Term
from briefing.search.rows import first_day
from briefing.search.tokens import (
    CARD,
    CLAIM,
    ENTIRE,
    EVERY,
    HANDLING,
    JOINT,
    KIND,
    PROSE,
    QUOTE,
    SOURCE,
    SPEAKER,
    STATUS,
    TAG,
    TOPIC,
    YEAR,
    note_token,
    pair_token,
    pairs,
    value_token,
)
from briefing.search.vocabulary import AFTER_ALL, beginning_with, forms_of, two_letters, values_beginning

WHERE = (CLAIM, CLAIM + QUOTE, CLAIM + QUOTE + PROSE)
"""The letters of the places a tier looks at."""

FACETS = {"kind": KIND, "status": STATUS, "handling": HANDLING, "tag": TAG}

SHORT = 3
"""Letters of the longest beginning the database keeps an index of its own for."""
FEW_ENDINGS = 60
"""Words that a beginning of few cards can go on to."""
NARROW = 8
"""Values that leave few cards."""
MOST = 500
"""Notes, sources or values a filter is spelt out as."""

DATED = """CASE WHEN cards.since THEN cards.since ELSE coalesce((SELECT sources.since FROM sources
    JOIN notes ON notes.row = sources.note WHERE sources.id = cards.source
    ORDER BY notes.folder, notes.name, sources.row LIMIT 1), 0) END"""
"""The day a card is of: its own, else its source's."""

_NOTES = """SELECT row FROM notes WHERE ? IN (called, titled)
    OR (NOT EXISTS (SELECT 1 FROM notes WHERE ? IN (called, titled))
        AND ((called >= ? AND called < ?) OR (titled >= ? AND titled < ?)))"""
"""A note of exactly that title or name, else every note whose title or name begins so: "the bill" is one topic
even where "the bill in the Lords" is another."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What a filter asks: of the words a card is found by, of its row, or of both."""

    words: str = ""
    sql: str = ""
    values: tuple[str | int, ...] = ()


class Asked:
    """A query made ready for one state of the index."""

    def __init__(self, connection: sqlite3.Connection, query: Query, kept: Kept) -> None:
        """Look up what the query's words and filters stand for."""
        self._connection = connection
        self._kept = kept
        self.query = query
        self._spelt: dict[str, list[str] | None] = {}
        self._named: dict[str, list[str]] = {}
        self._heads: dict[str, list[str]] = {}
        held = [(each, _condition(connection, each)) for each in query.filters]
        rows = [(each, condition) for each, condition in held if condition.sql]
        self.sql = "".join(
            f" AND NOT ({condition.sql})" if each.without else f" AND ({condition.sql})" for each, condition in rows
        )
        self.values = tuple(value for _, condition in rows for value in condition.values)
        self._must = [condition.words for each, condition in held if condition.words and not each.without]
        self._narrow = [condition.words for each, condition in held if condition.words and _is_narrow(each, condition)]
        exact = [
            condition.words
            for each, condition in held
            if condition.words and each.without and _is_exact(each, condition)
        ]
        self._not = [*exact, *(self._anywhere(term) for term in query.without if len(term.words) == 1)]

    @cached_property
    def forms(self) -> Forms:
        """The other forms of every finished word that is looked for by itself."""
        alone = (term for term in self.query.terms if len(term.words) == 1 and not term.typing)
        return {term.words[0]: frozenset(forms_of(self._connection, term.words[0])) for term in alone}

    @cached_property
    def is_rough(self) -> bool:
        """Whether the words find more than is meant, so that what they find must be judged by its texts."""
        texts = (*self.query.terms, *self.query.without)
        return any(len(term.words) > 1 for term in texts) or any(map(_needs_texts, self.query.filters))

    def tiers(self) -> Iterator[tuple[int, str]]:
        """Yield every tier that can hold anything, best first, with what finds it and those above in the same place."""
        if not self.query.terms:
            yield 0, self._whole(())
            return
        before = ""
        for place in range(PLACES):
            for way in range(WAYS):
                expression = self._whole(self.query.terms, place, way)
                if expression and expression != before:
                    yield WAYS * place + way, expression
                before = expression

    @cached_property
    def widest(self) -> str:
        """The expression that finds every card that matches; empty where none can."""
        return self._whole(self.query.terms, PLACES - 1, BENT)

    @cached_property
    def core(self) -> str:
        """An expression that finds every card that matches, by what few cards hold; empty where there is nothing such.

        What many cards hold is left out, words and values alike: it costs time to go through, and a card's texts tell.
        """
        rare = [self._rarest(term) for term in self.query.terms]
        parts = [*filter(None, rare), *self._narrow] or self._few_endings()
        return self._without(" AND ".join(parts)) if parts else ""

    def _rarest(self, term: Term) -> str:
        """Return what finds the cards that hold a term's finished words that are not common, and maybe more."""
        words = term.words[:-1] if term.typing else term.words
        rare = [Term((word,)) for word in words if word not in self._kept.common]
        # Only a word by itself has other forms, and only a term as a whole is a name.
        way = BENT if len(term.words) == 1 else WHOLE
        held = " AND ".join(_any(self._word(letter, each, way) for letter in WHERE[-1]) for each in rare)
        return _any([f"({held})", *self._names(term, BENT)]) if held else ""

    def _few_endings(self) -> list[str]:
        """Return what finds the word that is being typed, where few words begin so and none of them is common."""
        begun = [term for term in self.query.terms if term.typing]
        endings = self._endings(begun[0].words[-1]) if begun else None
        if not endings or len(endings) > FEW_ENDINGS or not self._kept.common.isdisjoint(endings):
            return []
        return [self._term(begun[0], WHERE[-1], BENT)]

    def _whole(self, terms: Iterable[Term], place: int = 0, way: int = WHOLE) -> str:
        """Return an expression for terms and filters together; empty where nothing can match."""
        parts = [self._term(term, WHERE[place], way) for term in terms]
        if not all(parts):
            return ""
        return self._without(" AND ".join([*parts, *self._must]) or EVERY)

    def _without(self, must: str) -> str:
        return f"({must}) NOT ({' OR '.join(self._not)})" if self._not else must

    def _term(self, term: Term, letters: str, way: int) -> str:
        names = self._names(term, way) if letters == WHERE[-1] else []
        if len(term.words) == 1:
            return _any([*(self._word(letter, term, way) for letter in letters), *names])
        held = " AND ".join(f'"{pair}"' for pair in pairs(term.words[: -1 if term.typing else None], self._kept.common))
        spelt = _any(self._phrase(letter, term, way) for letter in letters)
        return _any([f"({spelt} AND {held})" if held and spelt else spelt, *names])

    def _names(self, term: Term, way: int) -> list[str]:
        """Return what finds the cards that go by a term: their id, kind or status, whole or by its beginning."""
        name = JOINT.join(term.words)
        if not term.typing or way == WHOLE:
            return [_quoted(ENTIRE + tag + name) for tag in (CARD, KIND, STATUS)]
        if name not in self._named:
            begun = " ".join(term.words)
            self._named[name] = [each for tag in (KIND, STATUS) for each in _values(self._connection, tag, begun)]
        card = _quoted(ENTIRE + CARD + name)
        return [f"{card} *" if len(name) >= LEAST_OF_ID else card, *self._named[name]]

    def _phrase(self, letter: str, term: Term, way: int) -> str:
        *whole, last = term.words
        is_begun = term.typing and way >= BEGUN
        end = self._phrase_end(letter, whole[-1], last) if is_begun else _quoted(letter + last)
        return f"({' AND '.join([*(_quoted(letter + word) for word in whole), end])})" if end else ""

    def _phrase_end(self, letter: str, before: str, start: str) -> str:
        """Return what finds the end of a phrase from its beginning: spelt out, two common words as a pair."""
        endings = self._spelling(start)
        if endings is None:
            return self._begun(letter, start)
        common = self._kept.common if before in self._kept.common else frozenset()
        paired = (
            f"({_quoted(letter + each)} AND {_quoted(pair_token(before, each))})" for each in endings if each in common
        )
        return _any([*paired, *(_quoted(letter + each) for each in endings if each not in common)])

    def _word(self, letter: str, term: Term, way: int) -> str:
        (word,) = term.words
        if term.typing and way >= BEGUN:
            endings = self._endings(word)
            return self._begun(letter, word) if endings is None else _any(_quoted(letter + each) for each in endings)
        if way == BENT and not term.typing:
            return _any(_quoted(letter + each) for each in (word, *sorted(self.forms.get(word, ()))))
        return _quoted(letter + word)

    def _begun(self, letter: str, start: str) -> str:
        """Return what finds the words that begin so, left to the database; one letter by the two they begin with."""
        if len(start) > 1:
            return f"{_quoted(letter + start)} *"
        if start not in self._heads:
            self._heads[start] = two_letters(self._connection, start)
        return _any([_quoted(letter + start), *(f"{_quoted(letter + head)} *" for head in self._heads[start])])

    def _endings(self, word: str) -> list[str] | None:
        """Return the words a beginning can go on to; None where the database has them together, or they are many."""
        return None if len(word) <= SHORT else self._spelling(word)

    def _spelling(self, start: str) -> list[str] | None:
        """Return the words that begin so; None where they are many."""
        if start not in self._spelt:
            self._spelt[start] = beginning_with(self._connection, start)
        return self._spelt[start]

    def _anywhere(self, term: Term) -> str:
        return self._term(term, WHERE[-1], WHOLE)


def _any(expressions: Iterable[str]) -> str:
    found = [expression for expression in expressions if expression]
    return f"({' OR '.join(found)})" if len(found) > 1 else "".join(found)


def _quoted(token: str) -> str:
    # Folded words hold letters and digits alone, so nothing in them can end the quotation marks.
    return f'"{token}"'


def _is_narrow(asked: Filter, condition: Condition) -> bool:
    """Whether a filter leaves few cards; the others, but those of notes, can be told from the card (judging.py)."""
    if asked.without or asked.field not in {"tag", "topic", "note", "by", "source"}:
        return False
    return asked.field in {"topic", "note"} or condition.words.count('"') <= NARROW * 2


def _needs_texts(asked: Filter) -> bool:
    return asked.field == "source" or (asked.field == "by" and " " in asked.value)


def _is_exact(asked: Filter, condition: Condition) -> bool:
    """Whether what a filter's words find is just what it means, so that it can be left out by them."""
    return not condition.sql and not _needs_texts(asked)


def _condition(connection: sqlite3.Connection, asked: Filter) -> Condition:
    field, value = asked.field, asked.value
    if field in FACETS:
        return Condition(_any(_values(connection, FACETS[field], value)) or _NONE)
    return _CONDITIONS[field](connection, value)


def _values(connection: sqlite3.Connection, tag: str, value: str) -> list[str]:
    """Return what finds the values of a field that begin so: each spelt out, unless they are many."""
    values = values_beginning(connection, tag, value, MOST + 1)
    return [_quoted(value_token(tag, each)) for each in values] if len(values) <= MOST else [_begun(tag, value)]


def _begun(tag: str, value: str) -> str:
    return f"{_quoted(value_token(tag, value))} *"


def _used(_: sqlite3.Connection, value: str) -> Condition:
    return Condition(sql=f"cards.id {'IN' if value == 'yes' else 'NOT IN'} (SELECT card FROM uses)")


def _by(connection: sqlite3.Connection, value: str) -> Condition:
    *whole, last = value.split()
    starts = [last] if len(last) > 1 else two_letters(connection, last)
    begun = _any([_quoted(SPEAKER + last), *(f"{_quoted(SPEAKER + start)} *" for start in starts)])
    return Condition(" AND ".join([*(_quoted(SPEAKER + word) for word in whole), begun]))


_NONE = '"nothing"'
"""A word no card holds: `n` stands before none."""


def _since(connection: sqlite3.Connection, value: str) -> Condition:
    day = first_day(value)
    years = values_beginning(connection, YEAR, "", MOST)
    words = _any(_quoted(value_token(YEAR, year)) for year in years if int(year) >= day // 10_000) or _NONE
    return Condition(words, f"{DATED} >= ?", (day,))


def _in_notes(connection: sqlite3.Connection, value: str) -> Condition:
    between = (value, value + AFTER_ALL)
    names = (value, value, *between, *between)
    rows = connection.execute(f"{_NOTES} LIMIT ?", (*names, MOST + 1)).fetchall()
    if len(rows) > MOST:
        return Condition(sql=f"(cards.row >> 20) IN ({_NOTES})", values=names)
    return Condition(_any(_quoted(note_token(row)) for (row,) in rows) or _NONE)


def _on_topic(connection: sqlite3.Connection, value: str) -> Condition:
    topics = _values(connection, TOPIC, value)
    notes = _in_notes(connection, value)
    words = _any([*topics, notes.words.replace(_NONE, "")])
    if not notes.sql:
        return Condition(words or _NONE)
    held = "SELECT ranks.card FROM words CROSS JOIN ranks ON ranks.rank = words.rowid WHERE words MATCH ?"
    return Condition(sql=f"{notes.sql} OR cards.row IN ({held})", values=(*notes.values, words or _NONE))


def _from_source(connection: sqlite3.Connection, value: str) -> Condition:
    """The sources whose id begins so, or whose texts hold the words; no condition where they are many."""
    *whole, last = value.split()
    held = " AND ".join([*map(_quoted, whole), f"{_quoted(last)} *"])
    rows = connection.execute(
        "SELECT id FROM bearings JOIN sources ON sources.row = bearings.rowid WHERE bearings MATCH ? LIMIT ?",
        (held, MOST + 1),
    ).fetchall()
    if len(rows) > MOST:
        return Condition()
    found = sorted({value_token(SOURCE, source) for (source,) in rows})
    return Condition(_any([_begun(SOURCE, value), *map(_quoted, found)]))


_CONDITIONS: Mapping[str, Callable[[sqlite3.Connection, str], Condition]] = {
    "by": _by,
    "note": _in_notes,
    "since": _since,
    "source": _from_source,
    "topic": _on_topic,
    "used": _used,
}

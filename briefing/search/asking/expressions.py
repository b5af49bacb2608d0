"""What was typed as questions to the database: a word expression a tier, and what else must hold."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from functools import cached_property

from briefing.search.asking.filtering import (
    SHORT,
    any_of,
    needs_texts,
    quoted,
    read_condition,
    values_of,
)
from briefing.search.asking.judging import BEGUN, BENT, LEAST_OF_ID, PLACES, WAYS, WHOLE, Forms
from briefing.search.query import Query, Term
from briefing.search.tables.kept import Kept
from briefing.search.words.tokens import (
    CARD,
    CLAIM,
    ENTIRE,
    EVERY,
    JOINT,
    KIND,
    PROSE,
    QUOTE,
    STATUS,
    pair_token,
    pairs,
)
from briefing.search.words.vocabulary import beginning_with, forms_of, two_letters

WHERE = (CLAIM, CLAIM + QUOTE, CLAIM + QUOTE + PROSE)
"""The letters of the places a tier looks at."""

FEW_ENDINGS = 60
"""Words that a beginning of few cards can go on to."""


class Asked:
    """A query made ready for one state of the index."""

    def __init__(self, connection: sqlite3.Connection, query: Query, kept: Kept, *, at_once: bool) -> None:
        """Look up what the query's words and filters stand for; `at_once` some of the cards that match will do."""
        self._connection = connection
        self._kept = kept
        self.query = query
        self._spelt: dict[str, list[str] | None] = {}
        self._named: dict[str, list[str]] = {}
        self._heads: dict[str, list[str]] = {}
        held = [(each, read_condition(connection, each, at_once=at_once)) for each in query.filters]
        rows = [(each, condition) for each, condition in held if condition.sql]
        self.sql = "".join(
            f" AND NOT ({condition.sql})" if each.without else f" AND ({condition.sql})" for each, condition in rows
        )
        self.values = tuple(value for _, condition in rows for value in condition.values)
        self.is_part = any(condition.is_part for _, condition in held)
        """Whether only some of the cards that match are found."""
        self._must = [condition.words for each, condition in held if condition.words and not each.without]
        self._narrow = [condition.words for each, condition in held if condition.is_narrow and not each.without]
        surely = [condition.surely for each, condition in held if condition.surely and each.without]
        self._not = [*surely, *(self._anywhere(term) for term in query.without if len(term.words) == 1)]

    @cached_property
    def forms(self) -> Forms:
        """The other forms of every finished word that is looked for by itself."""
        alone = (term for term in self.query.terms if len(term.words) == 1 and not term.typing)
        return {term: frozenset(forms_of(self._connection, *term.words)) for term in alone}

    @cached_property
    def is_rough(self) -> bool:
        """Whether the words find more than is meant, so that what they find must be judged by its texts."""
        texts = (*self.query.terms, *self.query.without)
        return any(len(term.words) > 1 for term in texts) or any(map(needs_texts, self.query.filters))

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
    def likeliest(self) -> str:
        """An expression that finds cards most of which match, by pairs of common words; empty where there are none."""
        pairs = [self._paired(term) for term in self.query.terms if term.typing and len(term.words) > 1]
        return f"{self.widest} AND {pairs[0]}" if pairs and pairs[0] else ""

    def _paired(self, term: Term) -> str:
        """Return what finds the last two words of a phrase that are both common."""
        *_, before, start = term.words
        if before not in self._kept.common:
            return ""
        endings = sorted(word for word in self._kept.common if word.startswith(start))
        return any_of(quoted(pair_token(before, each)) for each in endings)

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
        held = " AND ".join(any_of(self._word(letter, each, way) for letter in WHERE[-1]) for each in rare)
        return any_of([f"({held})", *self._names(term, BENT)]) if held else ""

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
            return any_of([*(self._word(letter, term, way) for letter in letters), *names])
        held = " AND ".join(f'"{pair}"' for pair in pairs(term.words[: -1 if term.typing else None], self._kept.common))
        spelt = any_of(self._phrase(letter, term, way) for letter in letters)
        return any_of([f"({spelt} AND {held})" if held and spelt else spelt, *names])

    def _names(self, term: Term, way: int) -> list[str]:
        """Return what finds the cards that go by a term: their id, kind or status, whole or by its beginning."""
        name = JOINT.join(term.words)
        if not term.typing or way == WHOLE:
            return [quoted(ENTIRE + tag + name) for tag in (CARD, KIND, STATUS)]
        if name not in self._named:
            begun = " ".join(term.words)
            self._named[name] = [each for tag in (KIND, STATUS) for each in values_of(self._connection, tag, begun)]
        card = quoted(ENTIRE + CARD + name)
        return [f"{card} *" if len(name) >= LEAST_OF_ID else card, *self._named[name]]

    def _phrase(self, letter: str, term: Term, way: int) -> str:
        *whole, last = term.words
        is_begun = term.typing and way >= BEGUN
        end = self._phrase_end(letter, whole[-1], last) if is_begun else quoted(letter + last)
        return f"({' AND '.join([*(quoted(letter + word) for word in whole), end])})" if end else ""

    def _phrase_end(self, letter: str, before: str, start: str) -> str:
        """Return what finds the end of a phrase from its beginning: spelt out, two common words as a pair."""
        endings = self._spelling(start)
        if endings is None:
            return self._begun(letter, start)
        common = self._kept.common if before in self._kept.common else frozenset()
        paired = (
            f"({quoted(letter + each)} AND {quoted(pair_token(before, each))})" for each in endings if each in common
        )
        return any_of([*paired, *(quoted(letter + each) for each in endings if each not in common)])

    def _word(self, letter: str, term: Term, way: int) -> str:
        (word,) = term.words
        if term.typing and way >= BEGUN:
            endings = self._endings(word)
            return self._begun(letter, word) if endings is None else any_of(quoted(letter + each) for each in endings)
        if way == BENT and not term.typing:
            return any_of(quoted(letter + each) for each in (word, *sorted(self.forms.get(term, ()))))
        return quoted(letter + word)

    def _begun(self, letter: str, start: str) -> str:
        """Return what finds the words that begin so, left to the database; one letter by the two they begin with."""
        if len(start) > 1:
            return f"{quoted(letter + start)} *"
        if start not in self._heads:
            self._heads[start] = two_letters(self._connection, start)
        return any_of([quoted(letter + start), *(f"{quoted(letter + head)} *" for head in self._heads[start])])

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

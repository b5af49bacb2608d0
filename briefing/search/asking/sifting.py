"""Which cards cannot hold what is looked for: told at a glance, from all their texts as they are kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from briefing.search.asking.filtering import any_of, in_any_order, quoted
from briefing.search.asking.judging import Forms
from briefing.search.query import Term
from briefing.search.tables.rows import STANDINGS
from briefing.search.words.folding import spaced

MOST_SOURCES = 500
"""Sources that hold a term which are looked up; where there are more, any source may hold it."""

_BEARING = "SELECT id, texts FROM bearings JOIN sources ON sources.row = bearings.rowid WHERE bearings MATCH ?"


class Sieve:
    """What lets a card through that may hold every term, and few others."""

    def __init__(self, connection: sqlite3.Connection, terms: Iterable[Term], forms: Forms) -> None:
        """Say how the terms may stand in a text; the sources that hold them are looked up when they are asked for."""
        self._connection = connection
        self._forms = forms
        self._spellings = {term: (term.spelling, *(f" {form} " for form in forms.get(term, ()))) for term in terms}
        self._sources: dict[Term, frozenset[str] | None] = {}

    def lets_through(self, card: str, standing: int, source: str, texts: str) -> bool:
        """Whether a card may hold every term, by its own texts, its names or its source."""
        everywhere = spaced(f"{texts} {card} {STANDINGS[standing]}")
        return all(self._may_stand(term, everywhere) or self._is_in_source(term, source) for term in self._spellings)

    def _is_in_source(self, term: Term, source: str) -> bool:
        if term not in self._sources:
            self._sources[term] = self._holding(term)
        held = self._sources[term]
        return held is None or source in held

    def _holding(self, term: Term) -> frozenset[str] | None:
        """Return the sources a term may stand in; None where its words alone are in many."""
        asked = any_of([in_any_order(term), *map(quoted, self._forms.get(term, ()))])
        rows = self._connection.execute(f"{_BEARING} LIMIT ?", (asked, MOST_SOURCES + 1)).fetchall()
        if len(rows) > MOST_SOURCES:
            return None
        return frozenset(source for source, texts in rows if self._may_stand(term, spaced(texts)))

    def _may_stand(self, term: Term, text: str) -> bool:
        return any(spelling in text for spelling in self._spellings[term])

"""A query put to the index.

What matches: every term stands in the card, and no term of `without` does; every filter holds.
In which order: with no words, as the library has them. With words, first where they all stand (the claim, then claim
and exact words, then anywhere); there, the last word whole before its longer forms; then the better status, the later
date, the id. Every hit holds every word, so weighing them by how often they occur (bm25) would only reward repetition,
and would never leave two cards equal for their status and date to decide.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.model.ids import CardId, NoteName, SourceId
from briefing.search.query import Filter, Query, Term
from briefing.search.results import Hit, Hits, snippet
from briefing.search.store import read_name

IN_CARDS = ("{claim} : ", "{claim quote} : ", "")
IN_TOPICS = ("{title} : ", "")

_AFTER_ALL = "\U0010ffff"
"""Greater than anything a folded value goes on with."""

_FIELDS = "cards.id, kind, texts, notes.name, source, status, handling"
_BEST_FIRST = "tier, standing, since DESC, cards.id, notes.position, cards.position"
_AS_KEPT = "notes.position, cards.position"
_FACET = "cards.row IN (SELECT card FROM facets WHERE field = ? AND value >= ? AND value < ?)"
_NOTE = """cards.note IN (SELECT row FROM notes WHERE ? IN (called, titled)
    OR (NOT EXISTS (SELECT 1 FROM notes WHERE ? IN (called, titled))
        AND ((called >= ? AND called < ?) OR (titled >= ? AND titled < ?))))"""
"""A note of exactly that title or name, else every note whose title or name begins so: "the bill" is one topic
even where "the bill in the Lords" is another."""


@dataclass(frozen=True, slots=True)
class Sql:
    """A piece of a statement with what its question marks stand for."""

    text: str
    values: tuple[str | int, ...] = ()


def find_cards(connection: sqlite3.Connection, query: Query, limit: int, offset: int) -> Hits:
    """Return one page of the cards that match, best first, and the number of all of them."""
    found = _matching(query)
    (count,) = connection.execute(f"SELECT count(*) {found.text}", found.values).fetchone()
    order = _BEST_FIRST if query.terms else _AS_KEPT
    rows = connection.execute(
        f"SELECT {_FIELDS} {found.text} ORDER BY {order} LIMIT ? OFFSET ?",
        (*found.values, max(0, limit), max(0, offset)),
    )
    return Hits(int(count), exact=True, hits=tuple(_hit(query, row) for row in rows.fetchall()))


def find_notes(connection: sqlite3.Connection, query: Query, limit: int) -> tuple[NoteName, ...]:
    """Return the notes whose title, name or summary match, those whose title does first; all where no word is asked."""
    ranked = _ranked("topics", query.terms, IN_TOPICS)
    without = _without("topics", "notes.row", query.without)
    conditions = f"WHERE {without.text}" if without.text else ""
    rows = connection.execute(
        f"SELECT name FROM ({ranked.text}) JOIN notes ON notes.row = found {conditions} ORDER BY tier, position LIMIT ?"
        if query.terms
        else f"SELECT name FROM notes {conditions} ORDER BY position LIMIT ?",
        (*ranked.values, *without.values, max(0, limit)),
    )
    return tuple(read_name(name) for (name,) in rows)


def _matching(query: Query) -> Sql:
    """Return the statement from FROM to WHERE."""
    ranked = _ranked("words", query.terms, IN_CARDS)
    cards = f"({ranked.text}) JOIN cards ON cards.row = found" if query.terms else "cards"
    conditions = [_without("words", "cards.row", query.without), *map(_condition, query.filters)]
    asked = [condition for condition in conditions if condition.text]
    where = " AND ".join(condition.text for condition in asked)
    return Sql(
        f"FROM {cards} JOIN notes ON notes.row = cards.note" + (f" WHERE {where}" if where else ""),
        (*ranked.values, *(value for condition in asked for value in condition.values)),
    )


def _ranked(table: str, terms: tuple[Term, ...], places: tuple[str, ...]) -> Sql:
    """Return a selection of every row that holds the terms, with the first of the expressions it satisfies."""
    if not terms:
        return Sql("")
    expressions = tuple(dict.fromkeys(_expressions(terms, places)))
    parts = " UNION ALL ".join(
        f"SELECT rowid AS found, {tier} AS tier FROM {table} WHERE {table} MATCH ?" for tier in range(len(expressions))
    )
    return Sql(f"SELECT found, min(tier) AS tier FROM ({parts}) GROUP BY found", expressions)


def _expressions(terms: tuple[Term, ...], places: tuple[str, ...]) -> Iterator[str]:
    """Every way to match, best first; the last one matches whatever any of the others does."""
    for place in places:
        for variant in (tuple(term.finished for term in terms), terms):
            yield f"{place}({' AND '.join(map(_expression, variant))})"


def _expression(term: Term) -> str:
    # Folded words hold letters and digits alone, so nothing in them can end the quotation marks.
    return f'"{" ".join(term.words)}"' + (" *" if term.typing else "")


def _without(table: str, row: str, terms: Iterable[Term]) -> Sql:
    unwanted = " OR ".join(map(_expression, terms))
    if not unwanted:
        return Sql("")
    return Sql(f"{row} NOT IN (SELECT rowid FROM {table} WHERE {table} MATCH ?)", (unwanted,))


def _condition(asked: Filter) -> Sql:
    holds = _holds(asked.field, asked.value)
    return Sql(f"NOT ({holds.text})", holds.values) if asked.without else holds


def _holds(field: str, value: str) -> Sql:
    between = (value, value + _AFTER_ALL)
    if field == "used":
        return Sql(f"cards.id {'IN' if value == 'yes' else 'NOT IN'} (SELECT id FROM used)")
    if field == "since":
        return Sql("cards.since >= ?", (value,))
    if field == "note":
        return Sql(_NOTE, (value, value, *between, *between))
    if field == "topic":
        return Sql(f"({_FACET} OR {_NOTE})", ("topic", *between, value, value, *between, *between))
    return Sql(_FACET, (field, *between))


def _hit(query: Query, row: tuple[str, str, str, bytes, str, str, str]) -> Hit:
    card, kind, shown, note, source, status, handling = row
    texts: list[str] = json.loads(shown)
    return Hit(
        CardId(card),
        kind,
        texts[0] if texts else "",
        read_name(note),
        SourceId(source),
        status,
        snippet(query, texts),
        handling,
    )

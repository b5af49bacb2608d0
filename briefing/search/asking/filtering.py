"""What the filters of a query ask of the database: of the words a card is found by, of its row, or of both."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from briefing.search.query import Filter, Term
from briefing.search.tables.rows import first_day
from briefing.search.words.tokens import (
    HANDLING,
    KIND,
    PROSE,
    SOURCE,
    SPEAKER,
    STATUS,
    TAG,
    TOPIC,
    YEAR,
    note_token,
    value_token,
)
from briefing.search.words.vocabulary import AFTER_ALL, two_letters, values_beginning

FACETS = {"kind": KIND, "status": STATUS, "handling": HANDLING, "tag": TAG}

NARROW = 8
"""Values that leave few cards."""
MOST = 500
"""Notes, sources or values a filter is spelt out as."""
MOST_AT_ONCE = 40
"""The same for the first answer, which makes do with some of the cards: each takes 50 microseconds to look up."""
YEARS = 10_000
"""There are no more years in a date."""

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
    is_part: bool = False
    """Whether only some of the cards that pass the filter are found by it."""


def any_of(expressions: Iterable[str]) -> str:
    """Return an expression that any of the others fulfils; those that are empty are left out."""
    found = [expression for expression in expressions if expression]
    return f"({' OR '.join(found)})" if len(found) > 1 else "".join(found)


def quoted(token: str) -> str:
    """Return the expression for one word of the index."""
    # Folded words hold letters and digits alone, so nothing in them can end the quotation marks.
    return f'"{token}"'


def in_any_order(term: Term) -> str:
    """Return the expression for all the words of a term, where an index holds words as they are."""
    *whole, last = term.words
    return "(" + " AND ".join([*map(quoted, whole), f"{quoted(last)} *" if term.typing else quoted(last)]) + ")"


def is_narrow(asked: Filter, condition: Condition) -> bool:
    """Whether a filter leaves few cards; the others, but those of notes, can be told from the card (judging.py)."""
    if asked.without or asked.field not in {"tag", "topic", "note", "by", "source"}:
        return False
    return asked.field in {"topic", "note"} or condition.words.count('"') <= NARROW * 2


def needs_texts(asked: Filter) -> bool:
    """Whether a filter finds more than it means, so that the texts of a card must tell."""
    return asked.field == "source" or (asked.field == "by" and " " in asked.value)


def is_exact(asked: Filter, condition: Condition) -> bool:
    """Whether what a filter's words find is just what it means, so that it can be left out by them."""
    return not condition.sql and not needs_texts(asked)


def read_condition(connection: sqlite3.Connection, asked: Filter, *, at_once: bool) -> Condition:
    """Return what a filter asks of the database; `at_once` some of the cards that pass it will do."""
    most = MOST_AT_ONCE if at_once and not asked.without else MOST
    field, value = asked.field, asked.value
    if field in FACETS:
        return _spelt(connection, FACETS[field], value, most)
    return _CONDITIONS[field](connection, value, most)


def _spelt(connection: sqlite3.Connection, tag: str, value: str, most: int) -> Condition:
    values = values_beginning(connection, tag, value, most + 1)
    if len(values) > most == MOST:
        return Condition(_begun(tag, value))
    words = any_of(quoted(value_token(tag, each)) for each in values[:most])
    return Condition(words or _NONE, is_part=len(values) > most)


def values_of(connection: sqlite3.Connection, tag: str, value: str) -> list[str]:
    """Return what finds each value of a field that begins so."""
    return [quoted(value_token(tag, each)) for each in values_beginning(connection, tag, value, MOST)]


def _begun(tag: str, value: str) -> str:
    return f"{quoted(value_token(tag, value))} *"


def _used(_: sqlite3.Connection, value: str, __: int) -> Condition:
    return Condition(sql=f"cards.id {'IN' if value == 'yes' else 'NOT IN'} (SELECT card FROM uses)")


def _by(connection: sqlite3.Connection, value: str, _: int) -> Condition:
    *whole, last = value.split()
    begun = any_of([quoted(SPEAKER + last), *(f"{quoted(SPEAKER + start)} *" for start in _starts(connection, last))])
    return Condition(" AND ".join([*(quoted(SPEAKER + word) for word in whole), begun]))


def _starts(connection: sqlite3.Connection, word: str) -> list[str]:
    """Return the beginnings a beginning is looked for by: one letter has no index of its own."""
    return [word] if len(word) > 1 else two_letters(connection, word)


_NONE = '"nothing"'
"""A word no card holds: `n` stands before none."""


def _since(connection: sqlite3.Connection, value: str, _: int) -> Condition:
    day = first_day(value)
    years = values_beginning(connection, YEAR, "", YEARS)
    words = any_of(quoted(value_token(YEAR, year)) for year in years if int(year) >= day // 10_000) or _NONE
    return Condition(words, f"{DATED} >= ?", (day,))


def _in_notes(connection: sqlite3.Connection, value: str, most: int) -> Condition:
    between = (value, value + AFTER_ALL)
    names = (value, value, *between, *between)
    rows = connection.execute(f"{_NOTES} LIMIT ?", (*names, most + 1)).fetchall()
    if len(rows) > most == MOST:
        return Condition(sql=f"(cards.row >> 20) IN ({_NOTES})", values=names)
    words = any_of(quoted(note_token(row)) for (row,) in rows[:most])
    return Condition(words or _NONE, is_part=len(rows) > most)


def _on_topic(connection: sqlite3.Connection, value: str, most: int) -> Condition:
    topics = _spelt(connection, TOPIC, value, most)
    notes = _in_notes(connection, value, most)
    words = any_of(each.words for each in (topics, notes) if each.words != _NONE)
    if not notes.sql:
        return Condition(words or _NONE, is_part=topics.is_part or notes.is_part)
    held = "SELECT ranks.card FROM words CROSS JOIN ranks ON ranks.rank = words.rowid WHERE words MATCH ?"
    return Condition(sql=f"{notes.sql} OR cards.row IN ({held})", values=(*notes.values, words or _NONE))


def _from_source(connection: sqlite3.Connection, value: str, most: int) -> Condition:
    """The sources whose id begins so, or whose texts hold the words: where they are many, by the cards' own words."""
    words = tuple(value.split())
    rows = connection.execute(
        "SELECT id FROM bearings JOIN sources ON sources.row = bearings.rowid WHERE bearings MATCH ? LIMIT ?",
        (in_any_order(Term(words, typing=True)), most + 1),
    ).fetchall()
    found = {value_token(SOURCE, source) for (source,) in rows[:most]}
    if len(rows) > most == MOST_AT_ONCE:
        return Condition(any_of(map(quoted, sorted(found))), is_part=True)
    if len(rows) > most:  # the words of its source stand among a card's own
        *whole, last = words
        begun = any_of(f"{quoted(PROSE + start)} *" for start in _starts(connection, last))
        return Condition(
            any_of([f"({' AND '.join([*(quoted(PROSE + word) for word in whole), begun])})", _begun(SOURCE, value)])
        )
    return Condition(any_of([_begun(SOURCE, value), *map(quoted, sorted(found))]))


_CONDITIONS: Mapping[str, Callable[[sqlite3.Connection, str, int], Condition]] = {
    "by": _by,
    "note": _in_notes,
    "since": _since,
    "source": _from_source,
    "topic": _on_topic,
    "used": _used,
}

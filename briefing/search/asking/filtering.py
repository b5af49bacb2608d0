"""What the filters of a query ask of the database: of the words a card is found by, of its row, or of both."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from briefing.search.query import Filter, Term
from briefing.search.tables.rows import first_day
from briefing.search.words.tokens import (
    CARD,
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
from briefing.search.words.vocabulary import AFTER_ALL, beginning_with, two_letters, values_beginning

FACETS = {"kind": KIND, "status": STATUS, "handling": HANDLING, "tag": TAG}

NARROW = 8
"""Values that leave few cards."""
MOST = 500
"""Notes, sources or values a filter is spelt out as."""
MOST_USED = 4_000
"""Used cards that are looked up one by one: all that the outlines of some years hold."""
MOST_AT_ONCE = 40
"""Those for the first answer, which makes do with some of the cards: each takes 50 microseconds to look up."""
MOST_INITIALS = 3
MOST_NAMES = 40
"""Words that a word of a name is spelt out as: most of them stand in no name."""
SHORT = 3
"""Letters of the longest beginning the database keeps an index of its own for."""
YEARS = 10_000
"""There are no more years in a date."""
NEW_YEAR = 101
"""The first of January, of a day as 20240101: from then on a year is whole."""

DATED = """CASE WHEN cards.since THEN cards.since ELSE coalesce((SELECT sources.since FROM sources
    JOIN notes ON notes.row = sources.note WHERE sources.id = cards.source
    ORDER BY notes.folder, notes.name, sources.row LIMIT 1), 0) END"""
"""The day a card is of: its own, else its source's."""

_IS_USED = "cards.id IN (SELECT card FROM uses)"

_TITLED = "SELECT notes.row FROM topics CROSS JOIN notes ON notes.row = topics.rowid WHERE topics MATCH ? AND"
_EXACTLY = f"{_TITLED} ? IN (called, titled)"
_BEGINNING = f"{_TITLED} ((called >= ? AND called < ?) OR (titled >= ? AND titled < ?))"
"""A note of exactly that title or name, else every note whose title or name begins so: "the bill" is one topic
even where "the bill in the Lords" is another. The words of titles and names tell which can be meant."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What a filter asks: of the words a card is found by, of its row, or of both."""

    words: str = ""
    surely: str = ""
    """What finds cards that all pass, and as many as words can tell: without the filter, these are left out by it."""
    sql: str = ""
    values: tuple[str | int, ...] = ()
    is_part: bool = False
    """Whether only some of the cards that pass the filter are found by it."""
    is_narrow: bool = False
    """Whether its words leave few cards, or it can be told by nothing else (judging.py)."""


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


def needs_texts(asked: Filter) -> bool:
    """Whether a filter finds more than it means, so that the texts of a card must tell."""
    return asked.field == "source"


def initials(value: str) -> str:
    """Return the letters that a value may be the initials of, as in J.R. Smith; none where it is a longer word."""
    return value if 1 < len(value) <= MOST_INITIALS and value.isalpha() else ""


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
        return Condition(_begun(tag, value), _begun(tag, value))
    words = any_of(quoted(value_token(tag, each)) for each in values[:most])
    return Condition(words or _NONE, words, is_part=len(values) > most, is_narrow=tag == TAG and len(values) <= NARROW)


def values_of(connection: sqlite3.Connection, tag: str, value: str) -> list[str]:
    """Return what finds each value of a field that begins so."""
    return [quoted(value_token(tag, each)) for each in values_beginning(connection, tag, value, MOST)]


def _begun(tag: str, value: str) -> str:
    return f"{quoted(value_token(tag, value))} *"


def _used(connection: sqlite3.Connection, value: str, most: int) -> Condition:
    if value == "no":
        return Condition(sql=f"NOT {_IS_USED}")
    most = most if most == MOST_AT_ONCE else MOST_USED
    cards = connection.execute("SELECT DISTINCT card FROM uses LIMIT ?", (most + 1,)).fetchall()
    if len(cards) > most == MOST_USED:
        return Condition(sql=_IS_USED)
    # Two ids may be one word of the index, so that each card's own id must tell besides.
    words = any_of({quoted(value_token(CARD, card)): None for (card,) in cards[:most]})
    return Condition(words or _NONE, sql=_IS_USED, is_part=len(cards) > most, is_narrow=True)


def _by(connection: sqlite3.Connection, value: str, _: int) -> Condition:
    """Every word begins one of the name's, in whichever order they are typed: Smith, John is John Smith."""
    each = [_name_begun(connection, word) for word in value.split()]
    in_full = " AND ".join(quoted(SPEAKER + letter) for letter in initials(value))
    words = any_of([" AND ".join(each), in_full and f"({in_full})"])
    return Condition(words, words, is_narrow=any(len(word) > 1 for word in value.split()))


def _name_begun(connection: sqlite3.Connection, word: str) -> str:
    """Return what finds the speakers of whose names a word begins so: each such word, where they are few.

    Of a beginning without an index of its own the database gathers all cards before it tells the first.
    """
    endings = beginning_with(connection, word) if len(word) > SHORT else None
    if endings is not None and len(endings) <= MOST_NAMES:
        return any_of(quoted(SPEAKER + each) for each in dict.fromkeys((word, *endings)))
    return any_of([quoted(SPEAKER + word), *(f"{quoted(SPEAKER + start)} *" for start in _starts(connection, word))])


def _starts(connection: sqlite3.Connection, word: str) -> list[str]:
    """Return the beginnings a beginning is looked for by: one letter has no index of its own."""
    return [word] if len(word) > 1 else two_letters(connection, word)


_NONE = '"nothing"'
"""A word no card holds: `n` stands before none."""


def _since(connection: sqlite3.Connection, value: str, _: int) -> Condition:
    day = first_day(value)
    first = day // 10_000
    found = [(int(year), quoted(value_token(YEAR, year))) for year in values_beginning(connection, YEAR, "", YEARS)]
    from_then = any_of(token for year, token in found if year >= first)
    if day % 10_000 <= NEW_YEAR:
        return Condition(from_then or _NONE, from_then)
    after = any_of(token for year, token in found if year > first)
    return Condition(from_then or _NONE, after, f"{DATED} >= ?", (day,))


def _in_notes(connection: sqlite3.Connection, value: str, most: int) -> Condition:
    words, between = tuple(value.split()), (value, value + AFTER_ALL)
    asked: tuple[str, tuple[str, ...]] = (_EXACTLY, (_titled(Term(words)), value))
    rows = connection.execute(f"{asked[0]} LIMIT ?", (*asked[1], most + 1)).fetchall()
    if not rows:
        asked = (_BEGINNING, (_titled(Term(words, typing=True)), *between, *between))
        rows = connection.execute(f"{asked[0]} LIMIT ?", (*asked[1], most + 1)).fetchall()
    if len(rows) > most == MOST:
        sql, values = asked
        return Condition(sql=f"(cards.row >> 20) IN ({sql})", values=values)
    held = any_of(quoted(note_token(row)) for (row,) in rows[:most])
    return Condition(held or _NONE, held, is_part=len(rows) > most, is_narrow=True)


def _titled(term: Term) -> str:
    return f"{{title}} : {in_any_order(term)}"


def _on_topic(connection: sqlite3.Connection, value: str, most: int) -> Condition:
    topics = _spelt(connection, TOPIC, value, most)
    notes = _in_notes(connection, value, most)
    words = any_of(each.words for each in (topics, notes) if each.words != _NONE)
    if not notes.sql:
        return Condition(words or _NONE, words, is_part=topics.is_part or notes.is_part, is_narrow=True)
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
        return Condition(any_of(map(quoted, sorted(found))), is_part=True)  # 40 values are not few
    if len(rows) > most:  # the words of its source stand among a card's own
        *whole, last = words
        starts = _starts(connection, last)
        begun = any_of(f"{quoted(PROSE + start)} *" for start in starts)
        held = " AND ".join([*(quoted(PROSE + word) for word in whole), begun])
        return Condition(any_of([f"({held})", _begun(SOURCE, value)]), is_narrow=len(whole) + len(starts) < NARROW)
    return Condition(any_of([_begun(SOURCE, value), *map(quoted, sorted(found))]), is_narrow=len(found) < NARROW)


_CONDITIONS: Mapping[str, Callable[[sqlite3.Connection, str, int], Condition]] = {
    "by": _by,
    "note": _in_notes,
    "since": _since,
    "source": _from_source,
    "topic": _on_topic,
    "used": _used,
}

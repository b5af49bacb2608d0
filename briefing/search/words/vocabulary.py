"""The library's own words: what a beginning or a form stands for, and what is nearest to a mistyped one."""

from __future__ import annotations

import sqlite3

from briefing.search.words.stems import stem

AFTER_ALL = "\U0010ffff"
"""Greater than anything a folded word goes on with."""

MOST_ENDINGS = 200
"""Words a beginning is spelt out as; for more, the database gathers them itself, which costs a look at every one."""

FURTHEST = 2
"""Letters a word may be away from the one meant: left out, put in, exchanged with the next, or another."""


def beginning_with(connection: sqlite3.Connection, start: str) -> list[str] | None:
    """Return the words that begin so; None where there are more than `MOST_ENDINGS`."""
    rows = connection.execute(
        "SELECT word FROM vocabulary WHERE word >= ? AND word < ? LIMIT ?", (start, start + AFTER_ALL, MOST_ENDINGS + 1)
    ).fetchall()
    return [word for (word,) in rows] if len(rows) <= MOST_ENDINGS else None


def two_letters(connection: sqlite3.Connection, letter: str) -> list[str]:
    """Return the first two letters of the words that begin with a letter, each once: a step from one to the next."""
    found: list[str] = []
    start = letter
    while row := connection.execute(
        "SELECT substr(word, 1, 2) FROM vocabulary WHERE word > ? AND word < ? LIMIT 1", (start, letter + AFTER_ALL)
    ).fetchone():
        found.append(row[0])
        start = row[0] + AFTER_ALL
    return found


def forms_of(connection: sqlite3.Connection, word: str) -> list[str]:
    """Return the other words of the library with the same stem."""
    rows = connection.execute("SELECT word FROM vocabulary WHERE stem = ? AND word <> ? LIMIT 50", (stem(word), word))
    return [other for (other,) in rows]


def values_beginning(connection: sqlite3.Connection, field: str, start: str, most: int) -> list[str]:
    """Return up to `most` values of a field that begin so."""
    rows = connection.execute(
        "SELECT value FROM facets WHERE field = ? AND value >= ? AND value < ? LIMIT ?",
        (field, start, start + AFTER_ALL, most),
    )
    return [value for (value,) in rows]


def nearest(connection: sqlite3.Connection, word: str) -> str | None:
    """Return the word of the library nearest to one that was mistyped: of those with its first letter, else of all."""
    if len(word) <= FURTHEST:
        return None
    first = connection.execute(
        "SELECT word FROM vocabulary WHERE word >= ? AND word < ?", (word[0], word[0] + AFTER_ALL)
    )
    return _nearest(first, word) or _nearest(connection.execute("SELECT word FROM vocabulary"), word)


def _nearest(rows: sqlite3.Cursor, word: str) -> str | None:
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extractOne

    best: tuple[float, str] | None = None
    # In a short word two other letters are another word.
    furthest = 1 if len(word) <= 4 else FURTHEST
    while some := rows.fetchmany(5_000):
        found = extractOne(word, [each for (each,) in some], scorer=OSA.distance, score_cutoff=furthest)
        if found:
            other, distance, _ = found
            furthest = min(furthest, int(distance))
            best = min(best or (distance, other), (distance, other))
    return best[1] if best else None

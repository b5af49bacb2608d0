"""The library's own words: what a beginning or a form stands for, and what is nearest to a mistyped one."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

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


def is_known(connection: sqlite3.Connection, word: str) -> bool:
    """Whether it is a word of the library."""
    return connection.execute("SELECT 1 FROM vocabulary WHERE word = ?", (word,)).fetchone() is not None


def is_beginning(connection: sqlite3.Connection, start: str) -> bool:
    """Whether a word of the library begins so."""
    between = (start, start + AFTER_ALL)
    return connection.execute("SELECT 1 FROM vocabulary WHERE word >= ? AND word < ?", between).fetchone() is not None


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
    """Return the other words of the library with the same stem: all, since all are lit where they stand."""
    rows = connection.execute("SELECT word FROM vocabulary WHERE stem = ? AND word <> ?", (stem(word), word))
    return [other for (other,) in rows]


def values_beginning(connection: sqlite3.Connection, field: str, start: str, most: int) -> list[str]:
    """Return up to `most` values of a field that begin so."""
    rows = connection.execute(
        "SELECT value FROM facets WHERE field = ? AND value >= ? AND value < ? LIMIT ?",
        (field, start, start + AFTER_ALL, most),
    )
    return [value for (value,) in rows]


def nearest(connection: sqlite3.Connection, mistyped: Sequence[str]) -> dict[str, str]:
    """Return for words that were mistyped the nearest of the library: of those with the same first letter, else of all.

    Those that no word is near are left out. The words of the library are gone through once for all of them.
    """
    wanted = [word for word in mistyped if len(word) > FURTHEST]
    found: dict[str, str] = {}
    for letter in sorted({word[0] for word in wanted}):
        alike = [word for word in wanted if word[0] == letter]
        found |= _nearest(connection, alike, "word >= ? AND word < ?", (letter, letter + AFTER_ALL))
    left = [word for word in wanted if word not in found]
    return found | _nearest(connection, left, "1", ()) if left else found


def _nearest(
    connection: sqlite3.Connection, wanted: Sequence[str], among: str, values: Sequence[str]
) -> dict[str, str]:
    """Return for each of the words the nearest, the first of equals, among some of the library's."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extractOne

    lengths = sorted(map(len, wanted))
    rows = connection.execute(
        f"SELECT word FROM vocabulary WHERE {among} AND length(word) BETWEEN ? AND ?",
        (*values, lengths[0] - FURTHEST, lengths[-1] + FURTHEST),
    )
    # In a short word two other letters are another word.
    furthest = {word: 1 if len(word) <= 4 else FURTHEST for word in wanted}
    best: dict[str, str] = {}
    while some := rows.fetchmany(5_000):
        words = [word for (word,) in some]
        for word in wanted:
            near = extractOne(word, words, scorer=OSA.distance, score_cutoff=furthest[word]) if furthest[word] else None
            if near:
                best[word], distance, _ = near
                furthest[word] = int(distance) - 1  # as near as that is no better: the first of equals is kept
    return best

"""What may have been meant where nothing was found: the same query with the library's own words for mistyped ones."""

from __future__ import annotations

import sqlite3

from briefing.search.query import Query
from briefing.search.words.folding import words
from briefing.search.words.vocabulary import nearest


def suggest(connection: sqlite3.Connection, text: str, query: Query) -> str:
    """Return what was typed with the nearest word for each that the library does not hold; empty where none is."""
    looked_for = {word for term in query.terms for word in term.words}
    better = {
        word: near for word in looked_for if not _is_known(connection, word) and (near := nearest(connection, word))
    }
    if not better:
        return ""
    for word in reversed(words(text)):
        if word.folded in better:
            text = text[: word.start] + better[word.folded] + text[word.end :]
    return text


def _is_known(connection: sqlite3.Connection, word: str) -> bool:
    return connection.execute("SELECT 1 FROM vocabulary WHERE word = ?", (word,)).fetchone() is not None

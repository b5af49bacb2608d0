"""The sources cards rest on, as the index has them: of several that share an id, the first in library order."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from briefing.search.tables.rows import SourceRow

APART = " ¶ "
"""Stands between two texts in one column. Folding never leaves this sign, so no phrase reaches over it."""

_FIRST = """SELECT sources.since, sources.texts FROM sources JOIN notes ON notes.row = sources.note
    WHERE sources.id = ? ORDER BY notes.folder, notes.name, sources.row LIMIT 1"""


def find_sources(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, SourceRow]:
    """Return the sources of these ids, those that there are."""
    found: dict[str, SourceRow] = {}
    for source in {*ids} - {""}:
        rows = connection.execute("SELECT since, texts FROM sources WHERE id = ? LIMIT 2", (source,)).fetchall()
        if len(rows) > 1:
            rows = connection.execute(_FIRST, (source,)).fetchall()
        if rows:
            found[source] = SourceRow(source, rows[0][0], split_texts(rows[0][1]))
    return found


def split_texts(joined: str) -> tuple[str, ...]:
    """Return the texts of a source from the column that keeps them."""
    return tuple(joined.split(APART)) if joined else ()

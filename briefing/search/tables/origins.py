"""The sources cards rest on, as the index has them: of several that share an id, the first in library order."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from briefing.search.tables.rows import SourceRow

APART = " ¶ "
"""Stands between two texts in one column. Folding never leaves this sign, so no phrase reaches over it."""

_AT_ONCE = 500

_EACH = "SELECT id, since, texts FROM sources WHERE id IN"
_FIRST = """SELECT sources.since, sources.texts FROM sources JOIN notes ON notes.row = sources.note
    WHERE sources.id = ? ORDER BY notes.folder, notes.name, sources.row LIMIT 1"""


def find_sources(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, SourceRow]:
    """Return the sources of these ids, those that there are."""
    found: dict[str, SourceRow] = {}
    several: set[str] = set()
    wanted = list({*ids} - {""})
    for some in (wanted[start : start + _AT_ONCE] for start in range(0, len(wanted), _AT_ONCE)):
        marks = ",".join("?" * len(some))
        for source, since, texts in connection.execute(f"{_EACH} ({marks})", some):
            if source in found:
                several.add(source)
            found[source] = SourceRow(source, since, split_texts(texts))
    for source in several:
        since, texts = connection.execute(_FIRST, (source,)).fetchone()
        found[source] = SourceRow(source, since, split_texts(texts))
    return found


def split_texts(joined: str) -> tuple[str, ...]:
    """Return the texts of a source from the column that keeps them."""
    return tuple(joined.split(APART)) if joined else ()

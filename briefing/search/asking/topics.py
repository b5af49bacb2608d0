"""The topic notes that a query finds, by their title, name and summary."""

from __future__ import annotations

import sqlite3

from briefing.model.ids import NoteName
from briefing.search.asking.filtering import in_any_order
from briefing.search.query import Query
from briefing.search.tables.store import read_name


def find_notes(connection: sqlite3.Connection, query: Query, limit: int) -> tuple[NoteName, ...]:
    """Return the notes whose title, name or summary match, those whose title does first; all where no word is asked."""
    without = " OR ".join(map(in_any_order, query.without))
    unwanted = "AND notes.row NOT IN (SELECT rowid FROM topics WHERE topics MATCH ?)" if without else ""
    values = (without,) if without else ()
    if not query.terms:
        rows = connection.execute(
            f"SELECT name FROM notes WHERE 1 {unwanted} ORDER BY folder, name LIMIT ?", (*values, max(0, limit))
        )
        return tuple(read_name(name) for (name,) in rows)
    wanted = " AND ".join(map(in_any_order, query.terms))
    rows = connection.execute(
        f"""SELECT name FROM topics JOIN notes ON notes.row = topics.rowid WHERE topics MATCH ? {unwanted}
        ORDER BY notes.row NOT IN (SELECT rowid FROM topics WHERE topics MATCH ?), folder, name LIMIT ?""",
        (wanted, *values, f"{{title}} : ({wanted})", max(0, limit)),
    )
    return tuple(read_name(name) for (name,) in rows)

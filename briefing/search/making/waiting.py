"""The cards that wait to be ranked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from briefing.search.words.tokens import SOURCE, value_token


def let_wait(connection: sqlite3.Connection, rows: Iterable[int]) -> None:
    """Put cards down to be ranked."""
    connection.executemany("INSERT OR IGNORE INTO unranked (card) VALUES (?)", ((row,) for row in rows))


def let_wait_on(connection: sqlite3.Connection, sources: Iterable[str]) -> None:
    """Put every card that rests on sources of these ids down to be ranked, whether it is ranked yet or not."""
    for source in sources:
        connection.execute("INSERT OR IGNORE INTO unranked (card) SELECT row FROM cards WHERE source = ?", (source,))


def cards_resting_on(connection: sqlite3.Connection, sources: Iterable[str]) -> set[int]:
    """Return the rows of the ranked cards that rest on sources of these ids."""
    return {
        card
        for source in sources
        for (card,) in connection.execute(
            "SELECT ranks.card FROM words CROSS JOIN ranks ON ranks.rank = words.rowid"
            " CROSS JOIN cards ON cards.row = ranks.card WHERE words MATCH ? AND cards.source = ?",
            (f'"{value_token(SOURCE, source)}"', source),
        )
    }

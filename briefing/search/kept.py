"""What an index keeps of itself: the dictionary its texts are packed with, its common words, and how far it has come."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

FILING, RANKING, READY = "filing", "ranking", "ready"
"""The stages of making an index: first every note is filed, then every card is ranked, best first."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What everything else in an index is written by, the same from one making of the index to the next."""

    stage: str = FILING
    dictionary: bytes = b""
    common: frozenset[str] = frozenset()
    """The words so frequent that pairs of them are held."""


def read_kept(connection: sqlite3.Connection) -> Kept:
    """Return what an index keeps of itself."""
    found: dict[str, bytes] = dict(connection.execute("SELECT name, value FROM kept"))
    return Kept(
        found.get("stage", FILING.encode()).decode(),
        found.get("dictionary", b""),
        frozenset(found.get("common", b"").decode().split()),
    )


def write_kept(connection: sqlite3.Connection, kept: Kept) -> None:
    """Keep what an index is written by, inside a transaction."""
    values = {"stage": kept.stage.encode(), "dictionary": kept.dictionary, "common": " ".join(sorted(kept.common)).encode()}
    connection.executemany("INSERT OR REPLACE INTO kept (name, value) VALUES (?, ?)", values.items())

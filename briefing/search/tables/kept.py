"""What an index keeps of itself: what its texts are packed with, its common words, and how far it has come."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

FILING, RANKING, READY = "filing", "ranking", "ready"
"""The stages of making an index: first every note is filed, then every card is ranked, best first."""

FORGETTING = "forgetting"
"""Ready, but for words in the file that no card says any more."""

_MARK = "to forget"


@dataclass(frozen=True, slots=True)
class Kept:
    """What everything else in an index is written by, the same from one making of the index to the next."""

    stage: str = FILING
    dictionary: bytes = b""
    common: frozenset[str] = frozenset()
    """The words so frequent that pairs of them are held."""


_known: dict[bytes, Kept] = {}
"""What was read last, by the mark it was written with: every search begins with it."""


def read_kept(connection: sqlite3.Connection) -> Kept:
    """Return what an index keeps of itself."""
    row = connection.execute("SELECT value FROM kept WHERE name = 'written'").fetchone()
    known = _known.get(row[0]) if row else Kept()
    if known is None:
        found: dict[str, bytes] = dict(connection.execute("SELECT name, value FROM kept"))
        known = Kept(found["stage"].decode(), found["dictionary"], frozenset(found["common"].decode().split()))
        _known.clear()
        _known[found["written"]] = known
    return known


def write_kept(connection: sqlite3.Connection, kept: Kept) -> None:
    """Keep what an index is written by, inside a transaction."""
    import secrets  # most indexes are only read

    common = " ".join(sorted(kept.common)).encode()
    values = {
        "written": secrets.token_bytes(16),
        "stage": kept.stage.encode(),
        "dictionary": kept.dictionary,
        "common": common,
    }
    connection.executemany("INSERT OR REPLACE INTO kept (name, value) VALUES (?, ?)", values.items())


def let_forget(connection: sqlite3.Connection) -> None:
    """Put down that the file holds what must not stay in it, inside a transaction."""
    import secrets

    mark = secrets.token_bytes(16)
    connection.execute("INSERT OR REPLACE INTO kept (name, value) VALUES (?, ?)", (_MARK, mark))


def read_mark(connection: sqlite3.Connection) -> bytes:
    """Return what was put down last by `let_forget`, another each time; empty where nothing is to be forgotten."""
    row = connection.execute("SELECT value FROM kept WHERE name = ?", (_MARK,)).fetchone()
    return bytes(row[0]) if row else b""


def has_forgotten(connection: sqlite3.Connection, mark: bytes) -> None:
    """Put down that it is forgotten, unless there is more to be forgotten since that mark was read."""
    connection.execute("DELETE FROM kept WHERE name = ? AND value = ?", (_MARK, mark))

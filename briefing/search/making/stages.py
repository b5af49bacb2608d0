"""Making the index and keeping it in step: files are filed, some at a time, then every card is ranked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from briefing.search.making.filing import Changed, Filed, file_away, take_out
from briefing.search.making.forgetting import drop_what_left, forget
from briefing.search.making.ranking import Stop, Told, begin_ranking, is_out_of_order, rank_all, rank_waiting
from briefing.search.tables.kept import FILING, RANKING, READY, Kept, read_kept, read_mark, write_kept
from briefing.search.tables.packing import make_dictionary
from briefing.search.tables.store import clear, transaction

ROOM = 64_000
"""Kilobytes of pages that the one connection that makes an index keeps."""
LOG = 4_000
"""Pages of the log, 64 MB."""


def expect_much(connection: sqlite3.Connection) -> None:
    """Set a connection for writing very much: more pages in memory, and the log brought home less often."""
    connection.execute(f"PRAGMA cache_size = -{ROOM}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {LOG}")


def begin(connection: sqlite3.Connection, samples: Iterable[str]) -> None:
    """Begin an index anew; `samples` are texts of the kind it will hold."""
    with transaction(connection):
        clear(connection)
        write_kept(connection, Kept(FILING, make_dictionary(samples)))


def file_all(connection: sqlite3.Connection, filed: Sequence[Filed], gone: Iterable[str] = ()) -> dict[str, Changed]:
    """Put files into the index and take out those that are gone, together or not at all; returns what changed by file.

    While the index is ready, what changed can be found at once. Nothing is done with notes that were packed for an
    index which has been begun anew since.
    """
    with transaction(connection):
        kept = read_kept(connection)
        if any(each.packed and each.packed.dictionary != kept.dictionary for each in filed):
            return {}
        changed = {file: take_out(connection, file, kept) for file in gone}
        changed.update((each.file, file_away(connection, each, kept)) for each in filed)
        if kept.stage == READY:
            rank_waiting(connection, kept)
            drop_what_left(connection)
    return changed


def rank(connection: sqlite3.Connection, stop: Stop, told: Told) -> bool:
    """Rank what was filed, as far as that is needed, and leave nothing in the file that no card says any more.

    Returns False where it was told to stop, to be gone on with.
    """
    kept = read_kept(connection)
    is_ready = kept.stage == READY and not is_out_of_order(connection)
    if not is_ready and kept.stage != RANKING:
        with transaction(connection):
            begin_ranking(connection)
    if not is_ready and not rank_all(connection, stop, told):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return False
    return forget(connection, stop) if read_mark(connection) else True

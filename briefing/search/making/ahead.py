"""Making cards ready in another process while others are written: many cards take less time so."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from briefing.search.making.beside import other_process, share
from briefing.search.making.readying import Met, Ready, make_ready
from briefing.search.tables.kept import Kept, read_kept

WORTH_IT = 10
"""Steps for which another process is started."""


@contextmanager
def ahead(connection: sqlite3.Connection, steps: Sequence[Sequence[int]], kept: Kept) -> Iterator[Iterator[Ready]]:
    """Yield each step's cards made ready, in order; ahead of being asked for where there are many steps."""
    path = connection.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()[0]
    met = Met()

    def here(step: Sequence[int]) -> Ready:
        return make_ready(connection, step, kept, met)

    if len(steps) < WORTH_IT or not path:
        yield map(here, steps)
        return
    with other_process(_begin, path) as pool:
        yield share(pool, steps, _make_ready, here)


class _Other:
    """What the other process has to hand."""

    connection: sqlite3.Connection
    met = Met()


def _begin(path: str) -> None:
    _Other.connection = sqlite3.connect(path, isolation_level=None)
    _Other.connection.execute("PRAGMA query_only = ON")


def _make_ready(rows: Sequence[int]) -> Ready:
    return make_ready(_Other.connection, rows, read_kept(_Other.connection), _Other.met)

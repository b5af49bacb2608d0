"""Making cards ready in a process of its own while others are written: many cards take less time so."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain

from briefing.search.beside import other_process
from briefing.search.kept import Kept, read_kept
from briefing.search.readying import Met, Ready, make_ready

WORTH_IT = 10
"""Steps for which another process is started."""
_READY = 3
"""Steps made ready before they are asked for."""


@contextmanager
def ahead(connection: sqlite3.Connection, steps: Sequence[Sequence[int]], kept: Kept) -> Iterator[Iterator[Ready]]:
    """Yield each step's cards made ready, in order; ahead of being asked for where there are many steps."""
    path = connection.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()[0]
    if len(steps) < WORTH_IT or not path:
        yield _here(connection, steps, kept)
        return
    with other_process(_begin, path) as pool:
        yield _there(pool, connection, steps, kept)


def _here(connection: sqlite3.Connection, steps: Sequence[Sequence[int]], kept: Kept) -> Iterator[Ready]:
    met = Met()
    return (make_ready(connection, step, kept, met) for step in steps)


def _there(
    pool: ProcessPoolExecutor, connection: sqlite3.Connection, steps: Sequence[Sequence[int]], kept: Kept
) -> Iterator[Ready]:
    done = 0
    try:
        waiting = [pool.submit(_make_ready, step) for step in steps[:_READY]]
        for step in chain(steps[_READY:], [None] * len(waiting)):
            ready = waiting.pop(0).result()
            if step is not None:
                waiting.append(pool.submit(_make_ready, step))
            done += 1
            yield ready
    except (BrokenProcessPool, sqlite3.Error, OSError):  # the other process is gone: go on here
        yield from _here(connection, steps[done:], kept)


class _Other:
    """What the other process has to hand."""

    connection: sqlite3.Connection
    met = Met()


def _begin(path: str) -> None:
    _Other.connection = sqlite3.connect(path, isolation_level=None)
    _Other.connection.execute("PRAGMA query_only = ON")


def _make_ready(rows: Sequence[int]) -> Ready:
    return make_ready(_Other.connection, rows, read_kept(_Other.connection), _Other.met)

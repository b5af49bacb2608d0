"""The peer of building an index: the fastest parse, and bare inserts of rows that are known already.

The tables, their options and the connection are the product's; the rows are copied from a finished index, and the words
of every card were made before. What it takes to read them is not counted. Nothing is looked up, compared or worked out.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import rtoml

from briefing.search.making.ranking import STEP
from briefing.search.making.readying import Met, make_ready
from briefing.search.tables.kept import read_kept
from briefing.search.tables.store import NAMES, open_store, transaction
from briefing.search.words.folding import fold
from tests.benchmarks.measuring import Clock, Spent

PATIENCE = 5.0
FILED = 1000
"""Rows in one transaction: a card's worth of notes."""
INDEXES = {"words", "topics", "bearings"}
"""The word indexes; the other tables are copied as they are."""

Rows = Iterable[tuple[object, ...]]


def parse_and_insert(folder: Path, files: Sequence[str], finished: Path, path: Path) -> Spent:
    """Return what it takes to parse the files and to insert what stands in a finished index into a new one."""
    clock = Clock()
    source = sqlite3.connect(finished)
    for file in files:
        with clock.running():
            rtoml.loads((folder / file).read_bytes().decode())
    with clock.running():
        target = open_store(path, PATIENCE, anew=True)
        with transaction(target):
            target.execute("DELETE FROM kept")
    for name in NAMES:
        if name not in INDEXES:
            _insert(target, name, source.execute(f"SELECT * FROM {name}"), clock)  # noqa: S608 - the product's own names
    _insert(target, "topics (rowid, title, summary)", source.execute("SELECT rowid, * FROM topics"), clock)
    bearings = ((row, fold(texts)) for row, texts in source.execute("SELECT row, texts FROM sources ORDER BY row"))
    _insert(target, "bearings (rowid, tokens)", bearings, clock)
    _insert(target, "words (rowid, tokens)", _words(source), clock)
    with clock.running():
        _finish(target)
    source.close()
    return clock.spent


def _insert(target: sqlite3.Connection, into: str, rows: Rows, clock: Clock) -> None:
    source = iter(rows)
    while some := list(islice(source, STEP if into.startswith("words") else FILED)):
        marks = ",".join("?" * len(some[0]))
        with clock.running(), transaction(target):
            target.executemany(f"INSERT INTO {into} VALUES ({marks})", some)  # noqa: S608 - the product's own names


def _words(source: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    """Every card's words under its rank, as the product makes them."""
    kept, met = read_kept(source), Met()
    ranks = source.execute("SELECT rank, card FROM ranks ORDER BY rank")
    while some := ranks.fetchmany(STEP):
        ready = make_ready(source, [card for _, card in some], kept, met)
        yield from zip((rank for rank, _ in some), ready.tokens, strict=True)


def _finish(target: sqlite3.Connection) -> None:
    target.execute("INSERT INTO words (words) VALUES ('optimize')")
    target.execute("VACUUM")
    target.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    target.close()

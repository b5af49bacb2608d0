"""The peer of building an index: the fastest parse, and bare inserts of rows that are known already.

It is given what the product is given, in the order of the files: the text of each file, to be parsed by rtoml and
thrown away, and the rows that the product makes of it, copied from a finished index. The packed texts, the words of
every card, the folded texts of every source and the rank of every card are made beforehand and not counted. What is
counted: opening a new index, reading and parsing the files, putting the words into the order of their ranks, inserting
every row of every table, joining the word index, and writing the file without gaps. The tables, their options and the
settings of the connection are the product's where it makes an index. It works in one process, as bare inserts do.
Nothing is checked, looked up, compared or worked out, nothing can be searched meanwhile, and where it is stopped it
begins anew. What it has made is compared with the finished index, so that it cannot be fast by leaving something out.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

import rtoml

from briefing.search.making.ranking import STEP
from briefing.search.making.readying import Met, make_ready
from briefing.search.making.stages import expect_much
from briefing.search.tables.kept import read_kept
from briefing.search.tables.opening import open_store
from briefing.search.tables.store import NAMES, set_merging, transaction
from briefing.search.words.folding import fold
from tests.benchmarks.measuring import Clock, Spent

PATIENCE = 5.0
INDEXES = ("words", "topics", "bearings")
"""The word indexes; the other tables are copied as they are."""

Rows = Iterable[tuple[object, ...]]


class NotTheSameError(Exception):
    """The peer made other tables than the product."""


def parse_and_insert(folder: Path, files: Sequence[str], finished: Path, path: Path) -> Spent:
    """Return what it takes to parse the files and to insert what stands in a finished index into a new one.

    Raises NotTheSameError where the two do not hold the same in the end.
    """
    clock = Clock()
    with closing(sqlite3.connect(finished)) as source:
        for file in files:
            with clock.running():
                rtoml.loads((folder / file).read_bytes().decode())
        with clock.running():
            target = open_store(path, PATIENCE, anew=True)
            expect_much(target)
            with transaction(target):
                target.execute("DELETE FROM kept")
        for name in NAMES:
            if name not in INDEXES:
                _insert(target, name, source.execute(f"SELECT * FROM {name}"), clock)  # noqa: S608 - our own names
        _insert(target, "topics (rowid, title, summary)", source.execute("SELECT rowid, * FROM topics"), clock)
        bearings = ((row, fold(texts)) for row, texts in source.execute("SELECT row, texts FROM sources ORDER BY row"))
        _insert(target, "bearings (rowid, tokens)", bearings, clock)
        words = list(_words(source))
        with clock.running():
            words.sort()
            set_merging(target, much=True)
        _insert(target, "words (rowid, tokens)", words, clock)
        with clock.running():
            _finish(target)
        _compare(source, path)
    return clock.spent


def _insert(target: sqlite3.Connection, into: str, rows: Rows, clock: Clock) -> None:
    source = iter(rows)
    while some := list(islice(source, STEP)):
        marks = ",".join("?" * len(some[0]))
        with clock.running(), transaction(target):
            target.executemany(f"INSERT INTO {into} VALUES ({marks})", some)  # noqa: S608 - the product's own names


def _words(source: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    """Every card's rank and words, as the product makes them, in the order of the files."""
    kept, met = read_kept(source), Met()
    ranks = {card: rank for rank, card in source.execute("SELECT rank, card FROM ranks")}
    cards = sorted(ranks)
    for start in range(0, len(cards), STEP):
        ready = make_ready(source, cards[start : start + STEP], kept, met)
        yield from zip((ranks[row] for row in ready.rows), ready.tokens, strict=True)


def _finish(target: sqlite3.Connection) -> None:
    with transaction(target):
        target.execute("INSERT INTO words (words) VALUES ('optimize')")
        set_merging(target, much=False)
    target.execute("VACUUM")
    target.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    target.close()


def _compare(source: sqlite3.Connection, path: Path) -> None:
    """Raise NotTheSameError where a table has not as many rows, or a word index not as many of some word."""
    with closing(sqlite3.connect(path)) as made:
        for name in NAMES:
            if name not in INDEXES:
                _same(name, *(one.execute(f"SELECT count(*) FROM {name}").fetchone() for one in (source, made)))  # noqa: S608
        for name in INDEXES:
            for one in (source, made):
                one.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{name}_held USING fts5vocab(main, {name}, row)")
            counted = f"SELECT term, doc FROM temp.{name}_held"  # noqa: S608 - our own names
            for row, other in zip(source.execute(counted), made.execute(counted), strict=True):
                _same(name, row, other)


def _same(name: str, ours: object, theirs: object) -> None:
    if ours != theirs:
        raise NotTheSameError(f"{name}: {ours} and, made by bare inserts, {theirs}")

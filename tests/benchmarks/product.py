"""The product's own index of a library of the benchmarks, made as the product makes it."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from briefing.disk.places import cache_folder
from briefing.library.quickly import read_quickly
from briefing.library.reading import OFFICE_FILE, OUTLINES
from briefing.model.ids import NoteName
from briefing.model.note import Note
from briefing.search import lookups
from briefing.search.index import FILE, Index, open_index
from briefing.search.making.forgetting import drop_what_left
from briefing.search.making.ranking import most_late, rank_waiting
from briefing.search.making.unranking import unrank
from briefing.search.making.waiting import let_wait
from briefing.search.tables.kept import read_kept
from briefing.search.tables.store import transaction
from tests.benchmarks.ground import SIZES, Ground
from tests.benchmarks.measuring import Spent, run


def index_path(folder: Path) -> Path:
    """Return where the product keeps the index of a library."""
    return cache_folder(folder) / FILE


def ready_index(ground: Ground) -> Index:
    """Return the index of a library, made where it is not there or not whole."""
    index = open_index(ground.folder)
    if index.look(lookups.read_stage, "") != "ready" or index.look(lookups.count_cards, 0) != SIZES[ground.size]:
        print(f"index: {ground.size} cards", file=sys.stderr)
        index.close()
        make_index(ground.folder)
        index = open_index(ground.folder)
    return index


def make_index(folder: Path) -> Spent:
    """Make the index of a library from nothing, in the process in which the product does; return what it takes."""
    path = index_path(folder)
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    return run("briefing.catalogue", str(folder.resolve()))


def copy_with_late_cards(index: Index, path: Path) -> tuple[Index, int]:
    """Return a copy of an index with as many late cards as there may be, and how many these are."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as copy:
        index.look(lambda connection: connection.backup(copy), None)
    late = Index(path)
    many = late.look(most_late, 0)
    late.write(lambda connection: make_late(connection, many), None)
    return late, many


def make_late(connection: sqlite3.Connection, many: int) -> None:
    """Take so many cards from all over the library out of their order, as if each had been changed."""
    rows = [row for (row,) in connection.execute("SELECT card FROM ranks ORDER BY rank")]
    some = sorted(rows[:: max(1, len(rows) // max(1, many))][:many])
    with transaction(connection):
        kept = read_kept(connection)
        unrank(connection, some, kept)
        let_wait(connection, some)
        rank_waiting(connection, kept)
        drop_what_left(connection)


def note_files(folder: Path) -> list[str]:
    """Return every note's file, by its path in the library."""
    files = (path.relative_to(folder).as_posix() for path in folder.rglob("*.toml"))
    return sorted(file for file in files if file != OFFICE_FILE and not file.startswith(f"{OUTLINES}/"))


def _notes(folder: Path, files: Sequence[str]) -> Iterator[tuple[str, Note]]:
    for file in files:
        note = read_quickly(NoteName(file.removesuffix(".toml")), (folder / file).read_bytes())
        if note is None:
            raise ValueError(f"{file} is not sound")
        yield file, note


def first_claims(folder: Path) -> tuple[str, ...]:
    """Return how the first claims of a library begin: what shows that the first rows are there."""
    first = min(note_files(folder), key=lambda file: (file.rpartition("/")[0], file.removesuffix(".toml")))
    (_, note), *_ = _notes(folder, [first])
    return tuple(card.claim[:12] for card in note.cards[:8] if not card.is_restricted)

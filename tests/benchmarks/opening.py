"""Opening a library in which nothing changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefing.catalogue.opening import open_catalogue
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import Ground
from tests.benchmarks.measuring import RUNS, Clock, Spent, in_turn
from tests.benchmarks.peers.scan import scan
from tests.benchmarks.product import ready_index


def measure(ground: Ground) -> Iterator[Figure]:
    """Bring an index up to date with files of which none has changed, beside a look at each."""
    ready_index(ground).close()
    _caught_up(ground.folder)
    ours, theirs = in_turn(RUNS, lambda: _caught_up(ground.folder), lambda: looked_at(ground.folder))
    name = f"open when nothing changed, {ground.corpus.notes:,} files"
    for kind, called in (("cpu", "CPU"), ("wall", "wall")):
        value, beside = getattr(ours, kind), getattr(theirs, kind)
        yield Figure(f"{name}, {called}", ground.size, value, "ms", "<= 250 ms", 250.0, "scandir + stat", beside)


def looked_at(folder: Path) -> Spent:
    """Return what it takes to look at every file once."""
    clock = Clock()
    with clock.running():
        scan(str(folder.resolve()))
    return clock.spent


def _caught_up(folder: Path) -> Spent:
    clock = Clock()
    with clock.running():
        catalogue = open_catalogue(folder)
        catalogue.catch_up(lambda _: None, lambda: False)
    catalogue.close()
    return clock.spent

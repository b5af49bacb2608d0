"""The command line as whole processes, beside a look at every file."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import Ground
from tests.benchmarks.measuring import RUNS, in_turn, run
from tests.benchmarks.opening import looked_at
from tests.benchmarks.product import ready_index

WORD = "inquiry"


def measure_search(ground: Ground) -> Iterator[Figure]:
    """`briefing search`, the index warm and nothing changed."""
    ready_index(ground).close()
    run("briefing", "search", WORD, "--library", str(ground.folder))
    ours, scan = in_turn(
        RUNS,
        lambda: run("briefing", "search", WORD, "--library", str(ground.folder)),
        lambda: looked_at(ground.folder),
    )
    most = 150 + 1.5 * scan.cpu
    target = "CPU <= 150 ms + 1.5 x"
    yield Figure("briefing search, CPU", ground.size, ours.cpu, "ms", target, most, "scandir + stat", scan.cpu)
    yield Figure("briefing search, wall", ground.size, ours.wall, "ms", "", None, "scandir + stat", scan.wall)


def measure_help() -> Iterator[Figure]:
    """`briefing --help`, beside a Python that does nothing."""
    ours, python = in_turn(RUNS, lambda: run("briefing", "--help"), lambda: run("this"))
    yield Figure("--help, CPU", "", ours.cpu, "ms", "<= 100 ms", 100.0, "python -m this", python.cpu)
    yield Figure("--help, wall", "", ours.wall, "ms", "", None, "python -m this", python.wall)

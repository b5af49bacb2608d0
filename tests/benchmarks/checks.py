"""`briefing check` as a process: with nothing kept, and where nothing has changed since; and its memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from briefing.catalogue.checked_notes import FILE
from briefing.disk.places import cache_folder
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import Ground
from tests.benchmarks.measuring import ROOT, Spent, in_turn
from tests.benchmarks.peers.parse import parse_all

PROMISED = "100k"
MOST = {"cold": 60, "warm": 3}
"""Seconds for that many cards."""
WARM_RUNS = 3


def measure(ground: Ground) -> Iterator[Figure]:
    """Check a library from nothing once, then again and again, beside a bare parse of every file."""
    folder = ground.folder.resolve()
    (cache_folder(folder) / FILE).unlink(missing_ok=True)
    peaks: list[float] = []
    cold, peer = in_turn(1, lambda: _checked(folder, peaks), lambda: parse_all(folder))
    (warm,) = in_turn(WARM_RUNS, lambda: _checked(folder, peaks))
    for kind, spent in (("cold", cold), ("warm", warm)):
        most = MOST[kind] if ground.size == PROMISED else None
        target = f"<= {most} s" if most else ""
        for taken, name in (("cpu", "CPU"), ("wall", "wall")):
            value, beside = getattr(spent, taken) / 1000, getattr(peer, taken) / 1000
            told = f"briefing check, {kind}, {name}"
            yield Figure(told, ground.size, value, "s", target, most, "rtoml, all files", beside)
    yield Figure("briefing check, peak memory", ground.size, max(peaks), "MB")


def _checked(folder: Path, peaks: list[float]) -> Spent:
    """Return what a check takes, its peak of memory put to the others; raises RuntimeError where it does not end well.

    That something is found is well: the invented cards lack what theirs should have.
    """
    command = [sys.executable, "-m", "briefing", "check", "--library", str(folder)]
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    peaks.append(used.ru_maxrss / 1024)
    return Spent((time.perf_counter() - start) * 1000, (used.ru_utime + used.ru_stime) * 1000)

"""How time is taken: of a stretch of this process, of a whole process, and of threads of one that goes on."""

from __future__ import annotations

import os
import platform
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
RUNS = 5


@dataclass(slots=True)
class Spent:
    """What something took, in milliseconds; filled in when it is over."""

    wall: float = 0.0
    cpu: float = 0.0


@dataclass(slots=True)
class Clock:
    """Adds up stretches of this process."""

    spent: Spent = field(default_factory=Spent)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Everything inside is added."""
        wall, cpu = time.perf_counter(), time.process_time()
        try:
            yield
        finally:
            self.spent.wall += (time.perf_counter() - wall) * 1000
            self.spent.cpu += (time.process_time() - cpu) * 1000


def percentile(values: Sequence[float], share: int) -> float:
    """Return the value that so many of a hundred do not exceed; 0 of none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)] if ordered else 0.0


def middle(spent: Sequence[Spent]) -> Spent:
    """Return the medians of several runs."""
    return Spent(median(one.wall for one in spent), median(one.cpu for one in spent))


def in_turn(times: int, *acts: Callable[[], Spent]) -> list[Spent]:
    """Do each of several things in turn, again and again; return the medians of each."""
    runs = [[act() for act in acts] for _ in range(times)]
    return [middle(each) for each in zip(*runs, strict=True)]


def run(*words: str, python: bool = True) -> Spent:
    """Run a command to its end, its children's time counted; raises RuntimeError where it fails."""
    command = [*((sys.executable, "-m") if python else ()), *words]
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return Spent((time.perf_counter() - start) * 1000, (used.ru_utime + used.ru_stime) * 1000)


def cpu_of(process: int) -> float:
    """Return the milliseconds that all threads of a live process have had of a processor, to the nanosecond."""
    used = 0
    for task in Path(f"/proc/{process}/task").iterdir():
        try:
            used += int((task / "schedstat").read_text().split()[0])
        except (FileNotFoundError, ProcessLookupError):
            continue  # a thread that has just ended
    return used / 1e6


def peak_of(process: int) -> float:
    """Return the most memory a live process has held, in MB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def machine() -> dict[str, str]:
    """Return the date, and what the machine is like."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "cores": str(os.cpu_count()),
        "memory": f"{memory:.0f} GiB",
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "load": f"{os.getloadavg()[0]:.1f}",
    }

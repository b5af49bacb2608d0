"""The peer of checking a library: each file read and parsed by rtoml, and thrown away; nothing is looked at."""

from __future__ import annotations

from pathlib import Path

import rtoml

from tests.benchmarks.measuring import Clock, Spent


def parse_all(folder: Path) -> Spent:
    """Return what it takes to parse every file of a library."""
    clock = Clock()
    with clock.running():
        for path in folder.rglob("*.toml"):
            rtoml.loads(path.read_bytes().decode())
    return clock.spent

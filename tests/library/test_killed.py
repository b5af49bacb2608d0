"""A desk killed in the middle of a save: the file is the old one or the new one, and what was said to be saved is."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.kill
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork, which Windows has not")
def test_no_kill_tears_a_file_or_loses_a_save(
    tmp_path: Path, chance: random.Random, often: Callable[[int, int], int]
) -> None:
    kills = often(60, 2000)
    program = [sys.executable, str(Path(__file__).with_name("killing.py")), str(tmp_path), str(kills)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [*program, str(chance.random())], env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 0, ran.stderr
    tally = json.loads(ran.stdout)
    print(tally)
    assert tally["saves"] > kills, "the writers were killed before they saved"
    assert {name: tally[name] for name in ("kills", "torn", "lost", "leftovers", "undone")} == {
        "kills": kills,
        "torn": 0,
        "lost": 0,
        "leftovers": 0,
        "undone": True,
    }

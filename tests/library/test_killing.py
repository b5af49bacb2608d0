"""kill -9 at random moments while a desk saves: no file is torn, and nothing it told of as saved is lost."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.library.ground import ROOT

pytestmark = [pytest.mark.kill, pytest.mark.skipif(os.name != "posix", reason="needs kill -9 and fork")]


def test_a_desk_that_is_killed_tears_nothing_and_loses_nothing(
    tmp_path: Path, chance: random.Random, often: Callable[[int, int], int]
) -> None:
    kills = often(60, 2000)
    done = subprocess.run(
        [sys.executable, "-m", "tests.library.killing", str(tmp_path), str(kills), str(chance.random())],
        cwd=ROOT,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    tally = json.loads(done.stdout)
    print({name: value for name, value in tally.items() if name != "last"})
    assert (tally["kills"], tally["torn"], tally["lost"]) == (kills, [], [])
    assert tally["saves"] >= kills
    assert tally["while_writing"] > 0

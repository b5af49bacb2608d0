"""The first command on a machine that lacks something, and what a build machine is given."""

from __future__ import annotations

import ast
import os
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.architecture.ground import ROOT, TESTS, modules, tree_of

OLD = """
case "$*" in *version_info*) exit 1;; -V) echo Python 3.9.2;; esac
"""
BARE = """
case "$*" in *ensurepip*) exit 1;; esac
"""


def complaint(make: Path, python: Path, tmp_path: Path) -> str:
    """What `make run` says with this interpreter, less make's own closing line."""
    tried = subprocess.run(
        [str(make), "run", f"PYTHON={python}", f"VENV={tmp_path / 'venv'}"],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith("MAKE")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert tried.returncode == 2
    assert tried.stdout == ""
    assert not (tmp_path / "venv").exists()
    return "".join(line for line in tried.stderr.splitlines(keepends=True) if not line.startswith("make"))


@pytest.mark.skipif(os.name != "posix", reason="needs a shell; on Windows `py -m pip install .` does this")
class DescribeTheFirstRun:
    @pytest.fixture
    def make(self, needs: Callable[[str], Path]) -> Path:
        return needs("make")

    @pytest.fixture
    def stand_in(self, tmp_path: Path) -> Callable[[str], Path]:
        def write(script: str) -> Path:
            python = tmp_path / "python"
            python.write_text(f"#!/bin/sh{script}", encoding="utf-8")
            python.chmod(0o755)
            return python

        return write

    def it_says_in_one_sentence_that_there_is_no_python(self, make: Path, tmp_path: Path) -> None:
        said = complaint(make, tmp_path / "python", tmp_path)
        assert said.count("\n") == 1
        assert "sudo apt-get install python3 python3-venv" in said

    def it_says_in_one_sentence_that_python_is_too_old(
        self, make: Path, stand_in: Callable[[str], Path], tmp_path: Path
    ) -> None:
        said = complaint(make, stand_in(OLD), tmp_path)
        assert said.count("\n") == 1
        assert "needs Python 3.11 or newer" in said
        assert "is Python 3.9.2" in said

    def it_says_in_one_sentence_which_package_is_missing(
        self, make: Path, stand_in: Callable[[str], Path], tmp_path: Path
    ) -> None:
        said = complaint(make, stand_in(BARE), tmp_path)
        assert said.count("\n") == 1
        assert "sudo apt-get install python3-venv" in said


def test_each_part_of_the_long_run_is_a_marker(pytestconfig: pytest.Config) -> None:
    parts = re.search(r"^PARTS := (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert parts
    markers = {line.partition(":")[0] for line in pytestconfig.getini("markers")}
    assert set(parts[1].split()) <= markers


def programs_needed() -> Iterator[str]:
    """The outside programs that tests ask for by name."""
    for path in modules(TESTS):
        for node in ast.walk(tree_of(path)):
            match node:
                case ast.Call(func=ast.Name(id="needs"), args=[ast.Constant(value=str(program))]):
                    yield program
                case _:
                    pass


def test_a_build_machine_gets_every_program_the_tests_ask_for() -> None:
    table = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert set(programs_needed()) <= set(re.findall(r"^    ([\w-]+):[\w-]+", table, re.MULTILINE))

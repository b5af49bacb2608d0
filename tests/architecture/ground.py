"""What the tests of the architecture look at: the project's own files, found without importing them."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "briefing"
TESTS = ROOT / "tests"


def modules(*folders: Path) -> list[Path]:
    """Every Python file under the folders, in order."""
    return sorted(path for folder in folders for path in folder.rglob("*.py"))


@cache
def tree_of(path: Path) -> ast.Module:
    """The syntax tree of one file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The functions and methods of one file, nested ones too."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines_naming(path: Path, *needles: str) -> list[str]:
    """The lines of one file that hold any of the needles, each as `file:line: text`."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for number, line in enumerate(lines, 1)
        if any(needle in line for needle in needles)
    ]


def kept_by_git(git: Path) -> list[str]:
    """The files git keeps, or would keep when next asked, as paths from the top."""
    asked = subprocess.run(
        # The checkout may belong to somebody else, as it does in a container.
        [str(git), "-c", f"safe.directory={ROOT}", "ls-files", "-co", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return [name for name in asked.stdout.split("\0") if name and (ROOT / name).exists()]

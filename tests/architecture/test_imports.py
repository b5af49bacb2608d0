"""What a fresh process has loaded: the import contracts see what is written, this sees what happens."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.architecture.ground import PACKAGE, ROOT, modules

HEAVY = frozenset({"docx", "lxml", "rich", "sqlite3", "textual"})

MAY_LOAD: dict[str, frozenset[str]] = {
    "tui": frozenset({"rich", "sqlite3", "textual"}),
    "word": frozenset({"docx", "lxml"}),
    "search": frozenset({"sqlite3"}),
    "catalogue": frozenset({"sqlite3"}),
    "settling": frozenset({"docx", "lxml"}),
    # A command's own module, loaded when the command is given, brings the rooms the command needs.
    "cli": frozenset({"docx", "lxml", "sqlite3"}),
}
"""The heavy libraries each room may load; a room that is not named may load none."""

OPENING_WORDS = "import json, runpy, sys; before = set(sys.modules); "
CLOSING_WORDS = "; print(json.dumps(sorted(set(sys.modules) - before)))"


def loaded_by(statements: str) -> frozenset[str]:
    """The top-level names of the modules that a fresh process loads to run the statements."""
    asked = subprocess.run(
        [sys.executable, "-c", OPENING_WORDS + statements + CLOSING_WORDS],
        cwd=ROOT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    names: list[str] = json.loads(asked.stdout.splitlines()[-1])
    return frozenset(name.partition(".")[0] for name in names)


def outside(names: frozenset[str]) -> frozenset[str]:
    """The names that belong neither to the standard library nor to the project."""
    return names - frozenset(sys.stdlib_module_names) - {"briefing"}


def rooms() -> list[str]:
    """The folders and single modules directly inside the package."""
    return sorted({path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in modules(PACKAGE)} - {"__main__"})


def modules_of(room: str) -> list[str]:
    """The dotted names of every module in a room."""
    inside = [path.relative_to(ROOT).with_suffix("").parts for path in modules(PACKAGE)]
    return [".".join(parts).removesuffix(".__init__") for parts in inside if parts[1] == room]


@pytest.mark.parametrize("room", rooms())
def test_a_room_loads_only_what_it_may(room: str) -> None:
    loaded = loaded_by(f"import {', '.join(modules_of(room))}")
    assert loaded & HEAVY <= MAY_LOAD.get(room, frozenset())


@pytest.mark.parametrize("room", ["errors", "model", "wording"])
def test_the_ground_floor_stands_on_the_standard_library_alone(room: str) -> None:
    assert outside(loaded_by(f"import {', '.join(modules_of(room))}")) == frozenset()


@pytest.mark.parametrize("words", ["--help", "--version", "search --help", "export --help", "no-such-command"])
def test_the_command_line_explains_itself_without_anything_heavy(words: str) -> None:
    loaded = loaded_by(
        f"sys.argv = ['briefing', *{words.split()!r}]\n"
        "try:\n    runpy.run_module('briefing', run_name='__main__')\nexcept SystemExit:\n    pass\n"
        "print()"
    )
    assert "briefing" in loaded
    assert not loaded & (HEAVY | {"shtab", "platformdirs", "tomli_w"})

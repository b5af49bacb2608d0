"""What every test stands on: a home of its own, chance with a printed seed, and outside programs by name."""

from __future__ import annotations

import gc
import os
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

SEED = "BRIEFING_SEED"
FIXTURES = "BRIEFING_FIXTURES"
LONG = "BRIEFING_LONG"

# Read once, when textual is first imported, so they must stand before any test module does. A story paints when its
# desk has come to rest: the frames between, which nobody sees, took a tenth of its time.
os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ["TEXTUAL_FPS"] = "1"

# No deadline anywhere: a busy machine must not turn a true law into a failure.
settings.register_profile("default", max_examples=50, deadline=None, print_blob=True)
# A build machine tries the same examples each time: whether a change lands must not hang on the throw of dice.
settings.register_profile("ci", max_examples=100, deadline=None, print_blob=True, database=None, derandomize=True)
settings.register_profile("long", max_examples=10_000, deadline=None, print_blob=True)
settings.load_profile("long" if os.environ.get(LONG) else "ci" if os.environ.get("CI") else "default")


def pytest_configure() -> None:
    """Draw the seed of this run, once for all its processes, unless one was given."""
    os.environ.setdefault(SEED, str(random.SystemRandom().randrange(2**32)))


def pytest_collection_finish() -> None:
    """Search for garbage as seldom as the desk does: among all that the tests hold, it took a third of their time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


def pytest_report_header() -> str:
    """The line that lets a run be repeated."""
    return f"chance: {SEED}={os.environ[SEED]}"


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """Chance that can be repeated: seeded by the run and by the test's own name."""
    node: pytest.Item = request.node
    return random.Random(f"{os.environ[SEED]} {node.nodeid}")


@pytest.fixture(scope="session")
def often() -> Callable[[int, int], int]:
    """How many times to repeat something: `often(50, 2000)` is 50, and 2,000 in `make check`."""
    return (lambda _few, many: many) if os.environ.get(LONG) else (lambda few, _many: few)


@pytest.fixture
def everybodys(tmp_path: Path) -> Iterator[Path]:
    """A folder, and a test that runs as a user like any other: what is closed to others is not closed to root."""
    if os.name != "posix" or os.geteuid() != 0:
        yield tmp_path
        return
    folder = Path(tempfile.mkdtemp())
    os.chown(folder, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield folder
    finally:
        os.setresuid(0, 0, 0)
        shutil.rmtree(folder)


NOBODY = 65534
"""The user every POSIX system has for what belongs to no one."""


@pytest.fixture(autouse=True)
def user_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own, so that no test touches the settings, drafts or index of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name, folder in _FOLDERS.items():
        monkeypatch.setenv(name, str(home / folder))
    for name in _UNSET:
        monkeypatch.delenv(name, raising=False)
    for name, value in _TERMINAL.items():
        monkeypatch.setenv(name, value)
    return home


_FOLDERS = {
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".local/state",
    "XDG_DATA_HOME": ".local/share",
    "XDG_RUNTIME_DIR": ".run",
    # Windows asks the system, not the environment; platformdirs lets these stand in for its answers.
    "WIN_PD_OVERRIDE_APPDATA": "AppData/Roaming",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA": "AppData/Local",
}

# What a developer's own terminal, editor or git would otherwise add; a desk in a process of its own paints every frame.
_UNSET = (
    "TEXTUAL_FPS",
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR",
    "EDITOR",
    "VISUAL",
    "TMUX",
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
)
_TERMINAL = {
    "COLUMNS": "100",
    "LINES": "30",
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
    "LC_ALL": "C.UTF-8",
}


@pytest.fixture(scope="session")
def needs() -> Callable[[str], Path]:
    """Where an outside program is, as in `needs("soffice")`; where it is missing, the test is skipped."""

    def find(program: str) -> Path:
        found = shutil.which(program)
        if found is None:
            pytest.skip(f"needs the outside program {program}")
        return Path(found)

    return find


@pytest.fixture(scope="session")
def fixtures_folder() -> Path:
    """The folder of real inputs. The project holds no copy of them; whoever has one says where it is."""
    named = os.environ.get(FIXTURES)
    if not named:
        pytest.skip(f"needs real inputs: {FIXTURES} is not set")
    folder = Path(named)
    if not folder.is_dir():
        pytest.fail(f"{FIXTURES} names no folder: {folder}")
    return folder

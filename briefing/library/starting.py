"""Starting a library: an empty one with its settings, or a copy of the example."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from briefing.disk.saving import replace_file
from briefing.errors import BadInput, Place
from briefing.wording import library as say


def start_library(folder: Path, *, example: bool = False) -> None:
    """Make a library in a folder that is missing or empty; raises BadInput where there is something already."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BadInput(say.NOT_EMPTY, Place(str(folder)), say.NOT_EMPTY_HINT)
    folder.mkdir(parents=True, exist_ok=True)
    if example:
        for name, content in _example():
            _write(folder / name, content)
        return
    _write(folder / "library.toml", say.NEW_LIBRARY.encode())
    (folder / "outlines").mkdir(exist_ok=True)


def example_folder() -> Traversable:
    """Return the example library: inside the installed package, or `notes/` beside it in a checkout."""
    bundled = resources.files("briefing").joinpath("example")
    return bundled if bundled.is_dir() else Path(__file__).parents[2] / "notes"


def _example() -> Iterator[tuple[str, bytes]]:
    yield from _files(example_folder(), "")


def _files(folder: Traversable, inside: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda found: found.name):
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _files(entry, f"{inside}{entry.name}/")
        elif entry.name.endswith((".toml", ".txt")):
            yield f"{inside}{entry.name}", entry.read_bytes()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, content, None)

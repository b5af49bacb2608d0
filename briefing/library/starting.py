"""Starting a library: an empty one with its settings, or a copy of the example."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from briefing.disk.saving import replace_file
from briefing.errors import BadInput, DiskFailed, Place
from briefing.library.reading import OFFICE_FILE
from briefing.library.survey import OUTLINES
from briefing.wording import disk as disk_words
from briefing.wording import library as say


def start_library(folder: Path, *, example: bool = False) -> None:
    """Make a library in a folder that is missing or empty but for hidden files.

    Raises BadInput where there is something already, and DiskFailed.
    """
    try:
        if folder.exists() and (not folder.is_dir() or any(map(_is_visible, folder.iterdir()))):
            raise BadInput(say.NOT_EMPTY, Place(str(folder)), say.NOT_EMPTY_HINT)
        (folder / OUTLINES).mkdir(parents=True, exist_ok=True)
        for name, content in _example() if example else _empty():
            _write(folder / name, content)
    except OSError as error:
        raise DiskFailed(disk_words.unsaved(error), Place(str(folder)), disk_words.UNREADABLE_HINT) from error


def _is_visible(path: Path) -> bool:
    """Whether somebody put it there: git and file browsers leave hidden files in new folders."""
    return not path.name.startswith(".")


def _empty() -> Iterator[tuple[str, bytes]]:
    yield OFFICE_FILE, say.NEW_LIBRARY.encode()


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

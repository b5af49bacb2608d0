"""The path of a file, as it is typed, dropped on the terminal or completed."""

from __future__ import annotations

import asyncio
import os
import shlex
from pathlib import Path

from textual.suggester import Suggester

from briefing.model.literal import show_line
from briefing.tui.forms.editors import LineEditor

_LOCK = "~$"
"""How the file begins that Word lays beside one it has open."""


class PathEditor(LineEditor):
    """A line for the path of a file."""

    def __init__(self, folder: Path, endings: tuple[str, ...], *, id: str, hint: str) -> None:
        """Complete paths from a folder to files with these endings."""
        super().__init__("", id=id, hint=hint)
        self.suggester = PathSuggester(folder, endings)


class PathSuggester(Suggester):
    """Completes a path to the first folder or file of a kind that begins like it."""

    def __init__(self, folder: Path, endings: tuple[str, ...]) -> None:
        """Take paths from a folder, unless they begin at the root or at home."""
        super().__init__(use_cache=False, case_sensitive=True)
        self._folder, self._endings = folder, endings

    async def get_suggestion(self, value: str) -> str | None:
        """Return the path completed; None where nothing begins like it."""
        return await asyncio.to_thread(complete, value, self._folder, self._endings)


def complete(typed: str, folder: Path, endings: tuple[str, ...]) -> str | None:
    """Return a path completed by the first name that begins like it, a folder's with a slash; None where none does."""
    before, _, begun = typed.rpartition("/")
    where = file_meant(f"{before}/" if "/" in typed else ".", folder)
    try:
        with os.scandir(where) as entries:
            names = sorted(_offered(entry, endings) for entry in entries if entry.name.startswith(begun))
    except (OSError, ValueError):
        return None
    found = next((name for name in names if name and name != begun), "")
    return f"{typed[: len(typed) - len(begun)]}{found}" if begun and found else None


def _offered(entry: os.DirEntry[str], endings: tuple[str, ...]) -> str:
    """Return a name as it completes a path; nothing for what cannot lead to a file of the kind."""
    if entry.name != show_line(entry.name) or entry.name.startswith(_LOCK):
        return ""
    if entry.is_dir():
        return f"{entry.name}/"
    return entry.name if entry.name.lower().endswith(endings) else ""


def file_meant(typed: str, folder: Path) -> Path:
    """Return the file a typed or dropped path means: quotes are taken off, `~` is home, the rest is from the folder."""
    bare = typed.strip()
    if len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "'\"":
        bare = bare[1:-1]
    return folder / os.path.expanduser(bare)  # noqa: PTH111 - a home it does not know stays as it is


def files_meant(typed: str, folder: Path) -> tuple[Path, ...]:
    """Return the files that typed or dropped paths mean; several, quoted or escaped as a shell wants them, in one line.

    What is one file as it stands is that file, whatever is in its name.
    """
    whole = file_meant(typed, folder)
    try:
        if whole.exists():
            return (whole,)
        return tuple(file_meant(one, folder) for one in shlex.split(typed)) or (whole,)
    except (OSError, ValueError):
        return (whole,)

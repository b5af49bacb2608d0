"""Which template a document is set on: the house's, the office's own, or another file, its path completed."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.suggester import Suggester

from briefing.model.literal import show_line
from briefing.tui.forms.choices import Choices
from briefing.tui.forms.editors import LineEditor
from briefing.wording import export as say

HOUSE, OFFICE, OTHER = "house", "office", "other"
_TEMPLATES = (".dotx", ".docx")
_LOCK = "~$"
"""How the file begins that Word lays beside one it has open."""


class TemplateChoice(Vertical):
    """The templates there are to choose from; `path` is the chosen one's file."""

    DEFAULT_CSS = "TemplateChoice { height: auto; width: 1fr; }"

    def __init__(self, folder: Path, office: Path | None) -> None:
        """Offer the office's own template, where it has one; other files are typed by their path from a folder."""
        super().__init__(id="template")
        self._folder, self._office = folder, office

    def compose(self) -> ComposeResult:
        """The choices, and beneath them the path of another file while that is chosen."""
        names = [(HOUSE, say.HOUSE_TEMPLATE), (OTHER, say.OTHER_TEMPLATE)]
        if self._office:
            names.insert(0, (OFFICE, show_line(self._office.name)))
        yield Choices(tuple(names), names[0][0], id="templates")
        yield PathEditor(self._folder)

    def on_mount(self) -> None:
        """Keep the path out of sight until it is asked for."""
        self._chosen()

    @on(Choices.Changed)
    def _chosen(self) -> None:
        self.query_one(PathEditor).display = self._choice == OTHER

    @property
    def _choice(self) -> str:
        return self.query_one(Choices).text or (OFFICE if self._office else HOUSE)

    @property
    def is_missing(self) -> bool:
        """Whether another file was chosen and none was named."""
        return self._choice == OTHER and not self.query_one(PathEditor).text.strip()

    @property
    def path(self) -> Path | None:
        """The file the document is to be set on; None for the house's own template."""
        if self._choice == OTHER:
            return file_meant(self.query_one(PathEditor).text, self._folder)
        return self._office if self._choice == OFFICE else None

    def ask_again(self) -> None:
        """Go to what a refused template was chosen with."""
        self.query_one(PathEditor if self._choice == OTHER else Choices).focus()


class PathEditor(LineEditor):
    """A line for the path of a template."""

    def __init__(self, folder: Path) -> None:
        """Complete paths from a folder."""
        super().__init__("", id="template-path", hint=say.TEMPLATE_HINT)
        self.suggester = PathSuggester(folder)


class PathSuggester(Suggester):
    """Completes a path to the first folder or Word file that begins like it."""

    def __init__(self, folder: Path) -> None:
        """Take paths from a folder, unless they begin at the root or at home."""
        super().__init__(use_cache=False, case_sensitive=True)
        self._folder = folder

    async def get_suggestion(self, value: str) -> str | None:
        """Return the path completed; None where nothing begins like it."""
        return await asyncio.to_thread(complete, value, self._folder)


def complete(typed: str, folder: Path) -> str | None:
    """Return a path completed by the first name that begins like it, a folder's with a slash; None where none does."""
    before, _, begun = typed.rpartition("/")
    where = file_meant(f"{before}/" if "/" in typed else ".", folder)
    try:
        with os.scandir(where) as entries:
            names = sorted(_offered(entry) for entry in entries if entry.name.startswith(begun))
    except (OSError, ValueError):
        return None
    found = next((name for name in names if name and name != begun), "")
    return f"{typed[: len(typed) - len(begun)]}{found}" if begun and found else None


def _offered(entry: os.DirEntry[str]) -> str:
    """Return a name as it completes a path; nothing for what cannot lead to a template."""
    if entry.name != show_line(entry.name) or entry.name.startswith(_LOCK):
        return ""
    if entry.is_dir():
        return f"{entry.name}/"
    return entry.name if entry.name.lower().endswith(_TEMPLATES) else ""


def file_meant(typed: str, folder: Path) -> Path:
    """Return the file a typed or dropped path means: quotes are taken off, `~` is home, the rest is from the folder."""
    bare = typed.strip()
    if len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "'\"":
        bare = bare[1:-1]
    return folder / os.path.expanduser(bare)  # noqa: PTH111 - a home it does not know stays as it is

"""Which template a document is set on: the house's, the office's own, or another file, its path completed."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from briefing.model.literal import show_line
from briefing.tui.forms.choices import Choices
from briefing.tui.forms.paths import PathEditor, file_meant
from briefing.wording import export as say

HOUSE, OFFICE, OTHER = "house", "office", "other"
_TEMPLATES = (".dotx", ".docx")


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
        yield PathEditor(self._folder, _TEMPLATES, id="template-path", hint=say.TEMPLATE_HINT)

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

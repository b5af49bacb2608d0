"""Asks for the text of a source: the path of a text file, or the words themselves, pasted."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from briefing.disk.reading import read_file
from briefing.errors import BriefingError
from briefing.library.keeping import SourceText, text_of
from briefing.model.literal import show_line
from briefing.model.source import Source
from briefing.tui.forms.editors import LineEditor, TextEditor
from briefing.tui.widgets.literal import literal
from briefing.wording import commands as words
from briefing.wording import keeping as say


class KeepText(ModalScreen[SourceText | None]):
    """Ends with the text, or with None where it was left."""

    AUTO_FOCUS = "#file"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("f2,ctrl+s,ctrl+enter", "keep", show=False),
    ]

    def __init__(self, source: Source) -> None:
        """Ask for the text of one source."""
        super().__init__()
        self._source = source

    def compose(self) -> ComposeResult:
        """Of which source, from which file, or in which words."""
        with Vertical(classes="sheet question wide") as sheet:
            sheet.border_title = literal(say.TITLE)
            yield Static(literal(say.of(show_line(self._source.title or self._source.id))), classes="asked")
            yield Static(say.FILE, classes="label", markup=False)
            yield LineEditor("", id="file", hint=say.FILE_HINT)
            yield Static(say.PASTED, classes="label", markup=False)
            pasted = TextEditor("")
            pasted.id = "pasted"
            yield pasted
            yield Static("", id="lacking", classes="hint", markup=False)
            with Horizontal(classes="answers"):
                yield Button(literal(say.KEEP), id="yes", compact=True)
                yield Button(literal(say.LEAVE), id="no", compact=True)

    @on(Input.Submitted)
    @on(Button.Pressed, "#yes")
    def action_keep(self) -> None:
        """Take the text; where there is none, or it cannot be kept, say why and stay."""
        file = self.query_one("#file", LineEditor).text.strip()
        pasted = self.query_one("#pasted", TextEditor).whole_text
        if bool(file) == bool(pasted.strip()):
            self._stay(say.BOTH if file else say.NEITHER)
            return
        try:
            text = _from_file(file) if file else text_of(pasted.encode(), say.WHERE_PASTED)
        except BriefingError as error:
            self._stay(f"{error.what} {error.hint}".strip())
            return
        self.dismiss(text)

    def _stay(self, lacking: str) -> None:
        self.query_one("#lacking", Static).update(literal(lacking))
        self.query_one("#file", LineEditor).focus()

    @on(Button.Pressed, "#no")
    def action_leave(self) -> None:
        """Leave the source as it is."""
        self.dismiss(None)


def _from_file(file: str) -> SourceText:
    """Return the text in a file; raises BadInput and NotFound."""
    from briefing.errors import NotFound

    try:
        return text_of(read_file(Path(file).expanduser()), file)
    except (OSError, RuntimeError, ValueError) as error:
        raise NotFound(words.no_file(file)) from error

"""The end of a rehearsal: what it came to, and whether its pace is to be added to what is known of the Member."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button

from briefing.library.pacing import AddedSpeech
from briefing.speech.rehearsal import Rehearsal
from briefing.tui.at_desk import desk_of
from briefing.tui.pages.rehearsed_page import rehearsed_page
from briefing.tui.widgets.literal import literal
from briefing.tui.widgets.reader import Reader
from briefing.wording import rehearsal as say


class RehearsedScreen(ModalScreen[bool]):
    """Ends with whether one goes on with the rehearsal. Enter does nothing here: whoever pressed it meant a page."""

    AUTO_FOCUS = "Reader"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", show=False),
        Binding("r", "go_on", show=False),
        Binding("escape,q", "leave", show=False),
    ]

    def __init__(self, rehearsal: Rehearsal, proposed: AddedSpeech | str) -> None:
        """Show a rehearsal that is over, and what can be added to a pace or why nothing can."""
        super().__init__()
        self._rehearsal, self._proposed = rehearsal, proposed

    def compose(self) -> ComposeResult:
        """What it came to, and what can be done with it."""
        with Vertical(classes="sheet tall wide") as sheet:
            sheet.border_title = literal(say.TITLE)
            yield Reader(id="rehearsed")
            with Horizontal(classes="answers"):
                if isinstance(self._proposed, AddedSpeech):
                    yield Button(literal(say.ADD), id="add", compact=True)
                yield Button(literal(say.RESUME), id="go-on", compact=True)
                yield Button(literal(say.LEAVE_IT), id="leave", compact=True)

    def on_mount(self) -> None:
        """Show it."""
        self.query_one(Reader).show(rehearsed_page(self._rehearsal, self._proposed))

    @on(Button.Pressed, "#add")
    def action_add(self) -> None:
        """Add the speech to what is known of the Member; where that cannot be saved, which is said, stay."""
        if isinstance(self._proposed, AddedSpeech) and desk_of(self).save(self._proposed.step):
            desk_of(self).say(self._proposed.told)
            self.dismiss(False)  # noqa: FBT003 - the result of the screen

    @on(Button.Pressed, "#go-on")
    def action_go_on(self) -> None:
        """Go back to the speech."""
        self.dismiss(True)  # noqa: FBT003 - the result of the screen

    @on(Button.Pressed, "#leave")
    def action_leave(self) -> None:
        """Leave the rehearsal as it was."""
        self.dismiss(False)  # noqa: FBT003 - the result of the screen

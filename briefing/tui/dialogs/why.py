"""Asks why a change is rejected: a line for the note to the Member, which may stay empty."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from briefing.tui.forms.editors import LineEditor
from briefing.tui.widgets.literal import literal
from briefing.wording import homecoming as say


class Why(ModalScreen[str | None]):
    """Ends with the reason, which may be empty, or with None where the change stays open."""

    AUTO_FOCUS = "#reason"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("f2", "reject", show=False),
    ]

    def compose(self) -> ComposeResult:
        """The line, and the two answers."""
        with Vertical(classes="sheet question") as sheet:
            sheet.border_title = literal(say.WHY)
            yield Static(say.WHY_LABEL, classes="label", markup=False)
            yield LineEditor("", id="reason", hint=say.WHY_HINT)
            with Horizontal(classes="answers"):
                yield Button(literal(say.REJECT), id="yes", compact=True)
                yield Button(literal(say.KEEP_OPEN), id="no", compact=True)

    @on(Input.Submitted)
    @on(Button.Pressed, "#yes")
    def action_reject(self) -> None:
        """Reject it, for that reason."""
        self.dismiss(self.query_one("#reason", LineEditor).text.strip())

    @on(Button.Pressed, "#no")
    def action_leave(self) -> None:
        """Leave it open."""
        self.dismiss(None)

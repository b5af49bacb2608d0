"""Asks why a finding is let be: the reason and the name stay in the outline, beside the words."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from briefing.model.finding import Finding
from briefing.model.waiving import Waiver
from briefing.tui.forms.editors import LineEditor
from briefing.tui.widgets.literal import literal
from briefing.wording import waiving as say


class LetBe(ModalScreen[Waiver | None]):
    """Ends with the reason, or with None where the finding stays."""

    AUTO_FOCUS = "#reason"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("f2", "let_be", show=False),
    ]

    def __init__(self, finding: Finding) -> None:
        """Ask about one finding."""
        super().__init__()
        self._finding = finding

    def compose(self) -> ComposeResult:
        """What was noticed, why it may stand, and who says so."""
        with Vertical(classes="sheet question") as sheet:
            sheet.border_title = literal(say.TITLE)
            yield Static(literal(self._finding.message), classes="asked")
            yield Static(say.REASON, classes="label", markup=False)
            yield LineEditor("", id="reason", hint=say.REASON_HINT)
            yield Static(say.BY, classes="label", markup=False)
            yield LineEditor("", id="by", hint=say.BY_HINT)
            yield Static("", id="lacking", classes="hint", markup=False)
            with Horizontal(classes="answers"):
                yield Button(literal(say.LET_BE), id="yes", compact=True)
                yield Button(literal(say.LEAVE), id="no", compact=True)

    @on(Input.Submitted)
    @on(Button.Pressed, "#yes")
    def action_let_be(self) -> None:
        """Take the reason; without one nothing is let be."""
        reason, by = (self.query_one(name, LineEditor) for name in ("#reason", "#by"))
        for field, lacking in ((reason, say.NO_REASON), (by, say.NO_NAME)):
            if not field.text.strip():
                self.query_one("#lacking", Static).update(lacking)
                field.focus()
                return
        self.dismiss(Waiver(reason.text.strip(), by.text.strip(), date.today()))  # noqa: DTZ011 - the user's own day

    @on(Button.Pressed, "#no")
    def action_leave(self) -> None:
        """Leave the finding as it is."""
        self.dismiss(None)

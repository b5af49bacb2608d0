"""One question with two answers, asked before what cannot be taken back or must not be seen by chance."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from briefing.tui.widgets.literal import literal
from briefing.wording import desk as wording


class Ask(ModalScreen[bool]):
    """Ends with True only where the first answer was chosen; the second one has the focus, so enter is safe."""

    AUTO_FOCUS = "#no"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", show=False),
        Binding("n,escape", "answer(False)", show=False),
        Binding("left,right,h,l", "app.focus_next", show=False),
    ]

    def __init__(self, question: str, detail: str = "", yes: str = wording.YES, no: str = wording.NO) -> None:
        """Ask `question`, with `detail` below it."""
        super().__init__()
        self._texts = (question, detail, yes, no)

    def compose(self) -> ComposeResult:
        """The question, and its answers as buttons."""
        question, detail, yes, no = self._texts
        with Vertical(classes="sheet question"):
            yield Static(literal(question), classes="asked")
            yield Static(literal(detail), classes="detail")
            with Horizontal(classes="answers"):
                yield Button(literal(f"{yes} (y)"), id="yes", compact=True)
                yield Button(literal(f"{no} (n)"), id="no", compact=True)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")

    def action_answer(self, yes: bool) -> None:  # noqa: FBT001 - what a binding passes
        """Answer by a key."""
        self.dismiss(yes)

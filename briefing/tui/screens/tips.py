"""Five short tips for the first time; skipped with one key, found again in the palette."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.tui.at_desk import desk_of
from briefing.tui.widgets.literal import literal
from briefing.wording import desk as wording


class TipsScreen(ModalScreen[None]):
    """One tip at a time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,right,down,j,l", "step(1)", show=False),
        Binding("left,up,k,h", "step(-1)", show=False),
        Binding("escape,q", "leave", show=False),
    ]

    def __init__(self) -> None:
        """Start with the first."""
        super().__init__()
        self._shown = 0

    def compose(self) -> ComposeResult:
        """The tip, and how to go on."""
        with Vertical(classes="sheet tip"):
            yield Static("", id="tip", markup=False)
            yield Static(wording.TIPS_HINT, classes="hint", markup=False)

    def on_mount(self) -> None:
        """Show the first, and remember that they were seen."""
        self._show()
        if not desk_of(self).preferences.tips_seen:
            desk_of(self).prefer(tips_seen=True)

    def _show(self) -> None:
        number = wording.tip_number(self._shown + 1, len(wording.TIPS))
        self.query_one(Vertical).border_title = literal(f"{wording.TIPS_TITLE}: {number}")
        self.query_one("#tip", Static).update(literal(wording.TIPS[self._shown]))

    def on_click(self) -> None:
        """Go on by the mouse too."""
        self.action_step(1)

    def action_step(self, steps: int) -> None:
        """Show the next tip, or leave after the last."""
        self._shown = max(0, self._shown + steps)
        if self._shown == len(wording.TIPS):
            self.dismiss(None)
        else:
            self._show()

    def action_leave(self) -> None:
        """Skip the rest."""
        self.dismiss(None)

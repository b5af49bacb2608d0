"""The box one types a search into."""

from __future__ import annotations

from typing import ClassVar

from textual.events import Resize
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

from briefing.tui.bindings import bindings
from briefing.tui.commands import Place
from briefing.wording import search as wording


class SearchBox(Input):
    """An input whose arrows move among the hits while one types on."""

    place: ClassVar[Place] = Place.SEARCH
    BINDINGS = bindings(Place.SEARCH)

    hints: ClassVar[tuple[str, ...]] = wording.HINTS
    """What stands in the empty box, the longest first."""

    virtual_size = Reactive(Size(0, 0))
    """As the framework's own, but a longer text does not lay the whole screen out again."""

    class Stepped(Message):
        """The arrows ask for the hit so many further down."""

        def __init__(self, steps: int) -> None:
            """Say how many; up where negative."""
            super().__init__()
            self.steps = steps

    class Left(Message):
        """Escape was pressed in an empty box."""

    def __init__(self, *, id: str | None = None) -> None:
        """Start empty; nothing blinks."""
        super().__init__(placeholder=self.hints[-1], id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def on_resize(self, event: Resize) -> None:
        """Say as much of what can be typed as there is room for."""
        fitting = (hint for hint in self.hints if len(hint) <= event.size.width)
        self.placeholder = next(fitting, self.hints[-1])

    def action_hits_down(self) -> None:
        """Ask for the next hit."""
        self.post_message(self.Stepped(1))

    def action_hits_up(self) -> None:
        """Ask for the hit before."""
        self.post_message(self.Stepped(-1))

    def action_clear(self) -> None:
        """Clear the box; leave it when it is clear."""
        if self.value:
            self.value = ""
        else:
            self.post_message(self.Left())

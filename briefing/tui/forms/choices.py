"""A few choices, all to be seen at once: arrows or the mouse choose, a second press takes the choice back."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from briefing.tui.widgets.literal import Line, Look, Run, width_of
from briefing.tui.widgets.painting import paint, target_at

GAP = "   "
_MARKS = {False: ("○", "●"), True: ("▢", "▣")}
"""Not chosen and chosen, where one can be chosen and where several can."""


class Choices(Widget, can_focus=True):
    """One of a few words, or several where `many`; `text` is what is chosen, as a file's field would be typed."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Choices { height: auto; width: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "step(-1)", show=False),
        Binding("right,l", "step(1)", show=False),
        Binding("space", "choose", show=False),
    ]

    text: reactive[str] = reactive("", layout=False)
    at: reactive[int] = reactive(0)

    class Changed(Message):
        """Something else was chosen."""

        def __init__(self, choices: Choices) -> None:
            """Say where."""
            super().__init__()
            self.choices = choices

        @property
        def control(self) -> Choices:
            """The line of choices."""
            return self.choices

    def __init__(
        self, options: tuple[tuple[str, str], ...], text: str, *, many: bool = False, id: str | None = None
    ) -> None:
        """Offer options, each the word of the file and the word to show."""
        super().__init__(id=id)
        self._options = options
        self._many = many
        self.set_reactive(Choices.text, text)
        names = [name for name, _ in options]
        chosen = self._chosen()
        self.set_reactive(Choices.at, names.index(chosen[0]) if chosen and chosen[0] in names else 0)

    def _chosen(self) -> list[str]:
        return [word.strip() for word in self.text.split(",") if word.strip()]

    def action_step(self, by: int) -> None:
        """Go to the next choice or the one before; where only one can be chosen, choose it."""
        none_yet = not self._many and not self.text
        self.at = max(0, min(self.at if none_yet else self.at + by, len(self._options) - 1))
        if not self._many:
            self._take([self._options[self.at][0]])

    def action_choose(self) -> None:
        """Choose what the cursor is on, or take that choice back."""
        name = self._options[self.at][0]
        chosen = self._chosen()
        if name in chosen:
            self._take([other for other in chosen if other != name])
        else:
            self._take([*chosen, name] if self._many else [name])

    def _take(self, chosen: list[str]) -> None:
        names = [name for name, _ in self._options]
        known = [name for name in names if name in chosen]
        text = ", ".join([*known, *(name for name in chosen if name not in names)])
        if text != self.text:
            self.text = text
            self.post_message(self.Changed(self))

    def on_click(self, event: events.Click) -> None:
        """Choose the word that was clicked."""
        target = target_at(event.style)
        names = [name for name, _ in self._options]
        if target in names:
            self.at = names.index(target)
            self.action_choose()

    def _mark(self, name: str) -> str:
        return _MARKS[self._many][name in self._chosen()]

    def _line(self) -> Line:
        chosen = self._chosen()
        runs: list[Run] = []
        for position, (name, shown) in enumerate(self._options):
            here = self.has_focus and position == self.at
            look = Look.CURSOR if here else Look.STRONG if name in chosen else Look.SOFT
            runs += (Run(f"{self._mark(name)} {shown}", look, name), Run(GAP))
        odd = [name for name in chosen if name not in {known for known, _ in self._options}]
        return (*runs, *(Run(f"{name}{GAP}", Look.BAD) for name in odd))

    def _lines(self, width: int) -> list[Line]:
        """The choices over as many lines as they need, none of them broken."""
        lines: list[list[Run]] = [[]]
        for run in self._line():
            if lines[-1] and width_of((*lines[-1], run)) > width and run.text != GAP:
                lines.append([])
            lines[-1].append(run)
        return [tuple(line) for line in lines]

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """Return how many lines the choices need."""
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        """Return one painted line."""
        lines = self._lines(self.size.width)
        return paint(self, lines[y], self.size.width) if y < len(lines) else Strip.blank(self.size.width)

"""Choosing one of several: a list that narrows as one types."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefing.tui.bindings import bindings
from briefing.tui.commands import Place
from briefing.tui.widgets.literal import Line, Look, Run, literal, spread
from briefing.tui.widgets.virtual_list import VirtualList
from briefing.wording import desk as wording

TALLEST = 16


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: what it goes by, how it reads, and a word at its right."""

    key: str
    text: str
    right: str = ""


class ChoiceList(VirtualList):
    """The choices that fit what is typed."""

    BINDINGS = bindings(Place.LIST)

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._choices: tuple[Choice, ...] = ()

    def show(self, choices: Sequence[Choice]) -> None:
        """Show these."""
        self._choices = tuple(choices)
        self.show_rows(len(self._choices))

    @property
    def chosen(self) -> Choice | None:
        """The chosen one."""
        return self._choices[self.cursor] if self._choices else None

    def row_key(self, index: int) -> Hashable:
        """Return the choice itself."""
        return self._choices[index]

    def line(self, index: int, width: int) -> Line:
        """Return the text, and the word at its right."""
        choice = self._choices[index]
        return spread((Run(choice.text),), (Run(choice.right, Look.SOFT),), width)


class Choose(ModalScreen[str | None]):
    """Ends with the key of the choice, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
    ]

    def __init__(self, title: str, choices: Sequence[Choice]) -> None:
        """Offer the choices; the first is chosen."""
        super().__init__()
        self._title = title
        self._choices = tuple(choices)

    def compose(self) -> ComposeResult:
        """What narrows the list, the list, and how to choose."""
        with Vertical(classes="sheet") as sheet:
            sheet.border_title = literal(self._title)
            yield Input(placeholder=wording.FILTER_HINT)
            yield ChoiceList()
            yield Static(wording.CHOOSE_HINT, classes="hint", markup=False)

    def on_mount(self) -> None:
        """Show all of them, as many rows as there are."""
        box = self.query_one(Input)
        box.cursor_blink = False
        self._list.styles.height = min(TALLEST, max(1, len(self._choices)))
        self._list.show(self._choices)

    @property
    def _list(self) -> ChoiceList:
        return self.query_one(ChoiceList)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        words = event.value.casefold().split()
        self._list.show([choice for choice in self._choices if all(word in choice.text.casefold() for word in words)])

    @on(Input.Submitted)
    @on(VirtualList.Opened)
    def _chosen(self) -> None:
        if self._list.chosen:
            self.dismiss(self._list.chosen.key)

    @on(VirtualList.Moved)
    def _moved(self, event: VirtualList.Moved) -> None:
        event.stop()

    def action_step(self, steps: int) -> None:
        """Choose another while the focus stays in the box."""
        self._list.move(steps)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

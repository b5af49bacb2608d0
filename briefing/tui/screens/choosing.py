"""Choosing one of several: a list that narrows as one types."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefing.tui.bindings import bindings
from briefing.tui.commands import Place
from briefing.tui.widgets.literal import Line, Look, Run, literal, spread
from briefing.tui.widgets.paged import Paged, paged
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
        self._choices: Paged[Choice] = paged(())

    def show(self, choices: Paged[Choice], typed: str = "") -> None:
        """Show these, which are called by what was typed."""
        self._choices = choices
        self.nothing = wording.NOTHING_CALLED if typed.strip() else wording.NOTHING_TO_CHOOSE
        self.show_rows(len(choices))

    @property
    def chosen(self) -> Choice | None:
        """The chosen one."""
        return self._choices.read(self.cursor)

    def reach(self, start: int, stop: int) -> None:
        """Have the choices in view here before they are painted."""
        self._choices.reach(start, stop)

    def row_key(self, index: int) -> Hashable:
        """Return the choice itself."""
        return self._choices.get(index)

    def line(self, index: int, width: int) -> Line:
        """Return the text, and the word at its right."""
        choice = self._choices.get(index)
        if choice is None:
            return (Run("…", Look.SOFT),)
        return spread((Run(choice.text),), (Run(choice.right, Look.SOFT),), width)


class Choose(ModalScreen[str | None]):
    """Ends with the key of the choice, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
    ]

    class Narrowed(Message):
        """A worker has found what fits."""

        def __init__(self, text: str, choices: Sequence[Choice]) -> None:
            """Carry it to the screen's thread."""
            super().__init__()
            self.text = text
            self.choices = choices

    def __init__(
        self, title: str, choices: Paged[Choice], find: Callable[[str], Sequence[Choice]] | None = None
    ) -> None:
        """Offer the choices; the first is chosen. `find` looks for those that fit, off the screen's thread.

        Without it they are gone through one by one, so there must not be many.
        """
        super().__init__()
        self._title = title
        self._choices = choices
        self._find = find or self._fitting
        self._is_slow = find is not None
        self._answered = ""

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
        self._offer()
        if not len(self._choices):
            self._look("")

    def _offer(self) -> None:
        self._list.styles.height = min(TALLEST, max(1, len(self._choices)))
        self._list.show(self._choices)

    def _fitting(self, text: str) -> Sequence[Choice]:
        words = text.casefold().split()
        choices = map(self._choices.read, range(len(self._choices)))
        return [choice for choice in choices if choice and all(word in choice.text.casefold() for word in words)]

    @property
    def _list(self) -> ChoiceList:
        return self.query_one(ChoiceList)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if not event.value.strip():
            self._answered = event.value
            self._list.show(self._choices)
        elif self._is_slow:
            self._look(event.value)
        else:
            self._narrow(event.value)

    @work(thread=True, exclusive=True, group="choices", exit_on_error=False)
    def _look(self, text: str) -> None:
        self.post_message(self.Narrowed(text, self._find(text)))

    @on(Narrowed)
    def _narrowed(self, event: Narrowed) -> None:
        if event.text == self.query_one(Input).value:
            self._answered = event.text
            if event.text.strip():
                self._list.show(paged(event.choices), event.text)
            else:
                self._choices = paged(event.choices)
                self._offer()

    def _narrow(self, text: str) -> None:
        self._answered = text
        self._list.show(paged(self._find(text)), text)

    @on(Input.Submitted)
    @on(VirtualList.Opened)
    def _chosen(self) -> None:
        text = self.query_one(Input).value
        if text != self._answered:
            self._narrow(text)
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

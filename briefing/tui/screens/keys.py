"""The keys of where one is, searchable: made from the table of commands."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefing.tui.at_desk import desk_of
from briefing.tui.bindings import bindings, shown_key
from briefing.tui.commands import Place
from briefing.tui.keymap import commands_within, find_clashes, keys_within
from briefing.tui.widgets.literal import Line, Look, Run, literal
from briefing.tui.widgets.virtual_list import VirtualList
from briefing.wording import desk as wording
from briefing.wording.search import HELP

KEY_WIDTH = 20
SEARCHED = frozenset({Place.SEARCH, Place.ADDING})
"""The panes whose sheet begins with what can be typed."""


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A command with its keys, or the name of a place."""

    keys: str
    help: str
    label: str = ""
    clash: bool = False

    def has(self, words: Sequence[str]) -> bool:
        """Whether every word is in it."""
        text = f"{self.keys} {self.label} {self.help}".casefold()
        return all(word in text for word in words)


class KeyList(VirtualList):
    """The keys, under the places they work in."""

    BINDINGS = bindings(Place.LIST)

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._rows: tuple[KeyRow, ...] = ()

    def show(self, rows: Sequence[KeyRow]) -> None:
        """Show these."""
        self._rows = tuple(rows)
        self.show_rows(len(self._rows))
        self.post_message(self.Moved(self, self.cursor))

    @property
    def chosen_help(self) -> str:
        """What the chosen command does, however little of it fits into its row."""
        return self._rows[self.cursor].help if self._rows and self._rows[self.cursor].keys else ""

    def can_choose(self, index: int) -> bool:
        """Whether the row is a command."""
        return index < len(self._rows) and bool(self._rows[index].keys)

    def row_key(self, index: int) -> Hashable:
        """Return the row itself."""
        return self._rows[index]

    def line(self, index: int, width: int) -> Line:
        """Return the keys and what they do."""
        row = self._rows[index]
        if not row.keys:
            return (Run(row.help, Look.HEADING),)
        help_look = Look.WARN if row.clash else Look.PLAIN
        return (Run(f"{row.keys:<{KEY_WIDTH}}", Look.KEY), Run(row.help, help_look))


class KeysScreen(ModalScreen[None]):
    """Help for one pane: nearest keys first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1", "leave", show=False),
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("pagedown", "step(10)", show=False),
        Binding("pageup", "step(-10)", show=False),
    ]

    def __init__(self, pane: Place) -> None:
        """Show the keys that work in `pane`."""
        super().__init__()
        self._pane = pane
        self._rows: tuple[KeyRow, ...] = ()

    def compose(self) -> ComposeResult:
        """What narrows the list, and the list."""
        with Vertical(classes="sheet tall wide") as sheet:
            sheet.border_title = literal(f"{wording.KEYS}: {self._pane.value}")
            yield Input(placeholder=wording.FILTER_HINT)
            yield KeyList()
            yield Static("", id="whole", markup=False)
            yield Static(wording.KEYS_HINT, classes="hint", markup=False)

    def on_mount(self) -> None:
        """Show all of them."""
        self.query_one(Input).cursor_blink = False
        self._rows = tuple(_rows(self._pane, desk_of(self).preferences.keys))
        self.query_one(KeyList).show(self._rows)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        words = event.value.casefold().split()
        rows = [row for row in self._rows if not words or (row.keys and row.has(words))]
        self.query_one(KeyList).show(rows or [KeyRow("", wording.NO_KEY)])

    @on(VirtualList.Moved)
    def _moved(self) -> None:
        self.query_one("#whole", Static).update(literal(self.query_one(KeyList).chosen_help))

    @on(Input.Submitted)
    def action_leave(self) -> None:
        """Back to where one was."""
        self.dismiss(None)

    def action_step(self, steps: int) -> None:
        """Scroll while the focus stays in the box."""
        self.query_one(KeyList).move(steps)


def _typed_rows() -> Iterator[KeyRow]:
    yield KeyRow("", wording.WHAT_TO_TYPE)
    for typed, found in HELP.items():
        yield KeyRow(typed, found)
    yield KeyRow("", "")


def _rows(pane: Place, remapped: Mapping[str, str]) -> Iterator[KeyRow]:
    yield from _typed_rows() if pane in SEARCHED else ()
    clashing = {name for clash in find_clashes(remapped) for name in clash.names}
    current: Place | None = None
    for place, command in commands_within(pane):
        keys = " ".join(map(shown_key, keys_within(pane, command, remapped)))
        if not keys:
            continue
        if place is not current:
            if current:
                yield KeyRow("", "")
            yield KeyRow("", place.value)
            current = place
        yield KeyRow(keys, command.help, command.label, command.name in clashing)

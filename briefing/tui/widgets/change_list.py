"""What came back as a list: one row a change, under the blocks they are in."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from typing import ClassVar

from textual.binding import BindingType

from briefing.settling.decisions import State
from briefing.settling.settlement import Settlement, wants_its_own
from briefing.tui.bindings import bindings
from briefing.tui.commands import Place
from briefing.tui.widgets.change_rows import Row, line_of
from briefing.tui.widgets.literal import Line, Look, Run
from briefing.tui.widgets.virtual_list import VirtualList
from briefing.word.returned.change import Change
from briefing.wording import homecoming as say

_NO_MARK = Run("  ")
_GUARDED = Run(f"{say.GUARDED_MARK} ", Look.WARN)
_IN_THE_WAY = Run(f"{say.CONFLICT_MARK} ", Look.BAD)


class ChangeList(VirtualList):
    """The changes; the chosen one stays chosen whatever is decided."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.LIST)
    place: ClassVar[Place] = Place.RETURNED

    def __init__(self) -> None:
        """Start with none."""
        super().__init__(id="changes")
        self._rows: tuple[Row, ...] = ()
        self._at: dict[str, int] = {}
        self._settlement: Settlement | None = None
        self._waiting: Collection[str] = ()
        self._in_the_way: Collection[str] = ()

    @property
    def chosen(self) -> Change | None:
        """The chosen change."""
        return self._rows[self.cursor].change if self.cursor < len(self._rows) else None

    @property
    def shown(self) -> tuple[Change, ...]:
        """The changes in the list."""
        return tuple(row.change for row in self._rows if row.change)

    @property
    def below(self) -> tuple[Change, ...]:
        """The remarks that stand below the chosen change."""
        row = self._rows[self.cursor] if self.cursor < len(self._rows) else None
        found: list[Change] = []
        for other in self._rows[self.cursor + 1 :]:
            if row is None or other.change is None or other.depth <= row.depth:
                break
            found.append(other.change)
        return tuple(found)

    def can_choose(self, index: int) -> bool:
        """Whether the row is a change."""
        return index < len(self._rows) and self._rows[index].change is not None

    def show_changes(self, rows: tuple[Row, ...], chosen: str) -> None:
        """Show these rows; where the chosen one is not among them, what took its place is chosen."""
        if rows is not self._rows:
            self._rows = rows
            self._at = {row.name: index for index, row in enumerate(rows) if row.change}
            self._strips.clear()
        self.show_rows(len(rows), self._at.get(chosen, self.cursor))

    def show_states(self, settlement: Settlement, waiting: Collection[str], in_the_way: Collection[str]) -> None:
        """Show what is decided, what is on its way, and which changes something is in the way of."""
        self._settlement, self._waiting, self._in_the_way = settlement, waiting, in_the_way
        self.refresh_changed()

    def go_to(self, change: str) -> bool:
        """Choose a change; return whether it is in the list."""
        if change in self._at:
            self.cursor = self._at[change]
        return change in self._at

    def next_open(self, step: int) -> str:
        """Return the next change that is open and on which no decision is on its way, round the end; empty for none."""
        for away in range(1, len(self._rows)):
            row = self._rows[(self.cursor + step * away) % len(self._rows)]
            if row.change and self._state(row.name) == State.OPEN:
                return row.name
        return ""

    def _state(self, change: str) -> str:
        """Return what is decided about a change; nothing while that is on its way."""
        return "" if change in self._waiting or not self._settlement else self._settlement.state(change)

    def row_key(self, index: int) -> Hashable:
        """A painted row lasts until something is decided about it, or found in its way."""
        row = self._rows[index]
        return row.name or row.words, index, self._state(row.name), row.name in self._in_the_way

    def line(self, index: int, width: int) -> Line:
        """Return the row of a change, or of what some are in."""
        row = self._rows[index]
        return line_of(row, width, self._state(row.name), self._mark(row))

    def _mark(self, row: Row) -> Run:
        if row.name in self._in_the_way and self._state(row.name) == State.OPEN:
            return _IN_THE_WAY
        return _GUARDED if row.change and wants_its_own(row.change) else _NO_MARK

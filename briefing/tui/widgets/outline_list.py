"""The outline as a list: one row a block, indented by its level."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import ClassVar

from textual.binding import BindingType

from briefing.model.finding import Severity
from briefing.tui.bindings import bindings
from briefing.tui.commands import Place
from briefing.tui.widgets.literal import Line
from briefing.tui.widgets.outline_rows import Row, line_of
from briefing.tui.widgets.virtual_list import VirtualList


class OutlineList(VirtualList):
    """The blocks of an outline; the chosen one stays chosen wherever it moves."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.LIST)
    place: ClassVar[Place] = Place.BLOCKS

    def __init__(self, *, id: str | None = None) -> None:
        """Start with no blocks."""
        super().__init__(id=id)
        self._rows: tuple[Row, ...] = ()
        self._noticed: Mapping[str, Severity] = {}

    @property
    def block_id(self) -> str:
        """The id of the chosen block; empty where there is none."""
        return self._rows[self.cursor].block if self.cursor < len(self._rows) else ""

    def show_outline(self, rows: tuple[Row, ...], chosen: str) -> None:
        """Show the rows; where the chosen block is gone, the one that took its place is chosen."""
        ids = [row.block for row in rows]
        cursor = ids.index(chosen) if chosen in ids else self.cursor
        self._rows = rows
        self.show_rows(len(rows), cursor)

    def mark(self, noticed: Mapping[str, Severity]) -> None:
        """Mark the blocks in which something was noticed, each by the gravest of it."""
        if noticed != self._noticed:
            self._noticed = noticed
            self.refresh_changed()

    def line(self, index: int, width: int) -> Line:
        """Return a block's row."""
        return line_of(self._rows[index], width, self._noticed.get(self._rows[index].block))

    def row_key(self, index: int) -> Hashable:
        """A painted row lasts until its block reads otherwise, or something else is noticed in it."""
        row = self._rows[index]
        return row, self._noticed.get(row.block)

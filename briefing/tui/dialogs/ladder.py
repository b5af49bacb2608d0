"""The cut ladder side by side: a block a row, a limit a column; the chosen limit can be applied."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.model.finding import Severity
from briefing.model.library import Library
from briefing.model.literal import show_line
from briefing.model.outline import Outline
from briefing.speech.ladder.rungs import Rung, climb
from briefing.speech.ladder.settings import LIMITS
from briefing.speech.ladder.telling import rung_findings
from briefing.tui.bindings import bindings
from briefing.tui.commands import Place
from briefing.tui.widgets.literal import Line, Look, Run, literal
from briefing.tui.widgets.page import BLANK, Page, Par
from briefing.tui.widgets.reader import Reader
from briefing.tui.widgets.virtual_list import VirtualList
from briefing.wording import ladder as say
from briefing.wording.times import clock

COLUMN = 7
"""Cells of a limit's column."""


class LadderRows(VirtualList):
    """A block a row, and what becomes of it at each limit."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Place.LIST),
        Binding("left,h", "step(-1)", show=False),
        Binding("right,l", "step(1)", show=False),
    ]

    class Stepped(Message):
        """Another limit was chosen."""

    def __init__(self, outline: Outline, words: Mapping[str, str]) -> None:
        """Show the blocks of an outline, each by a few words."""
        super().__init__(id="ladder")
        self._outline, self._words = outline, words
        self.rungs: tuple[Rung, ...] = ()
        self.at = 0

    @property
    def rung(self) -> Rung | None:
        """The chosen rung."""
        return self.rungs[self.at] if self.rungs else None

    def show_rungs(self, rungs: tuple[Rung, ...]) -> None:
        """Show these, the first that drops something chosen."""
        self.rungs = rungs
        cut = (at for at, rung in enumerate(rungs) if rung.dropped or not rung.fits)
        self.at = next(cut, len(rungs) - 1)
        self.show_rows(len(self._outline.blocks))
        self.post_message(self.Stepped())

    def action_step(self, by: int) -> None:
        """Choose the limit beside the chosen one."""
        at = min(len(self.rungs) - 1, max(0, self.at + by))
        if at != self.at:
            self.at = at
            self.refresh()
            self.post_message(self.Stepped())

    def row_key(self, index: int) -> Hashable:
        """Return the block and the chosen limit."""
        return index, self.at

    def line(self, index: int, width: int) -> Line:
        """Return what becomes of a block at each limit, and what it says."""
        block = self._outline.blocks[index]
        cells = (self._cell(block.id, at) for at in range(len(self.rungs)))
        look = Look.HEADING if block.heading else self._look(block.id)
        return (*cells, Run(f"{'  ' * (block.level - 1)}{show_line(self._words[block.id])}", look))

    def _cell(self, block: str, at: int) -> Run:
        rung = self.rungs[at]
        sign = say.SHORT_SIGN if block in rung.short else say.KEPT_SIGN if block in rung.blocks else say.DROPPED_SIGN
        return Run(f" {sign}".ljust(COLUMN), Look.STRONG if at == self.at else Look.SOFT)

    def _look(self, block: str) -> Look:
        return Look.PLAIN if self.rung and block in self.rung.blocks else Look.SOFT


class LadderScreen(ModalScreen[Rung | None]):
    """Ends with the rung that is to be applied, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,f", "leave", show=False)]

    class Climbed(Message):
        """The versions are found."""

        def __init__(self, rungs: tuple[Rung, ...]) -> None:
            """Carry them."""
            super().__init__()
            self.rungs = rungs

    def __init__(self, outline: Outline, library: Library, words: Mapping[str, str]) -> None:
        """Cut an outline as it stands."""
        super().__init__()
        self._outline, self._library, self._words = outline, library, words

    def compose(self) -> ComposeResult:
        """The limits, the blocks, and what is wrong with the chosen version."""
        with Vertical(classes="sheet tall wide") as sheet:
            sheet.border_title = literal(say.TITLE)
            yield Static("", id="limits", markup=False)
            yield LadderRows(self._outline, self._words)
            yield Reader(id="about")
            yield Static(say.HINT, classes="hint", markup=False)

    def on_mount(self) -> None:
        """Begin."""
        self.query_one("#limits", Static).update(say.CUTTING)
        self._climb()

    @work(thread=True, exclusive=True, group="ladder", exit_on_error=False)
    def _climb(self) -> None:
        slot = self._outline.slot_seconds
        limits = sorted({*LIMITS, *([slot] if slot else [])}, reverse=True)
        self.post_message(self.Climbed(climb(self._outline, self._library, limits)))

    @on(Climbed)
    def _show(self, event: Climbed) -> None:
        self.query_one(LadderRows).show_rungs(event.rungs)

    @on(LadderRows.Stepped)
    def _describe(self) -> None:
        rows = self.query_one(LadderRows)
        if rows.rung:
            self.query_one("#limits", Static).update(literal(_head(rows)))
            self.query_one(Reader).show(Page("", tuple(_about(self._outline, rows.rung))))

    @on(VirtualList.Opened)
    def _apply(self) -> None:
        rung = self.query_one(LadderRows).rung
        if rung and rung.fits:
            self.dismiss(rung)

    def action_leave(self) -> None:
        """Back, with nothing applied."""
        self.dismiss(None)


def _head(rows: LadderRows) -> str:
    limits = "".join(
        f"{'▸' if at == rows.at else ' '}{clock(rung.limit)}".ljust(COLUMN) for at, rung in enumerate(rows.rungs)
    )
    takes = "".join(f" {clock(rung.seconds) if rung.fits else '—'}".ljust(COLUMN) for rung in rows.rungs)
    return f"{limits}{say.LIMIT}\n{takes}{say.TAKES}"


def _about(outline: Outline, rung: Rung) -> Iterator[Par]:
    """Yield what a version comes to, and what is wrong with it."""
    if rung.fits:
        kept = say.rung(rung.limit, rung.plan, rung.seconds, len(rung.blocks))
        yield Par((Run(f"{kept}, {say.counts(len(rung.dropped), len(rung.short))}", Look.STRONG),))
    for finding in rung_findings(outline, rung):
        yield BLANK
        look = Look.BAD if finding.severity is Severity.STOP else Look.WARN
        position = f"{say.block(finding.block, outline.index(finding.block) + 1)}: " if finding.block else ""
        yield Par((Run(f"{position}{finding.message} ", look), Run(finding.suggestion, Look.SOFT)))

"""Findings: the list above, the whole of the chosen one below, with its reason, its authority and what to do."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.model.finding import Finding, Severity
from briefing.tui.bindings import bindings
from briefing.tui.commands import Place
from briefing.tui.widgets.literal import Line, Look, Run, literal
from briefing.tui.widgets.page import BLANK, Page, Par, labelled
from briefing.tui.widgets.reader import Reader
from briefing.tui.widgets.virtual_list import VirtualList
from briefing.wording import desk as wording

_MARKS = {
    Severity.STOP: Run("✗ ", Look.BAD),
    Severity.WARN: Run("! ", Look.WARN),
    Severity.INFO: Run("· ", Look.SOFT),
}


class FindingList(VirtualList):
    """One finding a row, what stops first."""

    place: ClassVar[Place] = Place.FINDINGS
    BINDINGS = bindings(Place.LIST, Place.FINDINGS)

    def __init__(self, findings: Sequence[Finding]) -> None:
        """Show these."""
        super().__init__()
        order = list(Severity)
        self._findings = tuple(sorted(findings, key=lambda finding: order.index(finding.severity)))

    def on_mount(self) -> None:
        """Choose the first."""
        self.show_rows(len(self._findings))

    @property
    def chosen(self) -> Finding | None:
        """The chosen finding."""
        return self._findings[self.cursor] if self._findings else None

    def row_key(self, index: int) -> Hashable:
        """Return the finding itself."""
        return self._findings[index]

    def line(self, index: int, width: int) -> Line:
        """Return its weight, its place and what it says."""
        finding = self._findings[index]
        place = (Run(f"{finding.place}  ", Look.SOFT),) if finding.place else ()
        return (_MARKS[finding.severity], *place, Run(finding.message))


class FindingsScreen(ModalScreen[Finding | None]):
    """Ends with the finding that was opened, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "leave", show=False)]

    def __init__(self, title: str, findings: Sequence[Finding], hint: str = wording.FINDINGS_HINT) -> None:
        """List the findings under a title."""
        super().__init__()
        self._title, self._findings, self._hint = title, findings, hint

    def compose(self) -> ComposeResult:
        """The list, the chosen finding, and what enter does."""
        with Vertical(classes="sheet tall wide") as sheet:
            sheet.border_title = literal(self._title)
            yield FindingList(self._findings)
            yield Reader(id="finding")
            yield Static(literal(self._hint), classes="hint")

    def on_mount(self) -> None:
        """Show the first."""
        self._show()

    @on(VirtualList.Moved)
    def _show(self) -> None:
        chosen = self.query_one(FindingList).chosen
        if chosen:
            self.query_one(Reader).show(Page("", tuple(_pars(chosen))))

    @on(VirtualList.Opened)
    def _opened(self) -> None:
        self.dismiss(self.query_one(FindingList).chosen)

    def action_leave(self) -> None:
        """Back, with nothing opened."""
        self.dismiss(None)


def _pars(finding: Finding) -> Iterator[Par]:
    yield Par((Run(finding.message, Look.STRONG),))
    yield BLANK
    for label, text in (
        (wording.WHERE, str(finding.place or "")),
        (wording.CARD, finding.card),
        (wording.BLOCK, finding.block),
        (wording.FIELD, finding.field),
        (wording.WORDS, finding.words),
        (wording.AUTHORITY, finding.authority),
        (wording.TO_DO, finding.suggestion),
        (wording.RULE, finding.rule),
    ):
        if text:
            yield labelled(Run(label, Look.SOFT), (Run(text),))

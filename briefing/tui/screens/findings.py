"""Findings: the list above, the whole of the chosen one below, with its reason, its authority and what to do."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.model.finding import Finding, Severity
from briefing.model.waiving import Waiver
from briefing.tui.at_desk import desk_of
from briefing.tui.bindings import bindings
from briefing.tui.commands import Place
from briefing.tui.widgets.literal import Line, Look, Run, literal
from briefing.tui.widgets.page import BLANK, Page, Par, labelled
from briefing.tui.widgets.reader import Reader
from briefing.tui.widgets.virtual_list import VirtualList
from briefing.wording import desk as wording
from briefing.wording import waiving

_MARKS = {
    Severity.STOP: Run("✗ ", Look.BAD),
    Severity.WARN: Run("! ", Look.WARN),
    Severity.INFO: Run("· ", Look.SOFT),
}


class FindingList(VirtualList):
    """One finding a row, what stops first."""

    place: ClassVar[Place] = Place.FINDINGS
    BINDINGS = bindings(Place.LIST, Place.FINDINGS)

    class LetBe(Message):
        """A finding is to be let be."""

        def __init__(self, finding: Finding) -> None:
            """Carry the finding."""
            super().__init__()
            self.finding = finding

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

    def drop(self, finding: Finding) -> None:
        """Take a finding out of the list."""
        self._findings = tuple(each for each in self._findings if each is not finding)
        self.show_rows(len(self._findings), min(self.cursor, max(0, len(self._findings) - 1)))

    def action_let_be(self) -> None:
        """Ask why the chosen finding may stand."""
        if self.chosen:
            self.post_message(self.LetBe(self.chosen))

    def line(self, index: int, width: int) -> Line:
        """Return its weight, its place and what it says."""
        finding = self._findings[index]
        place = (Run(f"{finding.place}  ", Look.SOFT),) if finding.place else ()
        return (_MARKS[finding.severity], *place, Run(finding.message))


class FindingsScreen(ModalScreen[Finding | None]):
    """Ends with the finding that was opened, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "leave", show=False)]

    def __init__(
        self,
        title: str,
        findings: Sequence[Finding],
        hint: str = wording.FINDINGS_HINT,
        let_be: Callable[[Finding, Waiver], None] | None = None,
    ) -> None:
        """List the findings under a title; `let_be` hears of those that may stand, and why."""
        super().__init__()
        self._title, self._findings, self._hint, self._let_be = title, findings, hint, let_be

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

    @on(FindingList.LetBe)
    def _ask_why(self, event: FindingList.LetBe) -> None:
        from briefing.rules.gate import may_be_waived
        from briefing.tui.dialogs.let_be import LetBe

        finding = event.finding
        if self._let_be is None:
            desk_of(self).say(waiving.NOT_HERE)
        elif finding.severity is Severity.STOP:
            desk_of(self).say(waiving.MUST_BE_MENDED)
        elif not may_be_waived(finding):
            desk_of(self).say(waiving.NOT_BY_A_RULE)
        else:
            self.app.push_screen(LetBe(finding), partial(self._waive, finding))

    def _waive(self, finding: Finding, waiver: Waiver | None) -> None:
        if waiver and self._let_be:
            self._let_be(finding, waiver)
            findings = self.query_one(FindingList)
            findings.drop(finding)
            if findings.chosen:
                self._show()
            else:
                self.call_later(self.action_leave)

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

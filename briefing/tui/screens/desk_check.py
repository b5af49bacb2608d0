"""Checking the whole library from the desk: how far it is, how to stop it, and where its findings are shown."""

from __future__ import annotations

from abc import abstractmethod
from threading import Event
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from briefing.errors import BriefingError
from briefing.tui.at_desk import desk_of
from briefing.tui.screens.desk_standing import DeskStanding
from briefing.wording import desk as wording

if TYPE_CHECKING:
    from briefing.model.finding import Finding


STEP = 0.01
"""What share more is told of: it is shown in hundredths."""


class _Stopped(Exception):
    """Nobody wants to know any more."""


class DeskCheck(DeskStanding):
    """The check, which reads what changed: it says how far it is, and does not disturb what is done meanwhile."""

    class CheckTold(Message):
        """The check has come so far, as a share; None where it is over."""

        def __init__(self, share: float | None) -> None:
            """Carry it to the screen's thread."""
            super().__init__()
            self.share = share

    class CheckDone(Message):
        """The whole library was checked."""

        def __init__(self, findings: tuple[Finding, ...]) -> None:
            """Carry what was found to the screen's thread."""
            super().__init__()
            self.findings = findings

    def __init__(self, id: str) -> None:
        """Start with nothing checked."""
        super().__init__(id)
        self.checked: float | None = None
        """How much of the library is checked, while it is."""
        self._stop_check = Event()
        self._findings: tuple[Finding, ...] = ()
        """What was found while something else was done, until it is shown."""

    @abstractmethod
    def show_status(self) -> None:
        """Say at the top how far it is."""

    def action_check(self) -> None:
        """Check the library, and list what is wrong with it; while that is done, stop it."""
        if self.checked is not None:
            self._stop_check.set()
            desk_of(self).say(wording.CHECK_STOPPED)
        elif self._findings:
            self._list_findings()
        else:
            self._stop_check = Event()
            self.checked = 0.0
            self.show_status()
            self._check(self._stop_check)

    @work(thread=True, group="check", exit_on_error=False)
    def _check(self, stop: Event) -> None:
        from briefing.catalogue.checking import check_folder

        said = 0.0

        def tell(share: float) -> None:
            nonlocal said
            if stop.is_set():
                raise _Stopped
            if share - said >= STEP:
                said = share
                self.post_message(self.CheckTold(share))

        try:
            self.post_message(self.CheckDone(check_folder(desk_of(self).papers.folder, tell).findings))
        except BriefingError as error:
            desk_of(self).tell(error)
        except _Stopped:
            pass
        finally:
            self.post_message(self.CheckTold(None))

    @on(CheckTold)
    def _check_told(self, event: CheckTold) -> None:
        self.checked = event.share
        self.show_status()

    @on(CheckDone)
    def _check_done(self, event: CheckDone) -> None:
        self._findings = event.findings
        if not event.findings:
            desk_of(self).say(wording.ALL_WELL)
        elif self.app.screen is self:
            self._list_findings()
        else:
            desk_of(self).say(wording.check_found(len(event.findings)))

    def _list_findings(self) -> None:
        from briefing.tui.screens.findings import FindingsScreen

        findings, self._findings = self._findings, ()
        self.app.push_screen(FindingsScreen(wording.FINDINGS, findings), self._open_finding)

    def on_unmount(self) -> None:
        """Check no further when the desk is left."""
        self._stop_check.set()

    def _open_finding(self, finding: Finding | None) -> None:
        if finding:
            self.edit_file(finding.place)

"""The screen on which a marked-up Word file is settled: what was done, and the chosen change in full beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical

from briefing.model.library import Library
from briefing.model.literal import show_line
from briefing.tui.at_desk import desk_of
from briefing.tui.bindings import bindings
from briefing.tui.commands import Place
from briefing.tui.screens.outline import BREAKPOINTS
from briefing.tui.screens.returned_acts import ReturnedActs
from briefing.tui.screens.returned_panes import ChangeReader, ReturnedPanes
from briefing.tui.settling import NotSettled, Settled
from briefing.tui.widgets.change_list import ChangeList
from briefing.tui.widgets.key_line import KeyLine
from briefing.tui.widgets.literal import literal
from briefing.tui.widgets.reader import Reader
from briefing.tui.widgets.status_line import StatusLine
from briefing.tui.widgets.virtual_list import VirtualList
from briefing.wording import homecoming as say


class ReturnedScreen(ReturnedActs):
    """Settle what came back, change by change. Where there is no room beside the list, the change stands below it."""

    CSS_PATH = "../styles/returned.tcss"
    AUTO_FOCUS = "ChangeList"
    BINDINGS = bindings(Place.RETURNED)
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS

    def __init__(self, files: Sequence[Path]) -> None:
        """Settle these files, which are readers' of one export."""
        super().__init__(files)
        self.is_leaving = False

    def compose(self) -> ComposeResult:
        """Put what is settled at the top, the keys at the bottom, and two panes between."""
        yield StatusLine()
        with Container(id="returned-panes"):
            with Vertical(id="changes-pane", classes="pane"):
                yield ChangeList()
            yield ChangeReader(id="change", classes="pane")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Say that the files are read, and begin."""
        self.query_one("#changes-pane").border_title = literal(say.CHANGES)
        self.changes.nothing = say.READING
        self.show_head()
        desk_of(self).library_changed.subscribe(self, self._library_changed)
        self.bring()

    def on_unmount(self) -> None:
        """Let nothing go undecided that was decided."""
        if self.settling:
            self.settling.close()

    @on(ReturnedPanes.Brought)
    def _brought(self, event: ReturnedPanes.Brought) -> None:
        self.take_up(event.settlement, event.rows)
        for came in event.settlement.came:
            for warning in came.changes.placed.file.warnings:
                desk_of(self).say(f"{show_line(came.name)}: {warning}", severity="warning")
        if event.settlement.outline is None:
            desk_of(self).say(say.NO_OUTLINE, severity="warning")

    @on(ReturnedPanes.NotBrought)
    def _not_brought(self, event: ReturnedPanes.NotBrought) -> None:
        self.show_error(event.error)

    def _library_changed(self, library: Library) -> None:
        outline = self.settling.settlement.outline if self.settling else None
        if self.settling and outline != library.outline(self.settling.settlement.came[0].exported.outline):
            self.settling.look_again()

    # What was decided.

    @on(Settled)
    def _settled(self, event: Settled) -> None:
        self._heard(event)
        self.in_the_way -= set(event.asked)
        if event.note:
            desk_of(self).say(say.note_written(show_line(event.note.name)))
        if event.taken_back:
            desk_of(self).say(say.TAKEN_BACK)
        else:
            self.tell_refused(event.asked, event.refused)
        chosen = event.asked[0] if event.taken_back and event.asked else ""
        self.show_changes(chosen)
        self._leave_when_done()

    @on(NotSettled)
    def _not_settled(self, event: NotSettled) -> None:
        self._heard(event)
        desk_of(self).say(f"{event.error.what} {event.error.hint}".strip(), severity="error")
        self.is_leaving = False
        self.show_states()

    def _heard(self, event: Settled | NotSettled) -> None:
        if self.settling:
            self.settling.heard(event)

    # Looking at it.

    @on(ReturnedPanes.Foreseen)
    def _foreseen(self, event: ReturnedPanes.Foreseen) -> None:
        self.show_foreseen(event)

    @on(VirtualList.Moved)
    def _moved(self) -> None:
        self.describe_soon()

    @on(VirtualList.Opened)
    def _opened(self) -> None:
        self.reader.focus()

    @on(Reader.Followed)
    def _followed(self, event: Reader.Followed) -> None:
        from briefing.tui.dialogs.reading import ReadScreen

        kind, _, name = event.target.partition(":")
        if kind == "card":
            self.app.push_screen(ReadScreen(name))

    def action_other_side(self) -> None:
        """Go to the change in full, or back to the list."""
        (self.changes if self.reader.has_focus else self.reader).focus()

    def action_leave_returned(self) -> None:
        """Go from the change in full to the list, and from the list to where one was."""
        if self.reader.has_focus:
            self.changes.focus()
            return
        self.is_leaving = True
        self._leave_when_done()

    def _leave_when_done(self) -> None:
        """Leave once all is kept that was decided, and let the other screens show it."""
        if self.is_leaving and not (self.settling and self.settling.is_busy):
            self.tell_others()
            self.dismiss(None)

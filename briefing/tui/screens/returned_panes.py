"""What stands on the screen on which a file that came back is settled, and how it is shown."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import get_current_worker

from briefing.errors import BriefingError
from briefing.settling.outlook import Outlook, foresee
from briefing.settling.settlement import Settlement
from briefing.tui.at_desk import desk_of
from briefing.tui.commands import Place
from briefing.tui.only import Only
from briefing.tui.pages.change_page import Seen, change_page, words_page
from briefing.tui.settling import Settling
from briefing.tui.widgets.change_list import ChangeList
from briefing.tui.widgets.change_rows import Row, block_words, only, rows_of
from briefing.tui.widgets.literal import Look, Run
from briefing.tui.widgets.page import Page
from briefing.tui.widgets.reader import Reader
from briefing.tui.widgets.status_line import StatusLine
from briefing.wording import homecoming as say

SOON = 0.12
"""Seconds without a move after which it is worked out what would come of the chosen change: while keys come they would
wait for it, for a thread that computes gives way only every few milliseconds."""


class ChangeReader(Reader):
    """The chosen change in full."""

    place: ClassVar[Place] = Place.RETURNED


class ReturnedPanes(Screen[None]):
    """The panes, and the settlement behind them."""

    class Brought(Message):
        """The files are read, and every change has its place."""

        def __init__(self, settlement: Settlement, rows: tuple[Row, ...]) -> None:
            """Carry what is to be settled, and its rows."""
            super().__init__()
            self.settlement = settlement
            self.rows = rows

    class NotBrought(Message):
        """A file cannot be read, or came from nowhere."""

        def __init__(self, error: BriefingError) -> None:
            """Carry the reason."""
            super().__init__()
            self.error = error

    class Foreseen(Message):
        """What would come of a change is worked out."""

        def __init__(self, wish: int, page: Page, outlook: Outlook) -> None:
            """Carry it, and the page that tells it."""
            super().__init__()
            self.wish = wish
            self.page = page
            self.outlook = outlook

    def __init__(self, files: Sequence[Path]) -> None:
        """Settle these files, which are readers' of one export."""
        super().__init__()
        self.files = tuple(files)
        self.settling: Settling | None = None
        self.only = Only()
        self.left_for = ("", "")
        """The change that was decided last, and the one that was chosen instead."""
        self.places: dict[str, str] = {}
        """The blocks that changes which could not be placed are to belong to."""
        self.in_the_way: set[str] = set()
        """The changes that cannot be accepted as they stand."""
        self._rows: tuple[Row, ...] = ()
        self._wish = 0
        """Counts the pages asked for: one that comes after another was asked for is not shown."""
        self._soon: Timer | None = None

    @property
    def changes(self) -> ChangeList:
        """The list."""
        return self.query_one(ChangeList)

    @property
    def reader(self) -> ChangeReader:
        """The chosen change in full."""
        return self.query_one(ChangeReader)

    @property
    def files_shown(self) -> frozenset[str]:
        """The file of the outline, which others may change meanwhile."""
        outline = self.settling.settlement.outline if self.settling else None
        return frozenset({outline.file} if outline else ())

    @property
    def is_settled(self) -> bool:
        """Whether all that was decided is kept: for whoever must wait, as the stories do."""
        return self._soon is None and not (self.settling and self.settling.is_busy)

    # Reading the files.

    @work(thread=True, exclusive=True, group="returned", exit_on_error=False)
    def bring(self) -> None:
        """Read the files, find the place of every change, and have at hand what painting looks up."""
        from briefing.disk.places import exports_folder
        from briefing.settling.keeping import bring_all

        papers = desk_of(self).papers
        try:
            settlement = bring_all(self.files, exports_folder(papers.folder), papers.library)
        except BriefingError as error:
            self.post_message(self.NotBrought(error))
            return
        for came in settlement.came:
            came.touched("")
        gc.freeze()  # what was read stays: to go through all of it for garbage takes longer than a key may wait
        self.post_message(self.Brought(settlement, rows_of(settlement)))

    def take_up(self, settlement: Settlement, rows: tuple[Row, ...]) -> None:
        """Begin with what was brought home."""
        opened = desk_of(self).papers.opened
        if opened is None:
            return
        self.settling = Settling(opened, settlement, self.post_message)
        self._rows = rows
        first = settlement.open[0].id if settlement.open else ""
        self.show_changes(first)

    # Showing them.

    def show_changes(self, chosen: str = "") -> None:
        """Show the changes that are wanted, as they stand, and choose one."""
        if self.settling is None:
            return
        settlement = self.settling.settlement
        rows = only(self._rows, self.only.lets(settlement)) if self.only != Only() else self._rows
        self.changes.nothing = say.NONE_SHOWN if self._rows else say.NOTHING_CHANGED
        here = self.changes.chosen
        self.changes.show_states(settlement, self.settling.waiting, self.in_the_way)
        self.changes.show_changes(rows, chosen or (here.id if here else ""))
        self.show_head()
        self.describe_soon()

    def show_states(self) -> None:
        """Show what is decided, the list as it is."""
        if self.settling:
            self.changes.show_states(self.settling.settlement, self.settling.waiting, self.in_the_way)
            self.show_head()

    def show_head(self) -> None:
        """Say what is settled, how much of it is open, and what is shown of it."""
        names = ", ".join(file.name for file in self.files)
        left = Run(f" {names}", Look.STRONG)
        if self.settling is None:
            self.query_one(StatusLine).show((left,), (Run(f"{say.READING} ", Look.SOFT),))
            return
        settlement = self.settling.settlement
        total, is_open = len(settlement.listed), len(settlement.open)
        busy = say.SETTLING_NOW if self.settling.is_busy else ""
        parts = (busy, say.filtered(self.only.told), say.progress(is_open, total))
        told = " · ".join(part for part in parts if part)
        self.query_one(StatusLine).show((left,), (Run(f"{told} ", Look.SOFT),))

    # The page of the chosen change.

    def describe_soon(self) -> None:
        """Show the chosen change, and what would come of it once the keys rest."""
        self._wish += 1
        if self._soon:
            self._soon.stop()
            self._soon = None
        if (seen := self._seen) is None:
            self.reader.show(words_page(self.changes.nothing))
            return
        self.reader.show(change_page(seen))
        self._soon = self.set_timer(SOON, self._foresee_chosen)

    @property
    def _seen(self) -> Seen | None:
        change = self.changes.chosen
        if self.settling is None or change is None:
            return None
        settlement = self.settling.settlement
        place = block_words(settlement, self.places.get(change.id, ""))
        return Seen(settlement, change, self.changes.below, place)

    def _foresee_chosen(self) -> None:
        self._soon = None
        if (seen := self._seen) is not None:
            self._foresee(self._wish, seen, self.places.get(seen.change.id, ""))

    # A description of its own: the framework would write out all that is to be settled for one, at every key.
    @work(thread=True, exclusive=True, group="change", exit_on_error=False, description="what would come of a change")
    def _foresee(self, wish: int, seen: Seen, at: str) -> None:
        outlook = foresee(seen.settlement, seen.change, datetime.now().astimezone(), at)
        if not get_current_worker().is_cancelled:
            self.post_message(self.Foreseen(wish, change_page(replace(seen, outlook=outlook)), outlook))

    def show_foreseen(self, event: Foreseen) -> None:
        """Show the page that was asked for last, and mark in the list what is in the way of the change."""
        if event.wish != self._wish:
            return
        self.reader.show(event.page)
        outlook = event.outlook
        if (outlook.change in self.in_the_way) != (outlook.refusal is not None):
            self.in_the_way ^= {outlook.change}
            self.show_states()

    def show_error(self, error: BriefingError) -> None:
        """Say on the page why there is nothing to settle, and what to do."""
        self.changes.nothing = ""
        self.changes.refresh()
        self.reader.show(words_page(f"{error.what} {error.hint}".strip()))

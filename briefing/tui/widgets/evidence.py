"""The evidence pane: a search box that refines as one types, and the cards it finds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from briefing.tui.at_desk import desk_of
from briefing.tui.finding import Found, find_rows
from briefing.tui.widgets.literal import Line, Look, Run, literal, spread
from briefing.tui.widgets.painted_line import PaintedLine
from briefing.tui.widgets.results import PAGE, ResultsList, Row, row_of
from briefing.tui.widgets.search_box import SearchBox
from briefing.tui.widgets.virtual_list import VirtualList
from briefing.wording import desk as wording

if TYPE_CHECKING:
    from briefing.model.card import Card

PAUSE = 0.04
"""Seconds without a key before a search starts: shorter than a finger, longer than a repeat."""


class CountLine(PaintedLine):
    """How many there are. As wide as it ever gets, so that a new count lays nothing out again."""

    def __init__(self) -> None:
        """Start with no count."""
        super().__init__(id="search-count")
        self._count = ""

    def show(self, count: str) -> None:
        """Show another count."""
        self._count = count
        self.refresh()

    def line(self, width: int) -> Line:
        """Return the count, at the right."""
        return spread((), (Run(self._count, Look.SOFT),), width)


class EvidencePane(Vertical):
    """What one looks for and what there is of it. With nothing typed it shows the cards it was given."""

    class Highlighted(Message):
        """Another card is chosen; empty where there is none."""

        def __init__(self, card_id: str) -> None:
            """Say which."""
            super().__init__()
            self.card_id = card_id

    class Chosen(Highlighted):
        """A card was opened: enter in the box or the list, or a double click."""

    class Left(Message):
        """Escape was pressed in the empty box."""

    class Arrived(Message):
        """A worker has found something."""

        def __init__(self, found: Found) -> None:
            """Carry it to the screen's thread."""
            super().__init__()
            self.found = found

    def __init__(self, *, id: str | None = None) -> None:
        """Start with nothing typed and nothing to show."""
        super().__init__(id=id, classes="pane")
        self.border_title = literal(wording.EVIDENCE)
        self._browsed: tuple[Row, ...] = ()
        self._pause: Timer | None = None
        self._told = ""
        self._kept = ""
        self.settled = True
        """Whether what is shown is what was asked for: no search is on its way."""

    def compose(self) -> ComposeResult:
        """The box with its count, and the list."""
        with Horizontal(id="search-row"):
            yield Static("/", id="search-prompt", markup=False)
            yield SearchBox(id="search")
            yield CountLine()
        yield ResultsList(id="results")

    @property
    def box(self) -> SearchBox:
        """The search box."""
        return self.query_one(SearchBox)

    @property
    def results(self) -> ResultsList:
        """The list."""
        return self.query_one(ResultsList)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.box.value.strip()

    @property
    def card_id(self) -> str:
        """The id of the chosen card; empty where there is none."""
        chosen = self.results.chosen
        return chosen.id if chosen else ""

    def browse(self, cards: Sequence[Card]) -> None:
        """Show these cards while nothing is typed, the chosen one still chosen if it is among them."""
        self._browsed = tuple(map(row_of, cards))
        if not self.text:
            self._kept = self.card_id
            self._show_browsed()

    def clear(self) -> None:
        """Empty the box, and show what there is to browse."""
        with self.box.prevent(Input.Changed):
            self.box.value = ""
        self._kept = self.card_id
        self._show_browsed()

    def search_again(self) -> None:
        """Search anew for what is typed: the library has changed."""
        if self.text:
            self._kept = self.card_id
            self._search(self.text, 0)

    def settle(self) -> None:
        """Search now where a search is still on its way: enter means what is typed, however fast it was typed."""
        if self._pause:
            self._pause.stop()
        found = None if self.settled else find_rows(desk_of(self).papers, self.text, PAGE, 0)
        if found:
            self._arrived(self.Arrived(found))

    def choose(self, card_id: str) -> bool:
        """Choose a card where it is in the list; say whether it was."""
        index = self.results.index_of(card_id)
        if index is not None:
            self.results.cursor = index
        return index is not None

    def _show_browsed(self) -> None:
        if self._pause:
            self._pause.stop()
        self.settled = True
        self._show(self._browsed, len(self._browsed), exact=True)

    def _show(self, rows: Sequence[Row], count: int, *, exact: bool) -> None:
        self.results.nothing = wording.NO_MATCH if self.text else wording.NO_CARDS
        self.results.show(rows, count, self._kept)
        total = len(desk_of(self).library.cards)
        self.query_one(CountLine).show(wording.of_all(count, total, exact=exact))
        self._tell()

    def _tell(self) -> None:
        if self.card_id != self._told:
            self._told = self.card_id
            self.post_message(self.Highlighted(self.card_id))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self._pause:
            self._pause.stop()
        self._kept = self.card_id if not self.text else ""
        if not self.text:
            self._show_browsed()
            return
        self.settled = False
        self._pause = self.set_timer(PAUSE, lambda: self._search(self.text, 0))

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def _search(self, text: str, offset: int) -> None:
        found = find_rows(desk_of(self).papers, text, PAGE, offset)
        if found and not get_current_worker().is_cancelled:
            self.post_message(self.Arrived(found))

    @work(thread=True, group="pages", exit_on_error=False)
    def _fetch(self, text: str, offset: int) -> None:
        found = find_rows(desk_of(self).papers, text, PAGE, offset)
        if found:
            self.post_message(self.Arrived(found))

    @on(Arrived)
    def _arrived(self, event: Arrived) -> None:
        found = event.found
        if found.text != self.text:
            return
        if found.offset:
            self.results.put(found.offset, found.rows)
            return
        self.settled = True
        self._told = ""
        self._show(found.rows, found.count, exact=found.exact)

    @on(ResultsList.Wanted)
    def _wanted(self, event: ResultsList.Wanted) -> None:
        if self.text:
            self._fetch(self.text, event.offset)

    @on(VirtualList.Moved)
    def _moved(self, event: VirtualList.Moved) -> None:
        event.stop()
        self._tell()

    @on(VirtualList.Opened)
    @on(Input.Submitted)
    def _opened(self, event: Message) -> None:
        event.stop()
        self.settle()
        if self.card_id:
            self.post_message(self.Chosen(self.card_id))

    @on(SearchBox.Stepped)
    def _stepped(self, event: SearchBox.Stepped) -> None:
        event.stop()
        self.settle()
        self.results.move(event.steps)

    @on(SearchBox.Left)
    def _left(self, event: SearchBox.Left) -> None:
        event.stop()
        self.post_message(self.Left())

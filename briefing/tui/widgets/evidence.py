"""The evidence pane: a search box that refines as one types, and the cards it finds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static

from briefing.tui.at_desk import desk_of
from briefing.tui.finding import Browsed, Found, search, search_page
from briefing.tui.widgets.count_line import CountLine
from briefing.tui.widgets.literal import Line, Look, Run, literal
from briefing.tui.widgets.one_frame import OneFrame
from briefing.tui.widgets.paged import PAGE
from briefing.tui.widgets.results import ResultsList
from briefing.tui.widgets.search_box import SearchBox
from briefing.tui.widgets.virtual_list import VirtualList
from briefing.wording import desk as wording

if TYPE_CHECKING:
    from briefing.model.card import Listed

SUGGESTION = "suggestion"
"""What a click on the words that may have been meant leads to."""


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
        self._browsed = Browsed()
        self._turn = 0
        """Counts the questions: who works on an earlier one than this stops, and what it still says is not heard."""
        self._is_answered = True
        self._suggestion = ""
        self._told: str | None = ""
        """The card that was said to be chosen; None where another search was made since."""
        self._kept = ""
        self._frame = OneFrame(self)
        self._is_read = True
        """Whether what was chosen last is shown where it can be read."""
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

    def browse(self, listing: Sequence[Listed], *, is_all: bool = True) -> None:
        """Show these cards while nothing is typed, the chosen one still chosen if it is among them.

        Unless they are all there are to browse, their count says so.
        """
        self._browsed = Browsed(listing, is_all)
        if not self.text:
            self._kept = self.card_id
            self._show_browsed()

    def clear(self) -> None:
        """Empty the box, and show what there is to browse."""
        self._put("")
        self._kept = self.card_id
        self._show_browsed()

    def _put(self, text: str) -> None:
        with self.box.prevent(Input.Changed):
            self.box.value = text

    def search_again(self) -> None:
        """Search anew for what is typed: the library has changed."""
        if self.text:
            self._kept = self.card_id if desk_of(self).library.home_name(self.card_id) else ""
            self._ask()

    def settle(self) -> None:
        """Search now where no answer has come yet: enter means what is typed, however fast it was typed."""
        if not self._is_answered:
            found = next(search(desk_of(self).papers, self.text, self._turn, lambda: False), None)
            if found:
                self._take(found)

    def choose(self, card_id: str) -> bool:
        """Choose a card where it is in the list; say whether it was."""
        index = self.results.index_of(card_id)
        if index is None and not self.text:
            index = self._browsed.place_of(card_id, self.results.cursor)
        if index is not None:
            if self.results.row(index) is None:
                self._put_page(index)
            self.results.cursor = index
        return index is not None

    def _show_browsed(self) -> None:
        """Show the listing: its first page at once, the others as they come into view."""
        self._turn += 1
        self._is_answered = self.settled = True
        place = (self._browsed.place_of(self._kept, self.results.cursor) if self._kept else None) or 0
        self._show(self._browsed.page(self._turn, place // PAGE * PAGE))

    def _put_page(self, index: int) -> None:
        offset = index // PAGE * PAGE
        self.results.put(offset, self._browsed.page(self._turn, offset).rows)

    def _show(self, found: Found) -> None:
        self._say_of(found)
        self.results.show(found.rows, found.count, self._kept, found.offset)
        self._tell()

    def _say_of(self, found: Found) -> None:
        """Say how many there are; where there are none, what else may have been meant."""
        desk = desk_of(self)
        total = desk.library.card_count
        self.query_one(CountLine).show(found.known, total, exact=found.exact)
        self.results.goes_on = bool(self.text) and not found.exact
        self._suggestion = found.suggestion
        behind = desk.papers.is_behind
        self.results.nothing = wording.nothing(self.text, found.suggestion, is_behind=behind, is_settled=found.settled)
        self.results.offer = _offer(found.suggestion) if found.suggestion else ()

    def was_read(self) -> None:
        """Know that what is chosen is shown where it can be read: nothing else has to be waited for."""
        self._is_read = True
        self._paint_once_done()

    def _paint_once_done(self) -> None:
        if self.settled and self._is_read:
            self._frame.end()

    def _tell(self) -> None:
        # None until the search is settled: what is being read would be gone for a moment, and painted twice.
        if self.card_id != self._told and (self.card_id or self.settled):
            self._told = self.card_id
            self.post_message(self.Highlighted(self.card_id))

    # Searching. Every key asks anew at once: an answer takes less time than the pause it would be worth waiting for,
    # and whoever works on an older question is told to stop.

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._kept = self.card_id if not self.text else ""
        if self.text:
            self._ask()
        else:
            self._show_browsed()

    def _ask(self) -> None:
        self._turn += 1
        self._is_answered = self.settled = self._is_read = False
        self._suggestion = ""
        self._frame.begin()
        self._search(self.text, self._turn)

    def _is_over(self, turn: int) -> Callable[[], bool]:
        return lambda: turn != self._turn

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def _search(self, text: str, turn: int) -> None:
        for found in search(desk_of(self).papers, text, turn, self._is_over(turn)):
            self.post_message(self.Arrived(found))

    @work(thread=True, group="pages", exit_on_error=False)
    def _fetch(self, text: str, turn: int, offset: int) -> None:
        if text:
            found = search_page(desk_of(self).papers, text, turn, offset, self._is_over(turn))
        else:
            found = self._browsed.page(turn, offset)
        if found:
            self.post_message(self.Arrived(found))

    @on(Arrived)
    def _arrived(self, event: Arrived) -> None:
        if event.found.turn == self._turn:
            self._take(event.found)

    def _take(self, found: Found) -> None:
        """Show what was found: a page in its place, a first answer at once, a better one around the chosen card."""
        if self.settled or found.offset:
            if found.count > self.results.count:
                self._say_of(found)
            self.results.put(found.offset, found.rows, found.count)
        elif self._is_answered:
            self.settled = found.settled
            self._say_of(found)
            self.results.refine(found.rows, found.count)
        else:
            self._is_answered, self.settled = True, found.settled
            self._told = None
            self._show(found)
        self._tell()
        self._paint_once_done()

    @on(ResultsList.Wanted)
    def _wanted(self, event: ResultsList.Wanted) -> None:
        if self.settled:  # until then the order is not the last, and the rows that follow are asked for with it
            self._fetch(self.text, self._turn, event.offset)

    @on(VirtualList.Pointed)
    def _suggestion_taken(self, event: VirtualList.Pointed) -> None:
        event.stop()
        self._take_suggestion()

    def _take_suggestion(self) -> None:
        """Look for what may have been meant."""
        if self._suggestion:
            self.box.value = self._suggestion
            self.box.action_end()
            self.box.focus()

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
        else:
            self._take_suggestion()

    @on(SearchBox.Stepped)
    def _stepped(self, event: SearchBox.Stepped) -> None:
        event.stop()
        self.settle()
        self.results.move(event.steps)

    @on(SearchBox.Left)
    def _left(self, event: SearchBox.Left) -> None:
        event.stop()
        self.post_message(self.Left())


def _offer(suggestion: str) -> Line:
    """Return the words that may have been meant, to be clicked."""
    before, after = wording.DID_YOU_MEAN
    return (Run(before, Look.SOFT), Run(suggestion, Look.LINK, SUGGESTION), Run(after, Look.SOFT))

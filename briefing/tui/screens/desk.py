"""The desk: notes at the left, evidence in the middle, what one reads at the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.timer import Timer

from briefing.tui.at_desk import desk_of
from briefing.tui.bindings import bindings
from briefing.tui.commands import Place
from briefing.tui.screens.desk_pages import Done, card_page_of, page_of, spoken_times, status
from briefing.tui.screens.desk_ways import DeskWays
from briefing.tui.widgets.evidence import EvidencePane
from briefing.tui.widgets.key_line import KeyLine
from briefing.tui.widgets.notes_list import NotesList
from briefing.tui.widgets.notes_rows import Entry, What
from briefing.tui.widgets.page import Page
from briefing.tui.widgets.reader import Reader
from briefing.tui.widgets.status_line import StatusLine
from briefing.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from briefing.model.library import Library

BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (150, "-roomy")]
"""From how many columns on the screen has which class."""
AT_LEISURE = 0.25
"""Seconds after which outlines are timed: every card of them is read for that, which nobody waits for."""
SOON = 0.002
"""Seconds without a move after which the page follows: it mostly is made before the list itself is painted."""


class DeskScreen(DeskWays):
    """Browse, search and read. Where there is no room for three panes two of them slide."""

    BINDINGS = bindings(Place.DESK)
    AUTO_FOCUS = "#search"
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS

    class PageMade(Message):
        """The page of what is chosen was made."""

        def __init__(self, wish: int, page: Page) -> None:
            """Carry it to the screen's thread."""
            super().__init__()
            self.wish = wish
            self.page = page

    class Timed(Message):
        """How long the outlines take was worked out."""

        def __init__(self, times: dict[str, str]) -> None:
            """Carry it to the screen's thread."""
            super().__init__()
            self.times = times

    def __init__(self, id: str) -> None:
        """Start before anything was read."""
        super().__init__(id)
        self._times: dict[str, str] = {}
        self._met = False
        self._share = 0.0
        """How much of the library its index knows."""
        self._wish = 0
        """Counts the pages asked for: one that comes after another was asked for is not shown."""
        self._reading = Lock()
        self._soon: Timer | None = None
        self._leisure: Timer | None = None

    def compose(self) -> ComposeResult:
        """The lines at top and bottom, and the panes between."""
        yield StatusLine(id="status")
        with Horizontal(id="panes"):
            yield NotesList(id="notes")
            yield EvidencePane(id="evidence")
            yield Reader(id="reader", classes="pane")
        yield KeyLine(id="keys")

    @staticmethod
    def class_for(width: int) -> str:
        """Return the class the screen has where it is so many columns wide."""
        return next(name for columns, name in reversed(BREAKPOINTS) if width >= columns)

    def on_mount(self) -> None:
        """Follow the library."""
        desk_of(self).library_changed.subscribe(self, self._library_changed)
        desk_of(self).indexed.subscribe(self, self._indexed)
        self.show_status()

    # Following the library.

    def _library_changed(self, library: Library) -> None:
        first = not self._met and bool(library.headings or library.outlines)
        last = desk_of(self).preferences.last_note
        keep = Entry(What.NOTE, last) if first and library.position(last) is not None else None
        self._met = self._met or first
        self.notes.show(library, self._times, keep)
        self.show_status()
        self._browse()
        self.evidence.search_again()
        self.show_page_soon()
        self._time_at_leisure()
        if first:
            self.begin()

    def _indexed(self, share: float) -> None:
        self._share = share
        self.show_status()

    def show_status(self) -> None:
        """Say at the top how much there is, and what is done with it."""
        papers = desk_of(self).papers
        done = Done(None if papers.is_current else self._share, self.checked)
        self.query_one(StatusLine).show(*status(papers.library if papers.opened else None, done))

    def begin(self) -> None:
        """Do once what needs a library: the tips of a first time, drafts that wait, how long the outlines take."""
        desk = desk_of(self)
        if desk.preferences.tips_seen:
            self._offer_drafts()
        else:
            from briefing.tui.screens.tips import TipsScreen

            desk.push_screen(TipsScreen(), lambda _: self._offer_drafts())

    def _offer_drafts(self) -> None:
        from briefing.library.drafts import Drafts

        opened = desk_of(self).papers.opened
        if opened and Drafts(opened.state).pending():  # most of the time there are none, and then no form is needed
            from briefing.tui.forms.recovery import offer_drafts

            offer_drafts(desk_of(self))

    def _time_at_leisure(self) -> None:
        if self._leisure:
            self._leisure.stop()
        behind = desk_of(self).papers.is_behind
        self._leisure = None if behind else self.set_timer(AT_LEISURE, self._begin_timing)

    def _begin_timing(self) -> None:
        self._leisure = None
        self._time_outlines(desk_of(self).library)

    @work(thread=True, exclusive=True, group="times", exit_on_error=False)
    def _time_outlines(self, library: Library) -> None:
        self.post_message(self.Timed(spoken_times(library)))

    @on(Timed)
    def _show_times(self, event: Timed) -> None:
        if event.times != self._times:
            self._times = event.times
            self.notes.show(desk_of(self).library, event.times)

    # Showing what is chosen.

    def _browse(self) -> None:
        """Lay the chosen note's cards before the evidence pane."""
        entry, inside = self.notes.chosen, ""
        if entry and entry.what in {What.NOTE, What.FOLDER}:
            inside = entry.name if entry.what is What.NOTE else f"{entry.name}/"
        self.evidence.browse(desk_of(self).library.listing(inside))

    def show_page(self) -> None:
        """Show what the focus is on: the card, or the note or outline chosen at the left."""
        self._wish += 1
        self._show(self._page_wished()())

    def show_page_soon(self) -> None:
        """Show it once the keys rest: to read a card may mean to read its file, which no key should wait for."""
        self._wish += 1
        if self._soon:
            self._soon.stop()
        self._soon = self.set_timer(SOON, self._make_page_wished)

    def _make_page_wished(self) -> None:
        self._soon = None
        self._make_page(self._wish, self._page_wished())

    @work(thread=True, exclusive=True, group="page", exit_on_error=False)
    def _make_page(self, wish: int, make: Callable[[], Page]) -> None:
        with self._reading:  # one file after another, and none for a page that nobody waits for any more
            if wish == self._wish:
                self.post_message(self.PageMade(wish, make()))

    @on(PageMade)
    def _page_made(self, event: PageMade) -> None:
        if event.wish == self._wish:
            self._show(event.page)
            self.evidence.was_read()

    @property
    def is_settled(self) -> bool:
        """Whether the page shown is the one asked for and nothing waits to be timed: for whoever must wait for that."""
        return self._soon is None and self._leisure is None

    def _page_wished(self) -> Callable[[], Page]:
        """Return what makes the page of what the focus is on, on whichever thread."""
        library, chosen = desk_of(self).library, self.notes.chosen
        if self.reader.has_focus and self.trail:
            shown = self.trail[-1]
        elif self.notes.has_focus and chosen:
            return partial(page_of, chosen, library, self._times)
        else:
            shown = self.evidence.card_id
        return partial(card_page_of, shown, library, self.evidence.text, self.opened_cards)

    def _show(self, page: Page) -> None:
        self.reader.show(page)

    @on(VirtualList.Moved, "#notes")
    def _note_moved(self) -> None:
        if self.notes.has_focus and self.evidence.text:
            self.evidence.clear()
        self._browse()
        self.show_page_soon()

    @on(EvidencePane.Highlighted)
    def _card_moved(self, event: EvidencePane.Highlighted) -> None:
        self.trail = [event.card_id] if event.card_id else []
        if not self.notes.has_focus:
            self.show_page_soon()

    def on_descendant_focus(self) -> None:
        """Slide the panes so that the one with the focus is there, and show what belongs to it."""
        if self.notes.has_focus:
            self.remove_class("-reading")
        elif self.reader.has_focus:
            self.add_class("-reading")
        if desk_of(self).papers.opened:
            self.show_page_soon()

    # Going from pane to pane.

    @on(VirtualList.Opened, "#notes")
    def _note_opened(self) -> None:
        entry = self.notes.chosen
        if entry is None:
            return
        if entry.what is What.OUTLINE:
            self.open_outline(entry.name)
        elif entry.what is What.FOLDER:
            self.notes.action_fold()
        else:
            desk_of(self).prefer(last_note=entry.name)
            self.evidence.results.focus()

    @on(EvidencePane.Chosen)
    def _card_opened(self, event: EvidencePane.Chosen) -> None:
        self.open_card(event.card_id)

    @on(EvidencePane.Left)
    def _search_left(self) -> None:
        self.evidence.results.focus()

    @on(Reader.Followed)
    def _followed(self, event: Reader.Followed) -> None:
        what, _, name = event.target.partition(":")
        if what == "card":
            self.trail.append(name)
            self.ask_for_words()
        else:
            self.follow(event.target)

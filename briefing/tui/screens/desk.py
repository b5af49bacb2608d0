"""The desk: notes at the left, evidence in the middle, what one reads at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal

from briefing.tui.at_desk import desk_of
from briefing.tui.bindings import bindings
from briefing.tui.commands import Place
from briefing.tui.screens.desk_pages import lit_by, page_of, spoken_times, status
from briefing.tui.screens.desk_ways import DeskWays
from briefing.tui.widgets.evidence import EvidencePane
from briefing.tui.widgets.key_line import KeyLine
from briefing.tui.widgets.literal import literal
from briefing.tui.widgets.notes_list import Entry, NotesList, What
from briefing.tui.widgets.page import Page
from briefing.tui.widgets.reader import Reader
from briefing.tui.widgets.status_line import StatusLine
from briefing.tui.widgets.virtual_list import VirtualList
from briefing.wording import desk as wording

if TYPE_CHECKING:
    from briefing.model.library import Library

BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (150, "-roomy")]
"""From how many columns on the screen has which class."""


class DeskScreen(DeskWays):
    """Browse, search and read. Where there is no room for three panes two of them slide."""

    BINDINGS = bindings(Place.DESK)
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS

    def __init__(self, id: str) -> None:
        """Start before anything was read."""
        super().__init__(id)
        self._times: dict[str, str] = {}
        self._met = False

    def compose(self) -> ComposeResult:
        """The lines at top and bottom, and the panes between."""
        yield StatusLine(id="status")
        with Horizontal(id="panes"):
            yield NotesList(id="notes")
            yield EvidencePane(id="evidence")
            yield Reader(id="reader", classes="pane")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Follow the library, and begin where one types."""
        desk_of(self).library_changed.subscribe(self, self._library_changed)
        self._show_status(None)
        self.evidence.box.focus()

    # Following the library.

    def _library_changed(self, library: Library) -> None:
        first = not self._met and bool(library.notes or library.outlines)
        last = desk_of(self).preferences.last_note
        keep = Entry(What.NOTE, last) if first and library.note(last) else None
        self._met = self._met or first
        self.notes.show(library, self._times, keep)
        self._show_status(library)
        self._browse()
        self.evidence.search_again()
        self.show_page()
        self._time_outlines(library)
        if first:
            self.begin()

    def _show_status(self, library: Library | None) -> None:
        papers = desk_of(self).papers
        self.query_one(StatusLine).show(*status(library if papers.opened else None, ready=papers.can_search))

    def begin(self) -> None:
        """Do once what needs a library: the tips of a first time, drafts that wait, how long the outlines take."""
        desk = desk_of(self)
        if desk.preferences.tips_seen:
            self._offer_drafts()
        else:
            from briefing.tui.screens.tips import TipsScreen

            desk.push_screen(TipsScreen(), lambda _: self._offer_drafts())

    def _offer_drafts(self) -> None:
        from briefing.tui.forms.recovery import offer_drafts

        offer_drafts(desk_of(self))

    @work(thread=True, exclusive=True, group="times", exit_on_error=False)
    def _time_outlines(self, library: Library) -> None:
        times = spoken_times(library)
        self.app.call_from_thread(self._show_times, times)

    def _show_times(self, times: dict[str, str]) -> None:
        if times != self._times:
            self._times = times
            self.notes.show(desk_of(self).library, times)

    # Showing what is chosen.

    def _browse(self) -> None:
        """Lay the chosen note's cards before the evidence pane."""
        library, entry = desk_of(self).library, self.notes.chosen
        note = library.note(entry.name) if entry and entry.what is What.NOTE else None
        if entry and entry.what is What.FOLDER:
            inside = f"{entry.name}/"
            self.evidence.browse([card for home, card in library.all_cards() if home.name.startswith(inside)])
        else:
            self.evidence.browse(note.cards if note else [card for _, card in library.all_cards()])

    def show_page(self) -> None:
        """Show what the focus is on: the card, or the note or outline chosen at the left."""
        if self.reader.has_focus and self.trail:
            self.show_card(self.trail[-1])
        elif self.notes.has_focus and self.notes.chosen:
            self._show(page_of(self.notes.chosen, desk_of(self).library, self._times))
        else:
            self.show_card(self.evidence.card_id)

    def _show(self, page: Page) -> None:
        self.reader.border_title = literal(page.title)
        self.reader.show(page)

    def show_card(self, card_id: str) -> None:
        """Show a card in the reader, what the search matched lit."""
        library = desk_of(self).library if card_id else None
        card = library.cards.get(card_id) if library else None
        if library is None or card is None:
            self._show(Page(wording.CARD))
        else:
            from briefing.tui.pages.card_page import card_page

            lit = lit_by(self.evidence.text)
            self._show(card_page(card, library, lit, opened=not self.is_shut(card)))

    @on(VirtualList.Moved, "#notes")
    def _note_moved(self) -> None:
        if self.notes.has_focus and self.evidence.text:
            self.evidence.clear()
        self._browse()
        self.show_page()

    @on(EvidencePane.Highlighted)
    def _card_moved(self, event: EvidencePane.Highlighted) -> None:
        self.trail = [event.card_id] if event.card_id else []
        if not self.notes.has_focus:
            self.show_card(event.card_id)

    def on_descendant_focus(self) -> None:
        """Slide the panes so that the one with the focus is there, and show what belongs to it."""
        if self.notes.has_focus:
            self.remove_class("-reading")
        elif self.reader.has_focus:
            self.add_class("-reading")
        self.show_page()

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

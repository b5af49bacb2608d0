"""The ways over the desk: from pane to pane, along links, and back."""

from __future__ import annotations

from abc import abstractmethod

from briefing.tui.at_desk import desk_of
from briefing.tui.screens.desk_check import DeskCheck
from briefing.tui.widgets.notes_rows import What


class DeskWays(DeskCheck):
    """Where the keys lead that change nothing."""

    @abstractmethod
    def show_page(self) -> None:
        """Show what the focus is on."""

    def open_card(self, card_id: str) -> None:
        """Put the focus on a card; ask first where it is restricted."""
        self.trail = [card_id]
        self.add_class("-reading")
        self.reader.focus()
        self.ask_for_words()

    def ask_for_words(self) -> None:
        """Show the card that is meant; ask first where it is restricted."""
        self.show_page()
        card = self.card
        if card and self.is_shut(card):
            self.ask_to_open(card, self.show_page)

    def follow(self, target: str) -> None:
        """Go where a link or the palette leads; with no target, open what is being read."""
        what, _, name = target.partition(":")
        if what == "card":
            self.choose_card(name)
            self.open_card(name)
        elif what == "note":
            self.evidence.clear()
            self.notes.choose(What.NOTE, name)
            self.notes.focus()
        elif what == "outline":
            self.open_outline(name)
        elif what == "url":
            from briefing.tui.following import open_address

            open_address(desk_of(self), name)
        elif self.card and self.reader.has_focus:
            self.ask_for_words()

    def action_back(self) -> None:
        """Go back to the card a link was followed from."""
        if len(self.trail) > 1:
            self.trail.pop()
            self.show_page()
        else:
            self.action_leave()

    def action_next_card(self) -> None:
        """Show the next card of the list."""
        self.evidence.results.move(1)
        self.show_page()

    def action_card_before(self) -> None:
        """Show the card before it."""
        self.evidence.results.move(-1)
        self.show_page()

    def action_pane_right(self) -> None:
        """Go to the pane at the right."""
        if self.notes.has_focus:
            self.evidence.results.focus()
        elif self.evidence.results.has_focus and self.card:
            self.open_card(self.card.id)

    def action_pane_left(self) -> None:
        """Go to the pane at the left."""
        self.action_leave()

    def action_search(self) -> None:
        """Go to the search box, what is in it selected, so that typing begins anew."""
        self.evidence.box.focus()
        self.evidence.box.select_all()

    def action_leave(self) -> None:
        """Go one step back: from the card to the list, from the list to the notes."""
        focused = self.focused
        if focused is self.reader:
            self.evidence.results.focus()
            self.remove_class("-reading")
        elif focused is self.evidence.results:
            self.notes.focus()

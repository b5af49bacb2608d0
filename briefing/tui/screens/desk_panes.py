"""What stands on the desk, and which card, note or outline is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from briefing.tui.at_desk import desk_of
from briefing.tui.widgets.evidence import EvidencePane
from briefing.tui.widgets.notes_list import NotesList
from briefing.tui.widgets.notes_rows import What
from briefing.tui.widgets.reader import Reader

if TYPE_CHECKING:
    from briefing.model.card import Card
    from briefing.model.ids import NoteName


class DeskPanes(Screen[None]):
    """The three panes and what is chosen in them."""

    def __init__(self, id: str) -> None:
        """Start with nothing chosen and no restricted card open."""
        super().__init__(id=id)
        self.trail: list[str] = []
        """The cards one has come through by following links, the one shown last."""
        self.opened_cards: set[str] = set()
        """The restricted cards whose words were asked for since the desk was opened."""

    @property
    def notes(self) -> NotesList:
        """The list at the left."""
        return self.query_one(NotesList)

    @property
    def evidence(self) -> EvidencePane:
        """The pane in the middle."""
        return self.query_one(EvidencePane)

    @property
    def reader(self) -> Reader:
        """The pane at the right."""
        return self.query_one(Reader)

    @property
    def card(self) -> Card | None:
        """The card that is meant: the one being read, else the one chosen in the list."""
        shown = self.trail[-1] if self.trail and self.reader.has_focus else self.evidence.card_id
        return desk_of(self).library.cards.get(shown)

    @property
    def files_shown(self) -> frozenset[str]:
        """The files of the library whose words are on the screen, beside those of the cards shown."""
        entry = self.notes.chosen
        files: set[str] = set()
        if entry and entry.what is What.NOTE:
            files.add(f"{entry.name}.toml")
        if entry and entry.what is What.OUTLINE:
            files.add(f"outlines/{entry.name}.toml")
        return frozenset(files)

    @property
    def cards_shown(self) -> frozenset[str]:
        """The cards whose words are on the screen: in the list, and the one that is read."""
        return self.evidence.results.in_view | {*self.trail[-1:], self.evidence.card_id}

    @property
    def note_name(self) -> NoteName:
        """The note that is meant: the one chosen at the left, else the one the chosen card stands in."""
        from briefing.model.ids import NoteName

        entry, card = self.notes.chosen, self.card
        if entry and entry.what is What.NOTE and not self.evidence.text:
            return NoteName(entry.name)
        return desk_of(self).library.home_name(card.id) if card else NoteName("")

    def is_shut(self, card: Card) -> bool:
        """Whether the words of a card are restricted and were not asked for."""
        return card.is_restricted and card.id not in self.opened_cards

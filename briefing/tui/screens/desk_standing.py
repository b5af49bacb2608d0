"""Standing behind a card, from the desk: checking it, and what to check next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from briefing.tui.at_desk import desk_of
from briefing.tui.screens.desk_acts import DeskActs
from briefing.tui.widgets.notes_rows import What

if TYPE_CHECKING:
    from briefing.model.card import Card


class DeskStanding(DeskActs):
    """What is done so that one can stand behind a card."""

    def action_verify(self) -> None:
        """Check the chosen card: what it claims, beside what its source says."""
        self._with_card(self._check_card)

    def _check_card(self, card: Card) -> None:
        from briefing.tui.checking import ask_to_check

        ask_to_check(desk_of(self), card.id)

    def action_keep_text(self) -> None:
        """Keep the text of the source the chosen card rests on."""
        self._with_card(self._keep_text)

    def _keep_text(self, card: Card) -> None:
        from briefing.tui.keeping import ask_for_text

        ask_for_text(desk_of(self), card)

    def action_queue(self) -> None:
        """List what is to be checked; enter checks a card, and comes back for the next."""
        from briefing.tui.queue import Queue

        chosen = self.notes.chosen
        inside = chosen.name if chosen and chosen.what in {What.NOTE, What.FOLDER} else ""
        today = date.today()  # noqa: DTZ011 - the user's own day
        self._push(Queue(desk_of(self).library, inside, today).screen(), self._check_queued)

    def _check_queued(self, card_id: str) -> None:
        from briefing.tui.checking import ask_to_check

        desk = desk_of(self)
        card = desk.library.cards.get(card_id)

        def check() -> None:
            ask_to_check(desk, card_id, self.action_queue)

        if card and self.is_shut(card):
            self.ask_to_open(card, check)
        else:
            check()

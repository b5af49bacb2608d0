"""Standing behind a card, from the desk: checking it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tui.at_desk import desk_of
from briefing.tui.screens.desk_acts import DeskActs

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

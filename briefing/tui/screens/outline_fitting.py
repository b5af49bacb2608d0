"""Fitting an outline to the time there is, saying it aloud, and standing behind its cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tui.at_desk import desk_of
from briefing.tui.screens.outline_acts import OutlineActs
from briefing.wording import desk as desk_say
from briefing.wording import ladder as say
from briefing.wording import rehearsal

if TYPE_CHECKING:
    from briefing.speech.ladder.rungs import Rung


class OutlineFitting(OutlineActs):
    """The commands that look at the whole, or at the card beneath a block."""

    def action_fit(self) -> None:
        """Show the best version for each limit, and cut the outline to the chosen one."""
        from briefing.tui.dialogs.ladder import LadderScreen

        words: dict[str, str] = {block.id: self.words_of(block) for block in self.outline.blocks}
        self.app.push_screen(LadderScreen(self.outline, desk_of(self).library, words), self._cut)

    def _cut(self, rung: Rung | None) -> None:
        from briefing.speech.ladder.applying import apply

        if rung:
            self.edit(apply(self.outline, desk_of(self).library, rung), say.fitted(rung.limit))

    def action_rehearse(self) -> None:
        """Say the outline aloud as it stands, against the clock."""
        from briefing.document.reading_copy import reading_copy_of
        from briefing.speech.script import script_of
        from briefing.tui.screens.rehearsal import RehearsalScreen

        desk = desk_of(self)
        copy = reading_copy_of(desk.library.office)
        script = script_of(self.outline, desk.library, as_read=copy.numerals)
        if script.parts:
            self.app.push_screen(RehearsalScreen(self.outline, script, copy.line_length[1]))
        else:
            desk.say(rehearsal.NOTHING_SAID)

    async def action_settle(self) -> None:
        """Settle a marked-up Word file, once all that was done here is saved."""
        from briefing.tui.returning import ask_for_file

        if self.assembly:
            await self.assembly.drained()
        ask_for_file(desk_of(self))

    def action_verify_block(self) -> None:
        """Check the card of the chosen block."""
        from briefing.tui.checking import ask_to_check

        desk, block = desk_of(self), self.chosen
        card = desk.library.cards.get(block.evidence) if block else None
        if card is None:
            desk.say(desk_say.NO_CARD_CHOSEN)
        elif card.is_restricted:
            desk.say(say.CHECK_AT_DESK)
        else:
            ask_to_check(desk, card.id)

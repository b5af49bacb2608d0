"""What can be done about what came back: each command a short act on the chosen change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from briefing.disk.places import exports_folder
from briefing.settling.decisions import State, today
from briefing.settling.settlement import REMARKS, Refusal, Settlement, Wish
from briefing.tui.at_desk import desk_of
from briefing.tui.only import choices
from briefing.tui.screens.choosing import Choice, Choose
from briefing.tui.screens.returned_panes import ReturnedPanes
from briefing.tui.widgets.change_rows import block_words
from briefing.tui.widgets.paged import paged
from briefing.word.returned.change import Change
from briefing.word.returned.homes import Where
from briefing.wording import homecoming as say


class ReturnedActs(ReturnedPanes):
    """The commands."""

    # Deciding on one.

    def action_accept(self) -> None:
        """Write the chosen change into its block; ask for the block first where it was not placed."""
        change = self._chosen_open()
        if change and change.what in REMARKS:
            self._decide(change, State.ACCEPTED)
        elif change:
            self._with_place(change, lambda: self._decide(change, State.ACCEPTED))

    def action_reject(self) -> None:
        """Ask why, and leave the outline as it is."""
        from briefing.tui.dialogs.why import Why

        if change := self._chosen_open():
            self.app.push_screen(Why(), partial(self._reject, change))

    def _reject(self, change: Change, why: str | None) -> None:
        if why is not None:
            self._decide(change, State.REJECTED, why=why)

    def action_make_task(self) -> None:
        """Put it into the note of its block."""
        if change := self._chosen_open():
            self._with_place(change, lambda: self._decide(change, State.TASK))

    def action_take_theirs(self) -> None:
        """Take their words where the outline says something else by now."""
        change = self._chosen_open()
        if change and change.id in self.in_the_way:
            self._decide(change, State.ACCEPTED, theirs=True)
        elif change:
            desk_of(self).say(say.NO_CONFLICT)

    def _chosen_open(self) -> Change | None:
        """Return the chosen change where it can be decided on; else say why not."""
        change = self.changes.chosen
        if self.settling is None or change is None:
            return None
        decision = self.settling.settlement.decisions.get(change.id)
        if decision is not None and decision.state is State.ACCEPTED:
            desk_of(self).say(say.DECIDED_ALREADY)
            return None
        return None if change.id in self.settling.waiting else change

    def _decide(self, change: Change, state: State, *, why: str = "", theirs: bool = False) -> None:
        wish = Wish(state, on=today(), why=why, theirs=theirs, at=self.places.get(change.id, ""))
        if self.settling:
            self.settling.decide((change,), wish)
            self._go_on(change)

    def _go_on(self, decided: Change) -> None:
        """Choose the next open change, while the decision is on its way."""
        self.show_states()
        after = self.changes.next_open(1)
        if after:
            self.changes.go_to(after)
        else:
            self.describe_soon()
        self.left_for = (decided.id, after)

    def action_correct_card(self) -> None:
        """Correct what the card claims, instead of giving the block words of its own."""
        if (change := self._chosen_open()) and self.settling:
            self.settling.correct(change, Wish(State.ACCEPTED, on=today()))
            self._go_on(change)

    def action_write_note(self) -> None:
        """Write the note to the Member among the exports."""
        if self.settling:
            exported = self.settling.settlement.came[0].exported
            folder = exports_folder(desk_of(self).papers.folder)
            day = datetime.now().astimezone().date()
            self.settling.write_note(folder / f"{exported.outline}-decided.docx", day)

    # What could not be placed.

    def action_place_change(self) -> None:
        """Choose the block of the chosen change."""
        change = self._chosen_open()
        if change and change.home.where is not Where.NONE:
            desk_of(self).say(say.PLACED_ALREADY)
        elif change:
            self._ask_place(change, self.describe_soon)

    def _with_place(self, change: Change, act: Callable[[], None]) -> None:
        if change.home.where is Where.NONE and change.id not in self.places:
            self._ask_place(change, act)
        else:
            act()

    def _ask_place(self, change: Change, then: Callable[[], None]) -> None:
        settlement = self.settling.settlement if self.settling else None
        if settlement is None or settlement.outline is None:
            desk_of(self).say(say.NO_OUTLINE, severity="warning")
            return

        def chosen(block: str | None) -> None:
            if block:
                self.places[change.id] = block
                then()

        self.app.push_screen(Choose(say.WHICH_BLOCK, paged(_blocks(settlement, change))), chosen)

    # Deciding on many.

    def action_accept_all(self) -> None:
        """Accept all that is shown and may be accepted together."""
        if self.settling is None:
            return
        shown = self.changes.shown
        together = self.settling.settlement.together(shown, State.ACCEPTED, self.only.kind)
        together = tuple(change for change in together if change.id not in self.settling.waiting)
        if together:
            self.settling.decide(together, Wish(State.ACCEPTED, on=today()))
            self.show_states()
        else:
            desk_of(self).say(say.NONE_TOGETHER)

    def action_take_back(self) -> None:
        """Take back the last act."""
        if self.settling:
            self.settling.take_back()
            self.show_head()

    # Looking.

    def action_narrow(self) -> None:
        """Choose whose changes, of which kind or state, are shown."""
        if self.settling:
            told = self.only.told
            offered = [
                Choice(key, f"{say.MARKED if words in told else ' '} {words}", f"{count:,}")
                for key, words, count in choices(self.settling.settlement)
            ]
            self.app.push_screen(Choose(say.SHOW_WHICH, paged(offered)), self._narrow)

    def _narrow(self, key: str | None) -> None:
        if key is not None:
            self.only = self.only.turned(key)
            self.show_changes()

    def action_next_open(self) -> None:
        """Choose the next open change."""
        self._step_open(1)

    def action_open_before(self) -> None:
        """Choose the open change before."""
        self._step_open(-1)

    def _step_open(self, step: int) -> None:
        if not self.changes.go_to(self.changes.next_open(step)):
            desk_of(self).say(say.NO_MORE_OPEN)

    def action_open_block(self) -> None:
        """Open the outline at the block of the chosen change."""
        from briefing.tui.screens.outline import OutlineScreen

        change, settlement = self.changes.chosen, self.settling.settlement if self.settling else None
        if change is None or settlement is None:
            return
        block = self.places.get(change.id, change.block)
        if settlement.outline is None:
            desk_of(self).say(say.NO_OUTLINE, severity="warning")
        elif settlement.outline.block(block) is None:
            desk_of(self).say(say.NO_BLOCK)
        else:
            self.tell_others()
            self.app.push_screen(OutlineScreen(settlement.outline.name, at=block))

    def tell_others(self) -> None:
        """Let the other screens show what was decided here."""
        if self.settling and self.settling.has_written:
            self.settling.has_written = False
            desk_of(self).saved_beside()

    # What came of it.

    def tell_refused(self, asked: Sequence[str], refused: Sequence[Refusal]) -> None:
        """Say what was accepted at once, and what stays open and why; go back to it where one has not gone on."""
        self.in_the_way |= {one.change for one in refused}
        desk = desk_of(self)
        if len(asked) > 1 and self.settling:
            state = self.settling.settlement.state
            left = sum(state(change.id) is State.OPEN for change in self.changes.shown)
            desk.say(say.took_all(len(asked) - len(refused), left))
        if refused:
            desk.say(_told(refused), severity="warning")
            here = self.changes.chosen
            if self.left_for == (refused[0].change, here.id if here else ""):
                self.changes.go_to(refused[0].change)


def _told(refused: Sequence[Refusal]) -> str:
    first = refused[0]
    if len(refused) > 1:
        return say.some_stay_open(len(refused), first.why)
    return say.BOTH_CHANGED if first.is_conflict else say.stays_open(first.why)


def _blocks(settlement: Settlement, change: Change) -> list[Choice]:
    """Return the blocks of the outline, those a change may belong to by its words first."""
    outline = settlement.outline
    blocks = outline.blocks if outline else ()
    parts = settlement.came[0].exported.parts
    perhaps = [parts[part].block for part in change.home.perhaps]
    order = sorted(blocks, key=lambda block: perhaps.index(block.id) if block.id in perhaps else len(perhaps))
    return [
        Choice(block.id, block.heading or " ".join(block.text.split()) or block_words(settlement, block.id) or block.id)
        for block in order
    ]

"""What can be done to an outline: each command a short act on the chosen block."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from briefing.errors import Place
from briefing.library.authoring import change_outline, drop_outline
from briefing.model import assembling
from briefing.model.card import Card
from briefing.model.finding import Finding
from briefing.model.ids import CardId
from briefing.model.outline import Block, Outline
from briefing.model.placing import add_after
from briefing.model.waiving import Waiver, waive
from briefing.tui.at_desk import desk_of
from briefing.tui.finding import cards_of_kind
from briefing.tui.forms.blocks import block_form, head_form, heading_form, own_words_form
from briefing.tui.screens.asking import Ask
from briefing.tui.screens.findings import FindingsScreen
from briefing.tui.screens.outline_panes import OutlinePanes
from briefing.wording import desk as desk_say
from briefing.wording import outline as say
from briefing.wording import waiving

if TYPE_CHECKING:
    from briefing.library.opened import Outcome


class OutlineActs(OutlinePanes):
    """The commands of the outline screen."""

    def edit(self, after: Outline, label: str, chosen: str = "") -> None:
        """Make an edit: show it at once, save it in its turn."""
        if self.assembly and self.assembly.edit(after, label):
            self.show_outline(chosen)

    def edit_as_seen(self, seen: Outline, make: Callable[[Outline], Outline], label: str, chosen: str = "") -> None:
        """Make an edit that was begun in a form: what others changed since is met when it is saved."""
        step = change_outline(seen, make(seen), label)
        if self.assembly and self.assembly.edit(make(self.outline), label, step):
            self.show_outline(chosen)

    def words_of(self, block: Block) -> str:
        """Return a few words by which a step names a block; never those of a restricted card."""
        card = desk_of(self).library.cards.get(block.evidence)
        if card and card.is_restricted:
            return say.RESTRICTED_CARD
        return block.heading or block.text or (card.claim if card else block.evidence)

    def add(self, block: Block) -> None:
        """Add a block after the chosen one, and choose it."""
        after = add_after(self.outline, block, self.blocks.block_id)
        self.edit(after, say.added(self.words_of(block)), block.id)

    def add_card(self, card: Card) -> None:
        """Add a card after the chosen block."""
        self.add(self.block_for(card))

    # Moving, weighing, dropping.

    def action_move_down(self) -> None:
        """Move the block and what stands under it down."""
        self._move(1)

    def action_move_up(self) -> None:
        """Move the block and what stands under it up."""
        self._move(-1)

    def _move(self, steps: int) -> None:
        if block := self.chosen:
            self.edit(assembling.move(self.outline, block.id, steps), say.moved(self.words_of(block)), block.id)

    def action_level_in(self) -> None:
        """One level deeper."""
        self._level(1)

    def action_level_out(self) -> None:
        """One level less deep."""
        self._level(-1)

    def _level(self, by: int) -> None:
        if block := self.chosen:
            self.edit(assembling.level(self.outline, block.id, by), say.levelled(self.words_of(block)), block.id)

    def action_weigh(self) -> None:
        """Turn the weight to the next."""
        if block := self.chosen:
            self.edit(assembling.weigh(self.outline, block.id), say.weighed(self.words_of(block)), block.id)

    def action_drop(self) -> None:
        """Take the block out; what stood under it comes up a level."""
        if block := self.chosen:
            self.edit(assembling.drop(self.outline, block.id), say.dropped(self.words_of(block)))

    # Writing.

    def action_own_words(self) -> None:
        """Write own words after the chosen block."""
        self.app.push_screen(own_words_form(self.outline, self.blocks.block_id, self._write))

    def action_heading(self) -> None:
        """Put a heading after the chosen block."""
        self.app.push_screen(heading_form(self.outline, self.blocks.block_id, self._write))

    def action_edit_block(self) -> None:
        """Change the block's words."""
        self.edit_block()

    def action_shorten(self) -> None:
        """Write a shorter form of the block."""
        self.edit_block("short")

    def edit_block(self, first: str = "") -> None:
        """Open the form of the chosen block, at a field."""
        if block := self.chosen:
            rewrite = partial(self._rewrite, self.outline)
            self.app.push_screen(block_form(self.outline, block, self.words_of(block), rewrite, first))

    def resume_form(self, draft: str) -> None:
        """Open the form a draft was typed in."""
        kind, _, rest = draft.partition(" ")
        if kind == "block":
            self.show_outline(rest.partition(" ")[0])
            self.edit_block()
        else:
            form = own_words_form if kind == "text" else heading_form
            self.app.push_screen(form(self.outline, draft.rpartition(" after ")[2], self._write))

    def _write(self, block: Block, after: str) -> str:
        """Add a block that was just written."""
        self.edit(add_after(self.outline, block, after), say.added(self.words_of(block)), block.id)
        return block.id

    def _rewrite(self, seen: Outline, block: Block) -> str | None:
        """Put a block back as it was changed; None where it is gone."""
        if self.outline.block(block.id) is None:
            desk_of(self).say(say.BLOCK_GONE, severity="warning")
            return None
        change = partial(assembling.change, block=block)
        self.edit_as_seen(seen, change, say.changed(self.words_of(block)), block.id)
        return block.id

    def action_attack(self) -> None:
        """Choose what they will say."""
        from briefing.tui.dialogs.find_card import FindCard

        desk = desk_of(self)
        theirs = [name for name, kind in desk.library.office.kinds.items() if kind.theirs]
        answers = [cards_of_kind(desk.papers, kind) for kind in theirs]
        attacks = tuple(attack for attacks, _ in answers for attack in attacks)
        find = FindCard(say.WHICH_ATTACK, attacks, is_all=all(is_all for _, is_all in answers))
        self.app.push_screen(find, self._add_attack)

    def _add_attack(self, card_id: str | None) -> None:
        if card_id:
            self.add(Block(assembling.new_block_id(self.outline), attack=CardId(card_id)))

    # Undoing.

    async def action_undo(self) -> None:
        """Undo the last change of this outline, once all changes are saved."""
        if self.assembly:
            self._turned(await self.assembly.undo(), desk_say.undone, say.NOTHING_TO_UNDO)

    async def action_redo(self) -> None:
        """Do again what was undone."""
        if self.assembly:
            self._turned(await self.assembly.redo(), desk_say.done_again, say.NOTHING_TO_REDO)

    def _turned(self, outcome: Outcome | None, words: Callable[[str], str], nothing: str) -> None:
        desk = desk_of(self)
        if outcome is None:
            desk.say(say.NOT_SAVED_YET if self.assembly and self.assembly.waiting else nothing)
            return
        if outcome.saved:
            desk.say(words(outcome.step.label))
        self.show_outline(_touched(outcome, self.outline))
        desk.saved(outcome)

    # Beyond the blocks.

    def action_details(self) -> None:
        """Change title, product, date, slot and the rest of the head."""
        self.app.push_screen(head_form(self.outline, partial(self._rewrite_head, self.outline)))

    def _rewrite_head(self, seen: Outline, changed: Outline) -> None:
        self.edit_as_seen(
            seen, lambda outline: replace(changed, blocks=outline.blocks), say.changed(self.outline.title)
        )

    def action_findings(self) -> None:
        """List what was noticed; enter goes to the block."""
        if not self.found:
            desk_of(self).say(say.NO_FINDINGS if self.found is not None else say.CHECKING)
            return
        self.app.push_screen(FindingsScreen(say.FINDINGS, self.found, say.FINDINGS_HINT, self._let_be), self._go_to)

    def _let_be(self, finding: Finding, waiver: Waiver) -> None:
        block = self.outline.block(finding.block)
        words = self.words_of(block) if block else self.outline.title
        self.edit(waive(self.outline, finding.rule, finding.block, waiver), waiving.label(finding.rule, words))

    def _go_to(self, finding: Finding | None) -> None:
        if finding and self.outline.block(finding.block):
            self.blocks.focus()
            self.show_outline(finding.block)

    async def action_export(self) -> None:
        """Make the Word document, of all that was done so far."""
        from briefing.tui.dialogs.export import ExportScreen

        if self.assembly:
            await self.assembly.drained()
            self.app.push_screen(ExportScreen(self.outline), self._go_to_block)

    def action_read_whole(self) -> None:
        """Read the whole document as it will stand."""
        from briefing.tui.dialogs.whole import WholeScreen

        self.app.push_screen(WholeScreen(self.outline), self._read_whole)

    def _read_whole(self, made: bool | None) -> None:  # noqa: FBT001 - the framework's own shape for an answer
        if made:
            self.call_later(self.action_export)

    def _go_to_block(self, block_id: str | None) -> None:
        if block_id:
            self.blocks.focus()
            self.show_outline(block_id)

    async def action_edit_file(self) -> None:
        """Open the outline's file in the user's own editor, at the block's line."""
        from briefing.tui.editing import edit_in_editor

        if self.assembly:
            await self.assembly.drained()
            key = ("block", f"{self.outline.name}/{self.blocks.block_id}")
            place = desk_of(self).library.places.get(key, Place(self.outline.file, 1))
            edit_in_editor(desk_of(self), place.file, place.line or 1)

    def action_delete_outline(self) -> None:
        """Move the outline to the trash, after asking once."""
        ask = Ask(desk_say.delete_outline(self.outline.title), say.DELETE_DETAIL, desk_say.DELETE, desk_say.KEEP)
        self.app.push_screen(ask, self._answered)

    def _answered(self, yes: bool | None) -> None:  # noqa: FBT001 - the framework's own shape for an answer
        if yes:
            self.call_later(self._delete)

    async def _delete(self) -> None:
        if self.assembly:
            await self.assembly.drained()
            desk = desk_of(self)
            name, title = self.outline.name, self.outline.title
            self.is_leaving = True
            if desk.save(drop_outline(desk.library, name)):
                desk.say(say.deleted(title))
                self.dismiss(None)


def _touched(outcome: Outcome, outline: Outline) -> str:
    """Return the id of a block that a step touched and that is still there."""
    ids = [edit.id for edit in outcome.step.edits if edit.array == "block"]
    return next((block_id for block_id in ids if outline.block(block_id)), "")

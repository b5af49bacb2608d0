"""What stands on the outline screen, and how it is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer

from briefing.errors import BriefingError
from briefing.model.assembling import new_block_id
from briefing.model.card import Card
from briefing.model.dates import spell
from briefing.model.finding import Finding, Severity
from briefing.model.ids import CardId, OutlineName
from briefing.model.library import Library
from briefing.model.outline import Block, Outline
from briefing.model.placing import add_after
from briefing.tui.assembly import Assembly
from briefing.tui.at_desk import desk_of
from briefing.tui.pages.preview_page import empty_page, preview_page
from briefing.tui.widgets.adding import AddingPane
from briefing.tui.widgets.literal import Look, Run, literal
from briefing.tui.widgets.outline_list import OutlineList
from briefing.tui.widgets.outline_rows import rows_of
from briefing.tui.widgets.page import Page
from briefing.tui.widgets.reader import Reader
from briefing.tui.widgets.slot_bar import Gauge, SlotBar
from briefing.tui.widgets.status_line import StatusLine
from briefing.wording import outline as say

if TYPE_CHECKING:
    from briefing.speech.timing import Timing

SOON = 0.03
"""Seconds without a move after which the preview follows."""
IDLE = 0.3
"""Seconds without an edit after which the findings are counted anew."""


class Preview(Reader, can_focus=False):
    """The reader beside the search: the wheel scrolls it, no key stops there."""


class OutlinePanes(Screen[None]):
    """The panes of one outline, and the assembly behind them."""

    class Checked(Message):
        """The outline's findings were worked out."""

        def __init__(self, outline: Outline, findings: tuple[Finding, ...]) -> None:
            """Say for which state of the outline."""
            super().__init__()
            self.outline = outline
            self.findings = findings

    def __init__(self, name: OutlineName, draft: str = "", *, at: str = "") -> None:
        """Show the outline of that name; `draft` names what was being typed in it when the desk fell, `at` a block."""
        super().__init__()
        self.at = at
        self.name_of_outline = name
        self.draft = draft
        self.is_leaving = False
        self.assembly: Assembly | None = None
        self.found: tuple[Finding, ...] | None = None
        self._timing: Timing | None = None
        self._soon: Timer | None = None
        self._idle: Timer | None = None

    @property
    def outline(self) -> Outline:
        """The outline as it stands on the screen."""
        if self.assembly:
            return self.assembly.outline
        return Outline(self.name_of_outline, self.name_of_outline, "briefing")

    @property
    def blocks(self) -> OutlineList:
        """The outline at the right."""
        return self.query_one(OutlineList)

    @property
    def files_shown(self) -> frozenset[str]:
        """The files of the library whose words are on the screen, beside those of the cards shown."""
        return frozenset({f"outlines/{self.name_of_outline}.toml"})

    @property
    def cards_shown(self) -> frozenset[str]:
        """The cards of the outline, of which its times are made too, and those in the list of hits."""
        return self.evidence.results.in_view | self._held

    @property
    def _held(self) -> frozenset[str]:
        """The cards the outline holds."""
        return frozenset(block.evidence for block in self.outline.blocks if block.evidence)

    @property
    def evidence(self) -> AddingPane:
        """The search at the left."""
        return self.query_one(AddingPane)

    @property
    def preview(self) -> Preview:
        """The block as it will read."""
        return self.query_one(Preview)

    @property
    def chosen(self) -> Block | None:
        """The chosen block."""
        return self.outline.block(self.blocks.block_id)

    def show_outline(self, chosen: str = "") -> None:
        """Show the outline as it is now, with a block chosen."""
        from briefing.speech.timing import time_outline

        library = desk_of(self).library
        self._timing = timing = time_outline(self.outline, library)
        seconds = {block: time.seconds for block, time in timing.blocks.items()}
        self.blocks.show_outline(rows_of(self.outline, library, seconds), chosen or self.blocks.block_id)
        self.evidence.hits.mark(self._held)
        self.query_one("#empty").display = not self.outline.blocks
        self._show_head()
        self.show_gauge()
        self.preview_soon()
        self.check_soon()

    def show_gauge(self) -> None:
        """Show how much of the slot is used, and how many findings there are."""
        timing, found = self._timing, self.found
        if timing:
            stops = sum(finding.severity is Severity.STOP for finding in found or ())
            count = None if found is None else len(found)
            day = "" if self.outline.date == date.min else spell(self.outline.date)
            facts = say.facts(self.outline.product, day, self.outline.event)
            times = (timing.needed, timing.least, timing.most, timing.allowed)
            self.query_one(SlotBar).show(Gauge(facts, timing.words, *times, count, stops))

    def _show_head(self) -> None:
        state = say.SAVED
        if self.assembly and self.assembly.waiting:
            state = say.UNSAVED if self.assembly.is_held else say.SAVING
        look = Look.BAD if state == say.UNSAVED else Look.SOFT
        self.query_one(StatusLine).show((Run(f" {self.outline.title}", Look.STRONG),), (Run(f"{state} ", look),))
        self._show_left()

    def _show_left(self) -> None:
        """Show how many blocks there are, and how long what follows the chosen one takes."""
        left = self._timing.left.get(self.blocks.block_id) if self._timing else None
        count = say.blocks(len(self.outline.blocks))
        told = count if left is None else f"{count} · {say.follows(left)}"
        self.query_one("#outline-pane").border_subtitle = literal(told)

    @property
    def is_settled(self) -> bool:
        """Whether all that was done is saved and shown: for whoever must wait, as the stories do."""
        return self._soon is None and not (self.assembly and self.assembly.waiting and not self.assembly.is_held)

    # The preview.

    def preview_soon(self) -> None:
        """Show what is chosen as it will read, once the keys rest."""
        if self._soon:
            self._soon.stop()
        self._soon = self.set_timer(SOON, self._show_preview)

    def _show_preview(self) -> None:
        self._soon = None
        self._show_left()
        page = self._preview_of_hit() if self.evidence.box.has_focus else self._preview_of_block()
        self.preview.show(page)

    def _preview_of_block(self) -> Page:
        return self._read(self.outline, self.blocks.block_id) if self.chosen else empty_page(say.NO_PREVIEW)

    def _preview_of_hit(self) -> Page:
        """Return the chosen hit as it would read if it were added now."""
        card = desk_of(self).library.cards.get(self.evidence.card_id)
        if card is None:
            return self._preview_of_block()
        block = self.block_for(card)
        page = self._read(add_after(self.outline, block, self.blocks.block_id), block.id)
        return replace(page, title=say.PREVIEW_OF_HIT, key=f"card:{card.id}")

    def _read(self, outline: Outline, block_id: str) -> Page:
        from briefing.document.composing import compose

        library = desk_of(self).library
        block = outline.block(block_id)
        card = library.cards.get(block.evidence) if block else None
        if card and card.is_restricted:
            return empty_page(say.RESTRICTED)
        try:
            document = compose(outline, library)
        except BriefingError as error:
            return empty_page(str(error))
        shown = {each.id for each in outline.branch(block_id)} if block and block.heading else {block_id}
        paragraphs = [each for each in document.paragraphs() if each.block in shown]
        return preview_page(paragraphs, f"block:{block_id}") if paragraphs else empty_page(say.NOT_PRINTED)

    def block_for(self, card: Card) -> Block:
        """Return a new block for a card: an attack where it is the other side's claim."""
        kind = desk_of(self).library.office.kinds.get(card.kind)
        new = new_block_id(self.outline)
        return Block(new, attack=card.id) if kind and kind.theirs else Block(new, card=CardId(card.id))

    # The findings.

    def check_soon(self) -> None:
        """Count the findings anew, once the edits rest."""
        if self._idle:
            self._idle.stop()
        self._idle = self.set_timer(IDLE, lambda: self._check(self.outline, desk_of(self).library))

    # A description of its own: the framework would write out the whole outline for one.
    @work(thread=True, exclusive=True, group="findings", exit_on_error=False, description="the findings of an outline")
    def _check(self, outline: Outline, library: Library) -> None:
        from briefing.rules.gate import check_outline

        findings = check_outline(outline, library, datetime.now().astimezone())
        self.post_message(self.Checked(outline, findings))

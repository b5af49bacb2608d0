"""The outline screen: evidence at the left, what is being assembled at the right, and the block as it will read."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.widgets import Static

from briefing.model.finding import gravest
from briefing.model.history import Step
from briefing.model.library import Library
from briefing.tui import outline_draft
from briefing.tui.assembly import Assembly, Failed, LeftToThem, Settled
from briefing.tui.at_desk import desk_of
from briefing.tui.bindings import bindings
from briefing.tui.commands import Place
from briefing.tui.dialogs.conflict import ConflictScreen
from briefing.tui.dialogs.reading import ReadScreen
from briefing.tui.screens.outline_fitting import OutlineFitting
from briefing.tui.screens.outline_panes import Preview
from briefing.tui.widgets.adding import AddingPane
from briefing.tui.widgets.evidence import EvidencePane
from briefing.tui.widgets.key_line import KeyLine
from briefing.tui.widgets.literal import literal
from briefing.tui.widgets.outline_list import OutlineList
from briefing.tui.widgets.reader import Reader
from briefing.tui.widgets.slot_bar import SlotBar
from briefing.tui.widgets.status_line import StatusLine
from briefing.tui.widgets.virtual_list import VirtualList
from briefing.wording import outline as say

BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
"""From how many columns on there are two panes side by side."""


class OutlineScreen(OutlineFitting):
    """Assemble an outline. Where there is no room for two panes, the one with the focus is shown."""

    CSS_PATH = "../styles/outline.tcss"
    BINDINGS = bindings(Place.BLOCKS, Place.OUTLINE)
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS

    def compose(self) -> ComposeResult:
        """Put the head at the top, the keys at the bottom, and three panes between."""
        with Container(id="head"):
            yield StatusLine()
            yield SlotBar()
        with Container(id="outline-panes"):
            yield AddingPane(id="adding")
            with Vertical(id="outline-pane", classes="pane"):
                yield Static(say.EMPTY, id="empty", markup=False)
                yield OutlineList(id="blocks")
            yield Preview(id="preview", classes="pane")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Follow the library, and begin where one types, or at the block one came for."""
        self.query_one("#outline-pane").border_title = literal(say.OUTLINE)
        desk_of(self).library_changed.subscribe(self, self._library_changed)
        self._library_changed(desk_of(self).library)
        if self.at:
            self._go_to_block(self.at)
        else:
            self.evidence.box.focus()

    def on_unmount(self) -> None:
        """Let nothing go unsaved."""
        if self.assembly:
            self.assembly.close()

    # Following the library.

    def _library_changed(self, library: Library) -> None:
        opened = desk_of(self).papers.opened
        outline = library.outline(self.name_of_outline)
        if self.assembly is None and opened and outline:
            self.assembly = Assembly(opened, outline, self.post_message)
            self.call_after_refresh(self._bring_back)
        elif self.assembly and outline is None and not self.is_leaving:
            self._gone()
            return
        elif self.assembly:
            self.assembly.catch_up()
        if self.assembly:
            self.evidence.browse(library.listing())
            self.evidence.search_again()
            self.show_outline()

    def _bring_back(self) -> None:
        """Take up again what could not be saved, or the form one was typing in."""
        kept = outline_draft.kept_outline(desk_of(self), self.outline)
        if kept:
            self.edit(kept, say.BROUGHT_BACK)
            desk_of(self).say(say.BROUGHT_BACK)
        elif self.draft:
            self.resume_form(self.draft)

    def _gone(self) -> None:
        self.is_leaving = True
        desk_of(self).say(say.GONE, severity="warning")
        self._leave_gone()

    def on_screen_resume(self) -> None:
        """Leave an outline that went while one was busy with something on top of it."""
        self._leave_gone()

    def _leave_gone(self) -> None:
        if self.is_leaving and self.is_active and desk_of(self).library.outline(self.name_of_outline) is None:
            self.dismiss(None)

    @on(Settled)
    def _settled(self, event: Settled) -> None:
        if event.outcome.saved:
            desk_of(self).saved(event.outcome)
            if self.assembly and not self.assembly.waiting:
                outline_draft.discard_outline(desk_of(self), self.outline)
            return
        self.show_outline()
        outline_draft.keep_outline(desk_of(self), self.outline)
        self.app.push_screen(ConflictScreen(event.outcome, self._settle))

    def _settle(self, step: Step | None) -> bool:
        if self.assembly:
            self.assembly.instead(step)
        return True

    @on(LeftToThem)
    def _left_to_them(self) -> None:
        outline_draft.discard_outline(desk_of(self), self.outline)
        self._library_changed(desk_of(self).library)

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        desk_of(self).tell(event.error)
        self.show_outline()
        outline_draft.keep_outline(desk_of(self), self.outline)

    # Searching and adding.

    @on(EvidencePane.Chosen)
    def _hit_chosen(self, event: EvidencePane.Chosen) -> None:
        card = desk_of(self).library.cards.get(event.card_id)
        if card:
            self.add_card(card)
            self.evidence.type_on()

    @on(EvidencePane.Highlighted)
    def _hit_moved(self) -> None:
        self.preview_soon()

    @on(EvidencePane.Left)
    def _search_left(self) -> None:
        self.blocks.focus()

    @on(VirtualList.Moved, "#blocks")
    def _block_moved(self) -> None:
        self.preview_soon()

    @on(VirtualList.Opened, "#blocks")
    def _block_opened(self) -> None:
        block = self.chosen
        card = desk_of(self).library.cards.get(block.evidence) if block else None
        if card:
            self.app.push_screen(ReadScreen(card.id))
        else:
            self.edit_block()

    @on(Reader.Followed, "#preview")
    def _followed(self, event: Reader.Followed) -> None:
        from briefing.tui.following import open_address

        if event.target.startswith("url:"):
            open_address(desk_of(self), event.target.removeprefix("url:"))

    @on(OutlineFitting.Checked)
    def _checked(self, event: OutlineFitting.Checked) -> None:
        if event.outline is self.outline:
            self.found = event.findings
            self.blocks.mark(gravest(event.findings))
            self.show_gauge()

    # Going from pane to pane.

    def on_descendant_focus(self) -> None:
        """Show the pane with the focus where there is room for one, and what belongs to it."""
        self.set_class(self.blocks.has_focus, "-assembling")
        self.preview_soon()

    def action_search(self) -> None:
        """Go to the search box, what is in it selected."""
        self.evidence.box.focus()
        self.evidence.type_on()

    def action_other_pane(self) -> None:
        """Go from the search to the outline, or back."""
        if self.blocks.has_focus:
            self.action_search()
        else:
            self.blocks.focus()

    async def action_leave_outline(self) -> None:
        """Go back to the desk, once all is saved."""
        if self.assembly:
            await self.assembly.drained()
        self.dismiss(None)

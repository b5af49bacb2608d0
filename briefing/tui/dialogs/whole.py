"""The whole document as it will read, with about how many pages it fills, over whatever one is doing."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.errors import BriefingError
from briefing.model.outline import Outline
from briefing.tui.at_desk import desk_of
from briefing.tui.following import open_address
from briefing.tui.pages.document_page import document_page
from briefing.tui.pages.preview_page import empty_page
from briefing.tui.widgets.literal import literal
from briefing.tui.widgets.page import Page
from briefing.tui.widgets.reader import Reader
from briefing.wording import outline as say


class WholeScreen(ModalScreen[bool]):
    """Sets the document in a thread and shows it. It ends with whether it is to be made as it reads."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,r", "leave", show=False),
        Binding("x", "export", show=False),
    ]

    class Composed(Message):
        """The document is set, or it is said why it cannot be."""

        def __init__(self, page: Page) -> None:
            """Carry the page to show."""
            super().__init__()
            self.page = page

    def __init__(self, outline: Outline) -> None:
        """Show what an outline becomes, as it stands."""
        super().__init__()
        self._outline = outline

    def compose(self) -> ComposeResult:
        """Lay the document on a sheet."""
        with Vertical(classes="sheet tall wide"):
            yield Reader(id="reading")
            yield Static(say.WHOLE_HINT, classes="hint", markup=False)

    def on_mount(self) -> None:
        """Say that it is being set, and begin."""
        self.query_one(Reader).show(empty_page(say.COMPOSING))
        self._set()

    @work(thread=True, exclusive=True, group="whole", exit_on_error=False)
    def _set(self) -> None:
        from briefing.document.composing import compose
        from briefing.word.lengths import length_findings
        from briefing.word.pages import estimate_pages
        from briefing.word.template.opening import chosen_template, open_template

        desk = desk_of(self)
        try:
            document = compose(self._outline, desk.library)
            template = open_template(document, chosen_template(document.layout, desk.papers.folder))
            pages = estimate_pages(document, template.word)
        except BriefingError as error:
            self.post_message(self.Composed(empty_page(str(error))))
        else:
            noticed = tuple(length_findings(document, pages))
            self.post_message(self.Composed(document_page(document, pages.count, pages.of_block, noticed)))

    @on(Composed)
    def _show(self, event: Composed) -> None:
        self.query_one(".sheet").border_title = literal(event.page.title)
        self.query_one(Reader).show(event.page)

    @on(Reader.Followed)
    def _followed(self, event: Reader.Followed) -> None:
        kind, _, address = event.target.partition(":")
        if kind == "url":
            open_address(desk_of(self), address)

    def action_leave(self) -> None:
        """Put the document away."""
        self.dismiss(False)  # noqa: FBT003 - the result of the screen

    def action_export(self) -> None:
        """Put it away, and make the Word document."""
        self.dismiss(True)  # noqa: FBT003 - the result of the screen

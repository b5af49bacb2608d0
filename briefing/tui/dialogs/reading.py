"""A card over whatever one is doing, whole, its links to be followed and come back from."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.tui.at_desk import desk_of
from briefing.tui.following import open_address
from briefing.tui.pages.card_page import card_page
from briefing.tui.screens.asking import Ask
from briefing.tui.widgets.literal import literal
from briefing.tui.widgets.reader import Reader
from briefing.wording import desk as desk_say
from briefing.wording import outline as say


class ReadScreen(ModalScreen[None]):
    """Reads a card; a restricted one asks first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", show=False),
        Binding("backspace", "back", show=False),
    ]

    def __init__(self, card_id: str) -> None:
        """Read the card of that id."""
        super().__init__()
        self._trail = [card_id]
        self._opened: set[str] = set()

    @property
    def cards_shown(self) -> frozenset[str]:
        """The card that is read."""
        return frozenset(self._trail[-1:])

    def compose(self) -> ComposeResult:
        """Lay the card on a sheet."""
        with Vertical(classes="sheet tall wide"):
            yield Reader(id="reading")
            yield Static(say.READING_HINT, classes="hint", markup=False)

    def on_mount(self) -> None:
        """Show the card."""
        self._show()

    def _show(self) -> None:
        library = desk_of(self).library
        card = library.cards.get(self._trail[-1])
        if card:
            page = card_page(card, library, lambda _: (), opened=card.id in self._opened)
            self.query_one(".sheet").border_title = literal(page.title)
            self.query_one(Reader).show(page)

    @on(Reader.Followed)
    def _followed(self, event: Reader.Followed) -> None:
        kind, _, name = event.target.partition(":")
        card = desk_of(self).library.cards.get(self._trail[-1])
        if kind == "card":
            self._trail.append(name)
            self._show()
        elif kind == "url":
            open_address(desk_of(self), name)
        elif not kind and card and card.is_restricted:
            self._ask(card.id)

    def _ask(self, card_id: str) -> None:
        def answered(yes: bool | None) -> None:  # noqa: FBT001 - the framework's own shape for an answer
            if yes:
                self._opened.add(card_id)
                self._show()

        self.app.push_screen(
            Ask(desk_say.OPEN_RESTRICTED, desk_say.OPEN_RESTRICTED_WHY, desk_say.SHOW_IT, desk_say.KEEP_SHUT), answered
        )

    def action_back(self) -> None:
        """Go back to the card one came from."""
        if len(self._trail) > 1:
            self._trail.pop()
            self._show()
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Put the card away."""
        self.dismiss(None)

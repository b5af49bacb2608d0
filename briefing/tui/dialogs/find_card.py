"""Finding one card: the evidence pane over whatever one is doing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from briefing.model.card import Listed
from briefing.tui.at_desk import desk_of
from briefing.tui.widgets.evidence import EvidencePane
from briefing.tui.widgets.literal import literal


class FindCard(ModalScreen[str | None]):
    """Search, choose, enter: ends with the card's id, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]
    CSS = "FindCard .pane, FindCard .pane:focus-within { border: none; padding: 0; background: $surface; }"

    def __init__(self, title: str, cards: Sequence[Listed] = (), *, is_all: bool = True) -> None:
        """Offer these cards while nothing is typed, whether or not they are all that fit; all cards without them."""
        super().__init__()
        self._title = title
        self._cards, self._is_all = cards, is_all

    @property
    def cards_shown(self) -> frozenset[str]:
        """The cards in the list."""
        return self.query_one(EvidencePane).results.in_view

    def compose(self) -> ComposeResult:
        """Put the evidence pane on a sheet."""
        with Vertical(classes="sheet tall wide") as sheet:
            sheet.border_title = literal(self._title)
            yield EvidencePane(id="find")

    def on_mount(self) -> None:
        """Begin in the search box."""
        pane = self.query_one(EvidencePane)
        pane.browse(self._cards or desk_of(self).library.listing(), is_all=self._is_all)
        pane.box.focus()

    @on(EvidencePane.Chosen)
    def _chosen(self, event: EvidencePane.Chosen) -> None:
        self.dismiss(event.card_id)

    @on(EvidencePane.Left)
    def _left(self) -> None:
        self.dismiss(None)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

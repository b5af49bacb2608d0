"""How a card comes to be checked at the desk: asked about, filled in where something is wanted, asked about again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.wording import standing as say

if TYPE_CHECKING:
    from briefing.tui.app import Desk
    from briefing.tui.dialogs.check_card import Signed


def ask_to_check(desk: Desk, card_id: str, then: Callable[[], None] = lambda: None) -> None:
    """Ask about a card as it is now; where something is wanted first, go to its form, and ask again after that.

    `then` is what comes after, whether the check was saved or left.
    """
    from briefing.catalogue.kept import KeptTexts
    from briefing.tui.dialogs.check_card import CheckCard

    library = desk.library
    card = library.cards.get(card_id)
    if card is None:
        desk.say(say.NO_LONGER_THERE)
        return

    def answered(answer: Signed | str | None) -> None:
        if isinstance(answer, str):
            _fill_in(desk, card_id, answer, then)
        elif answer is None or _save(desk, answer):
            then()

    desk.push_screen(CheckCard(card, library, KeptTexts(library, desk.papers.folder).compare(card)), answered)


def _save(desk: Desk, signed: Signed) -> bool:
    """Save a check; where that failed, which was said, nothing comes after it."""
    saved = desk.save(signed.step)
    if saved:
        desk.prefer(last_checker=signed.by)
        desk.say(say.recorded(signed.by))
    return saved


def _fill_in(desk: Desk, card_id: str, wanted: str, then: Callable[[], None]) -> None:
    """Open the form of a card at a field; after that, ask about the card again."""
    from briefing.tui.forms.form import Form
    from briefing.tui.forms.subjects import card_form

    library = desk.library
    card = library.cards.get(card_id)
    if card:
        form = card_form(library, library.home_name(card_id), card)
        at_field = Form(replace(form.subject, first=wanted))
        desk.push_screen(at_field, lambda _: ask_to_check(desk, card_id, then))

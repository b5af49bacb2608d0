"""What is said once a card is changed: where it is used, and whether its check is void now."""

from __future__ import annotations

from briefing.cli.output import say
from briefing.model.card import Card
from briefing.model.library import Library
from briefing.wording import commands as words


def tell_changed(before: Card, library: Library) -> None:
    """Say what became of a card by a change."""
    after = library.cards.get(before.id, before)
    if before.standing == "checked" and after.status == "checked" and after.standing != "checked":
        say(words.CHECK_VOID)
    outlines = library.uses(before.id)
    if outlines and after != before:
        say(words.used_in([outline.name for outline in outlines]))

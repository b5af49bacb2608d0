"""Marking a card as checked from the command line, by the same rules as at the desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from briefing.model.card import Card
from briefing.model.entries import read_card
from briefing.model.history import Step

if TYPE_CHECKING:
    from briefing.library.opened import OpenLibrary

Values = Mapping[str, object | None]


def checked_values(
    values: Values, opened: OpenLibrary, by: str | None, step: Callable[[Values], Step], before: Card | None = None
) -> Values:
    """Return the values of a card with the record of the check they ask for; raises Unready.

    `step` makes the step that values lead to. Nobody is taken to have checked it who was not named.
    """
    if "status" not in values and "checked" not in values:
        return values
    from briefing.catalogue.kept import KeptTexts
    from briefing.evidence.recording import Checker, with_check

    def made(asked: Values) -> Card:
        return read_card(step(asked).edits[0].after or {})

    texts = KeptTexts(opened.library, opened.folder)
    checker = Checker(by or "", datetime.now(UTC).astimezone().date(), lambda card: texts.compare(card).result)
    return with_check(values, made, opened.library, checker, before.status if before else "")

"""Marking a card as checked in its form: by the same rules as everywhere, and only with a name that was typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.library.values import WrongField
from briefing.model.card import Card
from briefing.model.entries import read_card
from briefing.model.history import Step
from briefing.tui.forms.subject import Changes

if TYPE_CHECKING:
    from briefing.model.library import Library


def checked_changes(
    changes: Changes, library: Library, folder: Path, step: Callable[[Changes], Step], status: str = ""
) -> Changes:
    """Return the changes of a card with the record of the check they ask for; raises WrongField.

    `step` makes the step that changes lead to, and `status` is the one the card has.
    """
    if "status" not in changes and "checked" not in changes:
        return changes
    from briefing.catalogue.kept import KeptTexts
    from briefing.evidence.recording import Checker, Unready, with_check

    def made(asked: Changes) -> Card:
        return read_card(step(asked).edits[0].after or {})

    texts = KeptTexts(library, folder)
    today = date.today()  # noqa: DTZ011 - the user's own day
    try:
        return with_check(changes, made, library, Checker("", today, lambda card: texts.compare(card).result), status)
    except Unready as error:
        raise WrongField(error.field, error.what, error.hint) from error

"""Marking a card as checked among other changes: refused while it lacks something, else recorded with who and when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from briefing.errors import BadInput
from briefing.evidence.checking import CHECKED, check, find_lacking
from briefing.model.card import Card
from briefing.model.library import Library
from briefing.wording import standing as say

Values = Mapping[str, object | None]
"""Fields and what they are to hold; None takes a field away."""


class Unready(BadInput):
    """A card that cannot be marked as checked yet, and the first field that keeps it from that."""

    def __init__(self, field: str, what: str, hint: str) -> None:
        """Keep the field's name, so that a form can say it in the right place."""
        super().__init__(what, hint=hint)
        self.field = field


@dataclass(frozen=True, slots=True)
class Checker:
    """Who checks, on which day, and what finds of a card how its exact words stand in the kept text (`Words`)."""

    by: str
    on: date
    compare: Callable[[Card], str]


def with_check(
    values: Values, made: Callable[[Values], Card], library: Library, checker: Checker, status: str = ""
) -> Values:
    """Return the values to be saved, with the record of the check that they ask for; the same where they ask for none.

    `made` makes the card that values lead to, and `status` is what it has so far. Raises Unready where the card lacks
    something, or nobody says who checked it.
    """
    if values.get("status", status) != CHECKED or not (values.get("status") or values.get("checked")):
        return values
    plain = {name: value for name, value in values.items() if name not in {"status", "checked"}}
    card = made({**plain, "status": None, "checked": None})
    refuse_unready(card, library, checker)
    who, on = _typed(values, checker)
    if not who:
        raise Unready("checked", say.WHO_CHECKED, say.WHO_CHECKED_HINT)
    recorded = check(card, library.source_of(card), who, on)
    return {**plain, "status": CHECKED, "checked": dict(recorded.checked)}


def refuse_unready(card: Card, library: Library, checker: Checker) -> None:
    """Raise Unready where a card lacks something that its check needs."""
    lacking = find_lacking(card, library, checker.compare(card))
    if lacking:
        told = say.cannot_be_checked([each.wanted for each in lacking])
        raise Unready(lacking[0].field, told, say.LACKING_HINT)


def _typed(values: Values, checker: Checker) -> tuple[str, date]:
    """Return who checked it and when: what was typed into the field, else the checker and the day."""
    typed = values.get("checked")
    held: Mapping[str, object] = typed if isinstance(typed, Mapping) else {}
    on = held.get("on")
    return str(held.get("by") or checker.by).strip(), on if isinstance(on, date) else checker.on

"""The smaller print of a card: scope, dates, votes, proceedings, handling and tags, each on a line of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from briefing.model.card import Card
from briefing.model.dates import spell
from briefing.tui.widgets.literal import Look, Run
from briefing.tui.widgets.page import Par, labelled
from briefing.wording import desk as wording


def details(card: Card) -> Iterator[Par]:
    """The lines that are not empty, with their labels."""
    warned = {wording.EMBARGO, wording.CARE, wording.PROCEEDINGS}
    for label, text in _lines(card):
        if text:
            yield labelled(Run(label, Look.WARN if label in warned else Look.SOFT), (Run(text),))


def _lines(card: Card) -> Iterator[tuple[str, str]]:
    yield wording.SCOPE, " · ".join(part for part in (card.of, card.unit, card.place, card.period) if part)
    yield wording.DATES, _dates(card)
    yield wording.FORMULA, card.formula
    yield wording.SEARCHED, card.search_log
    yield wording.VOTE, table(card.division)
    yield wording.PROCEEDINGS, table(card.proceedings)
    yield wording.CONSENT, table(card.consent)
    yield wording.EMBARGO, spell(card.embargo) if card.embargo else ""
    yield wording.CARE, ", ".join(card.flags)
    yield wording.FOLLOW_UP, ", ".join(part for part in (card.owner, spell(card.due) if card.due else "") if part)
    yield wording.TAGS, ", ".join((*card.tags, *card.topics))


def _dates(card: Card) -> str:
    as_of = f"true on {spell(card.as_of)}" if card.as_of else ""
    review = f"look again after {spell(card.review_after)}" if card.review_after else ""
    return "; ".join(part for part in (as_of, review) if part)


def table(values: Mapping[str, object]) -> str:
    """Return a table of further fields as one line."""
    return ", ".join(f"{name.replace('_', ' ')} {_value(value)}" for name, value in values.items())


def _value(value: object) -> str:
    if isinstance(value, date):
        return spell(value)
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)

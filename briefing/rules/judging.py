"""What the rules say of an outline: its passages, read by the rules for the type of document it becomes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from briefing.document.composing import find_product
from briefing.model.dates import first_day
from briefing.model.finding import Finding
from briefing.model.library import Library
from briefing.model.outline import Outline
from briefing.rules.engine import Reading, find_breaches
from briefing.rules.named import CHECKS
from briefing.rules.passages import passages_of
from briefing.rules.reading import shipped_rules
from briefing.rules.rule import Rule

SPEECH = "speech"
"""The type of document whose words are those that are said."""


def judge(outline: Outline, library: Library, on: date, rules: Iterable[Rule] | None = None) -> tuple[Finding, ...]:
    """Return what the rules notice in an outline as the product it names; raises NotFound where there is no such.

    It is read as on its own date, or `on` where it has none; by the shipped rules, where none are given.
    """
    document = find_product(outline.product).type
    passages = passages_of(outline, library, is_spoken=document == SPEECH)
    reading = Reading(outline, library, document, _day_of(outline, on), passages)
    return find_breaches(reading, shipped_rules() if rules is None else rules, CHECKS)


def _day_of(outline: Outline, on: date) -> date:
    """Return the day a document is said or sent; a year or a month begins on its first."""
    if outline.date == date.min:
        return on
    try:
        return first_day(outline.date)
    except ValueError:
        return on

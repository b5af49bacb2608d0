"""Claims to have voted: whether the division is known."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.rules.engine import Hit, Reading, is_excused
from briefing.rules.named.evidence import find_own
from briefing.rules.named.settings import pattern_of
from briefing.rules.passages import Words
from briefing.rules.rule import Rule


def find_undivided(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield where a vote is claimed, and neither the card nor the words tell the division; one a passage."""
    voted, division = pattern_of(rule, "voted"), pattern_of(rule, "division")
    for passage in find_own(reading, rule):
        if passage.words is Words.EXACT or (passage.card and passage.card.division.get("number")):
            continue
        found = voted.search(passage.text)
        if found and not division.search(passage.text) and not is_excused(reading, rule, passage, *found.span()):
            yield Hit(passage, *found.span())

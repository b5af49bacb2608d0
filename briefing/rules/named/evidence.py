"""The link from what is said to the card it rests on: which passages have one, and which only say what not to say."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.rules.engine import Reading, passages_for
from briefing.rules.named.settings import texts_of
from briefing.rules.passages import Passage, Words
from briefing.rules.rule import Rule


def find_own(reading: Reading, rule: Rule) -> Iterator[Passage]:
    """Yield what the Member says as a fact: not the other side's words, nor a section of what not to say."""
    warned = _warned(reading, rule)
    for passage in passages_for(reading, rule):
        if passage.is_said and not passage.is_theirs and not (passage.block and passage.block.id in warned):
            yield passage


def find_resting(reading: Reading, rule: Rule) -> Iterator[Passage]:
    """Yield the same where it rests on a card, in our words."""
    return (one for one in find_own(reading, rule) if one.card and one.words is not Words.EXACT)


def _warned(reading: Reading, rule: Rule) -> frozenset[str]:
    """Return the blocks of sections that the rule leaves alone, by the parts it names in `not_under`."""
    parts = texts_of(rule.settings, "not_under") if "not_under" in rule.settings else ()
    found, part = set(), ""
    for block in reading.outline.blocks if parts else ():
        if block.heading:
            part = block.part or (part if block.level > 1 else "")
        if part in parts:
            found.add(block.id)
    return frozenset(found)

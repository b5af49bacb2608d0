"""No text is so made that reading it by a rule does not end: a rule that took its square would not be done today."""

from __future__ import annotations

import pytest

from briefing.rules.engine import find_breaches
from briefing.rules.named import CHECKS
from briefing.rules.reading import shipped_rules
from briefing.rules.rule import Rule
from briefing.rules.sentences import find_quoted, find_sentences
from tests.rules.hostile import LENGTH, hostile_texts, reading_for

TOO_LONG = 10 * LENGTH
"""Characters: at this length what grows with the square of it takes hours."""
MOST = 501
"""What a rule says of one document, at most."""


@pytest.mark.parametrize("rule", shipped_rules(), ids=lambda rule: rule.id)
def test_a_rule_comes_to_an_end_with_every_text(rule: Rule) -> None:
    for text in hostile_texts(rule):
        found = find_breaches(reading_for(rule, text), [rule], CHECKS)
        assert len(found) <= MOST, text[:40]


@pytest.mark.parametrize("unit", [".", '"', "\u201c", "\u2018", ".)", "\n ", "a. ", "\u201ca\u201c", "e.g. "])
def test_sentences_and_quotations_are_found_in_every_text(unit: str) -> None:
    text = (unit * TOO_LONG)[:TOO_LONG]
    assert all(0 <= start < end <= TOO_LONG for start, end in (*find_sentences(text), *find_quoted(text)))

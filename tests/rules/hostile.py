"""Texts that are made to cost time: long, monotonous, and always nearly what a rule looks for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice

from briefing.rules.engine import Reading
from briefing.rules.measuring import reading_of, type_of
from briefing.rules.rule import Rule
from tests.rules.trials import SAID_ON, house

LENGTH = 100_000
"""Characters."""
MONOTONOUS = (
    *("a", "a ", "A ", "2 ", "5% ", "\n", '"', "\u201c", "\u2018", "(", "[(", ".", ". ", "x. "),
    *("The Minister ", "right hon. ", "the Minister is a ", "he was been ", "they have now just ", "lied ", "lies "),
    *("you ", "Party ", "Member for ", "the hon. Member for Westmarch and ", "Garrick ", "Mr Garrick "),
    *(
        "Tomas Garrick, ",
        "Minister for Bridges, Tomas Garrick, ",
        "Lord ",
        "Harbour ",
        "Harbour Inquri ",
        "deliberately ",
    ),
)


def hostile_texts(rule: Rule, length: int = LENGTH) -> Iterator[str]:
    """Yield texts of that length, among them what the rule is tried on, again and again."""
    for unit in (*MONOTONOUS, *(f"{trial.text} " for trial in (*rule.test_hit, *rule.test_miss))):
        if unit.strip() or unit == "\n":
            yield "".join(islice(cycle(unit), length))


def reading_for(rule: Rule, text: str) -> Reading:
    """Return a text as one block of a document the rule runs on."""
    return reading_of([text], type_of(rule), house(), SAID_ON)

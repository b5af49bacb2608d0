"""How often the rules fire on what was really said: Hansard is policed already, so what fires there is an alarm."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefing.model.finding import Severity
from briefing.model.office import Office
from briefing.rules.hansard import read_contributions
from briefing.rules.measuring import Measured, measure
from briefing.rules.reading import shipped_rules
from briefing.speech.hansard import Contribution
from tests.rules.trials import SAID_ON, house

OFTEN = 1 / 100
"""Contributions in which a rule of order or naming may warn."""


def test_each_rule_and_each_contribution_is_taken_alone() -> None:
    said = [
        Contribution(("The Minister lied.", "He lied to the House.")),
        Contribution(("Will you answer?",)),
        Contribution(("If you are ill, you wait.",)),
        Contribution(("Mr Speaker, I am grateful.",)),
    ]
    found = {one.rule.id: (len(one.fired), one.noted, one.rate) for one in measure_all(said)}
    assert found["ORD-01"] == (1, 0, 0.25)
    assert found["ORD-12"] == (1, 1, 0.25)
    assert found["REF-03"] == (0, 0, 0.0)


def test_nothing_that_was_said_is_no_rate() -> None:
    assert all(one.rate == 0 for one in measure_all([]))


def measure_all(said: list[Contribution]) -> tuple[Measured, ...]:
    return measure(said, shipped_rules(), house(), SAID_ON)


@pytest.fixture(scope="module")
def said(fixtures_folder: Path) -> tuple[Contribution, ...]:
    files = sorted((fixtures_folder / "hansard").glob("*.xml"))
    return tuple(one for file in files for one in read_contributions(file.read_bytes(), file.name))


def _sitting(said: tuple[Contribution, ...]) -> Office:
    """An office that lists whoever spoke as a Member on that day, and knows nothing else of them."""
    spoke = {(one.speaker, one.on) for one in said if one.on and not one.speaker.endswith(("Speaker", "Members"))}
    people = [{"name": name, "member_since": on, "member_until": on} for name, on in sorted(spoke)]
    return Office(lists={"people": people})


def test_no_rule_of_order_or_naming_warns_more_than_once_in_a_hundred_contributions(
    said: tuple[Contribution, ...],
) -> None:
    measured = measure(said, shipped_rules(), _sitting(said), date.max)
    often = {
        one.rule.id: one.rate
        for one in measured
        if one.rule.id.startswith(("ORD", "REF")) and one.rule.severity is not Severity.INFO and one.rate > OFTEN
    }
    assert len(said) > 1_000
    assert not often


def test_what_is_said_in_the_house_is_no_matter_of_law_or_stationery(said: tuple[Contribution, ...]) -> None:
    measured = measure(said, shipped_rules(), _sitting(said), date.max)
    fired = {one.rule.id: one.fired[:3] for one in measured if one.rule.id.startswith(("LAW", "RES")) and one.fired}
    assert not fired

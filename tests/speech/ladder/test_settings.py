"""How the office wants its ladder."""

from __future__ import annotations

import pytest

from briefing.model.office import Office
from briefing.speech.ladder.settings import HOUSE, Ladder, ladder_of
from briefing.speech.misread import speech_findings


def test_an_office_that_sets_nothing_has_the_house_ladder() -> None:
    assert ladder_of(Office()) == HOUSE == Ladder(margin=0.07, should=3, could=1)


def test_an_office_has_its_own() -> None:
    office = Office(settings={"speech": {"margin": 0, "should": 10, "could": 0}})
    assert ladder_of(office) == Ladder(margin=0, should=10, could=0)
    assert list(speech_findings(office)) == []


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("margin", 0.6, "it must be a number from 0 to 0.5"),
        ("margin", True, "it must be a number from 0 to 0.5"),
        ("should", -1, "it must be a whole number from 0 to 1000"),
        ("could", 1.5, "it must be a whole number from 0 to 1000"),
        ("colour", "red", "there is no such setting"),
    ],
)
def test_a_setting_that_cannot_be_is_told_of_and_counts_as_its_default(name: str, value: object, told: str) -> None:
    office = Office(settings={"speech": {name: value}}, setting_lines={f"settings.speech.{name}": 7})
    (finding,) = speech_findings(office)
    assert told in finding.message
    assert (finding.rule, str(finding.place)) == ("LIB-10", "library.toml:7")
    assert ladder_of(office) == HOUSE


def test_settings_that_are_no_table_are_told_of() -> None:
    office = Office(settings={"speech": "fast"})
    (finding,) = speech_findings(office)
    assert "[settings.speech]" in finding.message
    assert ladder_of(office) == HOUSE

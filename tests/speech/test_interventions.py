"""What is allowed for interventions: the figures of the House, and an office's own."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from briefing.model.office import Member, Office
from briefing.speech.interventions import allowance_of, commons
from briefing.speech.misread import speech_findings


def office(**set_so: object) -> Office:
    lines = {f"settings.interventions.{name}": 12 for name in set_so}
    return Office(settings={"interventions": set_so}, setting_lines=lines)


def test_the_figures_of_the_house_come_with_their_authority_and_the_day_it_was_looked_up() -> None:
    held = commons()
    assert (held.hearing, held.given_back, held.given_for) == (27, 60, 2)
    assert "Guide to Procedure" in held.authority
    assert "HC 1157 of Session 2017-19" in held.authority
    assert "  " not in held.authority
    assert held.checked == date(2026, 11, 23)
    assert allowance_of(Office()) is held


def test_an_office_may_set_each_figure_and_the_authority_says_which() -> None:
    held = allowance_of(office(given_back=0, given_for=1))
    assert (held.hearing, held.given_back, held.given_for) == (27, 0, 1)
    assert held.authority == f"The office's own: given_back, given_for. {commons().authority}"
    assert held.checked == commons().checked


def test_an_office_may_give_its_own_authority() -> None:
    held = allowance_of(office(given_for=1, authority="Standing Orders of the Moot", checked=date(2027, 1, 5)))
    assert (held.authority, held.checked) == ("Standing Orders of the Moot", date(2027, 1, 5))
    assert allowance_of(office(authority="Standing Orders of the Moot")).checked is None
    assert list(speech_findings(office(authority="Standing Orders of the Moot"))) == []


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("hearing", -1, "it must be a whole number from 0 to 600. Mend it in library.toml; until then it counts as 27"),
        ("hearing", True, "it must be a whole number from 0 to 600"),
        ("given_back", 60.5, "until then it counts as 60"),
        (
            "given_for",
            101,
            "it must be a whole number from 0 to 100. Mend it in library.toml; until then it counts as 2",
        ),
        (
            "authority",
            " ",
            "it must be words on one line. Mend it in library.toml; until then it counts as the usual one",
        ),
        ("checked", "today", "it must be a day, as 2026-11-23"),
        ("checked", datetime(2026, 11, 23, 9, 30), "until then it counts as 2026-11-23"),  # noqa: DTZ001 - as TOML has it
        ("given", 2, "there is no such setting"),
    ],
)
def test_a_figure_that_cannot_be_is_told_of_and_counts_as_that_of_the_house(
    name: str, value: object, told: str
) -> None:
    (finding,) = speech_findings(office(**{name: value}))
    assert told in f"{finding.message} {finding.suggestion}"
    assert (finding.rule, str(finding.place), finding.field) == ("LIB-10", "library.toml:12", name)
    assert allowance_of(office(**{name: value})) is commons()


def test_settings_that_are_no_table_are_told_of() -> None:
    odd = Office(settings={"interventions": [{"hearing": 1}, {"hearing": 2}]})
    (finding,) = speech_findings(odd)
    assert "[settings.interventions]" in finding.message
    assert allowance_of(odd) is commons()


def test_a_pace_that_cannot_be_is_told_of() -> None:
    (finding,) = speech_findings(Office(members=(Member("m", "Rowan Hale", extra={"pace": 150}), Member("n", "N"))))
    assert finding.message.startswith(
        "The pace of Rowan Hale cannot be read: it must be { words = ..., minutes = ... }"
    )
    assert (finding.rule, str(finding.place)) == ("LIB-10", "library.toml")

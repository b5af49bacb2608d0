"""What the command line answers to “where is that from?”: the proof behind a code in the margin."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.ground import Give


def test_a_code_is_the_beginning_of_a_cards_id(give: Give) -> None:
    for code in ("half", "HALF", "ha", " half "):
        answer = give("prove", code)
        assert answer.code == 0, answer.err
        first, *_ = answer.out.splitlines()
        assert first == f"[{code.strip().upper()}] Half the schools in Eastmere have a breakfast club."
    assert "Not checked." in answer.out


def test_it_can_be_told_as_json(give: Give) -> None:
    told = json.loads(give("prove", "half", "--json").out)
    assert (told["code"], told["card"], told["status"]) == ("HALF", "half", "unchecked")
    assert told["claim"] == "Half the schools in Eastmere have a breakfast club"
    assert told["citation"]


def test_a_code_of_several_cards_names_them(give: Give, here: Path) -> None:
    add(here, "halfway", "A second claim")
    answer = give("prove", "hal")
    assert answer.code == 2
    assert "“HAL” stands for 2 cards." in answer.err
    assert "Type more of it: half, halfway." in answer.err
    assert "[HALF] Half the schools" in give("prove", "half").out, "an id is its own card's before all others"


def test_a_code_that_was_printed_is_the_card_it_was_printed_for(give: Give, here: Path) -> None:
    add(here, "k7f3qd2m", "The ferry sails")
    assert give("add", "debate", "k7f3qd2m").code == 0
    assert give("export", "debate", "--as", "reading", "--on", "2025-02-01T09:00").code == 0
    add(here, "k7f3zzzz", "Another claim")
    assert "stands for 2 cards" in give("prove", "k7f").err
    assert "[K7F3] The ferry sails." in give("prove", "k7f3").out


@pytest.mark.parametrize("code", ["zzzz", "", "  "])
def test_a_code_that_is_none_is_said(give: Give, code: str) -> None:
    answer = give("prove", code)
    assert answer.code != 0
    assert "There is no card" in answer.err


def test_a_restricted_card_stays_closed(give: Give, here: Path) -> None:
    add(here, "secret12", "CANARY", 'handling = "restricted"\n')
    answer = give("prove", "secret12")
    assert answer.code == 1
    assert "CANARY" not in answer.out + answer.err


def add(here: Path, own: str, claim: str, more: str = "") -> None:
    """Add a card to a note of the library."""
    with (here / "notes/schools/breakfast.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[[card]]\nid = "{own}"\nkind = "record"\nclaim = "{claim}"\n{more}')

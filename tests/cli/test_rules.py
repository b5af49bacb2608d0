"""`briefing rules`: which rules there are, on whose authority, and how often they fire."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.rules.reading import shipped_rules
from tests.cli.ground import Give


def test_the_rules_are_listed_with_their_authority(give: Give) -> None:
    answer = give("rules")
    assert answer.code == 0
    assert len(answer.out.splitlines()) == len(shipped_rules())
    assert "Erskine May 21.24" in answer.out


def test_a_program_gets_every_rule_whole(give: Give) -> None:
    told = json.loads(give("rules", "--json").out)["rules"]
    assert [rule["id"] for rule in told] == [rule.id for rule in shipped_rules()]
    assert set(told[0]) == {
        *("id", "name", "severity", "types"),
        *("message", "suggestion", "authority", "authority_checked"),
    }


def test_the_rules_are_measured_on_a_text(give: Give, tmp_path: Path) -> None:
    text = tmp_path / "said.txt"
    text.write_text("The Minister lied.\n\nThe problem lies in the lock.\n", encoding="utf-8")
    answer = give("rules", "--measure", str(text))
    assert answer.code == 0
    (row,) = [line for line in answer.out.splitlines() if line.startswith("ORD-01")]
    assert row.split()[:6] == ["ORD-01", "warn", "1", "1", "in", "2"]
    assert answer.err.startswith("2 contributions")
    told = json.loads(give("rules", "--json", "--measure", str(text)).out)
    assert told["contributions"] == 2
    assert next(rule for rule in told["rules"] if rule["id"] == "ORD-01")["rate"] == 0.5


def test_without_a_library_there_are_rules_all_the_same(
    give: Give, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    Path("said.txt").write_text("You lied.", encoding="utf-8")
    answer = give("rules", "--measure", "said.txt")
    assert answer.code == 0
    assert answer.err.startswith("1 contribution, ")


def test_a_file_that_is_not_there_is_named(give: Give) -> None:
    answer = give("rules", "--measure", "nothing.xml")
    assert answer.code == 2
    assert "nothing.xml" in answer.err


def test_a_file_that_declares_more_than_letters_is_refused(give: Give, tmp_path: Path) -> None:
    day = tmp_path / "day.xml"
    day.write_text('<!DOCTYPE publicwhip [<!ENTITY a SYSTEM "x">]><publicwhip/>', encoding="utf-8")
    answer = give("rules", "--measure", str(day))
    assert answer.code == 65
    assert "day.xml" in answer.err

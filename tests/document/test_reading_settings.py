"""The settings of reading copies: what they are, what counts where one cannot be, and what is said of it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields, replace

import pytest

from briefing.document.reading_copy import HOUSE, ReadingCopy, reading_copy_of, reading_findings
from briefing.model.office import Office
from tests.architecture.ground import ROOT

_ROW = re.compile(r"\| `(\w+)` \| `([^`]+)` \|")


def office(**settings: object) -> Office:
    """An office with these settings."""
    return Office(settings={"reading": settings})


def test_they_are_those_of_the_house_where_nothing_is_set() -> None:
    assert reading_copy_of(Office()) == HOUSE


def test_they_are_taken_as_they_are_set() -> None:
    set_so = {"size": 24, "versions": [8, 3], "catchwords": 0, "delivery": "", "line_length": [20, 30]}
    assert reading_copy_of(office(**set_so)) == replace(
        HOUSE, size=24, versions=(8, 3), catchwords=0, delivery="", line_length=(20, 30)
    )
    assert list(reading_findings(office(**set_so))) == []


def test_they_stand_in_the_readme_with_their_defaults() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    section = readme.partition("## A copy to read from")[2].partition("\n## ")[0]
    listed = {name: tomllib.loads(f"is = {default}")["is"] for name, default in _ROW.findall(section)}
    defaults = {field.name: field.default for field in fields(ReadingCopy)}
    assert {name: tuple(held) if isinstance(held, list) else held for name, held in listed.items()} == defaults


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("size", 14, "it must be a number from 16 to 36"),
        ("note_size", 10, "it must be a number from 12 to 36"),
        ("versions", 4, "it must be whole minutes in brackets, as in [6, 4, 3], each from 1 to 60"),
        ("versions", [4, "3:30"], "it must be whole minutes in brackets, as in [6, 4, 3], each from 1 to 60"),
        ("versions", [True], "it must be whole minutes in brackets, as in [6, 4, 3], each from 1 to 60"),
        ("catchwords", -1, "it must be a number from 0 to 12"),
        ("proof_pack", "yes", "it must be true or false"),
        ("sise", 20, "there is no such setting"),
    ],
)
def test_one_that_cannot_be_is_told_and_counts_as_not_set(name: str, value: object, wanted: str) -> None:
    (found,) = reading_findings(office(**{name: value}))
    assert found.message == f"The setting “{name}” is not used: {wanted}."
    assert found.rule == "LIB-10"
    assert reading_copy_of(office(**{name: value})) == HOUSE

"""What the gate says of forty kinds of words and cards in each product: pass, warn or stop."""

from __future__ import annotations

import tomllib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from briefing.model.card import Card
from briefing.model.entries import read_block, read_card, read_outline_head
from briefing.model.finding import Finding, Severity
from briefing.model.ids import NoteName, OutlineName, SourceId
from briefing.model.library import WholeLibrary
from briefing.model.note import Note
from briefing.model.source import Source
from briefing.rules.gate import check_outline
from tests.rules.trials import SAID_ON, house

PRODUCTS = ("briefing", "speech", "reply", "lines", "questions")
FIXTURES = tomllib.loads(Path(__file__).with_name("matrix.toml").read_text(encoding="utf-8"))["fixture"]
NOON = datetime(2025, 1, 8, 12, 0)  # noqa: DTZ001 - the fixtures' own clock
REPORT = Source(SourceId("report"), "report", "The Harbour Inquiry", url="https://harbour.example/report")


def findings(fixture: dict[str, Any], product: str, on: datetime = NOON) -> tuple[Finding, ...]:  # type: ignore[explicit-any]  # a file as TOML gives it
    head = {"title": "A matter", "product": product, "date": SAID_ON, "member": "westmarch", **fixture.get("head", {})}
    letter = {"to": "A. Constituent", "reference": "R/1", "salutation": "Dear A.,"} if product == "reply" else {}
    outline, faults = read_outline_head(OutlineName("matter"), {**letter, **head})
    assert not faults, faults
    cards: tuple[Card, ...] = ()
    block = {"id": "words", "text": fixture.get("text", ""), **fixture.get("block", {})}
    if "card" in fixture:
        cards = (read_card({"id": "evidence", **fixture["card"]}),)
        if not {"card", "attack"} & set(block):
            block["card"] = "evidence"
    outline = outline.with_blocks((read_block({name: value for name, value in block.items() if value != ""}),))
    note = Note(NoteName("matter"), "A matter", sources=(REPORT,), cards=cards)
    return check_outline(outline, WholeLibrary(office=house(), notes=(note,), outlines=(outline,)), on)


def verdict(found: tuple[Finding, ...]) -> str:
    severities = {finding.severity for finding in found}
    return "stop" if Severity.STOP in severities else "warn" if Severity.WARN in severities else "pass"


@pytest.mark.parametrize("product", PRODUCTS)
@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture["name"])
def test_the_gate_says(fixture: dict[str, Any], product: str) -> None:  # type: ignore[explicit-any]  # as above
    expected = dict(zip(PRODUCTS, fixture["gives"].split(), strict=True))[product]
    found = findings(fixture, product)
    assert verdict(found) == expected, [(finding.rule, finding.message) for finding in found]


def test_there_are_forty_of_them() -> None:
    assert len(FIXTURES) >= 40
    assert len({fixture["name"] for fixture in FIXTURES}) == len(FIXTURES)


@pytest.mark.parametrize("product", PRODUCTS)
def test_an_embargoed_card_leaves_a_second_after_and_not_before(product: str) -> None:
    fixture = {"card": {"kind": "record", "claim": "The ferry sailed", "embargo": NOON}}
    assert verdict(findings(fixture, product, NOON - timedelta(seconds=1))) == "stop"
    assert verdict(findings(fixture, product, NOON + timedelta(seconds=1))) == "pass"

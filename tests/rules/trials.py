"""A rule on trial: words put into an outline of an invented House, and what the rules then say of it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from briefing.library.office_file import built_in_kinds
from briefing.model.card import Card
from briefing.model.entries import read_block, read_card, read_outline_head
from briefing.model.finding import Finding
from briefing.model.ids import NoteName, OutlineName, SourceId
from briefing.model.library import WholeLibrary
from briefing.model.note import Note
from briefing.model.office import Member, Office
from briefing.model.source import Source
from briefing.rules.judging import judge
from briefing.rules.rule import EVERY_TYPE, Rule, Trial

HERE = Path(__file__).parent
SAID_ON = date(2025, 1, 8)
"""The day all of it is said on."""
PRODUCT_OF = {"speech": "speech", "letter": "reply", "briefing": "briefing"}
"""A product of each type of document there is one for."""

SOURCES = (
    Source(SourceId("printed-report"), "report", "Report on the harbours"),
    Source(SourceId("online-report"), "report", "Report on the rivers", url="https://www.harbours.example/rivers"),
)
"""What the cards of trials rest on."""


@cache
def house() -> Office:
    """The office of an invented Member in an invented House, with its lists and the kinds there are."""
    lists = tomllib.loads((HERE / "house.toml").read_text(encoding="utf-8"))["lists"]
    interests = [{"name": "A share in a ferry", "topics": ["harbour-dues"]}, "beekeeping"]
    member = Member("westmarch", "Alice Penhale", "Westmarch", "Orchard Party", extra={"interests": interests})
    return Office("Office of the Member for Westmarch", members=(member,), lists=lists, kinds=built_in_kinds())


def tried(trial: Trial, document: str, rules: Iterable[Rule] | None = None) -> tuple[Finding, ...]:
    """Return what the rules say of the words of a trial in a document of that type, said by the Member."""
    head = {"title": "A matter", "product": PRODUCT_OF[document], "date": SAID_ON, "member": "westmarch", **trial.head}
    outline, faults = read_outline_head(OutlineName("trial"), head)
    assert not faults, faults
    table: dict[str, object] = {"id": "words", "text": trial.text, **trial.block}
    cards: tuple[Card, ...] = ()
    if trial.card:
        table.setdefault("card", "evidence")
        cards = (read_card({"id": "evidence", "kind": "assertion", "claim": trial.text, **trial.card}),)
    note = Note(NoteName("matter"), "A matter", sources=SOURCES, cards=cards)
    outline = outline.with_blocks((read_block({name: value for name, value in table.items() if value != ""}),))
    return judge(outline, WholeLibrary(office=house(), notes=(note,), outlines=(outline,)), SAID_ON, rules)


def documents_of(rule: Rule) -> tuple[str, ...]:
    """Return the types of document a rule runs on, of those there is a product for."""
    return tuple(PRODUCT_OF) if EVERY_TYPE in rule.types else tuple(sorted(rule.types & set(PRODUCT_OF)))

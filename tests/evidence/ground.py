"""What the tests of the evidence stand on: a small library that is well, to be spoilt in one place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.errors import Place
from briefing.model.card import Card
from briefing.model.finding import Finding
from briefing.model.ids import BlockId, CardId, NoteName, OutlineName, SourceId
from briefing.model.kinds import Kind
from briefing.model.library import WholeLibrary
from briefing.model.note import Note
from briefing.model.office import Member, Office
from briefing.model.outline import Block, Outline
from briefing.model.source import Source

OFFICE = Office(
    name="Office of the Member for Marlow Vale",
    members=(Member("vale", "Rowan Hale", "Marlow Vale", "Independent"),),
    kinds={"statistic": Kind("statistic", "Statistic", needs=("source",)), "record": Kind("record", "Record")},
)
SURVEY = Source(SourceId("survey"), "report", "A survey of school breakfasts")

TURNED = "safe\u202eelbisop"
"""A word with a mark that turns the rest of it round."""


def card(card_id: str, **fields: object) -> Card:
    """A card with what a test is about."""
    values: dict[str, object] = {"kind": "record", "claim": "A claim", **fields}
    return Card(id=CardId(card_id), **values)  # type: ignore[arg-type]  # each test names real fields


def block(block_id: str, **fields: object) -> Block:
    """A block with what a test is about."""
    return Block(id=BlockId(block_id), **fields)  # type: ignore[arg-type]  # as above


def outline(*blocks: Block, name: str = "speech", **fields: object) -> Outline:
    """An outline of the blocks."""
    values: dict[str, object] = {"title": "A speech", "product": "speech", "member": "vale", **fields}
    return Outline(name=OutlineName(name), blocks=blocks, **values)  # type: ignore[arg-type]  # as above


def note(name: str, *cards: Card, sources: Iterable[Source] = ()) -> Note:
    """A note that holds the cards."""
    return Note(NoteName(name), name.capitalize(), "", tuple(sources), cards)


def library(
    *cards: Card,
    outlines: Iterable[Outline] = (),
    damage: Iterable[Finding] = (),
    places: Mapping[tuple[str, str], Place] | None = None,
) -> WholeLibrary:
    """A library of one note with the survey and the cards."""
    return WholeLibrary(
        OFFICE, (note("schools", *cards, sources=(SURVEY,)),), tuple(outlines), tuple(damage), places or {}
    )


def summary(findings: Iterable[Finding]) -> list[tuple[str, str, str, str]]:
    """The rule, severity, card or else block, and field of each finding."""
    return [(found.rule, str(found.severity), found.card or found.block, found.field) for found in findings]

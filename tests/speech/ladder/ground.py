"""Outlines to cut, with nothing but what a test is about."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.card import Card
from briefing.model.ids import BlockId, CardId, NoteName, OutlineName
from briefing.model.library import WholeLibrary
from briefing.model.note import Note
from briefing.model.office import Office
from briefing.model.outline import Block, Outline

CARDS = (
    Card(CardId("tide"), "statistic", "The tide rose by two metres", short="The tide rose"),
    Card(CardId("ferry"), "argument", "The ferry must wait"),
)


def library(**settings: object) -> WholeLibrary:
    """A library of two cards; with settings of speeches where they are named."""
    return WholeLibrary(Office(settings={"speech": settings}), (Note(NoteName("n"), cards=CARDS),))


def outline(*blocks: Block, interventions: int = 0) -> Outline:
    """A speech of these blocks."""
    return Outline(OutlineName("o"), "O", "speech", interventions=interventions, blocks=blocks)


def says(
    block_id: str,
    text: str = "",
    *,
    card: str = "",
    weight: str = "should",
    short: str = "",
    needs: str = "",
    either: str = "",
    role: str = "",
    pause: int = 0,
    level: int = 1,
) -> Block:
    """A block of own words, or of a card's."""
    return Block(
        BlockId(block_id),
        text=text,
        card=CardId(card),
        weight=weight,
        short=short,
        with_=BlockId(needs),
        either=either,
        role=role,
        pause=pause,
        level=level,
    )


def words_of(seconds: int) -> str:
    """Words that take so many seconds at the default pace of five words in two."""
    assert seconds % 2 == 0
    return "word " * (seconds * 5 // 2)


def takes(
    block_id: str,
    seconds: int,
    *,
    weight: str = "should",
    short: str = "",
    needs: str = "",
    either: str = "",
    role: str = "",
    pause: int = 0,
    level: int = 1,
) -> Block:
    """A block that takes so many seconds to say."""
    block = says(block_id, words_of(seconds), weight=weight, short=short, needs=needs, either=either)
    return replace(block, role=role, pause=pause, level=level)


def heading(block_id: str, level: int = 1) -> Block:
    """A heading."""
    return Block(BlockId(block_id), heading="A heading", level=level)

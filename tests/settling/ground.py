"""What the tests of settling stand on: an outline, the file that came back of it, and what is decided."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefing.model.ids import BlockId, OutlineName
from briefing.model.library import WholeLibrary
from briefing.model.outline import Block, Outline
from briefing.settling.came import Came
from briefing.settling.decisions import State
from briefing.settling.settlement import Act, Settlement, Wish
from tests.word.returned.ground import all_of, export

BUS, TRAIN, FERRY = "The bus never runs.", "The train is late.", "The ferry is gone."
TAKEN, LEFT, TASK = Wish(State.ACCEPTED), Wish(State.REJECTED), Wish(State.TASK)


def outline(*texts: str) -> Outline:
    """An outline of own words, its blocks b0, b1 and so on."""
    blocks = tuple(Block(BlockId(f"b{number}"), text=text) for number, text in enumerate(texts))
    return Outline(OutlineName("roads"), "Roads", "briefing", blocks=blocks)


def settling(now: Outline, *bodies: str, left: tuple[str, ...] = (BUS, TRAIN, FERRY), **others: str) -> Settlement:
    """What is to be settled of files with these bodies, and other parts, which are exports of three paragraphs."""
    came = tuple(Came(all_of(export(*left), body, **others)) for body in bodies)
    return Settlement(came, {}, now, WholeLibrary(outlines=(now,)), Path("none"))


def took(now: Outline, body: str, wish: Wish = TAKEN) -> Act:
    """What comes of a wish about everything in one file."""
    settlement = settling(now, body)
    return settlement.settle(settlement.listed, wish)


def says(act: Act) -> list[str]:
    """The blocks of an outline: their words, those of a heading after a #."""
    assert act.outline is not None
    return [f"# {block.heading}" if block.heading else block.text for block in act.outline.blocks]


def with_part(settlement: Settlement, number: int, *, block: str | None = None, card: str = "") -> Settlement:
    """The same, where the record says something else of a part: that no block holds it, or that it shows a card."""
    (came,) = settlement.came
    parts = list(came.exported.parts)
    parts[number] = replace(parts[number], block=parts[number].block if block is None else block, card=card)
    placed = replace(came.changes.placed, exported=replace(came.exported, parts=tuple(parts)))
    return replace(settlement, came=(Came(replace(came.changes, placed=placed)),))

"""A rung of the ladder as an outline of its own."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.ids import BlockId
from briefing.model.library import Library
from briefing.model.outline import Block, Outline
from briefing.speech.ladder.cutting import cut_up
from briefing.speech.ladder.rungs import Rung


def apply(outline: Outline, library: Library, rung: Rung) -> Outline:
    """Return the outline with what the rung keeps, its short forms as the words; its slot is the rung's limit."""
    in_short = cut_up(outline, library).in_short
    blocks = tuple(
        replace(block, text=in_short[block.id], short="") if block.id in rung.short else block
        for block in outline.blocks
        if block.id in rung.blocks
    )
    return replace(_without_loose_ends(outline, blocks), slot=f"{rung.limit // 60}:{rung.limit % 60:02}")


def _without_loose_ends(outline: Outline, blocks: tuple[Block, ...]) -> Outline:
    """Return the outline with these blocks; a need of what is no more is none."""
    ids = {block.id for block in blocks}
    return outline.with_blocks(
        tuple(block if not block.with_ or block.with_ in ids else replace(block, with_=BlockId("")) for block in blocks)
    )

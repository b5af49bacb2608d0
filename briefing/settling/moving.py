"""Blocks that somebody moved: they stand elsewhere in the outline, with their evidence; no word is written anew."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.outline import Block, Outline
from briefing.settling.came import Came, text_of
from briefing.settling.neighbours import block_before
from briefing.word.returned.change import Change
from briefing.word.returned.homes import Where
from briefing.word.returned.values import NONE


def blocks_moved(came: Came, change: Change, outline: Outline) -> tuple[Block, ...]:
    """Return the blocks a move is of, in the order they now stand in; none where it is of less than whole blocks."""
    parts = came.exported.parts
    names = dict.fromkeys(parts[part].block for part in change.parts)
    whole = {number for number, part in enumerate(parts) if part.block in names and part.text.strip()}
    if not whole or whole - set(change.parts) or any(not _is_whole(came, change, part) for part in whole):
        return ()
    blocks = [outline.block(name) for name in names]
    return tuple(block for block in blocks if block is not None) if all(blocks) else ()


def _is_whole(came: Came, change: Change, part: int) -> bool:
    """Whether nothing is left of a part where a move took it from."""
    touched = [one for one in came.touched(change.id) if one.home.part == part]
    return all(not text_of(one, frozenset({change.id})).strip() for one in touched)


def moved(outline: Outline, came: Came, change: Change, blocks: tuple[Block, ...]) -> Outline:
    """Return the outline with blocks after the one they were put after; what stood under one of them stays."""
    names = {block.id for block in blocks}
    rest = tuple(block for block in outline.blocks if block.id not in names)
    at = _place(outline.with_blocks(rest), came, change)
    deepest = rest[at - 1].level + 1 if at else 1
    return outline.with_blocks((*rest[:at], *(_not_below(block, deepest) for block in blocks), *rest[at:]))


def _place(rest: Outline, came: Came, change: Change) -> int:
    """Return where among the other blocks what was moved is to stand: after the nearest before it that is left."""
    put = (one for one in came.touched(change.id) if one.home.where is not Where.BLOCK and one.paragraphs)
    there = next(put, None)
    if there is not None:
        before = block_before(rest, came, there.paragraphs[0])
        return rest.index(before) + 1 if before else 0
    last = change.to.part if change.to is not None else NONE
    for part in came.exported.parts[last::-1] if last >= 0 else ():
        if rest.block(part.block) is not None:
            return rest.index(part.block) + 1
    return 0


def _not_below(block: Block, deepest: int) -> Block:
    return replace(block, level=min(block.level, deepest))

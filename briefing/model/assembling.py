"""How an outline is assembled: every act returns a new outline and leaves the old one alone."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.fields import WEIGHTS
from briefing.model.ids import BLOCK_ID_LENGTH, BlockId, draw_id
from briefing.model.outline import Block, Outline

DEEPEST = 6
"""Word has nine heading styles; nobody reads past six levels."""


def new_block_id(outline: Outline) -> BlockId:
    """Draw an id that no block of the outline has."""
    return BlockId(draw_id({block.id for block in outline.blocks}, BLOCK_ID_LENGTH))


def insert(outline: Outline, block: Block, after: str | None = None) -> Outline:
    """Return the outline with `block` after the one named, or last; raises ValueError where that is missing."""
    where = len(outline.blocks) if after is None else outline.index(after) + 1
    return outline.with_blocks((*outline.blocks[:where], block, *outline.blocks[where:]))


def change(outline: Outline, block: Block) -> Outline:
    """Return the outline with `block` in the place of the one of the same id."""
    where = outline.index(block.id)
    return outline.with_blocks((*outline.blocks[:where], block, *outline.blocks[where + 1 :]))


def drop(outline: Outline, block_id: str) -> Outline:
    """Return the outline without the block; what stood under it comes up one level."""
    gone, *under = outline.branch(block_id)
    raised = tuple(replace(block, level=block.level - 1) for block in under)
    where = outline.index(gone.id)
    return outline.with_blocks((*outline.blocks[:where], *raised, *outline.blocks[where + 1 + len(raised) :]))


def move(outline: Outline, block_id: str, steps: int) -> Outline:
    """Return the outline with the block and what stands under it moved up (negative) or down past whole branches."""
    moved = outline
    for _ in range(abs(steps)):
        moved = _move_down(moved, block_id) if steps > 0 else _move_up(moved, block_id)
    return moved


def place_after(outline: Outline, block_id: str, after: str | None) -> Outline:
    """Return the outline with the block's branch right after another block, or first where `after` is None."""
    branch = outline.branch(block_id)
    if any(block.id == after for block in branch):
        return outline
    rest = outline.with_blocks(tuple(block for block in outline.blocks if block not in branch))
    where = 0 if after is None else rest.index(after) + 1
    return outline.with_blocks((*rest.blocks[:where], *branch, *rest.blocks[where:]))


def level(outline: Outline, block_id: str, by: int) -> Outline:
    """Return the outline with the block and what stands under it `by` levels deeper; never under level 1 or deepest."""
    branch = outline.branch(block_id)
    if branch[0].level + by < 1 or max(block.level for block in branch) + by > DEEPEST:
        return outline
    moved = {block.id: replace(block, level=block.level + by) for block in branch}
    return outline.with_blocks(tuple(moved.get(block.id, block) for block in outline.blocks))


def weigh(outline: Outline, block_id: str) -> Outline:
    """Return the outline with the block's weight turned to the next: must, should, could, must."""
    block = outline.blocks[outline.index(block_id)]
    position = WEIGHTS.index(block.weight) if block.weight in WEIGHTS else 0
    return change(outline, replace(block, weight=WEIGHTS[(position + 1) % len(WEIGHTS)]))


def _move_down(outline: Outline, block_id: str) -> Outline:
    branch = outline.branch(block_id)
    end = outline.index(block_id) + len(branch)
    if end == len(outline.blocks):
        return outline
    following = outline.branch(outline.blocks[end].id)
    return place_after(outline, block_id, following[-1].id)


def _move_up(outline: Outline, block_id: str) -> Outline:
    start = outline.index(block_id)
    if start == 0:
        return outline
    target = start - 1
    while target > 0 and outline.blocks[target].level > outline.blocks[start].level:
        target -= 1
    return place_after(outline, block_id, outline.blocks[target - 1].id if target else None)

"""Where a new block goes in an outline, and how deep; it never takes over what stands under another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefing.model.assembling import DEEPEST, insert
from briefing.model.outline import Block, Outline


def add_after(outline: Outline, block: Block, selected: str = "") -> Outline:
    """Return the outline with a new block after the selected one, or last, at the level that fits.

    Under a heading or an attack it stands one deeper; an attack stands beside the attack it follows;
    a heading begins a section beside the one it stands in.
    """
    chosen = outline.block(selected) or (outline.blocks[-1] if outline.blocks else None)
    if chosen is None:
        return insert(outline, replace(block, level=1))
    if block.heading:
        section = chosen if chosen.heading else _above(outline, chosen, lambda found: bool(found.heading))
        beside = chosen if chosen.heading else _outermost(outline, chosen, section)
        return _after_branch(outline, block, beside, section.level if section else 1)
    attack = chosen if chosen.attack else _above(outline, chosen, lambda found: bool(found.attack))
    if block.attack and attack:
        return _after_branch(outline, block, attack, attack.level)
    if chosen.heading or chosen.attack:
        return insert(outline, replace(block, level=min(chosen.level + 1, DEEPEST)), chosen.id)
    return _after_branch(outline, block, chosen, chosen.level)


def _after_branch(outline: Outline, block: Block, chosen: Block, level: int) -> Outline:
    last = outline.branch(chosen.id)[-1]
    return insert(outline, replace(block, level=level), last.id)


def _above(outline: Outline, chosen: Block, test: Callable[[Block], bool]) -> Block | None:
    """Return the nearest block that `chosen` stands under and that passes the test."""
    level = chosen.level
    for block in reversed(outline.blocks[: outline.index(chosen.id)]):
        if block.level < level:
            if test(block):
                return block
            level = block.level
    return None


def _outermost(outline: Outline, chosen: Block, section: Block | None) -> Block:
    """Return the block one level into the section that `chosen` is or stands under: its branch stays whole."""
    floor = section.level if section else 0
    return _above(outline, chosen, lambda found: found.level <= floor + 1 and found != section) or chosen

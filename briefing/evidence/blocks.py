"""What a block is called, so that one finds it: its position, and the heading it stands under."""

from __future__ import annotations

from briefing.model.literal import show_line
from briefing.model.outline import Outline
from briefing.wording import evidence as say


def name_blocks(outline: Outline) -> tuple[str, ...]:
    """Return what each block of an outline is called, in order."""
    names = []
    heading = ""
    for position, block in enumerate(outline.blocks, 1):
        heading = show_line(block.heading) or heading
        names.append(say.block_name(position, heading, is_heading=bool(block.heading)))
    return tuple(names)

"""What stands before a paragraph of a returned file, in the outline as it is now."""

from __future__ import annotations

from briefing.model.outline import Outline
from briefing.settling.came import Came
from briefing.word.returned.change import Wording
from briefing.word.returned.homes import Where
from briefing.word.returned.values import NONE


def block_of(came: Came, wording: Wording) -> str:
    """Return the id of the block a new paragraph becomes: that of the change which begins it."""
    return next((piece.inserted for piece in wording.pieces if piece.inserted in came.by_id), "")


def block_before(outline: Outline, came: Came, paragraph: int) -> str:
    """Return the block of the nearest paragraph before one that is in the outline."""
    for number in range(paragraph - 1, -1, -1):
        home = came.changes.placed.homes[number]
        if home.where is Where.BLOCK and home.part != NONE:
            name = came.exported.parts[home.part].block
        else:
            name = block_of(came, came.new_at[number]) if number in came.new_at else ""
        if name and outline.block(name) is not None:
            return name
    return ""

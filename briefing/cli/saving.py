"""How a command saves: through the open library, with both values shown where somebody else was quicker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.cli.output import say
from briefing.errors import Place, Refused
from briefing.library.values import show_value
from briefing.model.history import Step
from briefing.wording import commands as words

if TYPE_CHECKING:
    from briefing.library.merging import Conflict
    from briefing.library.opened import OpenLibrary


def save(opened: OpenLibrary, step: Step) -> None:
    """Save a step; raises Refused, showing both values, where the file was changed at the same place."""
    if not step.edits:
        say(words.NO_CHANGE)
        return
    outcome = opened.apply(step)
    if not outcome.saved:
        told = " ".join([words.NOT_SAVED, *(_tell(conflict) for conflict in outcome.conflicts)])
        raise Refused(told, Place(step.file), words.NOT_SAVED_HINT)
    if not outcome.confirmed:
        say(words.UNCONFIRMED)


def _tell(conflict: Conflict) -> str:
    """Return both sides of a conflict in a sentence."""
    if not conflict.field:
        return words.gone(conflict.id)
    ours, theirs = (show_value(value) or words.NOTHING for value in (conflict.ours, conflict.theirs))
    return words.conflict(conflict.field, ours, theirs)

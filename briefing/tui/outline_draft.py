"""An outline that could not be saved: kept whole as a draft, so that no edit is lost with the screen."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING

import tomli_w

from briefing.errors import BriefingError
from briefing.model.entries import (
    FaultyEntryError,
    read_block,
    read_outline_head,
    write_block,
    write_outline_head,
)
from briefing.model.outline import Outline
from briefing.tui.forms.form_draft import drafts_of

if TYPE_CHECKING:
    from briefing.tui.app import Desk

PREFIX = "unsaved outline "


def keep_outline(desk: Desk, outline: Outline) -> None:
    """Keep the outline as it stands on the screen."""
    drafts = drafts_of(desk)
    if drafts is None:
        return
    blocks = [write_block(block) for block in outline.blocks]
    text = tomli_w.dumps({**write_outline_head(outline), "block": blocks})
    try:
        drafts.keep(PREFIX + outline.name, text)
    except BriefingError as error:
        desk.tell(error)


def discard_outline(desk: Desk, outline: Outline) -> None:
    """Let the draft go: all of it is saved."""
    drafts = drafts_of(desk)
    if drafts:
        drafts.discard(PREFIX + outline.name)


def kept_outline(desk: Desk, outline: Outline) -> Outline | None:
    """Return the outline as it was kept; None where nothing was, or it cannot be read."""
    drafts = drafts_of(desk)
    draft = drafts.find(PREFIX + outline.name) if drafts else None
    if draft is None:
        return None
    try:
        entry = tomllib.loads(draft.text)
        blocks = entry.pop("block", [])
        head, faults = read_outline_head(outline.name, entry)
        return None if faults else replace(head, blocks=tuple(map(read_block, blocks)))
    except (tomllib.TOMLDecodeError, FaultyEntryError, TypeError):
        return None

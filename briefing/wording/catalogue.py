"""What is said while an index is brought up to date."""

from __future__ import annotations

from typing import Final

NO_ROOM: Final = "There was no room to keep the search index on the disk."
NO_ROOM_HINT: Final = "The library is as it was. Free some space; what was indexed so far is kept."


def progress_line(stage: str, done: int, of: int) -> str:
    """How far it has come."""
    share = f" {100 * done // of} %" if of else ""
    told = {"filing": "Reading the notes", "ranking": "Ordering the cards", "waiting": "Waiting for another briefing"}
    return told.get(stage, stage) + share

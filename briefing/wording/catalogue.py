"""What is said while an index is brought up to date."""

from __future__ import annotations

from typing import Final

NO_ROOM: Final = "There was no room to keep the search index on the disk."
NO_ROOM_HINT: Final = "The library is as it was. Free some space; what was indexed so far is kept."
BUSY: Final = "Another program held the search index all the while."
BUSY_HINT: Final = "The library is as it was. Try again once that has ended; what was indexed so far is kept."
NOT_WRITABLE_HINT: Final = "The library is as it was. See that the folder is yours to write in, then try again."


def not_writable(place: str) -> str:
    """The index is there, and may not be changed."""
    return f"The search index cannot be written in {place or 'the folder for it'}."


def not_kept(place: str) -> str:
    """There can be no index, so that the library is read each time."""
    return f"No search index can be kept in {place or 'the folder for it'}; all notes are read each time instead."


def progress_line(stage: str, done: int, of: int) -> str:
    """How far it has come."""
    share = f" {100 * done // of} %" if of else ""
    told = {
        "filing": "Reading the notes",
        "ranking": "Ordering the cards",
        "waiting": "Waiting for another briefing",
        "checking": "Checking the notes",
    }
    return told.get(stage, stage) + share

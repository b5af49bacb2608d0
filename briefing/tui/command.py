"""What a command of the desk is, and where one works."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """Where a command works. The value is how help calls the place."""

    APP = "Anywhere"
    LIST = "Lists"
    DESK = "The desk"
    SEARCH = "Search box"
    NOTES = "Notes"
    EVIDENCE = "Evidence"
    CARD = "Card"
    OUTLINE = "The outline"
    BLOCKS = "Blocks"
    REHEARSAL = "The rehearsal"
    FINDINGS = "Findings"
    RETURNED = "What came back"
    ADDING = "The outline's search box"
    FORM = "Forms"


@dataclass(frozen=True, slots=True)
class Command:
    """One command: what it is called, which keys run it where, and what help says of it."""

    name: str
    """The action: `action_<name>` of the widget or screen the place stands for; also its name in preferences."""
    keys: str
    """Keys as Textual names them, separated by commas; the first is the one shown."""
    places: tuple[Place, ...]
    label: str
    """A word or two for the footer and the palette."""
    help: str
    footer: tuple[Place, ...] = ()
    """The places in whose footer it stands: at most seven a place."""
    in_palette: bool = True
    comes_first: bool = False
    """Whether its keys are looked up before those of a question or a form that lies on top."""

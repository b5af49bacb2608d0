"""What the checks and the gate say: every rule in one table, and the sentence of each finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

RULES: Final[Mapping[str, str]] = {
    "LIB-01": "A file or an entry cannot be read.",
    "LIB-02": "An id is used more than once.",
    "LIB-03": "An id names something that is not in the library.",
    "LIB-04": "A card names no source, though its kind needs one.",
    "LIB-05": "A card is disputed, superseded or withdrawn and does not say why.",
    "LIB-06": "A text holds characters that hide or disguise its words.",
    "LIB-07": "A card is of a kind nobody has described.",
    "LIB-08": "Two file names differ only in capitals.",
    "LIB-09": "A card is marked as checked, and the check does not cover its words, or it lacks what its kind needs.",
    "LIB-10": "A setting in library.toml is not one, or cannot be what it is set to.",
    "LIB-11": "An entry of the office's lists is not as it should be.",
    "CUT-01": "What must be said does not fit a limit.",
    "CUT-02": "A block leans on one that is dropped.",
    "CUT-03": "A block needs what cannot be kept with it.",
    "EVID-10": "A disputed, superseded or withdrawn card is used as evidence.",
    "GATE-01": "A restricted card never leaves the office.",
    "GATE-02": "An embargo is not over.",
    "GATE-03": "Part of the outline is missing or cannot be read.",
    "GATE-04": "Words that would leave hold characters that hide or disguise them.",
    "GATE-05": "There is nothing in the outline.",
}
"""Every rule and what it is about.

`LIB` looks at the library, `CUT` at versions of a speech, `EVID` at evidence, `GATE` at what would leave.
"""

GIVE_ANOTHER_ID = "Give one of them another id."
MEND_LINK = "Mend the id, or take it out."
NAME_A_SOURCE = "Name the source it rests on."
SAY_WHY = "Say why in the field why."
RETYPE = "Type the words again, or copy them from the source as plain text."
RETYPE_OR_ACKNOWLEDGE = "Type the words again, or acknowledge this with a reason."
DESCRIBE_KIND = "Use another kind, or describe this one in library.toml under [kinds]."
CHECK_AGAIN = "Check the card again, or set its status to unchecked."
TAKE_OUT = "Take the block out, or put another card in its place."
TAKE_OUT_OR_MEND = "Mend the card or the id, or take the block out."
WAIT = "It can leave when the embargo is over."
READ_WHY = "Read on the card why, and use another card or say what is in doubt."
ADD_SOMETHING = "Add a card, a heading or words of your own."

THE_NOTE = "The note"
THE_OUTLINE = "The outline"
NOTHING_THERE = "There is nothing in the outline."


def entry(array: str, entry_id: str) -> str:
    """Name an entry, as in `Card k7f3qd2m`."""
    return f"{array.capitalize()} {entry_id}"


def used_twice(entry_id: str, first: tuple[str, str], second: tuple[str, str]) -> str:
    """Say that two entries share an id; each is what it is and where it stands."""
    return f"The id {entry_id} is used twice: for {_a(first[0])} at {first[1]} and for {_a(second[0])} at {second[1]}."


def names_nothing(name: str, field: str, target: str, expected: str) -> str:
    """Say that a field names what is not there."""
    return f"{name}: {field} names {target}, and the library has no {expected} of that id."


def names_no_earlier(name: str, target: str) -> str:
    """Say that a block needs one that does not stand before it."""
    return f"{name}: with names {target}, and no earlier block of the outline has that id."


def names_no_source(card: str, kind: str) -> str:
    """Say that a card needs a source."""
    return f"Card {card} names no source; a card of the kind “{kind}” needs one before it can be checked."


def says_no_why(card: str, status: str) -> str:
    """Say that a status needs its reason."""
    return f"Card {card} is {status} and does not say why."


def unknown_kind(card: str, kind: str) -> str:
    """Say that a kind is not described."""
    return f"Card {card} is of the kind “{kind}”, which is neither built in nor described by the office."


def check_changed(card: str) -> str:
    """Say that the words changed after they were checked."""
    return f"Card {card} is marked as checked, but its words, source or scope have changed since."


def check_unrecorded(card: str) -> str:
    """Say that nobody recorded what was checked."""
    return f"Card {card} is marked as checked, but nothing records what was checked."


def hides(name: str, field: str, signs: Sequence[str]) -> str:
    """Say that a text holds characters that hide or disguise its words, and which."""
    return f"{name}: {field} holds characters that hide or disguise its words: {', '.join(signs)}."


def block_name(position: int, heading: str, *, is_heading: bool) -> str:
    """Name a block by where it stands, counted from 1, and the heading it stands under."""
    if not heading:
        return f"Block {position}"
    return f"Block {position}, the heading “{heading}”" if is_heading else f"Block {position}, under “{heading}”"


def restricted(block: str) -> str:
    """Say that a block shows a restricted card, and nothing of the card."""
    return f"{block}: the card is restricted and never leaves the office."


def missing(block: str, card: str) -> str:
    """Say that a block's card is not there."""
    return f"{block}: card {card} is not in the library."


def damaged(block: str, card: str, place: str) -> str:
    """Say that a block's card cannot be read."""
    return f"{block}: card {card} cannot be read; see {place}."


def outline_damaged(reason: str) -> str:
    """Say that a part of the outline's own file is not in what would leave."""
    return f"Part of the outline cannot be read and would be left out. {reason}"


def outline_embargoed(until: str) -> str:
    """Say until when an outline must wait."""
    return f"The outline is embargoed until {until}."


def card_embargoed(block: str, card: str, until: str) -> str:
    """Say until when a card must wait."""
    return f"{block}: card {card} is embargoed until {until}."


def used_though(block: str, card: str, status: str) -> str:
    """Say that a card is used though it is in doubt."""
    return f"{block}: card {card} is {status}."


def _a(what: str) -> str:
    return f"{'an' if what[:1] in 'aeiou' else 'a'} {what}"

"""What is said where two people changed the same words."""

from __future__ import annotations

from collections.abc import Mapping

TITLE = "Somebody else changed the same words"
DETAIL = "Nothing of yours was saved yet, and nothing of theirs was touched. Choose for each what is to stand."
YOURS = "yours"
THEIRS = "theirs"
GONE = "(not there)"
KEEP = "Save what is chosen"
LATER = "Later"
CHOOSE_FIRST = "Choose yours or theirs for each first."
WHOLE = {"card": "The whole card", "source": "The whole source", "block": "The whole block", "": "The whole file"}
KEPT_FOR_LATER = "Not saved yet: the words still meet another edit."


def about(array: str, entry_id: str, called: str) -> str:
    """Say which words two people changed, by what a form calls the field; all of the entry's where it is empty."""
    if not called:
        return f"{WHOLE.get(array, array)} {entry_id}".strip()
    return f"{called} of the {array} {entry_id}" if array else called


def shown(value: object | None) -> str:
    """Return a value as it is shown in a conflict."""
    if value is None:
        return GONE
    if isinstance(value, Mapping):
        return "\n".join(f"{name}: {shown(held)}" for name, held in value.items() if name != "id")
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return str(value)

"""What is said where two people changed the same words."""

from __future__ import annotations

from collections.abc import Mapping

TITLE = "Somebody else changed the same words"
DETAIL = "Nothing of yours was saved yet, and nothing of theirs was touched. Choose for each what is to stand."
YOURS = "yours"
THEIRS = "theirs"
WAS = "was"
GONE = "(not there)"
KEEP = "Save what is chosen"
LATER = "Later"
CHOOSE_FIRST = "Choose yours or theirs for each first."
WHOLE = {"card": "The whole card", "source": "The whole source", "block": "The whole block", "": "The whole file"}
KEPT_FOR_LATER = "Not saved yet: the words still meet another edit."


def about(array: str, entry_id: str, field: str) -> str:
    """Say which words two people changed."""
    if not field:
        return f"{WHOLE.get(array, array)} {entry_id}".strip()
    whose = f"{array} {entry_id}: " if array else ""
    return f"{whose}{field}"


def shown(value: object | None) -> str:
    """Return a value as it is shown in a conflict."""
    if value is None:
        return GONE
    if isinstance(value, Mapping):
        return "\n".join(f"{name}: {shown(held)}" for name, held in value.items() if name != "id")
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return str(value)

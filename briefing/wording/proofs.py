"""What a proof says of its own, and the answer to “where is that from?”."""

from __future__ import annotations

from collections.abc import Iterable

TITLE = "Proofs"
NO_SOURCE = "No source is named."
_STANDING = {
    "unchecked": "Not checked.",
    "disputed": "Disputed.",
    "superseded": "Superseded.",
    "withdrawn": "Withdrawn.",
}


def several(code: str, count: int) -> str:
    """Say that a code stands for more than one card."""
    return f"“{code}” stands for {count:,} cards."


def one_of(cards: Iterable[str]) -> str:
    """Say which ones, and what to do."""
    return f"Type more of it: {', '.join(cards)}."


def checked(by: str, on: str) -> str:
    """Say who checked it and when."""
    return " ".join(part for part in ("Checked", f"by {by}" if by else "", f"on {on}" if on else "") if part) + "."


def standing(status: str) -> str:
    """Say that it cannot be relied on."""
    return _STANDING.get(status, f"{status.capitalize()}.")

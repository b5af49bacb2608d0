"""What tracing a card says: where it was used, and what could not be read."""

from __future__ import annotations

IN_OUTLINE = "outline"
IN_EXPORT = "export"
PROBABLE = "probable"


def not_read(name: str) -> str:
    """Say that a file among the exports could not be looked into."""
    return f"{name} has no record and could not be read: whether it says this card is not known."

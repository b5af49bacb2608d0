"""What is told of a file that reads otherwise than it did."""

from __future__ import annotations

from briefing.library.shelf import BLOCK, CARD, FileChange
from briefing.library.survey import OUTLINES
from briefing.search.filing import Changed


def file_change(file: str, what: Changed) -> FileChange:
    """Return a change as the index counted it."""
    noun = BLOCK if file.startswith(f"{OUTLINES}/") else CARD
    return FileChange(file, what.added, what.changed, what.gone, noun)

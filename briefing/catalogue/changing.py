"""What is told of a file that reads otherwise than it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.library.survey import OUTLINES

if TYPE_CHECKING:
    from briefing.library.shelf import FileChange
    from briefing.search.making.filing import Changed


def file_change(file: str, what: Changed) -> FileChange:
    """Return a change as the index counted it."""
    from briefing.library.shelf import BLOCK, CARD, FileChange

    noun = BLOCK if file.startswith(f"{OUTLINES}/") else CARD
    return FileChange(file, what.added, what.changed, what.gone, noun)

"""What is said of keeping the text of a source at the desk."""

from __future__ import annotations

TITLE = "Keep the text of a source"
FILE = "A text file"
FILE_HINT = "its path, as ~/reports/survey.txt"
PASTED = "or its words, pasted here"
WHERE_PASTED = "what was pasted"
KEEP = "Keep it"
LEAVE = "Leave"
NEITHER = "Name a text file, or paste the words."
BOTH = "Name a text file or paste the words, not both."
NO_SOURCE = "This card names no source that is in the library: a text is kept of a source."


def of(title: str) -> str:
    """Say of which source the text is kept."""
    return f"Of: {title}"


def kept(about: str) -> str:
    """Say that a text is kept, and how the cards compare with it."""
    return f"The text is kept. {about}"

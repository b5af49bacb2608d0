"""What is said when a finding is let be."""

from __future__ import annotations

TITLE = "Let it be"
REASON = "Why it may stand"
REASON_HINT = "kept in the outline, for colleagues"
BY = "Who says so"
BY_HINT = "a name"
LET_BE = "Let it be"
LEAVE = "Leave it"
NO_REASON = "Say why it may stand."
NO_NAME = "Say who lets it be."
NOT_HERE = "Findings of the library are mended in their file."
MUST_BE_MENDED = "This stops the document: mend it, or say at the export why it may leave."
NOT_BY_A_RULE = "This is not advice that can be waived: mend it."


def label(rule: str, words: str) -> str:
    """Name the step that lets a finding be."""
    return f"{rule} let be in {words}"

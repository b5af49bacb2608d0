"""What a note to the Member says of the changes that came back."""

from __future__ import annotations

from collections.abc import Mapping

TITLE = "What became of your changes"
OF, FILES, DATE = "Of", "Files", "Date"
NOT_TAKEN, TO_DO, OPEN, TAKEN = "Not taken", "To be done", "Not decided yet", "Taken"
NO_REASON = "no reason was noted"
NOTHING = "Nothing was changed."
SPLIT, JOINED = "one paragraph made two", "two paragraphs made one"
_COUNTED = {TAKEN: "taken", NOT_TAKEN: "not taken", TO_DO: "to be done", OPEN: "not decided yet"}
_LONGEST = 110
"""Characters of a text that are quoted."""


def summary(counts: Mapping[str, int]) -> str:
    """Say how many changes there were, and what became of them."""
    total = sum(counts.values())
    listed = ", ".join(f"{count:,} {_COUNTED[name]}" for name, count in counts.items() if count)
    return f"{'1 change or remark' if total == 1 else f'{total:,} changes and remarks'}: {listed}."


def put_in(text: str) -> str:
    """Say that words were put in."""
    return f"put in {_quoted(text)}"


def taken_out(text: str) -> str:
    """Say that words were taken out."""
    return f"taken out {_quoted(text)}"


def replaced(before: str, after: str) -> str:
    """Say that words were put in the place of others."""
    return f"{_quoted(after)} instead of {_quoted(before)}"


def moved(text: str) -> str:
    """Say that something was moved."""
    return f"moved {_quoted(text)}"


def looks(text: str) -> str:
    """Say that words were set otherwise."""
    return f"set otherwise: {_quoted(text)}" if text else "set otherwise"


def remark(text: str, on: str) -> str:
    """Return a remark and what it is on."""
    return f"{_quoted(text)} on {_quoted(on)}" if on.strip() else _quoted(text)


def where(heading: str) -> str:
    """Return where a change is, before what was done there."""
    return f"{heading}: "


def by(author: str) -> str:
    """Say whose change it is, where there are several readers."""
    return f" ({author})"


def because(why: str) -> str:
    """Say why something was not taken."""
    return f". {why[:1].upper()}{why[1:].rstrip('.')}."


def more(count: int, name: str) -> str:
    """Say that there is more of the same."""
    return f"and {count:,} more, {'all ' if count > 1 else ''}{_COUNTED[name]}"


def _quoted(text: str) -> str:
    plain = " ".join(text.split())
    return f"“{plain if len(plain) <= _LONGEST else f'{plain[: _LONGEST - 1].rstrip()}…'}”"

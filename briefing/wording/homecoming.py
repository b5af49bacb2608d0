"""What the desk says while a Word file that came back is settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

# Which file.

WHICH_FILE = "Which Word file came back?"
LOOKING = "Looking among the exports and downloads…"
NONE_LIKELY = "None of the newest Word files here is an export that was changed. Give its path below."
PATH_HINT = "another file: its path (→ completes), or drop it here"
WHICH_HINT = "↑↓ choose · space marks several readers' files of one export · enter opens · esc leaves"
NO_FILE_CHOSEN = "Choose a file, or give its path."
MARKED = "●"


def likely(outline: str, day: str, folder: str) -> str:
    """Say what a file is an export of, when it was last changed, and where it lies."""
    return " · ".join(part for part in (outline, day, folder) if part)


# The screen.

CHANGES = "What came back"
CHANGE = "The change"
READING = "Reading…"
NOTHING_CHANGED = "Nothing was changed."
NONE_SHOWN = "No change is like that; f shows others."
NO_OUTLINE = "The outline is no longer in the library: changes can be read and rejected, and nothing else."
NOT_READ_YET = "The library is being read. One moment."

SIGNS: Final[Mapping[str, str]] = {
    "insertion": "+",
    "deletion": "-",
    "replacement": "±",
    "move": "↕",
    "split": "¶+",
    "merge": "¶-",
    "table": "#",
    "format": "aA",
    "comment": "»",
    "reply": "↳",
}
"""Each kind of change as one or two characters."""
STATES: Final[Mapping[str, str]] = {"open": "○", "accepted": "✓", "rejected": "✗", "task": "▸"}
"""What was decided, as one character."""
SETTLING = "…"
SETTLING_NOW = "settling…"
GUARDED_MARK = "!"
CONFLICT_MARK = "≠"
SPACE = "␣"
SPACES: Final[Mapping[str, str]] = {"\n": "¶", "\N{NO-BREAK SPACE}": "⍽"}
"""White space that comes or goes alone, as something that can be seen."""
TO = " → "
UNTRACKED = "not tracked"
RESOLVED = "resolved"

DECIDED: Final[Mapping[str, str]] = {"accepted": "accepted", "rejected": "rejected", "task": "made a task"}


def progress(left: int, total: int) -> str:
    """Say how many changes are still open."""
    return f"{left:,} of {total:,} open"


def group(where: str, words: str) -> str:
    """Name what some changes are in: a block by its words, what is new after one, a copy, or the tray."""
    match where:
        case "new":
            return f"new, after “{words}”" if words else "new, before the first block"
        case "copy":
            return f"a copy of “{words}”"
        case "none":
            return "not placed"
        case _:
            return words or "beside the blocks"


# One change.

GUARDED = "Alters a quotation or a figure: it needs a decision of its own."
EXACT = "exact words"
CLAIM = "the card"
READS = "would read"
SAYS_NOW = "now says"
THEIRS = "theirs"
FINDING = "noticed"
FILES = "in"
THREAD = "remarks"
GOES = "The block would go."
NOT_PLACED = "It could not be placed: p chooses its block, then a or t."
CONFLICT = "Both changed the same words since the export, and both are kept until you decide."
CONFLICT_KEYS = "T takes theirs; r keeps the outline's."
CANNOT = "It cannot be accepted as it stands."


def by(author: str, date: str, tracked: str) -> str:
    """Say who did it, when, and whether it was tracked."""
    return " · ".join(part for part in (author, date, tracked) if part)


def decided(state: str, by: str, on: str, why: str) -> str:
    """Say what was decided about a change."""
    told = " ".join(part for part in (DECIDED[state], f"by {by}" if by else "", f"on {on}" if on else "") if part)
    return f"{told}: {why}" if why else told


def placed_in(words: str) -> str:
    """Say which block what could not be placed is to belong to."""
    return f"It is to belong to “{words}”: a accepts it after that, t makes it a task there."


# Deciding.

WHY = "Why is it left as it is?"
WHY_LABEL = "A line for the note to the Member; it may be empty"
WHY_HINT = "the report says otherwise"
REJECT = "Reject"
KEEP_OPEN = "Leave it open"
WHICH_BLOCK = "Which block does it belong to?"
SHOW_WHICH = "Show which changes?"
ALL = "all of them"
OPEN_ONES = "open ones"
GUARDED_ONES = "what alters a quotation or a figure"
NOBODY = "not tracked, by nobody's name"
KINDS: Final[Mapping[str, str]] = {
    "insertion": "insertions",
    "deletion": "deletions",
    "replacement": "replacements",
    "move": "moves",
    "split": "splits",
    "merge": "merges",
    "table": "rows and cells",
    "format": "changes of looks",
    "comment": "comments",
    "reply": "replies",
}
NONE_TOGETHER = "None of those shown can be accepted together: each is decided, a remark, or wants its own decision."
NO_CONFLICT = "There is nothing to choose here: the outline says what it said, so a accepts it."
DECIDED_ALREADY = "It is accepted already: z takes back what was decided last, or change the outline."
PLACED_ALREADY = "It is placed already."
TAKEN_BACK = "Taken back."
NO_MORE_OPEN = "No change that is shown is still open."
NO_BLOCK = "It is in no block of the outline."


BOTH_CHANGED = "It stays open: both changed the same words. T takes theirs, r keeps the outline's."


def stays_open(why: str) -> str:
    """Say that a change was not settled."""
    return f"It stays open. {why}"


def some_stay_open(count: int, why: str) -> str:
    """Say that some changes were not settled, and why the first of them was not."""
    return f"{count:,} stay open. The first: {why}"


def took_all(count: int, left: int) -> str:
    """Say how many changes were accepted at once, and how many wait."""
    waits = "" if not left else f" {left:,} {'waits' if left == 1 else 'wait'} for a decision of their own."
    return f"{count:,} accepted.{waits} z takes it back."


def filtered(parts: Sequence[str]) -> str:
    """Say which changes are shown, where not all are."""
    return f"only {', '.join(parts)}" if parts else ""


def no_file(name: str) -> str:
    """Say that there is no such file."""
    return f"There is no file {name}. Look whether the path is right."


def note_written(name: str) -> str:
    """Say where the note to the Member is."""
    return f"The note to the Member is {name}, among the exports."

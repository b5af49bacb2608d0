"""What is said of whether one can stand behind a card: what a check needs, and why to look at it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

NAMES: Final[Mapping[str, str]] = {
    "quote": "the exact words (quote)",
    "speaker": "who said it (speaker)",
    "role": "as what they said it (role)",
    "source": "the source it rests on (source)",
    "at": "where in the source (at)",
    "of": "of whom or what (of)",
    "unit": "the unit (unit)",
    "period": "the period (period)",
    "place": "the place (place)",
    "as_of": "the day it is true on (as_of)",
    "from": "the cards it comes from (from)",
    "formula": "how it is worked out (formula)",
    "answers": "the card it answers (answers)",
    "owner": "who must do it (owner)",
    "due": "by when (due)",
}
"""What each field is called in a sentence."""

DIFFERS = "the exact words, which the kept text of the source does not hold as they stand (quote)"
MOVED = "where in the source, for its kept text has the words elsewhere (at)"
NO_SUCH_SOURCE = "a source that is in the library (source)"
SEARCH_LOG = "what was searched, where and when, since it says that something never happened (search_log)"
DID = "how the Member voted (did: aye, no, teller, or no vote recorded)"

WHO_CHECKED = "Say who checked it."
WHO_CHECKED_HINT = "Add --by NAME: a check is recorded with the name of whoever made it."

LACKING_HINT = "Fill that in first, or leave the card unchecked: it can be used either way."


def needed(field: str) -> str:
    """Name a field that a card of its kind needs."""
    return NAMES.get(field, field)


def division_needs(parts: Sequence[str]) -> str:
    """Name what the record of a division lacks."""
    return f"in the division {_and([DID if part == 'did' else f'its {part}' for part in parts])}"


def cannot_be_checked(reasons: Sequence[str]) -> str:
    """Say what a card lacks before it can be checked."""
    return f"It cannot be marked as checked yet: it needs {_and(reasons)}."


def _and(parts: Sequence[str]) -> str:
    *others, last = parts
    return f"{', '.join(others)} and {last}" if others else last

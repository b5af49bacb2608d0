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
WHO_CHECKED_HINT = "A check is kept with a name: --by NAME on the command line, by: NAME in the field checked."

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


def checked_without(card: str, reasons: Sequence[str]) -> str:
    """Say that a card counts as checked and lacks what its kind needs."""
    return f"Card {card} is marked as checked, but it needs {_and(reasons)}."


def _and(parts: Sequence[str]) -> str:
    *others, last = parts
    return f"{', '.join(others)} and {last}" if others else last


# What is to be looked at again.

OTHER_SOURCE = "Its source, or the kept text of it, is not as it was when the card was checked. Look again."


def stale(reason: str, successor: str) -> str:
    """Say why something is to be looked at again."""
    return f"{reason} by {successor}" if successor else reason


def used(claim: str, outlines: Sequence[str]) -> str:
    """Say what a card claims, and where it is used."""
    return f"{claim} (in {', '.join(outlines)})" if outlines else claim


# Counting recommendations and commitments.

COUNTED = "counted"
LEDGER = "Counted"


def ledger(count: int, of: int, by: str, on: str) -> str:
    """Say how many there are on cards, by whose count and on which day the claim holds."""
    whose = f", by the count of {by}" if by else ""
    day = f", on {on}" if on else ", on no day that is given"
    return f"{count} of {of} on cards{whose}{day}."


def ledger_disagrees(said: int, count: int) -> str:
    """Say that a claim counts otherwise than its cards."""
    return f"The claim says {said}; the cards show {count}."


def ledger_missing(cards: Sequence[str]) -> str:
    """Name those that are missing from the count."""
    return f"Missing: {', '.join(cards)}."


def ledger_unwritten(count: int) -> str:
    """Say that some are on no card, so that nobody can say which."""
    return f"{count} {'is' if count == 1 else 'are'} on no card."


# Checking at the desk.

TITLE = "Check this card"
QUESTIONS: Final = {
    "claim": "The claim says what the source says",
    "words": "These are the exact words of the source, where it says",
    "scope": "It holds for these, there and then, and no more is claimed",
    "date": "It is still so",
}
"""What is asked of a card, one after another."""
RESTS_ON = "Rests on"
NO_SOURCE = "It names no source."
AT = "At"
KEPT_TEXT = "Kept text"
COMPARED: Final = {
    "exact": "has these words, there.",
    "moved": "has these words elsewhere than the card says.",
    "differs": "does not have these words as they stand.",
    "no-text": "is not kept: compare the words by eye.",
}
"""What is said of the kept text of a source, by what comparing found."""
FOUND = "It has"
SCOPE = "Scope"
SEARCHED = "Searched"
DATES: Final = {"as_of": "True on", "review_after": "Look again", "due": "Due", "published": "Published"}
DIVISION = "Division"
NOT_SAID = "not said"
DOUBTED: Final = {"disputed": "Disputed", "superseded": "Superseded", "withdrawn": "Withdrawn"}
CHECKED_BY = "Checked by"
NAME_HINT = "your name, kept with the check"
HINT = "space ticks · f2 records · esc leaves"
RECORD = "Record the check"
FILL_IN = "Fill it in (e)"
LEAVE = "Leave"
TICK_FIRST = "Tick each question once you have looked: what is not ticked was not checked."
NAME_FIRST = "Say who checked it."
TO_CHECK = "To check: the most used first, then the oldest"
TO_CHECK_IN_USE = "To check: cards in use, and of the chosen note. status:unchecked finds others"
NO_LONGER_THERE = "That card is no longer there."


def recorded(by: str) -> str:
    """Say that a check was recorded, and how long it holds."""
    return f"Checked by {by}. A change of claim, words, source or scope makes it void; z undoes."


def queued(why: str, uses: int) -> str:
    """Say why a card is to be checked, and how many outlines use it."""
    return f"{why} · in {uses}" if uses else why


def on_page(page: int) -> str:
    """Say on which page something stands; nothing of a text of one."""
    return f"(page {page})" if page else ""

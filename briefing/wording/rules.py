"""What the rules say around their own messages, which stand in their files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

AN_ENTRY = 'Give it as a table: [[lists.people]], and under it a line name = "...".'
GIVE_IT = "Give it, or take the entry out."
PUT_DATES_RIGHT = "Put the two dates right."
FIELDS_ARE: Final[Mapping[str, str]] = {
    "text": "It is words in quotation marks.",
    "texts": 'It is words in quotation marks, or a list of them: ["...", "..."].',
    "date": 'It is a day, a month or a year: 2024-07-04, "2024-07" or "2024".',
    "flag": "It is true or false.",
}
"""What a field of a list's entry is to be."""

NOT_TEXT = "It is neither Hansard as XML nor plain text in UTF-8."
NOT_TEXT_HINT = "Save it as plain text in UTF-8, then try again."

_HEAD_FIELDS = {
    "title": "The title",
    "aim": "The aim",
    "ask": "The ask",
    "their_point": "Their point",
    "salutation": "The salutation",
}


def head_field(name: str) -> str:
    """Name a field of an outline's head, as it begins a sentence."""
    return _HEAD_FIELDS[name]


def noticed(name: str, message: str) -> str:
    """Say where something was noticed, and what."""
    return f"{name}: {message}" if name else message


def no_list(name: str) -> str:
    """A list that no rule reads."""
    return f"There is no list {name}."


def no_entry(name: str) -> str:
    """Something in a list that is no table."""
    return f"An entry of lists.{name} is none."


def nameless(name: str, needed: str) -> str:
    """An entry without what it is called."""
    return f"An entry of lists.{name} has no {needed}, and no rule reads it."


def no_field(entry: str, field: str) -> str:
    """A field that no rule reads."""
    return f"{entry or 'An entry'}: there is no field {field} in this list."


def misfits(entry: str, field: str) -> str:
    """A field that cannot be read."""
    return f"{entry or 'An entry'}: {field} cannot be read."


def not_listed(entry: str, field: str, value: str) -> str:
    """A field that names something that is on no list."""
    return f"{entry or 'An entry'}: {field} names {value}, which is on no list."


def list_it(name: str) -> str:
    """What to do about that."""
    return f"Mend the name, or put it into lists.{name}."


def ends_before(entry: str) -> str:
    """A period that is turned round."""
    return f"{entry or 'An entry'} ends before it begins."


def perhaps(name: str) -> str:
    """What may have been meant."""
    return f"Perhaps {name} is meant."


def fields_are(names: Iterable[str]) -> str:
    """What there is."""
    return f"There are: {', '.join(names)}."


def by_seat(seat: str, *, is_right: bool) -> str:
    """How a Member is called in the House: a Privy Counsellor is right honourable."""
    return f"Say the {'right ' if is_right else ''}hon. Member for {seat}, or the office held."


def theirs(name: str) -> str:
    """How somebody is styled."""
    return f"The office's list has {name}."


def held_by(title: str, holders: Iterable[str]) -> str:
    """Who held an office at the time."""
    return f"{title} was then {' or '.join(holders)}."


def seat_ended(seat: str, day: str) -> str:
    """A constituency that is no more."""
    return f"{seat} was a constituency until {day}. Say the former Member, or the year."


def seat_to_come() -> str:
    """A constituency that was not there yet."""
    return "There was no such constituency on that day."


def is_called(name: str) -> str:
    """What a body is called."""
    return f"The name is {name}."


CASE_UNDER_APPEAL = "an appeal was begun and is not decided"
CASE_HAS_NO_STATE = "its card does not say how the case stands"
NO_CARD_QUOTES = "no card of this outline has these words"


def and_more(rule: str, told: int) -> str:
    """A rule that notices more in one document than is told of it."""
    return f"{rule}: there is more of this; {told} are told."


def case_is(state: str) -> str:
    """How a case stands that is not over."""
    return f"its card says the case is {state}"


def case_unrecorded(name: str) -> str:
    """A case with a name and no record of how it stands."""
    return f"no card says how the case of {name} stands"


_SHOWN = 3
"""Differences that are shown, and parts left out."""


def altered(card: str, differences: Sequence[tuple[str, str]] = ()) -> str:
    """A quotation that is not quite a card's: what is said, and what the card has."""
    told = [_difference(said, found) for said, found in differences[:_SHOWN]]
    more = ["and more"] if len(differences) > _SHOWN else []
    return f"card {card} has other words" + (f": {', '.join([*told, *more])}" if told else "")


def _difference(said: str, found: str) -> str:
    if not found:
        return f"not “{_brief(said)}”"
    return f"“{_brief(found)}” for “{_brief(said)}”" if said else f"“{_brief(found)}” as well"


def _brief(words: str) -> str:
    """Shorten words in the middle."""
    return words if len(words) <= 120 else f"{words[:60].rstrip()} […] {words[-50:].lstrip()}"


_CUTS = {
    "ellipsis": "something was left out of the quotation",
    "splice": "own words join two parts of one passage",
}


def is_cut(cut: str, left_out: Sequence[str] = ()) -> str:
    """How a quotation was cut, and what the card has in between."""
    shown = [f"“{_brief(words)}”" for words in left_out[:_SHOWN]]
    return _CUTS[cut] + (f"; left out: {', '.join(shown)}" if shown else "")


def sum_is(total: str, formula: str) -> str:
    """What a card's figures come to."""
    return f"the card's own figures, {formula}, come to {total}"


def card_has_scale(scale: str) -> str:
    """An amount that is a thousand times another."""
    return f"the card has the same number in {scale}s"


def time_is(period: str, between: str) -> str:
    """How long a period is."""
    return f"the card's period, {period}, is {between} at most"


def days_meant(first: date, last: date) -> str:
    """Which days a relative date means."""
    days = _day(first) if first == last else f"{_day(first)} to {_day(last)}"
    return f"Give the date. On this document's own, that is {days}."


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def lacks(fields: Iterable[str]) -> str:
    """What a commitment has not."""
    named = {"owner": "who keeps it", "due": "by when"}
    return " or ".join(named[field] for field in fields)

"""Whom a Member sits for: whether there is a constituency of that name, on that day."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from datetime import date

from briefing.model.dates import spell
from briefing.rules.engine import Hit, Reading, is_excused, passages_for
from briefing.rules.named.seats import Seat, find_seats
from briefing.rules.passages import Passage
from briefing.rules.rule import Rule
from briefing.wording import rules as say

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_PAST = re.compile(r"(?i)\b(?:former|previous|last|late|then|first|ex)\W+(?:(?:right )?hon\.? )?\Z")

_MOST_ADVISED = 10
"""Seats for which the name that may be meant is looked for: among 650 that takes a while."""


def find_no_seats(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield each seat a Member is said to sit for that is not listed, or was not there on that day."""
    own = {member.constituency for member in reading.library.office.members}
    seats = reading.lists.constituencies
    if all(own & set(seat.names) for seat in seats):
        return  # a list of the office's own seats alone says nothing of others
    found = 0
    for passage in passages_for(reading, rule):
        for seat in find_seats(passage.text, reading.lists):
            if not _stood(reading, passage, seat) and not is_excused(reading, rule, passage, seat.start, seat.end):
                found += 1
                advice = _advice(reading, seat) if found <= _MOST_ADVISED else ""
                yield Hit(passage, seat.start, seat.end, suggest=advice)


def _stood(reading: Reading, passage: Passage, seat: Seat) -> bool:
    """Whether there is a constituency of that name, or was at the time the sentence speaks of."""
    if not seat.listed or not seat.name:
        return not seat.name
    if any(listed.period.holds(reading.on) for listed in seat.listed):
        return True
    if _PAST.search(passage.text, max(0, seat.start - 40), seat.start):
        return True
    first, last = passage.sentence_at(seat.start)
    years = [int(year) for year in _YEAR.findall(passage.text, first, last)]
    return any(
        listed.period.first <= date(year, 12, 31) and date(year, 1, 1) <= listed.period.last
        for listed in seat.listed
        for year in years
    )


def _advice(reading: Reading, seat: Seat) -> str:
    if seat.listed:
        last = seat.listed[0].period.last
        return say.seat_ended(seat.listed[0].name, spell(last)) if last < reading.on else say.seat_to_come()
    now = [name for each in reading.lists.constituencies if each.period.holds(reading.on) for name in each.names]
    near = difflib.get_close_matches(seat.name[:80], now, n=1)
    return say.perhaps(near[0]) if near else ""

"""How the House is spoken of and to: bad motives, criticism of a named Member, and who is "you"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from re import Pattern

from briefing.model.finding import Severity
from briefing.rules.engine import Hit, Reading, find_spans, is_excused, passages_for
from briefing.rules.lists import Lists
from briefing.rules.named.names import find_members
from briefing.rules.named.seats import find_seats
from briefing.rules.named.settings import number_of, pattern_of, texts_of
from briefing.rules.rule import Rule
from briefing.rules.sentences import Span

_YOU = re.compile(r"(?i)\b(?:you|your|yours|yourself)\b(?![\u2019']?(?:tube|gov)\b)")
_NEGATED = re.compile(r"(?i)\b(?:not|never|nor|nobody|no one)\b|n[\u2019']t\b")


def find_bad_motives(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield where somebody in the House, or a party, is said to act for a bad reason."""
    motives, within = pattern_of(rule, "motives"), number_of(rule.settings, "within")
    sides = _sides(reading.lists, str(rule.settings["side"]))
    for passage in passages_for(reading, rule):
        mentions: tuple[Span, ...] | None = None
        for start, end in find_spans(passage.text, motives):
            first, last = passage.sentence_at(start)
            if mentions is None:
                mentions = find_spans(passage.text, sides)
            near = _nearest(mentions, (max(first, start - within), min(last, end + within)), start)
            if near is None or _NEGATED.search(passage.text, min(near[1], start), start):
                continue
            if not is_excused(reading, rule, passage, start, end):
                yield Hit(passage, start, end)


@lru_cache(maxsize=8)
def _sides(lists: Lists, side: str) -> Pattern[str]:
    """Return the pattern of whoever is of the House, and of every party the office lists."""
    parties = sorted({name for party in lists.parties for name in party.names}, key=len, reverse=True)
    return re.compile("|".join([side, *(rf"\b{re.escape(name)}\b" for name in parties)]))


def _nearest(spans: tuple[Span, ...], window: Span, place: int) -> Span | None:
    """Return the span within a window that is nearest before a place, or else after it."""
    index = bisect_left(spans, (place, 0))
    before = spans[index - 1] if index else None
    if before and window[0] <= before[0]:
        return before
    return spans[index] if index < len(spans) and spans[index][1] <= window[1] else None


def find_attacked(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield where a card that attacks names a Member, by name or by seat; each Member once a block."""
    kinds = texts_of(rule.settings, "kinds")
    for passage in passages_for(reading, rule):
        if passage.card and passage.card.kind in kinds and not passage.is_theirs:
            named = [(found.start, found.end) for found in find_members(passage.text, reading.lists, reading.on)]
            seats = [(seat.start, seat.end) for seat in find_seats(passage.text, reading.lists) if seat.listed]
            yield from (Hit(passage, start, end) for start, end in sorted({*named, *seats})[:1])


def find_spoken_to(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield each "you" that is not the Chair; it is only noted where it is nobody who is there."""
    spoken_to = pattern_of(rule, "spoken_to")
    for passage in passages_for(reading, rule):
        judged: tuple[Span, Severity | None] = ((-1, -1), None)
        for found in _YOU.finditer(passage.text):
            if is_excused(reading, rule, passage, *found.span()):
                continue
            sentence = passage.sentence_at(found.start())
            if judged[0] != sentence:
                meant = spoken_to.search(passage.text[slice(*sentence)])
                judged = sentence, None if meant else Severity.INFO
            yield Hit(passage, *found.span(), severity=judged[1])

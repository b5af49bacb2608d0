"""What the law asks: cases before the courts, victims, children, and what constituents told the office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from briefing.model.card import Card
from briefing.model.dates import first_day, is_partial_date
from briefing.model.finding import Severity
from briefing.rules.engine import Hit, Reading, find_spans, is_excused, passages_for
from briefing.rules.named.private import find_private
from briefing.rules.named.settings import pattern_of, texts_of
from briefing.rules.passages import Passage
from briefing.rules.rule import Rule
from briefing.wording import rules as say

DECEASED = "deceased"
"""The tag of a card about somebody who has died."""
_AGE = re.compile(
    r"(?i)\b(?:aged?|age of) (?P<aged>\d{1,2})\b|\b(?P<old>\d{1,2}|[a-z]{3,9})[ -](?:year|month|week)s?[ -]old\b"
)
_YOUNG = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen".split()
)


def find_active(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield each passage about a case that is, or may be, before a court: by its card, or by its words and a name."""
    before_court = pattern_of(rule, "before_court")
    for passage in passages_for(reading, rule):
        card = passage.card
        if card and (card.proceedings or "proceedings" in card.flags):
            state = _state(card.proceedings, texts_of(rule.settings, "ended"), reading.on)
            if state:
                yield Hit(passage, 0, len(passage.text), told={"fault": state})
            continue
        looked_to = 0  # each sentence is looked through for a name once
        for start, end in find_spans(passage.text, before_court):
            if start < looked_to or is_excused(reading, rule, passage, start, end):
                continue
            sentence = passage.sentence_at(start)
            looked_to = sentence[1]
            if named := find_private(passage, reading.lists, sentence):
                yield Hit(passage, start, end, told={"fault": say.case_unrecorded(passage.text[slice(*named)])})
                break


def _state(proceedings: Mapping[str, object], ended: tuple[str, ...], on: date) -> str:
    """Say why a case counts as active; nothing where it was ended, with no appeal begun by that day."""
    state = " ".join(str(proceedings.get("state", "")).casefold().split())
    if _is_by(proceedings, "appeal", on) and not _is_by(proceedings, "appeal_decided", on):
        return "" if state in _APPEAL_ENDED else say.CASE_UNDER_APPEAL
    if state:
        return "" if state in ended else say.case_is(state)
    if any(_is_by(proceedings, name, on) for name in ("sentence", "acquittal", "discontinued")):
        return ""
    return say.CASE_HAS_NO_STATE


_APPEAL_ENDED = frozenset({"appeal dismissed", "appeal decided", "appeal withdrawn"})


def _is_by(proceedings: Mapping[str, object], name: str, on: date) -> bool:
    """Whether a day of a case is recorded and has come."""
    value = proceedings.get(name)
    if isinstance(value, str) and is_partial_date(value):
        value = first_day(value)
    return isinstance(value, date) and first_day(value) <= on


def find_victims(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield where a card about a living victim is used with a name, and no consent is recorded."""
    for passage in passages_for(reading, rule):
        card = passage.card
        if card and _is_victim(card) and not has_consent(card) and DECEASED not in card.tags:
            named = find_private(passage, reading.lists)
            if named:
                yield Hit(passage, *named)


def _is_victim(card: Card) -> bool:
    return "victim" in card.flags or card.kind == "victim"


def has_consent(card: Card | None) -> bool:
    """Whether a consent is recorded on a card: by whom, and when."""
    return bool(card and str(card.consent.get("by", "")).strip() and card.consent.get("on"))


def find_children(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield where somebody under 18 is named: by the card's flag, or by an age beside harm. Of the dead it warns."""
    harm = pattern_of(rule, "harm")
    for passage in passages_for(reading, rule):
        card = passage.card
        if has_consent(card):
            continue
        named = _child(reading, passage, is_harmed=bool(harm.search(passage.text)))
        if named:
            has_died = bool(card and DECEASED in card.tags)
            yield Hit(passage, *named, severity=Severity.WARN if has_died else None)


def _child(reading: Reading, passage: Passage, *, is_harmed: bool) -> tuple[int, int] | None:
    if passage.card and "minor" in passage.card.flags:
        return find_private(passage, reading.lists)
    looked_to = 0
    for found in _AGE.finditer(passage.text) if is_harmed else ():
        if found.start() >= looked_to and _is_young(found):
            sentence = passage.sentence_at(found.start())
            looked_to = sentence[1]
            if named := find_private(passage, reading.lists, sentence):
                return named
    return None


def _is_young(found: re.Match[str]) -> bool:
    age = (found["aged"] or found["old"]).lower()
    return int(age) < 18 if age.isdecimal() else age in _YOUNG or "month" in found[0] or "week" in found[0]


def find_personal(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield what tells who a constituent is: in words that rest on a card of casework, or by its own form anywhere."""
    anywhere, casework = pattern_of(rule, "anywhere"), pattern_of(rule, "casework")
    for passage in passages_for(reading, rule):
        if has_consent(passage.card):
            continue
        is_casework = passage.card is not None and "constituent" in passage.card.flags
        found = anywhere.search(passage.text) or (casework.search(passage.text) if is_casework else None)
        span = found.span() if found else find_private(passage, reading.lists) if is_casework else None
        if span:
            yield Hit(passage, *span)

"""How it is written: sentences that are too long, dates that mean nothing later, absolutes that nothing bears out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from briefing.evidence.relative_dates import RelativeDate, find_dates
from briefing.rules.engine import Hit, Reading, is_excused, passages_for
from briefing.rules.named.evidence import find_own
from briefing.rules.named.settings import pattern_of
from briefing.rules.passages import Passage, Words
from briefing.rules.remembering import remembered
from briefing.rules.rule import Rule
from briefing.rules.sentences import find_sentences
from briefing.speech.spoken import count_words
from briefing.wording import rules as say


def find_long_sentences(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield sentences with more words than the setting for that type of document; what is quoted whole is let be."""
    most = cast("Mapping[str, int]", rule.settings["most"])[reading.type]
    for passage in passages_for(reading, rule):
        if passage.words is Words.EXACT:
            continue
        for start, end, count in _long(passage.text, most):
            yield Hit(passage, start, end, told={"count": str(count), "most": str(most)})


@remembered
def _long(text: str, most: int) -> tuple[tuple[int, int, int], ...]:
    """Return the sentences of more than so many words: from where, up to where, how many."""
    long = (span for span in find_sentences(text) if span[1] - span[0] > 2 * most)
    counted = ((start, end, count_words(text[start:end])) for start, end in long)
    return tuple(one for one in counted if one[2] > most)


def find_relative_dates(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield dates that are told from another: `this week`, `two years ago`, `recently`."""
    for passage in passages_for(reading, rule):
        for found in find_dates(passage.text, reading.on):
            if found.is_relative and not is_excused(reading, rule, passage, found.start, found.end):
                yield Hit(passage, found.start, found.end, suggest=_meant(reading, found))


def _meant(reading: Reading, found: RelativeDate) -> str:
    """Say which days are meant, where the outline has a date to count from."""
    has_date = str(reading.outline.date) > "0001-12-31"
    return say.days_meant(found.first, found.last) if has_date and found.first and found.last else ""


def find_absolutes(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield `never`, `completely` and their like where neither a check nor a search on the card bears them out."""
    absolutes = pattern_of(rule, "absolutes")
    for passage in find_own(reading, rule):
        if passage.words is not Words.EXACT and not _is_borne_out(passage):
            for found in absolutes.finditer(passage.text):
                if not is_excused(reading, rule, passage, *found.span()):
                    yield Hit(passage, *found.span())


def _is_borne_out(passage: Passage) -> bool:
    return bool(passage.card and (passage.card.standing == "checked" or passage.card.search_log.strip()))

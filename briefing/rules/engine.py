"""Reads what a document would say by the rules that hold for its type, and tells what they notice."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import accumulate, islice
from re import Pattern

from briefing.errors import Place
from briefing.model.finding import Finding, Severity
from briefing.model.library import Library
from briefing.model.literal import show
from briefing.model.outline import Outline
from briefing.model.waiving import is_waived
from briefing.rules.lists import Lists, lists_of
from briefing.rules.passages import Passage, Words
from briefing.rules.remembering import remembered
from briefing.rules.rule import Near, Rule
from briefing.rules.sentences import Span, is_within
from briefing.wording import rules as say


@dataclass(frozen=True)  # no slots: what is found in it is looked for once
class Reading:
    """An outline as the rules read it."""

    outline: Outline
    library: Library
    type: str
    """The type of document: `speech`, `letter`, `briefing`, or one a product names for itself."""
    on: date
    """The day its words are said or sent: the outline's date."""
    passages: tuple[Passage, ...]

    @cached_property
    def lists(self) -> Lists:
        """Who is who and what is what, as the office has it."""
        return lists_of(self.library.office)

    def look_for(self, words: frozenset[str]) -> None:
        """Look once in every passage for words, in small letters, that rules need to be tried."""
        for word in words:
            self._holding[word] = []
        for passage in self.passages:
            for word in _held(passage.text, words):
                self._holding[word].append(passage)

    def holding(self, words: frozenset[str]) -> Iterator[Passage]:
        """Yield the passages that hold one of these words, in order."""
        if new := words - self._holding.keys():
            self.look_for(frozenset(new))
        held = {id(passage) for word in words for passage in self._holding[word]}
        return (passage for passage in self.passages if id(passage) in held) if held else iter(())

    @cached_property
    def _holding(self) -> dict[str, list[Passage]]:
        """The passages that hold each word that was looked for."""
        return {}

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Every sentence of the document."""
        return tuple(passage.text[start:end] for passage in self.passages for start, end in passage.sentences)

    @cached_property
    def _first_sentence(self) -> Mapping[int, int]:
        """How many sentences stand before each passage."""
        counts = accumulate((len(passage.sentences) for passage in self.passages), initial=0)
        return {id(passage): count for passage, count in zip(self.passages, counts, strict=False)}

    def sentence_of(self, passage: Passage, place: int) -> int:
        """Return which sentence of the document a place in a passage stands in, from 0."""
        within = bisect_right(passage.sentences, (place, len(passage.text))) - 1
        return self._first_sentence[id(passage)] + max(0, within)

    def is_near(self, near: Near, passage: Passage, place: int) -> bool:
        """Whether words that excuse stand within so many sentences of a place, over passages too."""
        here = self.sentence_of(passage, place)
        around = range(max(0, here - near.sentences), min(len(self.sentences), here + near.sentences + 1))
        return any(self._excuses(near, at) for at in around)

    def _excuses(self, near: Near, at: int) -> bool:
        known = self._excusing.get((id(near), at))
        if known is None:
            known = any(pattern.search(self.sentences[at]) for pattern in near.any)
            self._excusing[id(near), at] = known
        return known

    @cached_property
    def _excusing(self) -> dict[tuple[int, int], bool]:
        """Whether a sentence holds words that excuse, as far as that was asked."""
        return {}


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule notices in a passage: from where up to where, and more words for its message."""

    passage: Passage | None
    """None where it is the document as a whole."""
    start: int = 0
    end: int = 0
    told: Mapping[str, str] = field(default_factory=dict)
    suggest: str = ""
    """What to do, where that is not what the rule always says."""
    severity: Severity | None = None
    """How much it matters, where that is less than what the rule says."""

    @property
    def words(self) -> str:
        """The words it is about."""
        return self.passage.text[self.start : self.end].strip() if self.passage else ""


Check = Callable[[Reading, Rule], Iterable[Hit]]
"""A named check: what a rule notices that no pattern can say."""


def find_breaches(reading: Reading, rules: Iterable[Rule], checks: Mapping[str, Check]) -> tuple[Finding, ...]:
    """Return what the rules for documents of its type notice, in the order of its passages, but what was waived.

    Raises KeyError where a rule names a check that is not there.
    """
    rules = [rule for rule in rules if rule.runs_on(reading.type)]
    reading.look_for(frozenset(word for rule in rules for word in rule.only_with))
    order = {id(passage): index for index, passage in enumerate(reading.passages)}
    found: list[tuple[int, int, Finding]] = []
    for rule in rules:
        hits = checks[rule.check](reading, rule) if rule.check else match(reading, rule)
        first = tuple(islice(hits, _MOST + 1))
        found.extend(
            (order.get(id(hit.passage), -1), hit.start, _finding(reading, rule, hit))
            for hit in first[:_MOST]
            if not _is_waived(reading, rule, hit)
        )
        if len(first) > _MOST:
            found.append((len(order), 0, _more(reading, rule)))
    found.sort(key=lambda one: one[:2])
    return tuple(finding for _, _, finding in found)


def passages_for(reading: Reading, rule: Rule) -> Iterator[Passage]:
    """Yield the passages a rule has to look at."""
    for passage in reading.holding(rule.only_with) if rule.only_with else reading.passages:
        if passage.is_said or not rule.said_only:
            yield passage


@remembered
def _held(text: str, words: frozenset[str]) -> tuple[str, ...]:
    """Return which of these words a text holds."""
    small = text.lower()
    return tuple(word for word in words if word in small)


def match(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield where a rule's pattern matches and nothing excuses it."""
    if rule.pattern is None:
        return
    for passage in passages_for(reading, rule):
        for start, end in find_spans(passage.text, rule.pattern):
            if not is_excused(reading, rule, passage, start, end):
                yield Hit(passage, start, end)


@remembered
def find_spans(text: str, pattern: Pattern[str]) -> tuple[Span, ...]:
    """Return where a pattern matches."""
    return tuple(found.span() for found in pattern.finditer(text))


def is_excused(reading: Reading, rule: Rule, passage: Passage, start: int, end: int) -> bool:
    """Whether words are quoted, or stand beside or near others, so that they are nothing to a rule."""
    if rule.skip_quoted and is_within(passage.quoted, start, end):
        return True
    before, after = passage.text[max(0, start - _BESIDE) : start], passage.text[end : end + _BESIDE]
    return (
        any(pattern.search(before) for pattern in rule.unless_before)
        or any(pattern.match(after) for pattern in rule.unless_after)
        or (rule.unless_near is not None and reading.is_near(rule.unless_near, passage, start))
    )


_BESIDE = 120
"""Characters: how far what stands beside words is looked at."""
_MOST = 500
"""What one rule says of one document: more nobody reads, and a text can be made to have any number of them."""


def _is_waived(reading: Reading, rule: Rule, hit: Hit) -> bool:
    """Whether somebody gave a reason to let it be, where the words stand; a stop is only acknowledged, at export."""
    block = hit.passage.block if hit.passage else None
    return rule.severity != "stop" and is_waived(block.waived if block else reading.outline.waived, rule.id)


def _more(reading: Reading, rule: Rule) -> Finding:
    """Return that a rule notices more than is told."""
    place = Place(reading.outline.file)
    return Finding(rule.id, rule.severity, say.and_more(rule.name, _MOST), place, authority=rule.authority)


def _finding(reading: Reading, rule: Rule, hit: Hit) -> Finding:
    passage, outline = hit.passage, reading.outline
    block = passage.block if passage else None
    place = reading.library.places.get(("block", f"{outline.name}/{block.id}")) if block else None
    words = show(hit.words)
    message = rule.message.format_map({"words": words, **hit.told})
    return Finding(
        rule=rule.id,
        severity=hit.severity or rule.severity,
        message=say.noticed(passage.name if passage else "", message),
        place=place or Place(outline.file),
        card=passage.card.id if passage and passage.card else "",
        block=block.id if block else "",
        field="" if passage is None or passage.words is not Words.OWN else "text",
        words=words,
        authority=rule.authority,
        suggestion=hit.suggest or rule.suggest,
    )

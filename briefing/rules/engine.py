"""Reads what a document would say by the rules that hold for its type, and tells what they notice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from re import Match

from briefing.errors import Place
from briefing.model.finding import Finding
from briefing.model.library import Library
from briefing.model.literal import show
from briefing.model.outline import Outline
from briefing.rules.passages import Passage, Words
from briefing.rules.rule import Near, Rule
from briefing.rules.sentences import is_within
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
    def _sentences(self) -> tuple[tuple[int, str], ...]:
        """Every sentence of the document, with the index of its passage."""
        return tuple(
            (index, passage.text[start:end])
            for index, passage in enumerate(self.passages)
            for start, end in passage.sentences
        )

    def around(self, passage: Passage, start: int, reach: int) -> str:
        """Return the sentence that a place in a passage stands in, with so many on either side, over passages too."""
        index = next(index for index, one in enumerate(self.passages) if one is passage)
        before = sum(1 for at, _ in self._sentences if at < index)
        here = before + sum(1 for begun, _ in passage.sentences if begun <= start) - 1
        return " ".join(text for _, text in self._sentences[max(0, here - reach) : here + reach + 1])


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
    order = {id(passage): index for index, passage in enumerate(reading.passages)}
    found: list[tuple[int, int, Finding]] = []
    for rule in rules:
        if rule.runs_on(reading.type):
            hits = checks[rule.check](reading, rule) if rule.check else match(reading, rule)
            found.extend(
                (order.get(id(hit.passage), -1), hit.start, _finding(reading, rule, hit))
                for hit in hits
                if not _is_waived(reading, rule, hit)
            )
    found.sort(key=lambda one: one[:2])
    return tuple(finding for _, _, finding in found)


def match(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield where a rule's pattern matches and nothing excuses it."""
    if rule.pattern is None:
        return
    for passage in reading.passages:
        for found in rule.pattern.finditer(passage.text):
            if not _is_excused(reading, rule, passage, found):
                yield Hit(passage, *found.span())


def _is_excused(reading: Reading, rule: Rule, passage: Passage, found: Match[str]) -> bool:
    start, end = found.span()
    if rule.skip_quoted and is_within(passage.quoted, start, end):
        return True
    before, after = passage.text[max(0, start - 200) : start], passage.text[end : end + 200]
    return (
        any(pattern.search(before) for pattern in rule.unless_before)
        or any(pattern.match(after) for pattern in rule.unless_after)
        or (rule.unless_near is not None and _is_near(reading, rule.unless_near, passage, start))
    )


def _is_near(reading: Reading, near: Near, passage: Passage, start: int) -> bool:
    around = reading.around(passage, start, near.sentences)
    return any(pattern.search(around) for pattern in near.any)


def _is_waived(reading: Reading, rule: Rule, hit: Hit) -> bool:
    """Whether somebody gave a reason to let it be, where the words stand; a stop is only acknowledged, at export."""
    block = hit.passage.block if hit.passage else None
    waived = block.waived if block else reading.outline.waived
    reason = waived.get(rule.id)
    return rule.severity != "stop" and isinstance(reason, Mapping) and bool(str(reason.get("reason", "")).strip())


def _finding(reading: Reading, rule: Rule, hit: Hit) -> Finding:
    passage, outline = hit.passage, reading.outline
    block = passage.block if passage else None
    place = reading.library.places.get(("block", f"{outline.name}/{block.id}")) if block else None
    words = show(hit.words)
    message = rule.message.format_map({"words": words, **hit.told})
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        message=say.noticed(passage.name if passage else "", message),
        place=place or Place(outline.file),
        card=passage.card.id if passage and passage.card else "",
        block=block.id if block else "",
        field="" if passage is None or passage.words is not Words.OWN else "text",
        words=words,
        authority=rule.authority,
        suggestion=hit.suggest or rule.suggest,
    )

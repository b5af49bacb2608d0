"""What is still to be done about a document: an interest to declare, a Member to tell, a promise to keep, time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.rules.engine import Hit, Reading, passages_for
from briefing.rules.named.evidence import find_own
from briefing.rules.named.names import find_members
from briefing.rules.named.settings import pattern_of, texts_of
from briefing.rules.passages import Words
from briefing.rules.rule import Rule
from briefing.speech.timing import time_outline
from briefing.wording import rules as say
from briefing.wording.times import clock


def find_undeclared(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield each interest of the Member that a card's topic touches, where no passage declares one."""
    interests = tuple(_interests(reading))
    if not interests:
        return
    touched = {
        word.casefold(): passage
        for passage in reversed(reading.passages)
        if passage.card
        for word in (*passage.card.topics, *passage.card.tags)
    }
    declared = pattern_of(rule, "declared")
    if not touched or any(declared.search(passage.text) for passage in reading.passages):
        return
    for name, topics in interests:
        topic = next((one for one in topics if one.casefold() in touched), None)
        if topic:
            yield Hit(touched[topic.casefold()], told={"interest": name, "topic": topic})


def _interests(reading: Reading) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the Member's interests, each with the topics it touches; one that is a text is its own topic."""
    member = reading.library.office.member(reading.outline.member)
    listed = member.extra.get("interests") if member else None
    for interest in listed if isinstance(listed, list | tuple) else ():
        if isinstance(interest, str) and interest.strip():
            yield interest, (interest,)
        elif isinstance(interest, Mapping):
            topics = interest.get("topics")
            named = tuple(map(str, topics)) if isinstance(topics, list | tuple) else ()
            yield str(interest.get("name", "")) or ", ".join(named), named


def find_untold(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield where an attack is on a Member: one its words name, or whom its card says it is of; one a passage."""
    kinds = texts_of(rule.settings, "kinds")
    for passage in find_own(reading, rule):
        card = passage.card
        if card is None or card.kind not in kinds or passage.words is Words.EXACT:
            continue
        named = find_members(passage.text, reading.lists, reading.on)
        if named:
            yield Hit(passage, named[0].start, named[0].end, told={"member": named[0].person.name})
        elif target := find_members(card.of, reading.lists, reading.on):
            yield Hit(passage, 0, len(passage.text), told={"member": target[0].person.name})


def find_unowned(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield each commitment whose card lacks who must do it, or by when."""
    kinds = texts_of(rule.settings, "kinds")
    for passage in passages_for(reading, rule):
        card = passage.card
        if card and card.kind in kinds and passage.words is not Words.EXACT and not passage.is_theirs:
            lacking = [name for name, value in (("owner", card.owner.strip()), ("due", card.due)) if not value]
            if lacking:
                yield Hit(passage, 0, len(passage.text), told={"lacking": say.lacks(lacking)})


def find_overlong(reading: Reading, _: Rule) -> Iterator[Hit]:
    """Yield the document where it takes longer to say than there is time for."""
    timing = time_outline(reading.outline, reading.library)
    if timing.allowed is not None and timing.needed > timing.allowed:
        told = {"needed": clock(timing.needed), "allowed": clock(timing.allowed)}
        yield Hit(None, told={**told, "over": clock(timing.needed - timing.allowed)})

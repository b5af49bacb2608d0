"""House stationery and dissolution: no party work in a reply, few words of parties, no Members while there are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from re import Pattern

from briefing.rules.engine import Hit, Reading, is_excused, passages_for
from briefing.rules.lists import Lists
from briefing.rules.named.names import find_members
from briefing.rules.named.settings import number_of, pattern_of, texts_of
from briefing.rules.passages import Passage
from briefing.rules.rule import Rule


def find_party_work(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield where a reader is asked to vote for, join or give to a party on the list, or to work for one."""
    asks = _asks(reading.lists, texts_of(rule.settings, "asks"))
    for passage in passages_for(reading, rule):
        for found in asks.finditer(passage.text):
            if not is_excused(reading, rule, passage, *found.span()):
                yield Hit(passage, *found.span())


@lru_cache(maxsize=8)
def _asks(lists: Lists, asks: tuple[str, ...]) -> Pattern[str]:
    """Return the pattern of what asks for a party's sake, `PARTY` in it being any on the list."""
    named = "|".join(["(?:my|our|the) [Pp]arty", *(re.escape(name) for name in _parties(lists))])
    return re.compile("|".join(f"(?:{ask.replace('PARTY', f'(?:{named})')})" for ask in asks))


def _parties(lists: Lists, but: str = "") -> list[str]:
    """Return every name of every party, the longest first; but those of one."""
    names = {name for party in lists.parties if but not in party.names for name in party.names}
    return sorted(names, key=len, reverse=True)


def find_party_share(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield the document where more than so many in a hundred of its sentences name another party or its Members."""
    member = reading.library.office.member(reading.outline.member)
    own = member.party if member else ""
    names = _parties(reading.lists, own) if own else []
    if not names:
        return  # whose party is another is not known
    parties = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
    total = named = 0
    for passage in passages_for(reading, rule):
        total += len(passage.sentences)
        named += len({passage.sentence_at(place) for place in _of_others(reading, passage, parties, own)})
    share = 100 * named // total if total else 0
    if named > 1 and share > number_of(rule.settings, "share"):
        yield Hit(None, told={"named": str(named), "total": str(total), "share": str(share)})


def _of_others(reading: Reading, passage: Passage, parties: Pattern[str], own: str) -> Iterator[int]:
    yield from (found.start() for found in parties.finditer(passage.text))
    for found in find_members(passage.text, reading.lists, reading.on):
        if found.person.party and found.person.party != own:
            yield found.start


def find_on_stationery(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield the document where the office writes on the House's stationery."""
    if reading.library.office.stationery.casefold() in texts_of(rule.settings, "stationery"):
        yield Hit(None)


def find_dissolved(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield what makes somebody a Member on a day on which Parliament is dissolved, the name in the sign-off too."""
    ended = [one.name for one in reading.lists.dissolutions if one.period.holds(reading.on)]
    if not ended:
        return
    titles = pattern_of(rule, "titles")
    for passage in passages_for(reading, rule):
        for found in titles.finditer(passage.text):
            if not is_excused(reading, rule, passage, *found.span()):
                yield Hit(passage, *found.span(), told={"what": found[0], "when": ended[0]})
    member = reading.library.office.member(reading.outline.member)
    signed = titles.search(member.name) if member else None
    if signed:
        yield Hit(None, told={"what": signed[0], "when": ended[0]})

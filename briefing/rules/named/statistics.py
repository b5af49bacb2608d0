"""Figures: whether the card beneath one says whose it is, when and where it holds, and what must be said with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.model.card import Card
from briefing.rules.engine import Hit, Reading, find_spans, is_excused
from briefing.rules.named.evidence import find_own, find_resting
from briefing.rules.named.settings import compiled, number_of, pattern_of, texts_of
from briefing.rules.passages import Passage, Words
from briefing.rules.rule import Rule
from briefing.rules.sentences import Span

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SHARE = re.compile(r"(?<![\d.,])(\d{1,3}(?:\.\d{1,4})?) ?(?:%|per cent\b)")
_OF = re.compile(r"[^,.;:]{0,20}?\bof (?:the |all |our )?([a-z][\w' \u2019-]{2,80})")
_NOUN_ENDS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|not|who|that|which|will|would|can|do|does|did|in|by|from|on|at)\b"
)


def find_unsourced(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield the first figure of each passage that rests on no card, or on one that names no source."""
    figures = pattern_of(rule, "figures")
    for passage in find_own(reading, rule):
        if passage.words is not Words.EXACT and _lacks_source(passage):
            yield from _first(reading, rule, passage, find_spans(passage.text, figures))


def _lacks_source(passage: Passage) -> bool:
    card = passage.card
    if card is None:
        return not (passage.block and passage.block.evidence)  # what is missing or restricted is stopped as such
    return not card.source and not card.from_


def find_undated(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield the first figure of each passage where neither the card nor the words say when it holds."""
    figures = pattern_of(rule, "figures")
    for passage in find_resting(reading, rule):
        if passage.card and not (passage.card.period or passage.card.as_of) and not _YEAR.search(passage.text):
            yield from _first(reading, rule, passage, find_spans(passage.text, figures))


def find_unplaced(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield the first figure of each passage where neither the card nor the words say where it holds."""
    figures, places = pattern_of(rule, "figures"), pattern_of(rule, "places")
    for passage in find_resting(reading, rule):
        if passage.card and not passage.card.place and not places.search(passage.text):
            yield from _first(reading, rule, passage, find_spans(passage.text, figures))


def _first(reading: Reading, rule: Rule, passage: Passage, figures: Iterable[Span]) -> Iterator[Hit]:
    for start, end in figures:
        if not is_excused(reading, rule, passage, start, end):
            yield Hit(passage, start, end)
            return


def find_complements(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield a share that is the rest of another, said shortly before of something else."""
    within = number_of(rule.settings, "passages")
    seen: dict[float, tuple[int, str]] = {}
    for place, passage in enumerate(find_own(reading, rule)):
        for found in _SHARE.finditer(passage.text):
            share, of = float(found[1]), _counted(passage.text, found.end())
            before = seen.get(round(100 - share, 4))
            if before and place - before[0] <= within and _is_other(of, before[1]):
                yield Hit(passage, *found.span(), told={"one": before[1], "other": of})
            seen[share] = place, of


def _is_other(one: str, other: str) -> bool:
    """Whether two shares are said to be of different things; a verb may stand after what is the same."""
    shorter, longer = sorted((one, other), key=len)
    more = longer.removeprefix(shorter).split()
    return bool(shorter) and (not longer.startswith(shorter) or len(more) > 2)


def _counted(text: str, place: int) -> str:
    """Return what a share is said to be of; empty where that is not said."""
    found = _OF.match(text, place, place + 120)
    return " ".join(_NOUN_ENDS.split(found[1], maxsplit=1)[0].split()).strip(" -") if found else ""


def find_unqualified(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield the first figure of each passage whose words leave out what its card says with it: `up to`, `per child`."""
    figures = pattern_of(rule, "figures")
    families = tuple(compiled(one) for one in texts_of(rule.settings, "qualifiers"))
    for passage in find_resting(reading, rule):
        found = figures.search(passage.text) if _stands_alone(reading, passage) else None
        if not found or passage.card is None:
            continue
        with_it = _scope(passage.card)
        lost = [said[0] for one in families if (said := one.search(with_it)) and not one.search(passage.text)]
        if lost:
            yield Hit(passage, *found.span(), told={"lost": "”, “".join(lost)})


def _stands_alone(reading: Reading, passage: Passage) -> bool:
    """Whether the words are all that is said: a claim that is printed has its card's scope under it."""
    return passage.words is Words.OWN or reading.type == "speech"


def _scope(card: Card) -> str:
    return f"{card.unit}\n{card.of}\n{card.claim}\n{card.quote}"

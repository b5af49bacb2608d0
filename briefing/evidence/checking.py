"""What a card still needs before it can be checked, and the record of a check: who, when, and of which words."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from briefing.evidence.quotations.comparing import Result
from briefing.model.card import Card, fingerprint
from briefing.model.dates import iso
from briefing.model.fields import CARD_FIELDS, named
from briefing.model.library import Library
from briefing.model.source import Source
from briefing.wording import standing as say

CHECKED = "checked"

PERCENTAGE: Final = re.compile(r"\d\s?%|\bper\s?cent\b|\bpercentage\s+points?\b", re.IGNORECASE)
"""A share of something: of what, in what unit, when and where must be known, whatever kind of card states it."""
SCOPE = ("of", "unit", "period", "place")

_WISHED = "".join(f"(?<!{word} )" for word in "must should will shall can could would may".split())
NEVER: Final = re.compile(
    r"(?:n[\u2019']t|\bnot)\s+(?:ever|(?:(?!at\b)\w+\s+)?once)\b"
    r"|\b(?:no[\s-]one|nobody|none|nothing)\b[^.!?]{0,60}?\bever\b"
    r"|\bnot\s+a\s+single\b|\bat\s+no\s+(?:time|point)\b"
    rf"|{_WISHED}\bnever\b(?!\s+(?:mind|again)\b)",
    re.IGNORECASE,
)
"""A universal negative about what was: only a search can show it. What must never be, or never again, is a wish."""

DIVISION = ("date", "number", "ayes", "noes", "did")
VOTED: Final = re.compile(r"aye|no|teller(?: for the (?:ayes|noes))?|no vote recorded", re.IGNORECASE)

_FIELDS = named(CARD_FIELDS)
_SOURCE_IDENTITY = "id kind title author publisher published number volume edition".split()


@dataclass(frozen=True, slots=True)
class Lacking:
    """A field that a check needs filled in or put right, and what is wanted there."""

    field: str
    wanted: str


def find_lacking(card: Card, library: Library, words: str = Result.NO_TEXT) -> tuple[Lacking, ...]:
    """Return what a card needs before it can be checked, in the order of a card's fields, each field once.

    `words` is what was found of its exact words in the kept text of its source, a `Result`.
    """
    found: dict[str, Lacking] = {}
    for lacking in _all_lacking(card, library, words):
        found.setdefault(lacking.field, lacking)
    order = list(_FIELDS)
    return tuple(
        sorted(found.values(), key=lambda each: order.index(each.field) if each.field in _FIELDS else len(order))
    )


def check(card: Card, source: Source | None, by: str, on: date) -> Card:
    """Return the card checked by somebody on a day: as it stands, resting on the source as that stands."""
    resting = {"source": source_print(source)} if source else {}
    return replace(card, status=CHECKED, checked={"by": by, "on": on, "sha256": fingerprint(card), **resting})


def source_print(source: Source) -> str:
    """Return the SHA-256, in hex, of which source it is and of its kept text: not of where it is to be had."""
    held = {name: getattr(source, name) for name in _SOURCE_IDENTITY}
    held["text"] = source.text.get("sha256", "")
    return hashlib.sha256(json.dumps(held, default=iso, sort_keys=True).encode()).hexdigest()


def is_other_source(card: Card, source: Source | None) -> bool:
    """Whether the source, or its kept text, is another than when the card was checked; the check still stands."""
    noted = card.checked.get("source")
    return bool(noted) and (source is None or noted != source_print(source))


def _all_lacking(card: Card, library: Library, words: str) -> Iterator[Lacking]:
    kind = library.office.kinds.get(card.kind)
    needs = kind.needs if kind else ()
    if card.kind == "vote" or "division" in needs:
        yield from _lacking_of_division(card.division)
    yield from _lacking_among(card, needs)
    if card.source and library.source_of(card) is None:
        yield Lacking("source", say.NO_SUCH_SOURCE)
    if words == Result.DIFFERS:
        yield Lacking("quote", say.DIFFERS)
    if words == Result.MOVED:
        yield Lacking("at", say.MOVED)
    if PERCENTAGE.search(f"{card.claim}\n{card.quote}"):
        yield from _lacking_among(card, SCOPE)
    if not (kind and kind.theirs) and not card.search_log.strip() and _says_never(card):
        yield Lacking("search_log", say.SEARCH_LOG)


def _lacking_among(card: Card, names: Iterable[str]) -> Iterator[Lacking]:
    return (Lacking(name, say.needed(name)) for name in names if not _is_filled(card, name))


def _is_filled(card: Card, name: str) -> bool:
    """Whether a field holds anything; what an office's own kind needs may be a field of its own."""
    value = getattr(card, _FIELDS[name].attribute) if name in _FIELDS else card.extra.get(name)
    return bool(value.strip()) if isinstance(value, str) else value not in (None, (), {}, [])


def _says_never(card: Card) -> bool:
    return any(NEVER.search(text) for text in (card.claim, card.say, card.short))


def _lacking_of_division(division: Mapping[str, object]) -> Iterator[Lacking]:
    lacking = [name for name in DIVISION if not _is_part(name, division.get(name))]
    if lacking:
        yield Lacking("division", say.division_needs(lacking))


def _is_part(name: str, value: object) -> bool:
    if name == "date":
        return isinstance(value, date)
    if name == "did":
        return VOTED.fullmatch(str(value or "").strip()) is not None
    return type(value) is int and value >= (name == "number")

"""What keeps an outline in the office whatever it says: the restricted, embargoed, missing, doubtful or disguised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from briefing.errors import Place
from briefing.evidence.blocks import name_blocks
from briefing.evidence.disguise import disguised_words, signs
from briefing.evidence.embargo import is_over, spell_end
from briefing.evidence.texts import leaving_of_block, leaving_of_outline
from briefing.model.card import Card
from briefing.model.finding import Finding, Severity
from briefing.model.library import Library
from briefing.model.literal import show
from briefing.model.outline import Block, Outline
from briefing.wording import evidence as say

UNREADABLE = "LIB-01"
"""The rule of what the library could not read."""

RESTRICTED = "GATE-01"
EMBARGOED = "GATE-02"
MISSING = "GATE-03"
DISGUISED = "GATE-04"
EMPTY = "GATE-05"
DOUBTFUL = "EVID-10"

NEVER_ACKNOWLEDGED = frozenset({RESTRICTED, EMBARGOED, MISSING})
"""No reason lifts these: the words must not leave, must not leave yet, or are not there to leave."""

NO_EVIDENCE = frozenset({"disputed", "superseded", "withdrawn"})
NO_ATTACK = NO_EVIDENCE - {"disputed"}
"""What they will say may well be disputed; it is why we answer it."""


def check_leaving(outline: Outline, library: Library, on: datetime) -> tuple[Finding, ...]:
    """Return what is to be said of an outline that would leave at a moment, from its head to its last block."""
    place = Place(outline.file)
    findings = [replace(finding, place=finding.place or place) for finding in _check_head(outline, library, on)]
    for name, block in zip(name_blocks(outline), outline.blocks, strict=True):
        found = tuple(_check_block(name, block, library, on))
        if found:
            at = library.places.get(("block", f"{outline.name}/{block.id}"), place)
            findings.extend(replace(finding, place=at, block=block.id, card=block.evidence) for finding in found)
    return tuple(findings)


def _check_head(outline: Outline, library: Library, on: datetime) -> Iterator[Finding]:
    for damage in library.damage:
        if damage.rule == UNREADABLE and damage.place and damage.place.file == outline.file:
            message = say.outline_damaged(damage.message)
            yield replace(damage, rule=MISSING, severity=Severity.STOP, message=message)
    if outline.embargo and not is_over(outline.embargo, on):
        message = say.outline_embargoed(spell_end(outline.embargo))
        yield Finding(EMBARGOED, Severity.STOP, message, field="embargo", suggestion=say.WAIT)
    yield from _find_disguised(say.THE_OUTLINE, leaving_of_outline(outline, library))
    if not outline.blocks:
        yield Finding(EMPTY, Severity.INFO, say.NOTHING_THERE, suggestion=say.ADD_SOMETHING)


def _check_block(name: str, block: Block, library: Library, on: datetime) -> Iterator[Finding]:
    card = library.cards.get(block.evidence)
    if block.evidence and card is None:
        message = _missing(name, block.evidence, library)
        yield Finding(MISSING, Severity.STOP, message, suggestion=say.TAKE_OUT_OR_MEND)
    if card and card.is_restricted:
        yield Finding(RESTRICTED, Severity.STOP, say.restricted(name), suggestion=say.TAKE_OUT)
        card = None
    if card:
        yield from _check_card(name, block, card, on)
    yield from _find_disguised(name, leaving_of_block(block, card, library))


def _missing(name: str, card_id: str, library: Library) -> str:
    places = (found.place for found in library.damage if found.rule == UNREADABLE and found.card == card_id)
    place = next(filter(None, places), None)
    return say.damaged(name, card_id, str(place)) if place else say.missing(name, card_id)


def _check_card(name: str, block: Block, card: Card, on: datetime) -> Iterator[Finding]:
    if card.embargo and not is_over(card.embargo, on):
        message = say.card_embargoed(name, card.id, spell_end(card.embargo))
        yield Finding(EMBARGOED, Severity.STOP, message, field="embargo", suggestion=say.WAIT)
    if card.standing in (NO_ATTACK if block.attack else NO_EVIDENCE):
        yield Finding(
            DOUBTFUL,
            Severity.STOP,
            say.used_though(name, card.id, card.standing),
            field="status",
            words=show(card.claim),
            suggestion=say.READ_WHY,
        )


def _find_disguised(name: str, texts: Mapping[str, str]) -> Iterator[Finding]:
    for field, text in texts.items():
        found = signs(text)
        if found:
            yield Finding(
                DISGUISED,
                Severity.STOP,
                say.hides(name, field, found),
                field=field,
                words=disguised_words(text),
                suggestion=say.RETYPE_OR_ACKNOWLEDGE,
            )

"""A card, a source or an outline as a page of lines, each field under the name it has in the file."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.document.citation import cite_text
from briefing.evidence.checking import CHECKED, is_other_source
from briefing.evidence.ledger import read_ledger, tell_ledger
from briefing.library.values import show_value
from briefing.model.card import Card
from briefing.model.entries import Entry, write_card, write_outline_head, write_source
from briefing.model.library import Library
from briefing.model.outline import Block, Outline
from briefing.model.source import Source
from briefing.wording import commands as words
from briefing.wording import standing
from briefing.wording.desk import LOCK, SIGNS

Pair = tuple[str, str]

ATTACK = "↯"
INDENT = "  "


def card_pairs(card: Card, library: Library) -> Iterator[Pair]:
    """Every field of a card, its source named, what names it, and where it is used."""
    for name, text in _fields(write_card(card)):
        yield name, text
        if name == "source" and (source := library.source_of(card)):
            yield "", cite_text(source, card.at)
        if name == "status" and card.standing != card.status:
            yield "", words.CHECK_OF_OTHER_WORDS
        if name == "status" and card.standing == CHECKED and is_other_source(card, library.source_of(card)):
            yield "", standing.OTHER_SOURCE
    yield from _links(card, library)
    if ledger := read_ledger(card, library):
        yield standing.COUNTED, tell_ledger(ledger)
    if outlines := library.uses(card.id):
        yield words.USED_IN, ", ".join(outline.name for outline in outlines)


def source_pairs(source: Source, library: Library) -> Iterator[Pair]:
    """Every field of a source, and the cards that rest on it."""
    yield from _fields(write_source(source))
    if resting := library.resting_on(source.id):
        yield words.USED_IN, ", ".join(resting)
    if not library.knows_links:
        yield words.USED_IN, words.LINKS_TO_COME


def outline_pairs(outline: Outline) -> Iterator[Pair]:
    """Every field of an outline's head."""
    yield from _fields(write_outline_head(outline))


def block_rows(outline: Outline, library: Library) -> Iterator[tuple[str, ...]]:
    """The blocks of an outline: id, weight, and what it says at its depth."""
    for block in outline.blocks:
        weight = "" if block.heading else block.weight
        yield block.id, weight, INDENT * (block.level - 1) + _block_line(block, library)


def _block_line(block: Block, library: Library) -> str:
    own = " ".join(block.text.split())
    if not block.evidence:
        return block.heading or own
    card = library.cards.get(block.evidence)
    sign = ATTACK if block.attack else SIGNS.get(card.standing, "?") if card else ""
    said = words.unknown("card", block.evidence) if card is None else LOCK if card.is_restricted else card.claim
    return f"{sign} {block.evidence}  {own or said}".strip()


def _fields(entry: Entry) -> Iterator[Pair]:
    for name, value in entry.items():
        if name != "id":
            yield name, show_value(value)


def _links(card: Card, library: Library) -> Iterator[Pair]:
    naming: dict[str, list[str]] = {}
    for field, other in library.linked_from(card.id):
        naming.setdefault(field, []).append(other.id)
    for field, cards in naming.items():
        yield words.LINKED, words.linked_from(field, cards)
    if not library.knows_links:
        yield words.LINKED, words.LINKS_TO_COME


def title_line(found: Card | Source | Outline, library: Library) -> str:
    """The id, what it is, and the file and line it stands in."""
    if isinstance(found, Outline):
        return words.title_line(found.name, "outline", found.file)
    what = "card" if isinstance(found, Card) else "source"
    return words.title_line(found.id, what, str(library.places.get((what, found.id), "")))

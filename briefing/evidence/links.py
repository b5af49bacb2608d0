"""Ids that name nothing: a card's links and source, a block's card and what it needs, an outline's Member."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.errors import Place
from briefing.model.finding import Finding, Severity
from briefing.model.library import WholeLibrary
from briefing.model.outline import Block, Outline
from briefing.wording import evidence as say

DANGLING = "LIB-03"


def find_dangling(library: WholeLibrary) -> Iterator[Finding]:
    """Every id that names what is not in the library."""
    for note, card in library.all_cards():
        place = library.places.get(("card", card.id), Place(note.file))
        name = say.entry("card", card.id)
        for field, targets in card.links.items():
            for target in targets:
                if target not in library.cards:
                    yield _finding(say.names_nothing(name, field, target, "card"), place, field, card=card.id)
        if card.source and card.source not in library.sources:
            message = say.names_nothing(name, "source", card.source, "source")
            yield _finding(message, place, "source", card=card.id)
    for outline in library.outlines:
        yield from _in_outline(outline, library)


def _in_outline(outline: Outline, library: WholeLibrary) -> Iterator[Finding]:
    if outline.member and library.office.member(outline.member) is None:
        message = say.names_nothing(say.THE_OUTLINE, "member", outline.member, "Member")
        yield _finding(message, Place(outline.file, 1), "member")
    earlier: set[str] = set()
    for block in outline.blocks:
        place = library.places.get(("block", f"{outline.name}/{block.id}"), Place(outline.file))
        yield from _in_block(block, earlier, library, place)
        earlier.add(block.id)


def _in_block(block: Block, earlier: set[str], library: WholeLibrary, place: Place) -> Iterator[Finding]:
    name = say.entry("block", block.id)
    if block.evidence and block.evidence not in library.cards:
        field = "card" if block.card else "attack"
        message = say.names_nothing(name, field, block.evidence, "card")
        yield _finding(message, place, field, card=block.evidence, block=block.id)
    if block.with_ and block.with_ not in earlier:
        yield _finding(say.names_no_earlier(name, block.with_), place, "with", block=block.id)


def _finding(message: str, place: Place, field: str, card: str = "", block: str = "") -> Finding:
    return Finding(
        rule=DANGLING,
        severity=Severity.WARN,
        message=message,
        place=place,
        card=card,
        block=block,
        field=field,
        suggestion=say.MEND_LINK,
    )

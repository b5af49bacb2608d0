"""An outline as pieces: what is said and how long it takes, what must stay, what needs what, what goes with what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.model.library import Library
from briefing.model.outline import Block, Outline
from briefing.model.spoken import spoken_text
from briefing.speech.ladder.piece import Piece
from briefing.speech.ladder.settings import Ladder, ladder_of
from briefing.speech.timing import milliseconds_of

OPENING, CLOSE = "opening", "close"
"""The roles of the blocks that stay whatever goes."""


@dataclass(frozen=True, slots=True)
class Cutting:
    """An outline made ready for the ladder."""

    outline: Outline
    blocks: tuple[Block, ...]
    """Those that are said, in order; headings and attacks without own words go with what follows them."""
    pieces: tuple[Piece, ...]
    """As the blocks are."""
    said: Mapping[str, str]
    """The words of each block, by its id."""
    in_short: Mapping[str, str]
    """The words of the short form of each block that has one."""


def cut_up(outline: Outline, library: Library) -> Cutting:
    """Return an outline as the ladder weighs it, at its Member's pace."""
    said: dict[str, str] = {block.id: spoken_text(block, library) for block in outline.blocks}
    blocks = tuple(block for block in outline.blocks if not _goes_with_others(outline, block, said[block.id]))
    in_short: dict[str, str] = {block.id: short for block in blocks if (short := _short_text(block, library))}
    times = _Times(library.office.pace(outline.member), said, in_short)
    musts = _ends(blocks, said)
    ladder = ladder_of(library.office)
    places: dict[str, int] = {block.id: place for place, block in enumerate(blocks)}
    pieces = tuple(
        Piece(
            full=times.full(block),
            short=times.short(block),
            worth=None if block.id in musts else _worth(block, ladder),
            needs=_needs(block, place, places),
            either=block.either,
        )
        for place, block in enumerate(blocks)
    )
    return Cutting(outline, blocks, pieces, said, in_short)


@dataclass(frozen=True, slots=True)
class _Times:
    pace: float
    said: Mapping[str, str]
    in_short: Mapping[str, str]

    def full(self, block: Block) -> int:
        return milliseconds_of(self.said[block.id], self.pace, block.pause)

    def short(self, block: Block) -> int | None:
        """Return the milliseconds of the short form; None where there is none or it is no shorter."""
        if block.id not in self.in_short:
            return None
        short = milliseconds_of(self.in_short[block.id], self.pace, block.pause)
        return short if short < self.full(block) else None


def _short_text(block: Block, library: Library) -> str:
    """Return the short form of what a block says: its own, or its card's where it has no words of its own."""
    card = library.cards.get(block.card)
    if block.short.strip() or block.text.strip() or card is None or card.is_restricted:
        return block.short.strip()
    return card.short.strip()


def _goes_with_others(outline: Outline, block: Block, said: str) -> bool:
    """Whether a block says nothing and heads others: a heading, or an attack of which only the answers are said."""
    return bool(block.heading) or (not said and len(outline.branch(block.id)) > 1)


def _ends(blocks: Sequence[Block], said: Mapping[str, str]) -> set[str]:
    """Return the ids of opening and close: the blocks that have these roles, else the first and the last."""
    spoken: list[str] = [block.id for block in blocks if said[block.id]]
    ends: set[str] = {block.id for block in blocks if block.role in {OPENING, CLOSE}}
    roles = {block.role for block in blocks}
    if OPENING not in roles:
        ends.update(spoken[:1])
    if CLOSE not in roles:
        ends.update(spoken[-1:])
    return ends


def _worth(block: Block, ladder: Ladder) -> int | None:
    return {"must": None, "could": ladder.could}.get(block.weight, ladder.should)


def _needs(block: Block, place: int, places: Mapping[str, int]) -> int | None:
    """Return the earlier block it needs; what is named and is none is told of by `misled`."""
    needs = places.get(block.with_)
    return needs if needs is not None and needs < place else None


def misled(cutting: Cutting) -> Iterator[tuple[str, str]]:
    """Yield the id of each block whose need cannot be kept, with the id it names: no block said before it."""
    places: dict[str, int] = {block.id: place for place, block in enumerate(cutting.blocks)}
    for place, block in enumerate(cutting.blocks):
        if block.with_ and places.get(block.with_, place) >= place:
            yield block.id, block.with_


def needed_rivals(cutting: Cutting) -> Iterator[tuple[str, str]]:
    """Yield the id of each block that needs a member of an either/or group, with that member's."""
    for block, piece in zip(cutting.blocks, cutting.pieces, strict=True):
        if piece.needs is not None and cutting.pieces[piece.needs].either:
            yield block.id, cutting.blocks[piece.needs].id

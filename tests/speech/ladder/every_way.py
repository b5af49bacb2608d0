"""The best version found by trying every way there is: slow, and plain enough to be believed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from random import Random

from briefing.speech.ladder.piece import Piece

_DROP, _FULL, _SHORT = range(3)
Way = tuple[int, ...]


def try_every_way(pieces: Sequence[Piece], plan: int) -> Way | None:
    """Return for each piece 0 (dropped), 1 (in full) or 2 (in short): the best way; None where there is none."""
    uses = [(_DROP, _FULL) if piece.short is None else (_DROP, _FULL, _SHORT) for piece in pieces]
    ways = (way for way in product(*uses) if _fits(way, pieces, plan) and _holds(way, pieces))
    return max(ways, key=lambda way: _merit(way, pieces), default=None)


def _fits(way: Way, pieces: Sequence[Piece], plan: int) -> bool:
    return sum((0, piece.full, piece.short or 0)[use] for use, piece in zip(way, pieces, strict=True)) <= plan


def _holds(way: Way, pieces: Sequence[Piece]) -> bool:
    used = [place for place, use in enumerate(way) if use]
    if any(pieces[place].needs not in {None, *used} for place in used):
        return False
    groups = [pieces[place].either for place in used if pieces[place].either]
    if len(groups) != len(set(groups)):
        return False
    musts_used = {pieces[place].either for place in used if pieces[place].worth is None and pieces[place].either}
    return all(way[place] or piece.either in musts_used for place, piece in enumerate(pieces) if piece.worth is None)


def _merit(way: Way, pieces: Sequence[Piece]) -> tuple[object, ...]:
    used = [place for place, use in enumerate(way) if use]
    return (
        sum(pieces[place].worth or 0 for place in used),
        len(used),
        -way.count(_SHORT),
        [bool(use) for use in way],
        [use == _FULL for use in way],
    )


def some_pieces(chance: Random, count: int) -> list[Piece]:
    """Return pieces of every sort: chains and trees of needs, groups, musts, short forms longer than full ones too."""
    return [
        Piece(
            full=chance.randint(0, 30) * 1000,
            short=chance.randint(0, 20) * 1000 if chance.random() < 0.4 else None,
            worth=None if chance.random() < 0.12 else chance.choice((1, 3)),
            needs=chance.randrange(place) if place and chance.random() < 0.35 else None,
            either=chance.choice("abc") if chance.random() < 0.3 else "",
        )
        for place in range(count)
    ]

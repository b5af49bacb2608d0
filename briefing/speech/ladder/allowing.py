"""What may be done with each piece: musts stay, what a must needs stays, and of a group one is used."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from briefing.speech.ladder.forest import groups_of
from briefing.speech.ladder.piece import DROPPED, FULL, SHORT, Piece


def allowed_uses(pieces: Sequence[Piece], banned: Collection[int] = ()) -> list[int] | None:
    """Return what may be done with each piece, as a sum of FULL, SHORT and DROPPED; None where musts contradict.

    Of a group with musts one of these is used, and the one that another must needs before all. Pieces in `banned`
    are not used.
    """
    musts = {place for place, piece in enumerate(pieces) if piece.worth is None and place not in banned}
    needed = {above for place in musts for above in all_needed(pieces, place)}
    refused = set(banned)
    for group in groups_of(pieces):
        first = [place for place in group if place in needed] or [place for place in group if place in musts]
        if sum(place in needed for place in group) > 1:
            return None
        refused |= set(group) - set(first) if first else set()
    if needed & refused or any(_is_lost(pieces, place, musts - refused) for place in musts & refused):
        return None
    return [
        DROPPED if place in refused else _said(piece) | (0 if place in musts | needed else DROPPED)
        for place, piece in enumerate(pieces)
    ]


def _is_lost(pieces: Sequence[Piece], place: int, stay: Collection[int]) -> bool:
    """Whether a must is refused and no other must of its group stays."""
    return not any(pieces[other].either == pieces[place].either for other in stay)


def all_needed(pieces: Sequence[Piece], place: int) -> Iterator[int]:
    """Yield the piece that one needs, the one that needs, and so on."""
    needs = pieces[place].needs
    while needs is not None:
        yield needs
        needs = pieces[needs].needs


def _said(piece: Piece) -> int:
    return FULL if piece.short is None else FULL | SHORT

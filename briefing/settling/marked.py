"""How a text reads with one change marked in it: what stays, what it takes out, what it puts in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from briefing.settling.came import Accepted, Came
from briefing.word.returned.change import Change, Piece, Wording
from briefing.word.returned.values import NONE


class Fate(StrEnum):
    """What becomes of some words."""

    KEPT = "kept"
    TAKEN = "taken"
    PUT = "put"
    MEANT = "meant"
    """The change is about them and leaves them as they are, as a remark does."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one fate, one after the other; the end of a paragraph is a line's end."""

    text: str
    fate: Fate = Fate.KEPT


Marked = tuple[Stretch, ...]
_END = "\N{PILCROW SIGN}"
"""Stands for the end of a paragraph that comes or goes."""


def marked(came: Came, change: Change, accepted: Accepted) -> tuple[Marked, ...]:
    """Return the texts a change is in, with those changes accepted, and this one marked in them.

    A change that alters no words has the text it is about, with the words that are meant.
    """
    without = accepted - {change.id}
    touched = tuple(_marked(wording, without, without | {change.id}) for wording in came.touched(change.id))
    return touched or _about(came, change)


def _marked(wording: Wording, without: Accepted, with_it: Accepted) -> Marked:
    fates = ((_fate(piece, without, with_it), piece) for piece in wording.pieces)
    seen = [(fate, piece) for fate, piece in fates if fate is not None]
    together = ((fate, _said(fate, pieces)) for fate, pieces in groupby(seen, lambda one: one[0]))
    return tuple(Stretch(text, fate) for fate, text in together if text)


def _fate(piece: Piece, without: Accepted, with_it: Accepted) -> Fate | None:
    """Return what becomes of a piece; None where it is there neither way."""
    before, after = piece.stays(without), piece.stays(with_it)
    if before and after:
        return Fate.KEPT
    return Fate.TAKEN if before else Fate.PUT if after else None


def _said(fate: Fate, pieces: Iterator[tuple[Fate, Piece]]) -> str:
    return "".join(_written(piece, fate) for _, piece in pieces)


def _written(piece: Piece, fate: Fate) -> str:
    if piece.is_break or piece.is_end:
        sign = "" if fate is Fate.KEPT else _END
        return f"{sign}\n" if piece.is_break else sign
    return piece.text


def _about(came: Came, change: Change) -> tuple[Marked, ...]:
    parts = came.exported.parts
    text = parts[change.home.part].text if change.home.part != NONE and change.home.part < len(parts) else ""
    meant = change.before
    if not meant or meant not in text:
        return tuple((Stretch(told, fate),) for told, fate in ((text, Fate.KEPT), (meant, Fate.MEANT)) if told)[-1:]
    start, _, rest = text.partition(meant)
    stretches = (Stretch(start), Stretch(meant, Fate.MEANT), Stretch(rest))
    return (tuple(stretch for stretch in stretches if stretch.text),)

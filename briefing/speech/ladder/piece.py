"""A block as the ladder weighs it, and a version: which pieces are said, and which of them in short."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

FULL: Final = 1
SHORT: Final = 2
DROPPED: Final = 4
"""What may be done with a piece; several together are their sum."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What is said or dropped as one."""

    full: int
    """Milliseconds to say it, its pause among them."""
    short: int | None = None
    """Milliseconds of its short form; None where it has none."""
    worth: int | None = None
    """Its weight, 0 or more; None for a must."""
    needs: int | None = None
    """The earlier piece it needs, by its place."""
    either: str = ""
    """The group of which one is used."""


@dataclass(frozen=True, slots=True)
class Version:
    """The best that can be said in a time. Places are those of the pieces, from 0."""

    kept: tuple[int, ...]
    shortened: tuple[int, ...]
    """Those kept of which the short form is said."""
    milliseconds: int


def bit_of(place: int, count: int) -> int:
    """Return the bit of a piece among so many: the first has the highest, so that numbers compare as versions do."""
    return 1 << (count - 1 - place)


def places_of(bits: int, count: int) -> tuple[int, ...]:
    """Return the places whose bits are set, in order."""
    return tuple(place for place in range(count) if bits & bit_of(place, count))

"""Who needs whom: pieces as trees, walked in one flat list of steps.

A tree stands under each piece that needs no other. Members of a group of which one is used stand together, as long as
all of them need the same piece; groups whose members do not are `scattered`, and are settled outside the trees.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from briefing.speech.ladder.piece import Piece


class Act(Enum):
    """What a step does."""

    OPEN = auto()
    """Pieces of which one at most is used come up; a piece by itself is such a group of one."""
    ENTER = auto()
    """One of them is used; what needs it follows."""
    LEAVE = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """One step through the trees."""

    act: Act
    members: tuple[int, ...]
    """The group's, or the one piece."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A group that needs no other piece, with all that needs one of it."""

    steps: tuple[Step, ...]
    places: tuple[int, ...]
    """Its pieces, in order."""


def trees_of(pieces: Sequence[Piece]) -> tuple[Tree, ...]:
    """Return the trees of pieces, by their first piece."""
    below = _groups_below(pieces)
    return tuple(_tree(group, below) for group in below.get(None, ()))


def groups_of(pieces: Sequence[Piece]) -> tuple[tuple[int, ...], ...]:
    """Return the groups of which one is used, by their first members."""
    members: dict[str, list[int]] = {}
    for place, piece in enumerate(pieces):
        if piece.either:
            members.setdefault(piece.either, []).append(place)
    return tuple(map(tuple, members.values()))


def is_scattered(group: Sequence[int], pieces: Sequence[Piece]) -> bool:
    """Whether the members of a group do not all need the same piece."""
    return len({pieces[place].needs for place in group}) > 1


def _groups_below(pieces: Sequence[Piece]) -> dict[int | None, list[tuple[int, ...]]]:
    together = {group[0]: group for group in groups_of(pieces) if not is_scattered(group, pieces)}
    later = {place for group in together.values() for place in group[1:]}
    below: dict[int | None, list[tuple[int, ...]]] = {}
    for place, piece in enumerate(pieces):
        if place not in later:
            below.setdefault(piece.needs, []).append(together.get(place, (place,)))
    return below


def _tree(group: tuple[int, ...], below: dict[int | None, list[tuple[int, ...]]]) -> Tree:
    steps = tuple(_walk(group, below))
    return Tree(steps, tuple(sorted(step.members[0] for step in steps if step.act is Act.ENTER)))


def _walk(group: tuple[int, ...], below: dict[int | None, list[tuple[int, ...]]]) -> Iterator[Step]:
    """Yield the steps of a group and of all below it; a chain may be as long as a speech, so nothing calls itself."""
    waiting = list(reversed(_around(group)))
    while waiting:
        step = waiting.pop()
        yield step
        if step.act is Act.ENTER:
            for lower in reversed(below.get(step.members[0], ())):
                waiting.extend(reversed(_around(lower)))


def _around(group: tuple[int, ...]) -> list[Step]:
    members = [Step(act, (member,)) for member in group for act in (Act.ENTER, Act.LEAVE)]
    return [Step(Act.OPEN, group), *members, Step(Act.CLOSE, group)]

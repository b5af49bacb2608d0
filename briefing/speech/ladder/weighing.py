"""The task of one limit: its pieces as trees, what each is worth, and the ways of saying some of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing.speech.ladder.bound import Priced, best_rate, can_drop, losses, priced
from briefing.speech.ladder.forest import Act, Tree, trees_of
from briefing.speech.ladder.fronts import Front, State, best_of, narrowed
from briefing.speech.ladder.piece import FULL, SHORT, Piece, bit_of

_ROUNDING = 1e-3
"""Room for what is lost in sums with fractions; costs are whole numbers."""


@dataclass(frozen=True)
class Task:
    """What is to be fitted into a plan."""

    pieces: Sequence[Piece]
    plan: int
    """Milliseconds there are."""
    allowed: Sequence[int]
    """What may be done with each piece at the start."""

    @cached_property
    def trees(self) -> tuple[Tree, ...]:
        """The pieces by what they need."""
        return trees_of(self.pieces)

    @cached_property
    def rivals(self) -> dict[int, tuple[int, ...]]:
        """The other members of each piece's group, as the trees know it."""
        groups = [step.members for tree in self.trees for step in tree.steps if step.act is Act.OPEN]
        return {one: tuple(other for other in group if other != one) for group in groups if group[1:] for one in group}

    @cached_property
    def values(self) -> list[int]:
        """What each piece is worth in full: weight before number kept before number in full, as one whole number."""
        step = len(self.pieces) + 1
        return [(piece.worth or 0) * step * step + step for piece in self.pieces]

    @cached_property
    def rate(self) -> float:
        """What a millisecond is worth."""
        return best_rate(self.trees, self.pieces, self.values, self.allowed, self.plan)

    @cached_property
    def at_best(self) -> list[Priced]:
        """Each tree at its best at that rate."""
        return [self.priced(tree, self.allowed) for tree in self.trees]

    @cached_property
    def worths(self) -> list[float]:
        """What each tree is worth then."""
        return [price.worth for price in self.at_best]

    def can_use(self, place: int, cost: int) -> bool:
        """Whether a piece may be used in a version of that cost, as far as the bound tells."""
        return self._most - self._losses[place] >= -cost - _ROUNDING

    @cached_property
    def _most(self) -> float:
        return sum(self.worths) + self.rate * self.plan

    @cached_property
    def _losses(self) -> dict[int, float]:
        pairs = zip(self.trees, self.at_best, strict=True)
        return {place: lost for tree, price in pairs for place, lost in losses(tree, price).items()}

    def priced(self, tree: Tree, allowed: Sequence[int]) -> Priced:
        """Return a tree at its best at that rate."""
        return priced(tree, self.pieces, self.values, allowed, self.rate)


@dataclass(frozen=True, slots=True)
class Hope:
    """What a way must still be able to reach, or it is not followed further."""

    cost: int
    """Of the whole; a way that cannot become as cheap is left."""
    elsewhere: float = 0.0
    """What is worth most, time paid for, of all trees that come after."""
    most: int = 0
    """Ways followed at a time, for a first guess; 0 for all."""


def through(task: Task, tree: Tree, start: Front, allowed: Sequence[int], hope: Hope) -> Front:
    """Return the ways of going on from `start` through a tree."""
    price = task.priced(tree, allowed)
    rate = task.rate
    left = hope.elsewhere + price.worth
    ceiling = hope.cost + rate * task.plan + _ROUNDING
    front, befores, ways = start, [], list[Front]()
    for step in tree.steps:
        match step.act:
            case Act.OPEN:
                left -= price.groups[step.members[0]]
                befores.append(front)
                ways.append(_without(task, step.members, front, allowed, ceiling + left))
            case Act.ENTER:
                place = step.members[0]
                left += price.below[place]
                front = _used(task, place, befores[-1], allowed[place], ceiling + left)
            case Act.LEAVE:
                ways[-1].extend(front)
            case Act.CLOSE:
                befores.pop()
                front = best_of(ways.pop())
                front = narrowed(front, rate, hope.most) if hope.most else front
    return front


def _without(task: Task, members: tuple[int, ...], front: Front, allowed: Sequence[int], ceiling: float) -> Front:
    """Return the ways in which none of a group is used."""
    if not can_drop(members, allowed):
        return []
    rate = task.rate
    return [state for state in front if state[1] + rate * state[0] <= ceiling]


def _used(task: Task, place: int, front: Front, allowed: int, ceiling: float) -> Front:
    """Return the ways in which a piece is used, in full or in short."""
    piece, bit = task.pieces[place], bit_of(place, len(task.pieces))
    ways: Front = []
    if allowed & FULL:
        ways = _more(task, front, (piece.full, -task.values[place], bit, 0), ceiling)
    if allowed & SHORT and piece.short is not None:
        ways += _more(task, front, (piece.short, 1 - task.values[place], bit, bit), ceiling)
    return best_of(ways) if allowed & FULL and allowed & SHORT else ways


def _more(task: Task, front: Front, use: State, ceiling: float) -> Front:
    """Return a front with one use more, within the plan and where it may still become the best."""
    longer, dearer, kept, short = use
    rate = task.rate
    room, bound = task.plan - longer, ceiling - dearer - rate * longer
    return [
        (time + longer, cost + dearer, bits | kept, shorts | short)
        for time, cost, bits, shorts in front
        if time <= room and cost + rate * time <= bound
    ]

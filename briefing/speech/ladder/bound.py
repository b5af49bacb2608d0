"""How good a version can become at most: what a millisecond is worth, and each tree at that price.

At any price of time, nothing within the plan is worth more than every tree at its best for that price and the plan
paid for (Lagrange's bound, as in Martello and Toth, Knapsack Problems, 1990, chapter 2). At the best price few ways
come near it, and only those have to be looked at.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.speech.ladder.forest import Act, Tree
from briefing.speech.ladder.piece import DROPPED, FULL, SHORT, Piece

_NEVER = -1e18
"""What a use that is not allowed is worth."""
_HALVINGS = 24
"""How often the price is halved towards the best: one of any size is sound, this is near enough."""


@dataclass(frozen=True, slots=True)
class Priced:
    """A tree at a price of time."""

    worth: float
    """At its best, its time paid for."""
    milliseconds: int
    used: Mapping[int, float]
    """What each piece is worth where it is used, with all that needs it at its best."""
    below: Mapping[int, float]
    """What stands below each piece, at its best where the piece is used."""
    groups: Mapping[int, float]
    """What each group is worth at its best, by its first member."""


def priced(tree: Tree, pieces: Sequence[Piece], values: Sequence[int], allowed: Sequence[int], rate: float) -> Priced:
    """Return a tree at its best where a millisecond costs `rate`."""
    used: dict[int, float] = {}
    below: dict[int, float] = {}
    groups: dict[int, float] = {}
    outer: list[tuple[float, int]] = []
    choices: list[list[tuple[float, int]]] = []
    worth, taken = 0.0, 0
    for step in tree.steps:
        place = step.members[0]
        match step.act:
            case Act.OPEN:
                outer.append((worth, taken))
                choices.append([(0.0, 0)] if can_drop(step.members, allowed) else [])
            case Act.ENTER:
                worth, taken = 0.0, 0
            case Act.LEAVE:
                own, longer = _own_worth(pieces[place], values[place], allowed[place], rate)
                below[place] = worth
                used[place] = own + worth
                choices[-1].append((own + worth, longer + taken))
            case Act.CLOSE:
                best, longest = max(choices.pop(), default=(_NEVER, 0))
                before, earlier = outer.pop()
                groups[place] = best
                worth, taken = before + best, earlier + longest
    return Priced(worth, taken, used, below, groups)


def losses(tree: Tree, price: Priced) -> dict[int, float]:
    """Return by how much a tree falls below its best at a price, at least, where a piece of it is used."""
    found: dict[int, float] = {}
    above, lost = list[tuple[float, float]](), 0.0
    for step in tree.steps:
        match step.act:
            case Act.OPEN:
                above.append((lost, price.groups[step.members[0]]))
            case Act.ENTER:
                before, best = above[-1]
                lost = found[step.members[0]] = before + best - price.used[step.members[0]]
            case Act.LEAVE:
                pass
            case Act.CLOSE:
                lost, _ = above.pop()
    return found


def can_drop(members: Sequence[int], allowed: Sequence[int]) -> bool:
    """Whether none of a group need be used."""
    return bool(allowed[members[0]] & DROPPED) and (len(members) == 1 or all(allowed[one] & DROPPED for one in members))


def _own_worth(piece: Piece, value: int, allowed: int, rate: float) -> tuple[float, int]:
    """Return what a piece by itself is worth where it is used, and its milliseconds; a short form is worth one less."""
    best = (_NEVER, 0)
    if allowed & FULL:
        best = (value - rate * piece.full, piece.full)
    if allowed & SHORT and piece.short is not None:
        best = max(best, (value - 1 - rate * piece.short, piece.short))
    return best


def best_rate(
    trees: Sequence[Tree], pieces: Sequence[Piece], values: Sequence[int], allowed: Sequence[int], plan: int
) -> float:
    """Return the price of a millisecond at which the trees together take about the plan; 0 where all is said in it."""

    def taken(rate: float) -> int:
        return sum(priced(tree, pieces, values, allowed, rate).milliseconds for tree in trees)

    if taken(0.0) <= plan:
        return 0.0
    low, high = 0.0, 1.0 + max(value / max(1, _quickest(piece)) for piece, value in zip(pieces, values, strict=True))
    for _ in range(_HALVINGS):
        rate = (low + high) / 2
        low, high = (rate, high) if taken(rate) > plan else (low, rate)
    return high


def _quickest(piece: Piece) -> int:
    return piece.full if piece.short is None else min(piece.full, piece.short)

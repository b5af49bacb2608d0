"""The best version of a speech for a plan, by an exact method.

What is best, in this order: all musts; the greatest sum of weights; the fewest dropped; the fewest in short; what comes
first is kept; what comes first is said in full. Ways of saying the trees of pieces are added up one after another,
those that can no longer become the best are left (`bound`), and what is kept is then settled from the first piece on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.speech.ladder.allowing import allowed_uses
from briefing.speech.ladder.earliest import keep_earliest
from briefing.speech.ladder.forest import groups_of, is_scattered
from briefing.speech.ladder.fronts import EMPTY, Front, last
from briefing.speech.ladder.piece import Piece, Version, bit_of, places_of
from briefing.speech.ladder.shortening import shorten_latest
from briefing.speech.ladder.weighing import Hope, Task, through

_GUESS = 30
"""Ways followed at a time for a first guess."""

Merit = tuple[int, int, int]
"""The cost below zero, the bits of what is kept, and of what is said in full: the greater, the better."""


def fit(pieces: Sequence[Piece], plan: int) -> Version | None:
    """Return the best version within a plan of so many milliseconds; None where the musts do not fit or contradict."""
    found = _best(pieces, plan, frozenset(), None)
    if found is None:
        return None
    _, kept, full = found
    count = len(pieces)
    shortened = places_of(kept & ~full, count)
    return Version(places_of(kept, count), shortened, _milliseconds(pieces, places_of(kept, count), shortened))


def _milliseconds(pieces: Sequence[Piece], kept: Sequence[int], shortened: Sequence[int]) -> int:
    return sum((pieces[place].short or 0) if place in shortened else pieces[place].full for place in kept)


def _best(pieces: Sequence[Piece], plan: int, banned: frozenset[int], least: Merit | None) -> Merit | None:
    """Return the best without the banned pieces, if it is better than `least`.

    The trees know nothing of groups that are scattered over them: where such a group has several musts, and where the
    best way uses two of one, each member is tried without the others.
    """
    clash = _rival_musts(pieces, banned)
    if clash is None:
        allowed = allowed_uses(pieces, banned)
        found = None if allowed is None else _best_of_trees(Task(pieces, plan, allowed))
        if found is None or (least is not None and found <= least):
            return least
        clash = _used_together(pieces, found[1], banned)
        if clash is None:
            return found
    for member in clash.candidates:
        least = _best(pieces, plan, banned | (clash.group - {member}), least)
    return least


@dataclass(frozen=True, slots=True)
class _Clash:
    """A scattered group that the trees cannot settle, and the members that may be the one used."""

    group: frozenset[int]
    candidates: tuple[int, ...]


def _rival_musts(pieces: Sequence[Piece], banned: frozenset[int]) -> _Clash | None:
    """Return the first scattered group of which several, not banned, are musts: of these one is used."""
    for group in _scattered(pieces):
        musts = tuple(place for place in group if pieces[place].worth is None and place not in banned)
        if len(musts) > 1:
            return _Clash(frozenset(group), musts)
    return None


def _used_together(pieces: Sequence[Piece], kept: int, banned: frozenset[int]) -> _Clash | None:
    """Return the first scattered group of which more than one is used."""
    for group in _scattered(pieces):
        if sum(bool(kept & bit_of(place, len(pieces))) for place in group) > 1:
            return _Clash(frozenset(group), tuple(place for place in group if place not in banned))
    return None


def _scattered(pieces: Sequence[Piece]) -> Iterator[tuple[int, ...]]:
    return (group for group in groups_of(pieces) if is_scattered(group, pieces))


def _best_of_trees(task: Task) -> Merit | None:
    guess = last(_all_trees(task, Hope(0, most=_GUESS))[-1])
    fronts = _all_trees(task, Hope(guess[1] if guess else 0))
    best = last(fronts[-1])
    if best is None:
        return None
    kept = keep_earliest(task, best, list(reversed(fronts)))
    return (-best[1], kept, shorten_latest(task, kept, best))


def _all_trees(task: Task, hope: Hope) -> list[Front]:
    """Return the ways of saying no tree, the last, the last two and so on."""
    fronts = [EMPTY]
    for at in reversed(range(len(task.trees))):
        onwards = Hope(hope.cost, sum(task.worths[:at]), hope.most)
        fronts.append(through(task, task.trees[at], fronts[-1], task.allowed, onwards))
    return fronts

"""What an independent solver says of a version: whether it can be, and that none is better.

Of n pieces, variable i says piece i in full and variable n + i in short. What is best goes by stages, and each is held
before the next is asked: the greatest weight, the fewest dropped, the fewest in short. That no version as good keeps
something earlier is one question more: variable 2n + i then says that piece i is the first that is kept and was not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.speech.ladder.piece import Piece, Version
from tests.speech.ladder.programme import Programme, Row, Sum, sum_of


def objection(pieces: Sequence[Piece], plan: int, version: Version | None) -> str:
    """Return what is wrong with a version for a plan of so many milliseconds; empty where it is the best."""
    task = Programme(2 * len(pieces), (*_rules(pieces), Row(_milliseconds(pieces), None, plan)))
    if version is None:
        return "" if task.greatest({}) is None else "there is a version"
    ours = _values(version, len(pieces))
    if not task.holds(ours) or sum_of(_milliseconds(pieces), ours) != version.milliseconds:
        return "it breaks a rule"
    for name, goal in _stages(pieces).items():
        best = task.greatest(goal)
        if best is None or sum_of(goal, best) != sum_of(goal, ours):
            return f"{name}: {ours} comes to {sum_of(goal, ours)}, but {best} is the best"
        task = task.with_rows(_is(goal, sum_of(goal, ours)))
    return _earlier(task, ours, len(pieces))


def least_milliseconds(pieces: Sequence[Piece]) -> int | None:
    """Return the shortest time in which what must be said is; None where it cannot be said together."""
    goal = {variable: -milliseconds for variable, milliseconds in _milliseconds(pieces).items()}
    best = Programme(2 * len(pieces), tuple(_rules(pieces))).greatest(goal)
    return None if best is None else -sum_of(goal, best)


def _stages(pieces: Sequence[Piece]) -> Mapping[str, Sum]:
    count = len(pieces)
    return {
        "weight": {variable: piece.worth or 0 for at, piece in enumerate(pieces) for variable in (at, count + at)},
        "kept": dict.fromkeys(range(2 * count), 1),
        "in short": dict.fromkeys(range(count, 2 * count), -1),
    }


def _rules(pieces: Sequence[Piece]) -> Iterator[Row]:
    """Yield what holds of every version, however long it is."""
    groups: dict[str, list[int]] = {}
    musts: dict[str, list[int]] = {}
    for at, piece in enumerate(pieces):
        yield Row(_used(pieces, at), 0, 1)
        if piece.short is None:
            yield _is({len(pieces) + at: 1}, 0)
        if piece.needs is not None:
            yield Row(_used(pieces, piece.needs) | _used(pieces, at, -1), 0, None)
        if piece.either:
            groups.setdefault(piece.either, []).append(at)
        if piece.worth is None:
            musts.setdefault(piece.either or f" {at}", []).append(at)
    yield from (Row(_any_used(pieces, group), 0, 1) for group in groups.values())
    yield from (Row(_any_used(pieces, group), 1, None) for group in musts.values())


def _earlier(task: Programme, ours: Sequence[int], count: int) -> str:
    """Return what is wrong where a version that is as good keeps, or then says in full, something earlier."""
    used = [ours[at] + ours[count + at] for at in range(count)]
    better = task.with_rows(*_firsts(used, [(at, count + at) for at in range(count)]), more=count).greatest({})
    if better:
        return f"earliest kept: {ours} is not the best, {better[: 2 * count]} is better"
    kept = (_is({at: 1, count + at: 1}, is_used) for at, is_used in enumerate(used))
    firsts = _firsts(ours[:count], [(at,) for at in range(count)])
    better = task.with_rows(*kept, *firsts, more=count).greatest({})
    return f"earliest in full: {ours} is not the best, {better[: 2 * count]} is better" if better else ""


def _firsts(ours: Sequence[int], variables: Sequence[tuple[int, ...]]) -> Iterator[Row]:
    """Yield rows that only something greater than ours keeps, read as digits: where the first 0 is that becomes 1."""
    count = len(ours)
    first = range(2 * count, 3 * count)
    yield _is(dict.fromkeys(first, 1), 1)
    for at, digit in enumerate(ours):
        own = dict.fromkeys(variables[at], 1)
        if digit:
            yield _is({first[at]: 1}, 0)
            yield Row(own | dict.fromkeys(first[at + 1 :], -1), 0, None)
        else:
            yield Row(own | {first[at]: -1}, 0, None)


def _values(version: Version, count: int) -> tuple[int, ...]:
    short = [int(at in version.shortened) for at in range(count)]
    return (*(int(at in version.kept) - short[at] for at in range(count)), *short)


def _milliseconds(pieces: Sequence[Piece]) -> Sum:
    return dict(enumerate((*(piece.full for piece in pieces), *(piece.short or 0 for piece in pieces))))


def _used(pieces: Sequence[Piece], at: int, count: int = 1) -> dict[int, int]:
    return {at: count, len(pieces) + at: count}


def _any_used(pieces: Sequence[Piece], group: Sequence[int]) -> Sum:
    return {variable: 1 for at in group for variable in _used(pieces, at)}


def _is(terms: Sum, value: int) -> Row:
    return Row(terms, value, value)

"""Keystroke to rows: 300 queries typed letter by letter, beside SQLite's word index used by hand, in one process."""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from statistics import median

from briefing.search.index import Index
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import SEED, Ground
from tests.benchmarks.measuring import RUNS, percentile
from tests.benchmarks.peers.words import RawWords, make_words
from tests.benchmarks.product import copy_with_late_cards, ready_index
from tests.benchmarks.queries import Typed, keystrokes, typed_queries

QUERIES = 300
PEER = "raw FTS5"
LIMITED = ("plain", "filtered")
"""The kinds of queries that the limits and the ratio are about."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One state of the search box."""

    text: str
    kind: str
    expression: str | None
    """What the peer is asked; None where it knows no such thing."""


@dataclass(slots=True)
class Times:
    """Milliseconds of processor that each keystroke took, a list for each round."""

    ours: list[list[float]] = field(default_factory=list)
    peer: list[list[float]] = field(default_factory=list)
    beside: list[list[float]] = field(default_factory=list)
    """Ours, of the keystrokes the peer knows."""


def measure(grounds: Sequence[Ground]) -> Iterator[Figure]:
    """Every figure of the search, at every size, and how much slower the largest library is than the smallest."""
    rows: dict[str, list[float]] = {}
    for ground in grounds:
        index = ready_index(ground)
        peer = RawWords(make_words(ground.beside("words-by-hand.sqlite"), index))
        strokes = strokes_of(ground, peer)
        times = _first(index, peer, strokes)
        rows[ground.size] = [_share(times[kind].ours, 95) for kind in LIMITED]
        for kind in times:
            yield from _told(ground.size, kind, times[kind])
        yield from _settled(index, ground.size, strokes)
        yield from _with_late_cards(ground, index, strokes)
        index.close()
    yield from _growth(rows)


def measure_growth(grounds: Sequence[Ground]) -> Iterator[Figure]:
    """How much slower the largest library is than the smallest, alone."""
    yield from (figure for figure in measure([grounds[0], grounds[-1]]) if figure.name.startswith("growth"))


def strokes_of(ground: Ground, peer: RawWords) -> list[Stroke]:
    """Every keystroke of the queries."""
    queries: Sequence[Typed] = typed_queries(ground.folder, QUERIES, SEED)
    return [Stroke(text, one.kind, peer.expression_of(text)) for one in queries for text in keystrokes(one.text)]


def _first(index: Index, peer: RawWords, strokes: Sequence[Stroke]) -> dict[str, Times]:
    """Time the first rows of every keystroke, and the peer right after each."""
    times: dict[str, Times] = defaultdict(Times)
    for kind in dict.fromkeys(stroke.kind for stroke in strokes):
        for _ in range(RUNS):
            ours, theirs, beside = [], [], []
            for stroke in (one for one in strokes if one.kind == kind):
                taken = timed(partial(index.first, stroke.text))
                ours.append(taken)
                if stroke.expression:
                    beside.append(taken)
                    theirs.append(timed(partial(peer.first, stroke.expression)))
            times[kind].ours.append(ours)
            times[kind].peer.append(theirs)
            times[kind].beside.append(beside)
    peer.close()
    return times


def timed(act: Callable[[], object]) -> float:
    """Return the milliseconds of processor something takes."""
    start = time.process_time()
    act()
    return (time.process_time() - start) * 1000


def _share(rounds: Sequence[Sequence[float]], share: int) -> float:
    """Return a percentile: the median of what it is in each round."""
    return median(percentile(one, share) for one in rounds)


def _told(size: str, kind: str, times: Times) -> Iterator[Figure]:
    limits = {95: 8.0, 99: 16.0} if kind in LIMITED else {}
    for share in (50, 95, 99):
        most = limits.get(share)
        target = f"<= {most:.0f} ms of CPU" if most else ""
        yield Figure(f"keystroke -> rows, {kind}, p{share}", size, _share(times.ours, share), "ms", target, most)
    if any(times.peer):
        peer, beside = _share(times.peer, 95), _share(times.beside, 95)
        most = 1.5 * peer if kind in LIMITED and size == "1M" else None
        name = f"keystroke -> rows, {kind}, p95 of what the peer knows ({len(times.peer[0])})"
        yield Figure(name, size, beside, "ms", "<= 1.5 x" if most else "", most, PEER, peer)


def _settled(index: Index, size: str, strokes: Sequence[Stroke]) -> Iterator[Figure]:
    """The settled order and the count, once for every keystroke; the slowest are named."""
    taken = [(timed(partial(index.find, one.text)), one) for one in strokes]
    for kind in dict.fromkeys(one.kind for one in strokes):
        values = [value for value, one in taken if one.kind == kind]
        for share in (50, 95, 99):
            most = 150.0 if share == 95 else None
            target = "<= 150 ms of CPU" if most else ""
            yield Figure(f"settled order, {kind}, p{share}", size, percentile(values, share), "ms", target, most)
    for value, one in sorted(taken, key=lambda each: -each[0])[:5]:
        print(f"  slowest to settle, {size}: {value:.0f} ms  {one.text!r}", file=sys.stderr)


def _with_late_cards(ground: Ground, index: Index, strokes: Sequence[Stroke]) -> Iterator[Figure]:
    """The same first rows where as many cards as there may be have changed since they were put in order."""
    late, many = copy_with_late_cards(index, ground.beside("late.sqlite"))
    limited = [one for one in strokes if one.kind in LIMITED]
    rounds = [[timed(partial(late.first, one.text)) for one in limited] for _ in range(RUNS)]
    for share, most in ((50, None), (95, 8.0), (99, 16.0)):
        target = f"<= {most:.0f} ms of CPU" if most else ""
        name = f"keystroke -> rows, {' and '.join(LIMITED)}, with {many:,} late cards, p{share}"
        yield Figure(name, ground.size, _share(rounds, share), "ms", target, most)
    late.close()


def _growth(rows: dict[str, list[float]]) -> Iterator[Figure]:
    if len(rows) < 2:
        return
    (small, first), *_, (large, last) = rows.items()
    for kind, before, after in zip(LIMITED, first, last, strict=True):
        yield Figure(
            f"growth of p95, {kind}", f"{small} -> {large}", after, "ms", "<= 2 x", 2 * before, f"at {small}", before
        )

"""The desk as it opens, and what a keystroke costs it beyond the search, beside apps that do nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from statistics import median
from time import sleep

from briefing.search.index import Index
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import SEED, Ground
from tests.benchmarks.measuring import RUNS, Spent, cpu_of, in_turn, peak_of, percentile
from tests.benchmarks.product import first_claims, ready_index
from tests.benchmarks.queries import keystrokes, typed_queries
from tests.benchmarks.searching import timed
from tests.benchmarks.terminal import QUIET, Terminal, in_terminal

EMPTY, BARE = "tests.benchmarks.peers.empty", "tests.benchmarks.peers.bare"
FRAME = ("Notes", "Evidence")
CTRL_U = "\x15"
SEARCHES = 50
TYPED = 10
"""Queries whose every keystroke is watched."""
PAGE = 60


def measure_opening(ground: Ground) -> Iterator[Figure]:
    """The first frame, five times in turn with both peers, and the first rows after it."""
    ready_index(ground).close()
    claims = first_claims(ground.folder)
    rows: list[float] = []

    def desk() -> Spent:
        with in_terminal("briefing", str(ground.folder)) as terminal:
            frame = terminal.first_frame(*FRAME)
            shown = terminal.wait(lambda text: any(claim in text for claim in claims))
            rows.append(shown.cpu - frame.cpu)
            return frame

    ours, bare, empty = in_turn(RUNS, desk, _frame(BARE, *FRAME), _frame(EMPTY))
    for kind in ("cpu", "wall"):
        value = getattr(ours, kind)
        for peer, spent, times in (("bare app, same widgets", bare, 1.25), ("empty app", empty, 1.6)):
            beside = getattr(spent, kind)
            target = f"<= {times} x"
            yield Figure(
                f"first frame, {kind.upper() if kind == 'cpu' else kind}", ground.size, value, "ms",
                target, times * beside, peer, beside,
            )  # fmt: skip
    yield Figure("first rows after the first frame", ground.size, median(rows), "ms", "<= 150 ms of CPU", 150.0)


def _frame(module: str, *words: str) -> Callable[[], Spent]:
    def start() -> Spent:
        with in_terminal(module) as terminal:
            return terminal.first_frame(*words)

    return start


def measure_memory(ground: Ground) -> Iterator[Figure]:
    """The most memory the desk has held after fifty searches, beside an empty app."""
    ready_index(ground).close()
    claims = first_claims(ground.folder)
    with in_terminal(EMPTY) as terminal:
        terminal.first_frame()
        terminal.rest()
        empty = peak_of(terminal.process.pid)
    with in_terminal("briefing", str(ground.folder)) as terminal:
        terminal.wait(lambda text: any(claim in text for claim in claims))
        for query in typed_queries(ground.folder, SEARCHES, SEED):
            _search(terminal, query.text)
        ours = peak_of(terminal.process.pid)
    name = f"peak memory after {SEARCHES} searches"
    yield Figure(name, ground.size, ours, "MB", "<= +30 MB", empty + 30, "empty app", empty)


def _search(terminal: Terminal, text: str) -> None:
    terminal.forget()
    for letter in text:
        terminal.type(letter)
        terminal.rest(0.02)
    terminal.rest()
    terminal.type(CTRL_U)
    terminal.rest()


def measure_drawing(ground: Ground) -> Iterator[Figure]:
    """What a keystroke costs the desk beyond the search, beside a list of made-up rows."""
    queries = [one.text for one in typed_queries(ground.folder, 3 * TYPED, SEED) if one.kind == "plain"][:TYPED]
    index = ready_index(ground)
    claims = first_claims(ground.folder)
    searched = [_searched(index, text) for query in queries for text in keystrokes(query)]
    index.close()
    with in_terminal("briefing", str(ground.folder)) as terminal:
        terminal.wait(lambda text: any(claim in text for claim in claims))
        ours = [taken - search for taken, search in zip(_strokes(terminal, queries), searched, strict=True)]
    with in_terminal(BARE) as terminal:
        terminal.first_frame(*FRAME)
        bare = _strokes(terminal, queries)
    name = f"keystroke -> screen beyond the search ({len(ours)} keys)"
    peer = "virtual list alone"
    yield Figure(f"{name}, p50", ground.size, median(ours), "ms", "<= 25 ms of CPU", 25.0, peer, median(bare))
    yield Figure(f"{name}, p95", ground.size, percentile(ours, 95), "ms", "", None, peer, percentile(bare, 95))


def _searched(index: Index, text: str) -> float:
    """Return what the search alone takes for a keystroke, as the desk asks for it."""

    def ask() -> None:
        hits = index.first(text, PAGE)
        if hits and not hits.settled:
            index.find(text, PAGE)

    return timed(ask)


def _strokes(terminal: Terminal, queries: list[str]) -> list[float]:
    """Return the milliseconds of processor each keystroke takes, without what the program takes when nobody types."""
    terminal.rest(1.5)
    idle = _used(terminal, lambda: sleep(3)) / 3
    taken: list[float] = []
    for query in queries:
        taken.extend(_used(terminal, partial(terminal.type, letter)) - idle * QUIET for letter in query)
        _used(terminal, lambda: terminal.type(CTRL_U))
    return taken


def _used(terminal: Terminal, act: Callable[[], object]) -> float:
    terminal.forget()
    before = cpu_of(terminal.process.pid)
    act()
    terminal.rest()
    return cpu_of(terminal.process.pid) - before

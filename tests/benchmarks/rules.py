"""The rules: the slowest on a text that is made to cost time, how that grows, and an outline judged whole."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from statistics import median

from briefing.model.ids import BlockId, OutlineName
from briefing.model.library import WholeLibrary
from briefing.model.outline import Block, Outline
from briefing.rules.engine import find_breaches
from briefing.rules.judging import judge
from briefing.rules.named import CHECKS
from briefing.rules.reading import shipped_rules
from briefing.rules.rule import Rule
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import SEED
from tests.benchmarks.measuring import RUNS
from tests.benchmarks.vocabulary import vocabulary
from tests.rules.hostile import LENGTH, hostile_texts, reading_for
from tests.rules.trials import SAID_ON, house

MOST = 100
"""Milliseconds of 100,000 characters."""
BLOCKS, WORDS = 200, 60
MOST_WHOLE = 50
"""Milliseconds of an outline of 200 blocks."""


@dataclass(frozen=True, slots=True)
class Slowest:
    """A rule, the text it takes longest for, and how long that is, in milliseconds."""

    rule: Rule
    text: str
    spent: float


def measure() -> Iterator[Figure]:
    """Every rule, the slowest named; then outlines."""
    slowest = sorted((_slowest(rule) for rule in shipped_rules()), key=lambda one: one.spent, reverse=True)
    for place, one in enumerate(slowest[:3], 1):
        name = f"rule, slowest but {place - 1}" if place > 1 else "slowest rule"
        told = f"{name}: {one.rule.id} on 100,000 characters"
        yield Figure(told, "", one.spent, "ms", f"<= {MOST} ms", MOST)
    first = slowest[0]
    twice = _spent(first.rule, (first.text * 2)[: 2 * LENGTH])
    yield Figure(f"{first.rule.id} on twice that, in times of it", "", twice / first.spent, "", "<= 3", 3)
    yield from _measure_outlines()


def _slowest(rule: Rule) -> Slowest:
    return max((Slowest(rule, text, _spent(rule, text)) for text in hostile_texts(rule)), key=lambda one: one.spent)


def _spent(rule: Rule, text: str) -> float:
    """Return the least of three runs: a pause of the machine is no matter of the rule's."""
    return min(_timed(lambda: find_breaches(reading_for(rule, text), [rule], CHECKS)) for _ in range(3))


def _measure_outlines() -> Iterator[Figure]:
    judged(_outline(RUNS))  # the rules are read once a process
    outlines = [_outline(seed) for seed in range(RUNS)]
    cold = [_timed(partial(judged, outline)) for outline in outlines]
    typed = [_typed(outline, place) for place, outline in enumerate(outlines)]
    again = [_timed(partial(judged, outline)) for outline in typed]
    for name, spent in (("judged whole, from cold", cold), ("judged again, one of them typed in", again)):
        yield Figure(f"{BLOCKS} blocks {name}", "", median(spent), "ms", f"<= {MOST_WHOLE} ms", MOST_WHOLE)


def judged(outline: Outline) -> int:
    """Read an outline by every rule, and return how much there is to say of it."""
    return len(judge(outline, WholeLibrary(office=house(), outlines=(outline,)), SAID_ON))


def _outline(seed: int) -> Outline:
    chance, words = random.Random(f"{SEED} {seed}"), vocabulary()
    texts = (" ".join(_sentence(chance, words) for _ in range(WORDS // 12)) for _ in range(BLOCKS))
    blocks = tuple(Block(BlockId(f"b{place}"), text=text) for place, text in enumerate(texts))
    return Outline(OutlineName("long"), "A long speech", "speech", date=SAID_ON, blocks=blocks)


def _sentence(chance: random.Random, words: list[str]) -> str:
    """Return a sentence; what rules look for is in it about as often as in a debate."""
    said = chance.choice(
        ("The hon. Member for Westmarch", "The Minister", "We", "In 2019 the harbour", "My constituents")
    )
    (last,) = chance.choices(("you", "lies", "5%", "it"), (3, 1, 10, 86))
    return f"{said} {' '.join(chance.choices(words, k=9))} {last}."


def _typed(outline: Outline, place: int) -> Outline:
    block = outline.blocks[place]
    changed = Block(block.id, text=f"{block.text} And more.")
    return outline.with_blocks((*outline.blocks[:place], changed, *outline.blocks[place + 1 :]))


def _timed(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return (time.process_time() - start) * 1000

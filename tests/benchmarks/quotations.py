"""Ten thousand quotations, one in ten altered, against a source of 200,000 words; beside them a fuzzy match."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from statistics import median

from rapidfuzz.fuzz import partial_ratio_alignment

from briefing.evidence.quotations.comparing import Result, compare_words
from briefing.evidence.quotations.kept import KeptText, prepare
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import SEED
from tests.benchmarks.measuring import RUNS
from tests.benchmarks.vocabulary import vocabulary

WORDS = 200_000
QUOTATIONS = 10_000
ALTERED = 10
"""One in so many is altered."""
SAMPLE = 40
"""Quotations the fuzzy match is timed on: all of them would take minutes."""
MOST_READY, MOST_COLD = 1_000, 2_000
"""Milliseconds."""


def measure() -> Iterator[Figure]:
    """From cold, and once the text is made ready; beside the latter rapidfuzz on some, as if on all."""
    text = _text(random.Random(SEED))
    quotations = list(_quotations(text, random.Random(SEED + 1)))
    preparing, comparing = zip(*(_compared(text, quotations) for _ in range(RUNS)), strict=True)
    peer = _fuzzily(text, quotations[:SAMPLE]) * (QUOTATIONS / SAMPLE)
    name, aside = f"{QUOTATIONS:,} quotations in {WORDS:,} words", f"rapidfuzz, {SAMPLE} of them, scaled"
    ready = median(comparing)
    yield Figure(f"{name}, text ready", "", ready, "ms", f"<= {MOST_READY} ms", MOST_READY, aside, peer)
    cold = median(map(sum, zip(preparing, comparing, strict=True)))
    yield Figure(f"{name}, from cold", "", cold, "ms", f"<= {MOST_COLD} ms", MOST_COLD)


def _text(chance: random.Random) -> str:
    """Return words as often as texts have them, in lines of twelve and pages of 400."""
    words = vocabulary()[:20_000]
    weights = [1 / place for place in range(1, len(words) + 1)]
    said = chance.choices(words, weights, k=WORDS)
    lines = (" ".join(said[at : at + 12]) for at in range(0, WORDS, 12))
    return "\n".join(f"{line}\f" if at % 33 == 32 else line for at, line in enumerate(lines))


def _quotations(text: str, chance: random.Random) -> Iterator[str]:
    words = text.split()
    for number in range(QUOTATIONS):
        start = chance.randrange(WORDS - 40)
        said = words[start : start + chance.randint(6, 40)]
        if number % ALTERED == 0:
            said[chance.randrange(len(said))] += "s0"
        yield " ".join(said)


def _compared(text: str, quotations: list[str]) -> tuple[float, float]:
    """Return the milliseconds to make a text ready, and to compare the quotations; raises where one is judged wrong."""
    begun = time.process_time()
    ready: KeptText = prepare(text)
    prepared = time.process_time()
    results = [compare_words(quotation, "", ready).result for quotation in quotations]
    done = time.process_time()
    wanted = [Result.DIFFERS if number % ALTERED == 0 else Result.EXACT for number in range(len(quotations))]
    if results != wanted:
        raise AssertionError("a quotation was judged wrong")
    return (prepared - begun) * 1000, (done - prepared) * 1000


def _fuzzily(text: str, quotations: list[str]) -> float:
    """Return the milliseconds rapidfuzz takes to find the nearest place of each."""
    begun = time.process_time()
    for quotation in quotations:
        partial_ratio_alignment(quotation, text)
    return (time.process_time() - begun) * 1000

"""With every bookmark gone, words and neighbours still say where paragraphs belong, or it is not said at all."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing.rules.hansard import read_contributions
from briefing.word.returned.exported import Exported, ExportedPart
from briefing.word.returned.homes import Where
from briefing.word.returned.placing import place
from briefing.word.returned.values import NONE, ReturnedFile, ReturnedParagraph, Stretch

pytestmark = pytest.mark.returned

WHOLE = 3_000
"""Paragraphs, in the long run; half as many in the default one."""
MOVED = 50
"""One of so many paragraphs stands somewhere else."""
MOST_WRONG = 0.005
_LONG = 80
"""Words from which on a paragraph of a debate is cut in two: there are not three thousand in three days of it."""
_SENTENCE_END = re.compile(r"[.?!] ")


def prose(folder: Path) -> list[str]:
    """Paragraphs that were said in the House."""
    days = sorted((folder / "hansard").glob("*.xml"))
    said = [text for day in days for one in read_contributions(day.read_bytes(), day.name) for text in one.paragraphs]
    return [half for text in said for half in halves(" ".join(text.split()))]


def halves(text: str) -> list[str]:
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    if len(text.split()) < _LONG or not ends:
        return [text]
    middle = min(ends, key=lambda end: abs(end - len(text) // 2))
    return [text[:middle].strip(), text[middle:]]


def unnamed(texts: Sequence[str]) -> ReturnedFile:
    """A file with nothing in it but words."""
    paragraphs = tuple(
        ReturnedParagraph(number, "word/document.xml", (Stretch(text),), place=number)
        for number, text in enumerate(texts)
    )
    return ReturnedFile("", "", "", paragraphs, (), (), (), {})


@dataclass(frozen=True)
class Shares:
    """How many paragraphs of a file were placed right, wrong, and not at all."""

    right: float
    wrong: float


def placed(texts: Sequence[str], origins: Sequence[int], parts: Sequence[str]) -> Shares:
    """How a file is placed, `origins` being the parts its paragraphs are, NONE of what is new."""
    exported = Exported("ex1234", tuple(ExportedPart("", text) for text in parts))
    homes = place(unnamed(texts), exported).homes
    right = wrong = 0
    for home, origin in zip(homes, origins, strict=True):
        is_right = home.where is Where.BLOCK and home.part == origin
        right += is_right
        wrong += not is_right and home.where is not Where.NONE and (origin != NONE or home.where is Where.BLOCK)
    return Shares(right / len(texts), wrong / len(texts))


@pytest.mark.parametrize(("share", "least"), [(0.1, 0.995), (0.3, 0.98), (0.5, 0.91)])
def test_words_replaced_at_random(
    fixtures_folder: Path, chance: random.Random, often: Callable[[int, int], int], share: float, least: float
) -> None:
    said = prose(fixtures_folder)
    vocabulary = [word for text in said for word in text.split()]
    count = often(WHOLE // 2, WHOLE)
    for _ in range(often(1, 10)):
        start = chance.randrange(len(said) - count + 1)
        parts = said[start : start + count]
        origins = shuffled(count, chance)
        texts = [
            " ".join(chance.choice(vocabulary) if chance.random() < share else word for word in parts[origin].split())
            for origin in origins
        ]
        shares = placed(texts, origins, parts)
        print(f"{share:.0%} of words replaced: {shares.right:.2%} right, {shares.wrong:.2%} wrong")
        assert shares.right >= least
        assert shares.wrong <= MOST_WRONG


def test_paragraphs_that_are_new_among_many_that_are_gone(
    fixtures_folder: Path, chance: random.Random, often: Callable[[int, int], int]
) -> None:
    said = prose(fixtures_folder)
    chance.shuffle(said)
    parts, strangers = said[: len(said) // 2], said[len(said) // 2 :]
    for _ in range(often(1, 10)):
        texts, origins = [], []
        for origin, text in enumerate(parts):
            fate = chance.random()
            if fate < 0.9:
                texts.append(text)
                origins.append(origin)
            if fate > 0.8:
                texts.append(chance.choice(strangers))
                origins.append(NONE)
        shares = placed(texts, origins, parts)
        print(f"a tenth gone and a fifth new: {shares.wrong:.2%} wrong")
        assert shares.wrong <= MOST_WRONG


def shuffled(count: int, chance: random.Random) -> list[int]:
    """The places of paragraphs, one of fifty of them moved."""
    moved = set(chance.sample(range(count), count // MOVED))
    order = [number for number in range(count) if number not in moved]
    for number in moved:
        order.insert(chance.randrange(len(order) + 1), number)
    return order

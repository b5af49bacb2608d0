"""A count of a day of Hansard made another way: by the tree of a file, and plain rules for what is said.

It shares nothing with the program but the files, so that the two can be compared.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

Stretch = tuple[str, float, float]
"""Who speaks, words and minutes."""


def stretches(path: Path, count: Callable[[str], float]) -> Iterator[Stretch]:
    """Stretches of one speaker between successive time stamps, 4 to 60 minutes, at 60 to 260 words a minute."""
    between: list[tuple[float, Counter[str], set[str]]] = []
    for element in ET.parse(path).getroot():  # noqa: S314 - files of our own
        time = element.get("time")
        if time and (not between or between[-1][0] != minutes_of(time)):
            between.append((minutes_of(time), Counter(), set()))
        if between:
            _, said, tags = between[-1]
            tags.add(element.tag)
            if name := element.get("speakername"):
                said[name] += round(1000 * count(text_of(element)))
    for (begins, said, tags), (ends, *_) in pairwise(between):
        words, minutes = said.total() / 1000, ends - begins
        if words and 4 <= minutes <= 60 and 60 <= words / minutes <= 260 and "division" not in tags:
            speaker, most = said.most_common(1)[0]
            if most / 1000 >= 0.9 * words:
                yield speaker, words, minutes


def minutes_of(time: str) -> float:
    hours, minutes, seconds = map(int, time.split(":"))
    return 60 * hours + minutes + seconds / 60


def text_of(element: ET.Element) -> str:
    return " ".join("".join(paragraph.itertext()) for paragraph in element.iter("p"))


def printed(text: str) -> float:
    """As many words as stand between spaces and dashes."""
    return sum(any(letter.isalnum() for letter in word) for word in re.split(r"[\s\u2013\u2014/]+", text))


def said(text: str) -> float:
    """Words as they are said, by rules so plain that they are wrong now and then, and right nearly always."""
    return sum(map(said_word, re.split(r"[\s\u2013\u2014/]+", text)))


def said_word(word: str) -> float:
    bare = word.strip(".,;:?!()[]'\"\u2018\u2019\u201c\u201d\u2026")
    if re.search(r"\d", bare):
        return said_figure(bare)
    initials = re.sub(r"(\u2019s|'s|s)$", "", bare)
    if len(initials) > 1 and initials.isupper() and initials.isalpha():
        return 0.6 * len(initials)
    return float(any(letter.isalnum() for letter in bare))


def said_figure(word: str) -> float:
    """A sign each for pounds and per cent, and each run of digits as a number; a year in pairs."""
    signs = ("£" in word) + 2 * ("%" in word) + len(re.findall(r"[A-Za-z]{2,}", re.sub(r"(st|nd|rd|th)\b", "", word)))
    whole, *decimals = re.findall(r"\d+", word.replace(",", ""))
    if re.fullmatch(r"(1[1-9]|20)\d\d", whole) and "," not in word:
        number = below_hundred(int(whole[:2])) + max(1, below_hundred(int(whole[2:])))
    else:
        number = number_words(int(whole))
    return signs + number + sum(1 + len(each) if "." in word else 1 + number_words(int(each)) for each in decimals)


def number_words(number: int) -> int:
    for unit in (10**9, 10**6, 1000):
        if number >= unit:
            rest = number % unit
            return number_words(number // unit) + 1 + (0 < rest < 100) + (number_words(rest) if rest else 0)
    hundreds, rest = divmod(number, 100)
    return (2 + (rest > 0) if hundreds else 0) + (below_hundred(rest) if rest or not hundreds else 0)


def below_hundred(number: int) -> int:
    return 1 if number <= 20 or number % 10 == 0 else 2

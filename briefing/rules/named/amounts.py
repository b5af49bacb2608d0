"""Amounts as a text has them, with what they are worth: £1.2 million, half a million, 5%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SCALES = {"thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
_AMOUNT = re.compile(
    r"(?P<about>(?i:about|around|roughly|some|nearly|almost|over|approximately|more than|up to) )?"
    r"(?:(?P<money>£) ?)?(?:(?<![\d.,\w])(?P<number>\d{1,15}(?:,\d{3}){0,5}(?:\.\d{1,6})?)|\b(?P<half>(?i:half)))"
    r"(?: ?(?P<share>%|per cent\b)|(?: a)?(?:[ -]?(?P<scale>(?i:thousand|million|billion|trillion|bn)|[mk])\b))?"
    r"(?: (?P<pounds>pounds))?"
)
_TERM = re.compile(r"\s*(?P<sign>[+\u2212\u2013-])?\s*(?P<amount>[^+\u2212\u2013=-]{1,60})")
_FIGURE = re.compile(
    r"£? ?(\d{1,15}(?:,\d{3}){0,5}(?:\.\d{1,6})?) ?(%|thousand|million|billion|bn|m|k)?\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in a text."""

    start: int
    end: int
    value: float
    unit: str
    """£, % or nothing."""
    scale: str = ""
    """million or billion, where it is said so."""
    is_about: bool = False

    @property
    def count(self) -> float:
        """The number that is written before its scale."""
        return self.value / _SCALES.get(self.scale, 1)


def find_amounts(text: str) -> Iterator[Amount]:
    """Yield sums of money, shares, and what is counted in thousands or more; no other number."""
    for found in _AMOUNT.finditer(text):
        scale = (found["scale"] or "").lower()
        unit = "£" if found["money"] or found["pounds"] else "%" if found["share"] else ""
        if not scale and (not unit or found["half"]):
            continue
        number = 0.5 if found["half"] else float(found["number"].replace(",", ""))
        is_about = bool(found["about"] or found["half"])
        yield Amount(found.start(), found.end(), number * _SCALES.get(scale, 1), unit, scale, is_about)


def work_out(formula: str) -> float | None:
    """Return what a sum of figures comes to, up to its equals sign; None where it is anything else."""
    sum_, place, text = 0.0, 0, formula.partition("=")[0]
    count = 0
    while place < len(text):
        term = _TERM.match(text, place)
        figure = _FIGURE.fullmatch(term["amount"]) if term else None
        if term is None or figure is None or (count and not term["sign"]):
            return None
        value = float(figure[1].replace(",", "")) * _SCALES.get((figure[2] or "").lower(), 1)
        sum_ += -value if term["sign"] and term["sign"] != "+" else value
        place, count = term.end(), count + 1
    return sum_ if count > 1 else None

"""How each sort of expression is said: money, shares, years, days, hours, places in a Bill, initialisms."""

from __future__ import annotations

import re

from briefing.speech.said.forms import forms
from briefing.speech.said.numerals import cardinal, figure, ordinal, year

MONTHS = "January February March April May June July August September October November December".split()
_SCALES = {"m": "million", "bn": "billion", "k": "thousand"}
COINS = {"£": ("pound", "pounds"), "$": ("dollar", "dollars"), "€": ("euro", "euros")}
_PARTS = {2: "half", 3: "third", 4: "quarter"}
SIGNS = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅛": (1, 8)}
_COUNTED = r"(?:Part|War|Chapter|Volume|Title|Annex|Appendix|Book|Schedule)"
_DECADES = {"2": "twenties", "3": "thirties", "4": "forties", "5": "fifties", "6": "sixties"} | {
    "7": "seventies", "8": "eighties", "9": "nineties", "1": "tens", "0": "hundreds",
}  # fmt: skip
Match = re.Match[str]


def scale_name(scale: str | None) -> str:
    """Return million, billion or thousand, written out; empty where there is none."""
    name = (scale or "").strip()
    return _SCALES.get(name, name)


def _scaled(number: str, scale: str | None) -> str:
    """Return a number with its million, billion or thousand."""
    return f"{figure(number)} {scale_name(scale)}".strip()


def money(found: Match) -> str:
    """Return a sum: `one point two million pounds`, `four pounds fifty`."""
    one, many = COINS[found["coin"]]
    if found["cents"]:
        return f"{figure(found['sum'])} {one if found['sum'] == '1' else many} {cardinal(int(found['cents']))}"
    until = f" to {figure(found['until'])}" if found["until"] else ""
    scale = scale_name(found["scale"])
    coin = one if (found["sum"] == "1" and not scale and not until) or found["note"] is not None else many
    return " ".join(filter(None, (f"{figure(found['sum'])}{until}", scale, coin)))


def pence(found: Match) -> str:
    """Return pence."""
    return "one penny" if found["pence"] == "1" else f"{figure(found['pence'])} pence"


def share(found: Match) -> str:
    """Return a share, or from one to another: `ten to fifteen per cent`."""
    until = f" to {figure(found['share_until'])}" if found["share_until"] else ""
    return f"{figure(found['share'])}{until} per cent"


def fraction(found: Match) -> str:
    """Return a fraction: `two thirds`."""
    return _parts(int(found["over"]), int(found["under"]))


def _parts(over: int, under: int) -> str:
    part = _PARTS.get(under) or ordinal(under)
    return f"{cardinal(over)} {part if over == 1 else 'halves' if under == 2 else f'{part}s'}"


def mixed(found: Match) -> str:
    """Return a fraction that is one sign, after a number or alone: `two and a half`."""
    over, under = SIGNS[found["sign"]]
    if not found["before_sign"]:
        return _parts(over, under)
    part = f"a {_PARTS[under]}" if over == 1 and under in {2, 4} else _parts(over, under)
    return f"{figure(found['before_sign'])} and {part}"


def day(found: Match) -> str:
    """Return a day of a month, of a year where one is named: `the eighth of January twenty twenty-five`."""
    more = f" {found['link']} {ordinal(int(found['day_too']))}" if found["link"] else ""
    of_year = f" {year(int(found['of_year']))}" if found["of_year"] else ""
    month = next(name for name in MONTHS if name[:3] == found["month"][:3])
    return f"the {ordinal(int(found['day']))}{more} of {month}{of_year}"


def written_day(found: Match) -> str:
    """Return a day that is written as 8/1/2025, the day first."""
    day, month, of_year = (int(found[part]) for part in ("d", "m", "y"))
    return f"the {ordinal(day)} of {MONTHS[month - 1]} {year(of_year)}"


def years(found: Match) -> str:
    """Return a year, or the first and the last: `two thousand and eight to thirteen`."""
    first, last = int(found["first_year"]), found["last_year"]
    if not last:
        return year(first)
    return f"{year(first)} to {year(int(last)) if len(last) == 4 else cardinal(int(last))}"


def decade(found: Match) -> str:
    """Return ten years: `nineteen nineties`."""
    tens = _DECADES[found["tens"]]
    return f"{cardinal(int(found['hundreds']))} {tens}" if found["hundreds"] else tens


def place(found: Match) -> str:
    """Return clause 21A, or 4(2)(b): numbers in words, letters by their names."""
    return " ".join(
        figure(part) if part.isdecimal() else part.upper() for part in re.findall(r"\d+|[A-Za-z]", found[0])
    )


def range_(found: Match) -> str:
    """Return a number to another."""
    return f"{figure(found['from'])} to {figure(found['to'])}"


def number(found: Match) -> str:
    """Return a number with its scale and its unit."""
    number, scale, unit = found["number"], found["number_scale"], (found["unit"] or "").strip()
    said = ("minus " if found["minus"] else "") + _scaled(number, scale)
    one, many = forms().units.get(unit, ("", ""))
    return " ".join(filter(None, (said, one if number == "1" and not scale else many)))


def letters(found: Match) -> str:
    """Return an initialism by its letters, an acronym as it is."""
    capitals, ending = found["capitals"], found["ending"] or ""
    if capitals in forms().acronyms or _is_shouted(found):
        return found[0]
    return f"{' '.join(capitals)}{f' {ending}' if ending else ''}"


def _is_shouted(found: Match) -> bool:
    """Whether it stands among other words in capitals: a heading, not an initialism."""
    before = _CAPITALS_BEFORE.search(found.string, max(0, found.start() - 40), found.start())
    after = _CAPITALS_AFTER.match(found.string, found.end())
    longest = max((len(side[1]) for side in (before, after) if side), default=0)
    return bool(before and after) or longest > _LONG or (longest > 0 and len(found["capitals"]) > _LONG)


_LONG = 4
"""Letters of an initialism, mostly: more in capitals, beside others, is a word."""
_CAPITALS_BEFORE = re.compile(r"\b([A-Z]{2,}),? $")
_CAPITALS_AFTER = re.compile(r",? ([A-Z]{2,})\b")


def reign(found: Match) -> str:
    """Return Henry the Eighth, or Part Four."""
    number = _roman(found["roman"])
    said = cardinal(number) if re.fullmatch(_COUNTED, found["named"]) else f"the {ordinal(number)}"
    return f"{found['named']} {said}"


def _roman(text: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in text]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def site(found: Match) -> str:
    """Return the name of a site, its endings by their letters."""
    return " dot ".join(" ".join(part.upper()) if len(part) <= 2 else part for part in found[0].split("."))


def slashed(found: Match) -> str:
    """Return 2024/25."""
    return f"{year(int(found['y1']))} to {cardinal(int(found['y2']))}"


def always(_: Match) -> str:
    """Return 24/7."""
    return "twenty-four seven"


def clock(found: Match) -> str:
    """Return an hour: `nine thirty A M`, `twelve fifteen`, `eleven thirty o'clock`."""
    minute = found["minute"] or found["minute_"]
    half = {"a": "A M", "p": "P M", "o": "o\u2019clock"}.get((found["half"] or " ").strip()[:1], "")
    return " ".join(filter(None, (cardinal(int(found["hour"])), _minutes(minute), half)))


def _minutes(minute: str | None) -> str:
    if not minute or minute == "00":
        return ""
    return f"oh {cardinal(int(minute))}" if minute[0] == "0" else cardinal(int(minute))


def before(found: Match) -> str:
    """Return what a short form before a number stands for."""
    return f"{forms().before[found['before']]} "


def short(found: Match) -> str:
    """Return what a short form stands for."""
    return forms().short[found[0]]


def order(found: Match) -> str:
    """Return a place in an order."""
    return ordinal(int(found["nth"]))


def hung(found: Match) -> str:
    """Return 16 of “16- to 18-year-olds”."""
    return f"{figure(found['hung'])} "


def coded(found: Match) -> str:
    """Return G7 or M25: letters by their names, then the number."""
    return f"{' '.join(found['code'])} {figure(found['code_number'])}"


def joined(found: Match) -> str:
    """Return a word that a number is joined to: COVID of COVID-19."""
    return f"{found['word']} "


def as_it_is(found: Match) -> str:
    """Return it as it is written: forty-five, whose parts are words each."""
    return found[0]

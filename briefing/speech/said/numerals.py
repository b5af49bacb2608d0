"""Numerals in words, as British English says them.

Written here for want of a library that fits: inflect takes over a second to import (typeguard rewrites it as it loads),
num2words needs docopt, of which there is no wheel to pin by its hash, and num2words2 is one person's compiled port.
"""

from __future__ import annotations

_ONES = (
    "nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))
_LONGEST = 15
"""Digits of a number that is said as one."""
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def cardinal(number: int) -> str:
    """Return a whole number in words: `one thousand five hundred and forty-seven`."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        ones = f"-{_ONES[number % 10]}" if number % 10 else ""
        return f"{_TENS[number // 10 - 2]}{ones}"
    if number < 1000:
        more = f" and {cardinal(number % 100)}" if number % 100 else ""
        return f"{_ONES[number // 100]} hundred{more}"
    size, name = next(each for each in _SCALES if number >= each[0])
    rest = number % size
    link = " and " if rest < 100 else " "
    return f"{cardinal(number // size)} {name}{f'{link}{cardinal(rest)}' if rest else ''}"


def ordinal(number: int) -> str:
    """Return a whole number as a place in an order: `twenty-first`."""
    words = cardinal(number)
    at = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[at:]
    if last in _ORDINALS:
        return f"{words[:at]}{_ORDINALS[last]}"
    return f"{words[:-1]}ieth" if last.endswith("y") else f"{words}th"


def year(number: int) -> str:
    """Return a year as it is said: `twenty sixteen`, `nineteen oh five`, `two thousand and eight`."""
    century, rest = divmod(number, 100)
    if century % 10 == 0 and rest < 10:
        return cardinal(number)
    if not rest:
        return f"{cardinal(century)} hundred"
    return f"{cardinal(century)} {cardinal(rest) if rest >= 10 else f'oh {cardinal(rest)}'}"


def figure(text: str) -> str:
    """Return a number as it is written, with commas and a point or without, in words."""
    whole, _, after = text.replace(",", "").partition(".")
    if (len(whole) > 1 and whole.startswith("0")) or len(whole) > _LONGEST:
        return digits(whole)
    said = cardinal(int(whole))
    return f"{said} point {digits(after)}" if after else said


def digits(text: str) -> str:
    """Return digits one by one."""
    return " ".join(_ONES[int(digit)] for digit in text if digit.isdecimal())

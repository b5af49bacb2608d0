"""A text as quotations are compared: evened out in what a printer changes, and in nothing a speaker said.

White space, quotation marks, dashes, soft hyphens, ligatures and hyphens at line ends are evened out. Every letter,
digit, capital and stop stays. Dashes are taken out and remembered by their place: a hyphen at a line's end may or may
not belong to the word, every other has to be there on both sides.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_HYPHENS = "-\u2010\u2011"
_MARKS = "\"'`\u00b4\u00ab\u00bb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033\u2039\u203a"
_LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
}  # fmt: skip
_UNEVEN = re.compile(
    rf"(?P<dash>[\s\u00ad]*[{_DASHES}](?:[\s\u00ad]*[{_DASHES}])*[\s\u00ad]*)"
    rf"|(?P<space>\s[\s\u00ad]*\s|[^\S ])|(?P<mark>[{_MARKS}])"
    rf"|(?P<soft>(?:\u00ad(?:[^\S\n\f]*\n[^\S\n\f]*)?)+)|(?P<ligature>[{''.join(_LIGATURES)}])"
)
_LINE_END = re.compile(rf"[{_HYPHENS}][^\S\n\f]*\n[^\S\n\f]*")


@dataclass(frozen=True, slots=True)
class Dash:
    """A dash that was taken out."""

    may_go: bool
    """Whether it stood at a line's end between two letters, so that the word may be written without it."""
    joins: bool
    """Whether it makes one word of what stands on either side of it."""
    is_minus: bool
    """Whether it stands before a number, and after no word."""


@dataclass(frozen=True, slots=True)
class Even:
    """A text evened out, and where its characters stood before."""

    text: str
    dash_places: tuple[int, ...]
    """Before which character of `text` each dash stood, in order."""
    dashes: tuple[Dash, ...]
    places: tuple[int, ...]
    """Characters of `text` from which on the place in the text as it was is another step away."""
    steps: tuple[int, ...]

    def place(self, index: int) -> int:
        """Return where a character of `text` stood in the text as it was."""
        return index + self.steps[bisect_right(self.places, index) - 1]

    def end(self, index: int) -> int:
        """Return where the text as it was ends that `text` up to `index` was made of."""
        return self.place(index - 1) + 1 if index else 0

    def dash_at(self, index: int) -> Dash | None:
        """Return the dash that stood before a character of `text`."""
        at = bisect_left(self.dash_places, index)
        return self.dashes[at] if at < len(self.dash_places) and self.dash_places[at] == index else None

    def dashes_within(self, start: int, end: int) -> dict[int, Dash]:
        """Return the dashes between the first and the last character of a stretch, by their place in it."""
        first, last = bisect_right(self.dash_places, start), bisect_left(self.dash_places, end)
        return {self.dash_places[at] - start: self.dashes[at] for at in range(first, last)}


def even(text: str) -> Even:
    """Return a text evened out. To even out what is even changes nothing."""
    parts: list[str] = []
    dash_places: list[int] = []
    dashes: list[Dash] = []
    places, steps = [0], [0]
    length = done = 0
    for found in _UNEVEN.finditer(text):
        start, end = found.span()
        plain = text[done:start]
        instead = _instead(found)
        parts += (plain, instead)
        length += len(plain)
        if found.lastgroup == "dash":
            dash_places.append(length)
            dashes.append(_dash(found))
        for letter in range(1, len(instead)):  # all letters of a ligature stood where it did
            places.append(length + letter)
            steps.append(start - length - letter)
        length += len(instead)
        done = end
        if len(instead) != end - start:
            places.append(length)
            steps.append(end - length)
    parts.append(text[done:])
    return Even("".join(parts), tuple(dash_places), tuple(dashes), tuple(places), tuple(steps))


def _instead(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "space":
            return " "
        case "mark":
            return "'"
        case "ligature":
            return _LIGATURES[found[0]]
        case _:
            return ""


def _dash(found: re.Match[str]) -> Dash:
    text, (start, end) = found.string, found.span()
    written = found[0].replace("\u00ad", "")
    on_either_side = text[max(0, start - 1) : start] + text[end : end + 1]
    between_letters = len(on_either_side) == 2 and on_either_side.isalpha()
    is_range = len(on_either_side) == 2 and on_either_side.isdecimal() and not written[:1].isspace()
    at_line_end = _LINE_END.fullmatch(written) is not None
    joins = written in _HYPHENS or at_line_end or is_range
    before, after = written[:1], text[end : end + 1]
    is_minus = after.isdecimal() and not written[-1:].isspace() and (start == 0 or before.isspace())
    return Dash(may_go=at_line_end and between_letters, joins=joins, is_minus=is_minus)

"""How wide words are and how high paragraphs: from the styles of a template, in points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import ceil

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree

LETTER = 0.49
"""How wide a letter is on the average, spaces among them, by the size of its type."""
_LETTERS = {
    222: "ijl'",
    278: " ftI!,./:;\u00a0",
    333: "r()-",
    500: "ckvsxyzJ",
    556: "abdeghnopqu0123456789L?\u00a3$",
    611: "TZF",
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    778: "GOQ",
    833: "mM",
    889: "%",
    944: "W",
}
"""Letters by their width in thousandths of the size, as Helvetica's metrics give them; Arial's are the same."""
_SPACE = 278
_OTHER = 600
_UNIT = 4
"""Thousandths in which widths are held, so that one fits into a byte."""
_WIDTH_OF = {letter: width for width, letters in _LETTERS.items() for letter in letters}
_WIDTHS = bytes(_WIDTH_OF.get(chr(code), _OTHER) // _UNIT for code in range(256))
_PLAIN = tuple(zip("\u2018\u2019\u201c\u201d\u2013\u2014\u2026", "''\"\"0WW", strict=True))
"""Signs beyond Latin 1 that are common, each with a letter about as wide."""
_LEFT_OVER = 1_000
"""What stays free at the end of a line, on the average: less than half of a word."""
LINE = 1.15
"""Height of a single line of Arial, in sizes."""
_WIDE = {
    "verdana": 1.18,
    "courier new": 1.25,
    "dejavu sans": 1.16,
    "lucida sans": 1.1,
    "lucida sans unicode": 1.1,
    "century gothic": 1.1,
    "open sans": 1.07,
    "segoe ui": 1.03,
}
"""Types wider than Arial, and how much; narrower ones count as Arial, so that no page is fuller than was planned."""
_STYLE, _ID, _NAME, _VAL, _BASED_ON, _DEFAULTS, _PARAGRAPH, _SIZE, _SPACING, _INDENTS, _FONTS, _ASCII, _LINE, _RULE = (
    qn(f"w:{name}")
    for name in (
        *("style", "styleId", "name", "val", "basedOn", "docDefaults"),
        *("pPr", "sz", "spacing", "ind", "rFonts", "ascii", "line", "lineRule"),
    )
)
_TWIPS = 20
_EMU = 12_700
"""In a point."""
_A4 = (451.0, 698.0)
"""Width and height in points of what an A4 sheet leaves between margins of an inch."""
_SINGLE = 240
"""What Word calls a single line."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How a style sets a paragraph, in points."""

    size: float
    line: float = 1.0
    """Lines each line takes."""
    least: float = 0
    """Points a line takes at least."""
    wide: float = 1.0
    """How wide its letters are, by Arial's."""
    before: float = 0
    after: float = 0
    indent: float = 0
    """What both sides lose of the line."""
    keeps_lines: bool = False
    keeps_next: bool = False

    @property
    def line_height(self) -> float:
        """The height of one line."""
        return max(self.size * LINE * self.line, self.least)

    def lines(self, text: str, width: float) -> int:
        """Return how many lines a text takes on a line of that width, as near as the widths of its letters tell."""
        room = max(self._room(width) - _LEFT_OVER, _LEFT_OVER)
        return sum(max(1, ceil(_width(piece) / room)) for piece in text.split("\n"))

    def wrapped(self, text: str, width: float) -> int:
        """Return how many lines a text takes when it is set word by word, as a program sets it that breaks none."""
        room = self._room(width)
        return sum(_wrapped(piece, room) for piece in text.split("\n"))

    def _room(self, width: float) -> float:
        """Return how wide a line is in thousandths of the size of Arial's letters."""
        return max((width - self.indent) * 1000 / self.size / self.wide, _LEFT_OVER)


def _wrapped(text: str, room: float) -> int:
    lines, used = 1, 0.0
    for word in text.split(" "):
        wide = _width(word)
        if used and used + _SPACE + wide > room:
            lines, used = lines + 1, 0.0
        used += (_SPACE if used else 0) + wide
        while used > room:  # a word longer than a line goes on in the next
            lines, used = lines + 1, used - room
    return lines


def _width(text: str) -> int:
    """Return how wide a text is, in thousandths of its size."""
    return _UNIT * sum(_in_latin(text).translate(_WIDTHS))


def _in_latin(text: str) -> bytes:
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        for sign, letter in _PLAIN:  # sooner done than `translate`, which looks every letter up
            text = text.replace(sign, letter)
        return text.encode("latin-1", "replace")


def text_area(word: WordDocument) -> tuple[float, float]:
    """Return the width and height in points of what a template's pages leave between their margins."""
    section = word.sections[-1]
    width = ((section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)) / _EMU
    height = ((section.page_height or 0) - (section.top_margin or 0) - (section.bottom_margin or 0)) / _EMU
    return (width, height) if width > 0 and height > 0 else _A4  # a template need not say how large its pages are


def measures(word: WordDocument) -> Mapping[str, Measure]:
    """Return how each paragraph style of a template sets its paragraphs, by its name in small letters."""
    measuring = _Measuring(word)
    return {_name(style): measuring.of(own) for own, style in measuring.by_id.items()}


def measure_of(word: WordDocument, name: str) -> Measure:
    """Return how one style sets its paragraphs; as the whole document does where a template has none of that name."""
    measuring = _Measuring(word)
    found = (own for own, style in measuring.by_id.items() if _name(style) == name.casefold())
    return measuring.of(next(found, ""))


class _Measuring:
    """The styles of one template, each measured once."""

    def __init__(self, word: WordDocument) -> None:
        styles: etree._Element = word.styles.element
        defaults = styles.find(_DEFAULTS)
        self.by_id = {style.get(_ID, ""): style for style in styles.iterchildren(_STYLE)}
        self._base = _set_by(defaults, Measure(10)) if defaults is not None else Measure(10)
        self._known: dict[str, Measure] = {}

    def of(self, own: str) -> Measure:
        """Return the measure of a style by its id: what it is based on, as it sets that otherwise."""
        if own not in self.by_id:
            return self._base
        if own not in self._known:
            self._known[own] = self._base  # where styles are based on one another in a circle, it ends here
            parent = self.by_id[own].find(_BASED_ON)
            under = self._base if parent is None else self.of(parent.get(_VAL, ""))
            self._known[own] = _set_by(self.by_id[own], under)
        return self._known[own]


def _set_by(layer: etree._Element, measure: Measure) -> Measure:
    """Return a measure as one style sets it otherwise."""
    size = next(layer.iter(_SIZE), None)
    spacing = next((found.find(_SPACING) for found in layer.iter(_PARAGRAPH)), None)
    indents = next(layer.iter(_INDENTS), None)
    if size is not None:
        measure = replace(measure, size=_number(size, "w:val", 2 * measure.size) / 2)
    if spacing is not None:
        measure = _spaced(spacing, measure)
    for font in layer.iter(_FONTS):
        measure = replace(measure, wide=_WIDE.get(font.get(_ASCII, "").casefold(), 1.0))
    if indents is not None:
        measure = replace(measure, indent=(_number(indents, "w:left", 0) + _number(indents, "w:right", 0)) / _TWIPS)
    return replace(
        measure,
        keeps_lines=_says(layer, "w:keepLines", otherwise=measure.keeps_lines),
        keeps_next=_says(layer, "w:keepNext", otherwise=measure.keeps_next),
    )


def _spaced(spacing: etree._Element, measure: Measure) -> Measure:
    """Return a measure with the room a style leaves around its paragraphs and between their lines."""
    line = spacing.get(_LINE)
    in_points = spacing.get(_RULE) in {"atLeast", "exact"}
    if line is not None and in_points:
        measure = replace(measure, line=1.0, least=_number(spacing, "w:line", 0) / _TWIPS)
    elif line is not None:
        measure = replace(measure, line=_number(spacing, "w:line", _SINGLE) / _SINGLE, least=0)
    return replace(
        measure,
        before=_number(spacing, "w:before", measure.before * _TWIPS) / _TWIPS,
        after=_number(spacing, "w:after", measure.after * _TWIPS) / _TWIPS,
    )


def _number(element: etree._Element, name: str, otherwise: float) -> float:
    try:
        return float(element.get(qn(name), otherwise))
    except ValueError:
        return otherwise


def _says(layer: etree._Element, name: str, *, otherwise: bool) -> bool:
    found = next(layer.iter(qn(name)), None)
    return otherwise if found is None else found.get(_VAL, "1") not in {"0", "false", "off"}


def _name(style: etree._Element) -> str:
    name = style.find(_NAME)
    return "" if name is None else name.get(_VAL, "").casefold()

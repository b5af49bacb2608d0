"""Sizes and distances of an office's template as Word reads them: whole numbers, none it could not set.

Google Docs writes fractions of a twip and other programs write units, both of which Word takes (ISO/IEC 29500-1,
22.9.2: a measure is a whole number or one with its unit); what reads the file for us takes whole numbers alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from docx.oxml.ns import qn
from lxml import etree

_MEASURE = re.compile(r"(-?\d{1,9}(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?")
_TWIPS = {"mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}
LARGEST_TEXT = 3_276
"""Half points of the largest text Word sets: 1,638 points."""
_LARGEST = 31_680
"""Twips of the widest page and the longest distance Word takes: 22 inches."""
_SIZES = tuple(qn(name) for name in ("w:sz", "w:szCs"))
_DISTANCES: Mapping[str, tuple[str, ...]] = {
    qn(f"w:{tag}"): tuple(qn(f"w:{name}") for name in names.split())
    for tag, names in {
        "pgSz": "w h",
        "pgMar": "top right bottom left header footer gutter",
        "spacing": "before after line",
        "ind": "left right start end firstLine hanging",
        "tblInd": "w",
        "gridCol": "w",
        "trHeight": "val",
        "tab": "pos",
    }.items()
}


def settle_figures(part: etree._Element) -> None:
    """Make every size and distance of a part a whole number within what Word sets; take out what is no number."""
    for size in list(part.iter(*_SIZES)):
        _settle_size(size)
    for element in part.iter(*_DISTANCES):
        for name, value in _given(element):
            twips = _read(value, _TWIPS)
            if twips is None:
                del element.attrib[name]
            else:
                element.set(name, str(max(-_LARGEST, min(round(twips), _LARGEST))))


def _settle_size(size: etree._Element) -> None:
    name = qn("w:val")
    half_points = _read(size.get(name, ""), {unit: twips / 10 for unit, twips in _TWIPS.items()})
    if half_points is not None and half_points >= 1:
        size.set(name, str(min(round(half_points), LARGEST_TEXT)))
        return
    parent = size.getparent()
    if parent is not None:
        parent.remove(size)


def _given(element: etree._Element) -> Iterator[tuple[str, str]]:
    for name in _DISTANCES[str(element.tag)]:
        value = element.get(name)
        if value is not None:
            yield name, value


def _read(value: str, units: Mapping[str, float]) -> float | None:
    """Return a measure without its unit, None where it is none."""
    found = _MEASURE.fullmatch(value.strip())
    return float(found[1]) * units.get(found[2], 1.0) if found else None

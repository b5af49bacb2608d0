"""The sizes of the house's type, and of the room between and beside it, which keeps in proportion."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree

from briefing.word.styles import FOOTER_STYLE, HEADER_STYLE, NOTE_STYLE

_AS_NOTES = {NOTE_STYLE, HEADER_STYLE, FOOTER_STYLE}
_FRAME = {qn("w:left"), qn("w:right")}


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many times larger than the house has them the text and the notes are to be."""

    text: float
    notes: float


def set_sizes(house: WordDocument, sizes: Sizes) -> None:
    """Set every size of type; spacing, indents and tabs grow or shrink with it, and nothing is smaller than a note."""
    if sizes == Sizes(1, 1):
        return
    least = _least(house, sizes)
    for layer in _layers(house):
        notes = _name(layer) in _AS_NOTES
        ratio = sizes.notes if notes else sizes.text
        for size in layer.iter(qn("w:sz"), qn("w:szCs")):
            if qn("w:pBdr") not in {above.tag for above in size.iterancestors()}:
                _set(size, "w:val", max(_scaled(size, "w:val", ratio), 0 if notes else least))
        _space(layer, ratio)


def _layers(house: WordDocument) -> Iterator[etree._Element]:
    """Yield what sets text: the defaults, every style, and every level of a list."""
    styles: etree._Element = house.styles.element
    yield from styles.iterchildren(qn("w:docDefaults"), qn("w:style"))
    yield from house.part.numbering_part.element.iter(qn("w:lvl"))


def _least(house: WordDocument, sizes: Sizes) -> int:
    """Return the size of a note in half points."""
    note = next(layer for layer in _layers(house) if _name(layer) == NOTE_STYLE)
    return max(_scaled(size, "w:val", sizes.notes) for size in note.iter(qn("w:sz")))


def _space(layer: etree._Element, ratio: float) -> None:
    for spacing in layer.iter(qn("w:spacing")):
        _scale(spacing, ("w:before", "w:after"), ratio)
    for tab in layer.iter(qn("w:tab")):
        _scale(tab, ("w:pos",), ratio)
    framed = any(side.tag in _FRAME for border in layer.iter(qn("w:pBdr")) for side in border)
    for indent in () if framed else layer.iter(qn("w:ind")):  # a frame's indent is as wide as the frame
        _scale(indent, ("w:left", "w:right", "w:hanging"), ratio)


def _scale(element: etree._Element, names: tuple[str, ...], ratio: float) -> None:
    for name in names:
        if element.get(qn(name)) is not None:
            _set(element, name, round(int(element.get(qn(name), "0")) * ratio))


def _scaled(size: etree._Element, name: str, ratio: float) -> int:
    """Return a size in whole half points, not less than it is to be."""
    return ceil(round(int(size.get(qn(name), "0")) * ratio, 6))


def _set(element: etree._Element, name: str, value: int) -> None:
    element.set(qn(name), str(value))


def _name(layer: etree._Element) -> str:
    name = layer.find(qn("w:name"))
    return "" if name is None else name.get(qn("w:val"), "").casefold()

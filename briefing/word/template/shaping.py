"""The house's template as the office's settings have it: its type, its sheet, its lines, what it keeps together."""

from __future__ import annotations

from dataclasses import replace

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.text.parfmt import CT_PPr
from lxml import etree

from briefing.document.document import Document, Form, Style
from briefing.document.layout import HOUSE, PAPERS, Layout
from briefing.document.reading_copy import HOUSE as READING_HOUSE
from briefing.word.measuring import LETTER, LINE, measure_of
from briefing.word.styles import FOOTER_STYLE, RUNNING_TEXT
from briefing.word.template.inks import darken
from briefing.word.template.sizes import Sizes, set_sizes

_LEAST_MARGIN = 720
"""Twips: half an inch, which every printer leaves free."""
_RULE = 13
"""Points that the line above a foot keeps from it and from the notes."""
_AFTER_JC = ("w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle")
"""What may follow in a style's properties on how it is ranged."""
_FULL_LINE = {Form.LETTER: Style.LETTER, Form.SPEECH: Style.SPOKEN, Form.READING: Style.SPOKEN}
"""The style most lines of a form are set in, which says how wide they are; of another form, plain text."""


def shape_settings(house: WordDocument, document: Document) -> None:
    """Set what the file says of itself as a whole, whatever template its pages come from."""
    for told in house.settings.element.iter(qn("w:autoHyphenation")):
        told.set(qn("w:val"), "true" if document.kept_layout.hyphenation else "false")
    for told in house.settings.element.iter(qn("w:themeFontLang")):
        told.set(qn("w:val"), document.language)


def shape_house(house: WordDocument, document: Document) -> None:
    """Set the styles and the page of the house's template; with the settings of `HOUSE` it stays as it is."""
    layout, usual = _layouts(document)
    for told in house.styles.element.iter(qn("w:lang")):
        told.set(qn("w:val"), document.language)
    set_sizes(house, _sizes(layout, usual))
    _set_page(house, layout, document.form)
    if layout.contrast > usual.contrast:
        darken(house, layout.contrast)
    if layout.align == "justified":
        there = {style.name for style in house.styles}
        for style in RUNNING_TEXT:
            if style in there:
                _justify(_properties(house, style))
    if not layout.keep_together:
        _let_part(house)
    if not layout.numbering:
        _leave_unnumbered(house)
    if not (layout.running_lines or (layout.page_numbers and layout.page_numbers_at == "foot")):
        _take_rule_off(house)


def _layouts(document: Document) -> tuple[Layout, Layout]:
    """Return the document's layout, and that of an office that sets nothing, as its form keeps them."""
    reading = READING_HOUSE if document.reading else None
    return document.kept_layout, replace(document, layout=HOUSE, reading=reading).kept_layout


def _sizes(layout: Layout, usual: Layout) -> Sizes:
    """Return the sizes of a layout; text is never smaller than the notes to it."""
    return Sizes(max(layout.body_size, layout.note_size) / usual.body_size, layout.note_size / usual.note_size)


def _set_page(house: WordDocument, layout: Layout, form: Form) -> None:
    """Set the sheet, and margins that leave lines of good length; the foot is as wide as they."""
    page = house.element.body[-1]
    size, margins = page.find(qn("w:pgSz")), page.find(qn("w:pgMar"))
    sheet, height = PAPERS[layout.paper]
    now = sheet - _number(margins, "w:left") - _number(margins, "w:right")
    usual = _number(size, "w:w") - sheet + now
    most_lines = _FULL_LINE.get(form, Style.BODY)
    width = min(_in_bounds(now, layout, measure_of(house, most_lines).size), sheet - 2 * _LEAST_MARGIN)
    left = (sheet - width) // 2
    _put(size, w=sheet, h=height)
    _put(margins, left=left, right=sheet - width - left)
    for tab in _element(house, FOOTER_STYLE).iter(qn("w:tab")):
        _put(tab, pos=width)
    if width < usual or layout.note_size > HOUSE.note_size:
        _put(margins, bottom=max(_number(margins, "w:bottom"), _number(margins, "w:footer") + _foot(layout)))
    for style in {Style.BODY, *_FULL_LINE.values()} - {most_lines}:
        _indent(_properties(house, style), width - _in_bounds(width, layout, measure_of(house, style).size))


def _foot(layout: Layout) -> int:
    """Return how high a foot of two lines is in twips: fewer or larger letters may need a second one."""
    return round(20 * (2 * LINE * layout.note_size + _RULE))


def _in_bounds(width: int, layout: Layout, points: float) -> int:
    """Return a width in twips that holds as many letters as a line may, changed no more than it must be."""
    letter = 20 * LETTER * points
    fewest, most = layout.line_length
    return round(min(max(width, fewest * letter), most * letter))


def _indent(properties: CT_PPr, less: int) -> None:
    """Make the lines of a style shorter: type that is smaller than most needs less of the width."""
    if less > 0:
        _put(properties.get_or_add_ind(), right=less)


def _justify(properties: CT_PPr) -> None:
    ranged = parse_xml(f'<w:jc {nsdecls("w")} w:val="both"/>')
    properties.insert_element_before(ranged, *_AFTER_JC)


def _let_part(house: WordDocument) -> None:
    for kept in list(house.styles.element.iter(qn("w:keepNext"), qn("w:keepLines"))):
        _drop(kept)
    for kept in house.styles.element.iter(qn("w:widowControl")):
        kept.set(qn("w:val"), "0")


def _leave_unnumbered(house: WordDocument) -> None:
    """Take its list from the style of numbered paragraphs, and the style from the list."""
    style = _element(house, Style.NUMBER)
    for number in list(style.iter(qn("w:numPr"))):
        _drop(number)
    for level in list(house.part.numbering_part.element.iter(qn("w:pStyle"))):
        if level.get(qn("w:val")) == style.get(qn("w:styleId")):
            _drop(level)


def _take_rule_off(house: WordDocument) -> None:
    """Draw no line above a foot at which nothing stands."""
    for border in list(_element(house, FOOTER_STYLE).iter(qn("w:pBdr"))):
        _drop(border)


def _element(house: WordDocument, name: str) -> etree._Element:
    element: etree._Element = house.styles[name].element
    return element


def _properties(house: WordDocument, name: str) -> CT_PPr:
    properties: CT_PPr = house.styles[name].element.get_or_add_pPr()
    return properties


def _number(element: etree._Element, name: str) -> int:
    return int(element.get(qn(name), "0"))


def _put(element: etree._Element, **values: int) -> None:
    for name, value in values.items():
        element.set(qn(f"w:{name}"), str(value))


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)

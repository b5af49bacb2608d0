"""What stands on every page: who may see the document, its title and date, and the number of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from lxml import etree

from briefing.document.document import Document, Form
from briefing.word.measuring import LETTER, measure_of
from briefing.word.runs import run
from briefing.word.styles import FOOTER_STYLE, HEADER_STYLE, READING_HEADER_STYLE
from briefing.wording import document as say

_TYPES = {"header": RT.HEADER, "footer": RT.FOOTER}
_PAGE = re.compile(r"\bPAGE\b", re.IGNORECASE)
"""The field of a page's own number; SECTIONPAGES and NUMPAGES count them."""
_BETWEEN = " · "
_NUMBER_ROOM = 16
"""Characters “Page 10 of 12” takes, with some room before it."""


def complete_running(word: WordDocument, house: WordDocument) -> None:
    """Give every kind of page of a template a header and a footer: the house's, where it has none."""
    page = word.element.body[-1]
    for place, relationship in _TYPES.items():
        there = {reference.get(qn("w:type"), "default") for reference in page.iterchildren(qn(f"w:{place}Reference"))}
        own = house.part.part_related_by(relationship)
        own.partname = PackURI(f"/word/house-{place}.xml")  # the template may have parts of the house's names
        for kind in _kinds(word, page):
            if kind not in there:
                reference = OxmlElement(f"w:{place}Reference")
                reference.set(qn("w:type"), kind)
                reference.set(qn("r:id"), word.part.relate_to(own, relationship))
                page.insert(0, reference)


def _kinds(word: WordDocument, page: etree._Element) -> Iterator[str]:
    yield "default"
    if page.find(qn("w:titlePg")) is not None:
        yield "first"
    if word.settings.element.find(qn("w:evenAndOddHeaders")) is not None:
        yield "even"


def set_running(word: WordDocument, house: WordDocument, document: Document, styles: Mapping[str, str]) -> None:
    """Write the document's lines at the head and foot of every page, below what the template has there."""
    ours = [house.part.part_related_by(kind) for kind in _TYPES.values()]
    head = READING_HEADER_STYLE if document.form is Form.READING else HEADER_STYLE
    for part in _parts(word, RT.HEADER):
        written = _head(part, document)
        if written:
            _put(part, _line(written, styles.get(head.casefold(), "")), instead=part in ours)
    for part in _parts(word, RT.FOOTER):
        written = _house_foot(document, _room(word)) if part in ours else _foot_below(part, document)
        if written or part in ours:
            _put(part, _line(written, styles.get(FOOTER_STYLE, "")), instead=part in ours)


def _parts(word: WordDocument, kind: str) -> Iterator[XmlPart]:
    """Yield each header, or footer, once."""
    found = {rel.target_part.partname: rel.target_part for rel in word.part.rels.values() if rel.reltype == kind}
    for _, part in sorted(found.items()):
        if isinstance(part, XmlPart):
            yield part


def _put(part: XmlPart, line: etree._Element, *, instead: bool) -> None:
    """Put a line at the end of a header or footer, or instead of the one the house keeps free for it."""
    if instead:
        part.element.remove(part.element[0])
    part.element.append(line)


def _line(written: str, style: str) -> etree._Element:
    line: etree._Element = parse_xml(
        f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{escape(style)}"/></w:pPr>{written}</w:p>'
    )
    return line


def _head(part: XmlPart, document: Document) -> str:
    """Return who may see the document, and the number of the page where it is to stand at the head and does not yet."""
    layout, said = document.kept_layout, " ".join(document.header.split())
    numbers = layout.page_numbers and layout.page_numbers_at == "head" and not _counts(part)
    return (run(f"{said}{_BETWEEN if numbers else ''}") if said else "") + (_page_number() if numbers else "")


def _counts(part: XmlPart) -> bool:
    """Whether a head or foot says which page it is."""
    return _PAGE.search(_instructions(part)) is not None


def _room(word: WordDocument) -> float:
    """Return how many characters stand in a line of the foot beside the number of the page."""
    section, size = word.sections[-1], measure_of(word, FOOTER_STYLE).size
    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    return width / Pt(size) / LETTER - _NUMBER_ROOM


def _house_foot(document: Document, room: float) -> str:
    """Return title and date at the left, as far as they are wanted, and the number of the page at the right."""
    layout = document.kept_layout
    said = _fitted(document.footer, room) if layout.running_lines else ""
    number = _page_number() if layout.page_numbers and layout.page_numbers_at == "foot" else ""
    return run(f"{said}\t") + number if number else run(said) if said else ""


def _fitted(footer: str, room: float) -> str:
    """Return title and date, the date in a line of its own where both have no room in one."""
    title, between, date = footer.rpartition(_BETWEEN)
    return f"{title}\n{date}" if between and len(footer) > room else footer


def _foot_below(part: XmlPart, document: Document) -> str:
    """Return title and date for a foot of the office's own, with the number of the page where it has none."""
    layout = document.kept_layout
    beside = document.footer.replace("\n", _BETWEEN) if layout.running_lines else ""
    if _counts(part) or not layout.page_numbers or layout.page_numbers_at != "foot":
        return run(beside) if beside else ""
    return (run(f"{beside}{_BETWEEN}") if beside else "") + _page_number()


def _instructions(part: XmlPart) -> str:
    """Return what all fields of a part are asked to show; one of several runs is put together again."""
    simple = (field.get(qn("w:instr"), "") for field in part.element.iter(qn("w:fldSimple")))
    return " ".join(simple) + " " + "".join(field.text or "" for field in part.element.iter(qn("w:instrText")))


def _page_number() -> str:
    """Return “Page 1 of 1” as fields, which Word renews by itself."""
    return f"{run(say.PAGE)}{_field('PAGE')}{run(say.OF_PAGES)}{_field('NUMPAGES')}"


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} ">{run("1")}</w:fldSimple>'

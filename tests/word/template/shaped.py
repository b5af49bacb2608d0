"""What the tests of the settings stand on: a product of an office that has set something otherwise."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from briefing.document.document import Document
from briefing.document.layout import Layout, layout_of
from briefing.model.office import Office
from briefing.word.checking.file import check_file
from briefing.word.checking.opened import open_file
from tests.word.ground import Opened, W, opened, rich, value

CHANGED: dict[str, object] = {
    "styles_only": False,
    "headings": False,
    "language": "cy",
    "creator": "Another office",
    "clean_properties": False,
    "table_headings": False,
    "callouts": False,
    "contrast": 10,
    "body_size": 14,
    "note_size": 12,
    "align": "justified",
    "hyphenation": True,
    "line_length": [50, 60],
    "letter_size": 13,
    "letter_line_length": [50, 60],
    "paper": "Letter",
    "page_numbers": False,
    "page_numbers_at": "head",
    "running_lines": False,
    "keep_together": False,
    "numbering": False,
    "complete_notes": False,
    "first_page": False,
    "pages": 2,
    "contents_over": 1,
    "typography": False,
    "template": "house.dotx",
}
"""Every setting, as it is not by default."""


def document(product: str = "briefing", /, **settings: object) -> Document:
    """A product of an office with these settings."""
    layout = layout_of(Office(settings={"layout": settings}))
    made = rich(product)
    return replace(made, layout=layout, language=layout.language, creator=layout.creator or made.creator)


def file(product: str = "briefing", /, **settings: object) -> Opened:
    """The same as a file."""
    return opened(document(product, **settings))


def style(of: Opened, name: str) -> etree._Element:
    """A style by its name."""
    return next(one for one in of.part("word/styles.xml").iter(f"{W}style") if value(one, "name") == name)


def number(element: etree._Element, path: str, attribute: str = "val") -> int:
    """A number that an element holds somewhere."""
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    assert found is not None
    return int(found.get(f"{W}{attribute}", ""))


def kept_by(made: Document) -> Layout:
    """The layout a document is to keep."""
    return made.kept_layout


def faults(content: bytes, layout: Layout) -> set[str]:
    """The rules a file breaks."""
    return {fault.rule for fault in check_file(content, layout)}


def line(of: Opened) -> int:
    """How wide a line is, in twips."""
    page = of.body.find(f"{W}body/{W}sectPr")
    assert page is not None
    sides = number(page, "pgMar", "left") + number(page, "pgMar", "right")
    return number(page, "pgSz", "w") - sides


def points(of: Opened, name: str) -> float:
    """The size of a style's type."""
    sheet = open_file(of.content).sheet
    (found,) = sheet.with_name(name.casefold())
    return sheet.points(found)


def properties(of: Opened, name: str) -> etree._Element:
    """What a style says of its paragraphs."""
    found = style(of, name).find(f"{W}pPr")
    assert found is not None
    return found

"""What the tests of Word files stand on: a file taken apart, and a document that holds something of everything."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from lxml import etree

from briefing.document.document import Document
from briefing.word.exporting import Options
from briefing.word.writing import write_docx
from tests.document.ground import attack, composed, heading, own, shows

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NOON = datetime(2025, 3, 5, 12, tzinfo=UTC)
PRODUCTS = ("briefing", "speech", "points", "reading", "reply", "lines", "questions")


def options(**fields: object) -> Options:
    """How an export is made, at noon on the document's day."""
    return Options(**{"on": NOON, **fields})  # type: ignore[arg-type]  # each test names real fields


@dataclass(frozen=True)
class Opened:
    """A .docx taken apart."""

    content: bytes

    @cached_property
    def parts(self) -> Mapping[str, bytes]:
        """Every part by its path."""
        with zipfile.ZipFile(io.BytesIO(self.content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    def part(self, name: str) -> etree._Element:
        """One part as XML."""
        return etree.fromstring(self.parts[name])

    @cached_property
    def body(self) -> etree._Element:
        """The main part."""
        return self.part("word/document.xml")

    @property
    def paragraphs(self) -> list[etree._Element]:
        """Every paragraph of the body, those in tables too."""
        return list(self.body.iter(f"{W}p"))

    @property
    def notes(self) -> list[etree._Element]:
        """The notes, without the separators."""
        return [note for note in self.part("word/footnotes.xml").iter(f"{W}footnote") if note.get(f"{W}type") is None]

    @cached_property
    def style_names(self) -> Mapping[str, str]:
        """The name of every style by its id."""
        return {
            style.get(f"{W}styleId", ""): value(style, "name")
            for style in self.part("word/styles.xml").iter(f"{W}style")
        }

    def text(self) -> list[str]:
        """What every paragraph of the body says."""
        return [said(paragraph) for paragraph in self.paragraphs]

    def relationships(self, part: str) -> Mapping[str, tuple[str, bool]]:
        """The target of each relationship of a part by its id, and whether it leads outside."""
        folder, _, name = part.rpartition("/")
        held = self.parts.get(f"{folder}/_rels/{name}.rels")
        found = etree.fromstring(held) if held else ()
        return {one.get("Id", ""): (one.get("Target", ""), one.get("TargetMode") == "External") for one in found}


def value(element: etree._Element, name: str) -> str:
    """The `w:val` of the first child of that name; empty where there is none."""
    child = element.find(f"{W}{name}")
    return "" if child is None else child.get(f"{W}val", "")


def style_of(paragraph: etree._Element) -> str:
    """The id of a paragraph's style."""
    properties = paragraph.find(f"{W}pPr")
    return "" if properties is None else value(properties, "pStyle")


def said(element: etree._Element) -> str:
    """What an element says: its text, with breaks and tabs."""
    return "".join(_said(element))


def _said(element: etree._Element) -> Iterator[str]:
    for part in element.iter(f"{W}t", f"{W}br", f"{W}tab"):
        if part.tag == f"{W}t":
            yield part.text or ""
        elif part.getparent().tag == f"{W}r":  # type: ignore[union-attr]  # what iter finds below has a parent
            yield "\n" if part.tag == f"{W}br" else "\t"


def opened(document: Document, **how: str) -> Opened:
    """The file a document is written as."""
    return Opened(write_docx(document, **how).content)  # type: ignore[arg-type]  # each test names real options


def rich(product: str = "briefing", **fields: object) -> Document:
    """A document with something of everything."""
    return composed(
        heading("h1", "Key facts", part="key-facts"),
        shows("b1", "s1"),
        shows("b2", "q1"),
        shows("b3", "q2"),
        own("t1", "Three things:\n\n- money\n- time\n- a bus\tat eight\n  - or at nine\nor ten"),
        heading("h2", "Deeper", level=4),
        own("t2", "Own words."),
        attack("a1", "x1"),
        shows("a2", "r1", level=2),
        attack("a3", "x1", "It costs too much."),
        own("t3", "After the table."),
        product=product,
        **{
            "aim": "A bus.",
            "ask": "When?",
            "example": "Example: not issued",
            "event": "Westminster Hall",
            "slot": "4:30",
            "to": "Ms A. Writer\n1 High Street",
            "reference": "EX/1",
            "salutation": "Dear Ms Writer,",
            **fields,
        },
    )

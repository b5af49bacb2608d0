"""A document as plain data: paragraphs, tables and notes, before any program's idea of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from briefing.document.layout import HOUSE, Layout, for_letters
from briefing.document.reading_copy import ReadingCopy, for_reading


class Style(StrEnum):
    """What a paragraph is. The value is the name of its style in Word."""

    TITLE = "Title"
    SUBTITLE = "Subtitle"
    HEADING_1 = "heading 1"
    HEADING_2 = "heading 2"
    HEADING_3 = "heading 3"
    HEADING_4 = "heading 4"
    HEADING_5 = "heading 5"
    HEADING_6 = "heading 6"
    BODY = "Body Text"
    """Own words."""
    CLAIM = "Claim"
    """What a card says, in our words."""
    CLAIM_LEADING = "Claim Leading"
    """A claim with more under it, from which it is not parted: exact words, or what it holds for."""
    BIBLIOGRAPHY = "Bibliography"
    """A source in the list at the end."""
    QUOTATION = "Quote"
    """Exact words, set apart."""
    SOURCE = "Source"
    """A source named in the text, under a quotation or a claim."""
    ATTACK = "Attack"
    """What they will say."""
    ANSWER = "Answer"
    """What we say to it."""
    BULLET = "List Bullet"
    BULLET_2 = "List Bullet 2"
    """An item of a list within a list."""
    NUMBER = "List Number"
    CALLOUT = "Callout"
    """A notice set in a border: an example, an embargo, a warning."""
    DETAIL = "Detail"
    """A line of the title block: event, date, time."""
    LETTERHEAD = "Letterhead"
    """The office's name at the head of a letter."""
    DATE = "Date"
    """The date and references of a letter."""
    ADDRESS = "Address"
    """Who a letter goes to."""
    SALUTATION = "Salutation"
    LETTER = "Letter"
    """A paragraph of a letter."""
    LETTER_END = "Letter End"
    """The last paragraph of a letter: it goes where the signature goes."""
    CLOSING = "Closing"
    """How a letter ends; the room for a signature comes after it."""
    SIGNATURE = "Signature"
    """Who signs a letter, and as what."""
    SPOKEN = "Spoken"
    """A paragraph to be read aloud."""
    SPOKEN_PROVED = "Spoken Proved"
    """A paragraph to be read aloud, the code of its proof in the margin."""
    SIGNPOST = "Signpost"
    """What stands in a reading copy and is not said: a pause, what is being answered."""
    TURN = "Turn"
    """A line that says where in the copy a part begins."""
    CATCHWORDS = "Catchwords"
    """The first words of the next page, at the foot of this one."""
    PROOF = "Proof"
    """What is proved, by its code."""
    PROOF_LINE = "Proof Line"
    """What proves it: exact words, their source, who checked them."""
    CELL = "Table Text"
    CELL_HEADING = "Table Heading"


class Form(StrEnum):
    """What sheet a document is set on: its styles are the house's, some of them set otherwise."""

    PAPER = "paper"
    LETTER = "letter"
    SPEECH = "speech"
    READING = "reading"
    """Sheets to read aloud from, the lowest part of each left free."""
    SIDE = "side"
    """One side to hold in the hand: smaller type, tighter lines and narrower margins, as in a letter."""

    @property
    def is_compact(self) -> bool:
        """Whether its text may be as small as a letter's: it is to fill one page."""
        return self in (Form.LETTER, Form.SIDE)


@dataclass(frozen=True, slots=True)
class Words:
    """Words set alike."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address; the address has been found fit to be a link."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of the page, referred to where it stands among the words."""

    words: tuple[Words | Link, ...]
    source: str = ""
    """The id of the source it cites."""


@dataclass(frozen=True, slots=True)
class Code:
    """The code of a proof: in the margin beside the words, and where the proof stands."""

    text: str


Inline = Words | Link | Footnote | Code


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, and where it came from."""

    style: Style
    words: tuple[Inline, ...]
    block: str = ""
    """The id of the outline's block it was made from; empty for what the product adds."""
    card: str = ""
    """The id of the card it shows."""
    kind: str = "paragraph"
    """What it is to the return trip: heading, paragraph, quotation, cell."""
    begins_page: bool = False

    @property
    def text(self) -> str:
        """The words without notes and codes."""
        return "".join(part.text for part in self.words if isinstance(part, Words | Link))

    @property
    def footnotes(self) -> tuple[Footnote, ...]:
        """The notes it refers to, in order."""
        return tuple(part for part in self.words if isinstance(part, Footnote))


Cell = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one heading row; every cell holds at least one paragraph."""

    caption: str
    heading: tuple[Paragraph, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    """The share of the width each column takes, in per cent."""
    description: str = ""
    """What the table shows, for a reader who cannot see it."""

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph of its cells, in reading order."""
        yield from self.heading
        for row in self.rows:
            for cell in row:
                yield from cell


@dataclass(frozen=True, slots=True)
class Document:
    """One document, ready to be rendered."""

    title: str
    product: str
    date: str
    """The document's date as ISO 8601 writes it; empty where there is none."""
    creator: str
    """Who issues it: the office's name, never a person's."""
    header: str
    """Handling and embargo, on every page."""
    footer: str
    """The title and date that stand beside the page number."""
    body: tuple[Paragraph | Table, ...]
    form: Form = Form.PAPER
    at_a_glance: int = 0
    """How many parts of the body, from its beginning, must stand on the first page; 0 where it makes no promise."""
    lacks: tuple[str, ...] = ()
    """What its first page should say and nobody has said yet, by the names of these things in a sentence."""
    language: str = "en-GB"
    layout: Layout = HOUSE
    """How the office wants its pages."""
    reading: ReadingCopy | None = None
    """How it wants those of a reading copy, where this is one."""

    @property
    def kept_layout(self) -> Layout:
        """The layout as a document of its form is to keep it."""
        if self.reading:
            return for_reading(self.layout, self.reading)
        return for_letters(self.layout) if self.form.is_compact else self.layout

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph in reading order, those in tables too."""
        for part in self.body:
            yield from (part,) if isinstance(part, Paragraph) else part.paragraphs()

    def footnotes(self) -> Iterator[Footnote]:
        """Every note in the order of its number."""
        for paragraph in self.paragraphs():
            yield from paragraph.footnotes

    def of_block(self, block: str) -> tuple[Paragraph, ...]:
        """Return the paragraphs made from one block: the preview of it."""
        return tuple(paragraph for paragraph in self.paragraphs() if paragraph.block == block)

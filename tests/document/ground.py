"""What the tests of documents stand on: an office, a few sources and cards about rural buses, all invented."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from briefing.document.composing import compose
from briefing.document.document import Document, Paragraph, Style, Table
from briefing.model.card import Card
from briefing.model.ids import BlockId, CardId, NoteName, OutlineName, SourceId
from briefing.model.kinds import Kind
from briefing.model.library import WholeLibrary
from briefing.model.note import Note
from briefing.model.office import Member, Office
from briefing.model.outline import Block, Outline
from briefing.model.source import Source

OFFICE = Office(
    name="Office of Jane Example MP",
    members=(Member("jane", "Jane Example MP", "Exampleton and the Vale"),),
    kinds={"quotation": Kind("quotation", "Quotation", needs=("quote",)), "record": Kind("record", "Record")},
)
AUDIT = Source(
    SourceId("audit"),
    "report",
    "Local bus services outside the capital",
    author="Audit Office",
    published=date(2020, 10, 2),
    number="HC 577",
    url="https://www.audit.example/reports/buses/",
    accessed=date(2025, 1, 9),
)
DEBATE = Source(
    SourceId("debate"),
    "hansard",
    "Rural Bus Services",
    publisher="House of Commons",
    volume="741",
    published=date(2023, 11, 21),
    url="https://debates.example/2023-11-21/buses",
)
MILEAGE = Card(
    CardId("s1"),
    "statistic",
    "Bus mileage outside the capital fell by 27 per cent",
    of="vehicle miles on local services",
    period="2011 to 2023",
    place="England",
    source=SourceId("audit"),
    at="page 12",
)
LONG_WORDS = (
    "There are villages in which the last bus of the day now leaves before the school bell rings, "
    "and I do not pretend that this is good enough."
)
ACCEPTED = Card(
    CardId("q1"),
    "quotation",
    "The Minister has accepted that villages are cut off",
    quote=LONG_WORDS,
    speaker="A. Minister",
    role="Minister for Buses",
    as_of=date(2023, 11, 21),
    source=SourceId("debate"),
    at="column 214",
)
SHORT_TERM = Card(
    CardId("q2"),
    "quotation",
    "The auditors looked at the money",
    quote="short term and fragmented",
    cut="ellipsis",
    speaker="Audit Office",
    source=SourceId("audit"),
    at="paragraph 9",
)
EMPTY_BUSES = Card(
    CardId("x1"),
    "opposing-claim",
    "Nobody uses the rural bus any more",
    quote="The buses run empty.",
    speaker="A. Councillor",
    source=SourceId("debate"),
)
BOARDINGS = Card(
    CardId("r1"),
    "rebuttal",
    "People use the buses that still run",
    answers=(CardId("x1"),),
    source=SourceId("audit"),
    at="page 31",
)
SECRET = Card(CardId("k1"), "testimony", "CANARY claim", quote="CANARY quote", handling="restricted")
CARDS = (MILEAGE, ACCEPTED, SHORT_TERM, EMPTY_BUSES, BOARDINGS, SECRET)


def library(*cards: Card, sources: Iterable[Source] = (AUDIT, DEBATE), office: Office = OFFICE) -> WholeLibrary:
    """A library of one note; the cards above where none are given."""
    return WholeLibrary(office, (Note(NoteName("buses"), "Buses", "", tuple(sources), cards or CARDS),))


def card(card_id: str, **fields: object) -> Card:
    """A card with what a test is about."""
    values: dict[str, object] = {"kind": "record", "claim": "A claim", **fields}
    return Card(id=CardId(card_id), **values)  # type: ignore[arg-type]  # each test names real fields


def heading(block_id: str, words: str, *, level: int = 1, part: str = "") -> Block:
    """A heading."""
    return Block(BlockId(block_id), heading=words, level=level, part=part)


def shows(block_id: str, card_id: str, text: str = "", **fields: object) -> Block:
    """A block that shows a card."""
    return Block(BlockId(block_id), card=CardId(card_id), text=text, **fields)  # type: ignore[arg-type]  # as above


def attack(block_id: str, card_id: str, text: str = "", level: int = 1) -> Block:
    """What they will say."""
    return Block(BlockId(block_id), attack=CardId(card_id), text=text, level=level)


def own(block_id: str, text: str, **fields: object) -> Block:
    """Own words."""
    return Block(BlockId(block_id), text=text, **fields)  # type: ignore[arg-type]  # as above


def outline(*blocks: Block, product: str = "briefing", name: str = "buses", **fields: object) -> Outline:
    """An outline of the blocks."""
    values: dict[str, object] = {"title": "Rural buses", "date": date(2025, 3, 5), "member": "jane", **fields}
    values |= {"product": product, "blocks": blocks}
    return Outline(OutlineName(name), **values)  # type: ignore[arg-type]  # as above


def composed(*blocks: Block, product: str = "briefing", **fields: object) -> Document:
    """The document the blocks become."""
    return compose(outline(*blocks, product=product, **fields), library())  # type: ignore[arg-type]  # as above


def lines(document: Document, style: Style) -> list[str]:
    """The words of every paragraph of a style."""
    return [paragraph.text for paragraph in document.paragraphs() if paragraph.style is style]


def styled(document: Document, block: str) -> list[tuple[Style, str]]:
    """The style and words of every paragraph of a block."""
    return [(paragraph.style, paragraph.text) for paragraph in document.of_block(block)]


def tables(document: Document) -> list[Table]:
    """The document's tables."""
    return [part for part in document.body if isinstance(part, Table)]


def cell_text(cell: tuple[Paragraph, ...]) -> str:
    """The words of a cell, its paragraphs parted by strokes."""
    return " / ".join(paragraph.text for paragraph in cell)


def notes(document: Document) -> list[str]:
    """The words of every note, in order."""
    return ["".join(part.text for part in note.words) for note in document.footnotes()]

"""Layout rules of how a document is built: styles, headings, tables, numbers, notes, what stands on every page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from briefing.document.document import Style
from briefing.document.layout import Layout
from briefing.word.checking.fault import Found
from briefing.word.checking.names import VAL, w
from briefing.word.checking.opened import Opened
from briefing.word.styles import NOTE_STYLE
from briefing.wording import checking as say

_TITLE = Style.TITLE.casefold()
_NOTE = NOTE_STYLE.casefold()
_QUOTATION = Style.QUOTATION.casefold()
_NUMBER = Style.NUMBER.casefold()
_HEADING = re.compile(r"heading ([1-9])")
_DIRECT = {
    w(name)
    for name in (
        *("rFonts", "sz", "szCs", "color", "highlight", "shd", "u", "strike", "dstrike", "caps", "smallCaps", "vanish"),
        *("spacing", "ind", "jc", "pBdr", "bdr", "position", "w", "kern", "vertAlign", "effect", "emboss", "outline"),
    )
}
"""How a paragraph or run would be set otherwise than its style has it."""
_BOXES = {w("txbxContent"), w("pict"), w("object")}
_UNBOUND = re.compile(
    " (?:(?<=[0-9] )(?:thousand|million|billion|trillion|per cent|January|February|March|April|May|June|July|August"
    "|September|October|November|December)\\b|(?=[0-9])(?:(?<=[Cc]lause )|(?<=[Ss]ection )|(?<=[Ss]chedule )"
    "|(?<=[Pp]aragraph )|(?<=[Pp]age )|(?<=[Cc]olumn )|(?<=[Aa]mendment )))"
)
"""A space that breaks where a line must not end."""


def sets_by_styles(file: Opened, _: Layout) -> Found:
    """Find paragraphs without a style, and what is set otherwise than its style has it."""
    for story in file.own:
        if "" in story.styles:
            yield story.part, say.NO_STYLE_NAMED
        yield from ((story.part, say.set_directly(_local(name))) for name in sorted(_DIRECT & story.names))


def has_headings_in_order(file: Opened, _: Layout) -> Found:
    """Find a document without one title, headings that leave a level out, and empty ones."""
    part, titles, before = file.main.part, 0, 0
    levels = {own: _level(name) for own, name in file.sheet.names.items()}
    for passage in file.main.passages:
        level = levels.get(passage.style)
        if level is None:
            continue
        titles += level == 0
        if not passage.text.strip():
            yield part, say.EMPTY_HEADING
        if level > before + 1:
            yield part, say.heading_gap(passage.text, before + 1)
        before = level
    if titles != 1:
        yield part, say.titles(titles)


def _level(name: str) -> int | None:
    """Return how deep a heading of a style is: the title is at nought, other paragraphs nowhere."""
    if name == _TITLE:
        return 0
    found = _HEADING.fullmatch(name)
    return int(found[1]) if found else None


def sets_out_tables(file: Opened, _: Layout) -> Found:
    """Find tables without a heading row, a caption or whole rows, and tables within tables."""
    for table in file.main.skeleton.iter(w("tbl")):
        yield from ((file.main.part, fault) for fault in _of_table(table))


def fills_its_cells(file: Opened, _: Layout) -> Found:
    """Find empty cells: a reader hears nothing and does not know whether something is missing."""
    if file.main.empty_cells:
        yield file.main.part, say.EMPTY_CELL


def _of_table(table: etree._Element) -> Iterator[str]:
    rows = list(table.iterchildren(w("tr")))
    if not rows or rows[0].find(f"{w('trPr')}/{w('tblHeader')}") is None:
        yield say.NO_HEADING_ROW
    if any(row.find(f"{w('trPr')}/{w('cantSplit')}") is None for row in rows):
        yield say.ROW_MAY_BREAK
    for name in ("tblCaption", "tblDescription"):
        told = table.find(f"{w('tblPr')}/{w(name)}")
        if told is None or not told.get(VAL, "").strip():
            yield say.NO_CAPTION
    for cell in table.iter(w("tc")):
        if next(cell.iter(w("tbl")), None) is not None:
            yield say.NESTED_TABLE


def sets_apart_by_paragraphs(file: Opened, _: Layout) -> Found:
    """Find text boxes, and tables of one cell that only draw a frame."""
    main = file.main
    yield from ((main.part, say.text_box(_local(name))) for name in sorted(_BOXES & main.names))
    for table in main.skeleton.iter(w("tbl")):
        if sum(1 for _ in table.iter(w("tc"))) == 1:
            yield main.part, say.ONE_CELL


def numbers_by_lists(file: Opened, _: Layout) -> Found:
    """Find numbered paragraphs that Word does not number, or whose numbers begin anew."""
    for style in file.sheet.with_name(_NUMBER):
        if style in file.main.styles and not file.sheet.has(style, "numPr"):
            yield file.main.part, say.UNNUMBERED
    if file.main.lists:
        yield file.main.part, say.NUMBERED_ANEW


def notes_its_quotations(file: Opened, _: Layout) -> Found:
    """Find quotations without a note, and notes without words."""
    quotations = set(file.sheet.with_name(_QUOTATION))
    unnoted = [passage.text for passage in file.main.passages if passage.style in quotations and not passage.notes]
    if unnoted:
        yield file.main.part, say.unnoted(unnoted[0], len(unnoted) - 1)
    notes = set(file.sheet.with_name(_NOTE))
    separators = len(list(file.notes.skeleton.iterchildren(w("footnote")))) - len(file.main.note_marks)
    for passage in islice(file.notes.passages, max(separators, 0), None):
        if passage.style in notes and not passage.text.strip():
            yield file.notes.part, say.EMPTY_NOTE


def says_what_links_are(file: Opened, _: Layout) -> Found:
    """Find links without words, or that show an address instead."""
    for story in file.own:
        for words in story.links:
            if not words.strip() or "://" in words:
                yield story.part, say.bare_link(words)


def fills_its_contents(file: Opened, _: Layout) -> Found:
    """Find what would ask questions on opening, and lists of contents that are empty until they are renewed."""
    if file.settings.find(w("updateFields")) is not None:
        yield file.package.related(file.main.part, "settings"), say.ASKS
    contents = any(told.split()[:1] == ["TOC"] for told in file.main.fields)
    if contents and not any(file.named(passage).startswith("toc ") for passage in file.main.passages):
        yield file.main.part, say.EMPTY_CONTENTS


def binds_numbers(file: Opened, _: Layout) -> Found:
    """Find lines that may end between a number and its unit, a clause and its number, a day and its month."""
    for story in file.own:
        found = next((unbound for text in story.stretches() if (unbound := _unbound(text))), "")
        if found:
            yield story.part, say.unbound(found)


def _unbound(text: str) -> str:
    found = _UNBOUND.search(text)
    if found is None:
        return ""
    begins = max(text.rfind("\n", 0, found.start()) + 1, found.start() - 12)
    return text[begins : found.end() + 12].partition("\n")[0]


def says_which_page(file: Opened, layout: Layout) -> Found:
    """Find a foot, or a head where that is to say it, that does not say which page it is, and of how many."""
    place = "header" if layout.page_numbers_at == "head" else "footer"
    for kind, story in file.running:
        shown = {word.upper() for told in story.fields for word in told.split()[:1]}
        if kind == place and "PAGE" not in shown:
            yield story.part, say.NO_PAGE_NUMBER


def has_head_and_foot(file: Opened, _: Layout) -> Found:
    """Find pages without a header or footer of their own kind: who may see them and until when is said there."""
    body = file.main.skeleton
    kinds = {"default"}
    if next(body.iter(w("titlePg")), None) is not None:
        kinds.add("first")
    if file.settings.find(w("evenAndOddHeaders")) is not None:
        kinds.add("even")
    for place in ("headerReference", "footerReference"):
        there = {one.get(w("type"), "default") for one in body.iter(w(place))}
        yield from ((file.main.part, say.no_running_line(_local(w(place)))) for _kind in sorted(kinds - there))


def runs_its_lines(file: Opened, _: Layout) -> Found:
    """Find a foot that does not say what the document is."""
    for kind, story in file.running:
        if kind == "footer" and not any(text.strip() for text in story.texts):
            yield story.part, say.EMPTY_FOOT


def _local(name: str) -> str:
    return name.rpartition("}")[2]

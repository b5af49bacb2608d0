"""A document as a .docx: the house template filled, and packed by us so that the same input gives the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree

from briefing import __version__
from briefing.document.document import Document
from briefing.document.typography import shown_by
from briefing.word.anchors import Anchors, export_id
from briefing.word.body import Body, Mark
from briefing.word.contents import contents_place, list_contents
from briefing.word.gathering import gather
from briefing.word.package import pack
from briefing.word.paging.pages import settle_pages
from briefing.word.properties import CORE, CUSTOM, core_properties, custom_properties
from briefing.word.runs import Links, NotesPart
from briefing.word.styles import LINK_STYLE, MARK_STYLE, NOTE_STYLE
from briefing.word.template.missing import style_ids
from briefing.word.template.opening import Template, open_template
from briefing.word.template.running import set_running

_EMU_PER_TWIP = 635
_A4_LINE = 9_026
"""Twips between margins of an inch on A4: for a template that says nothing of its page."""
_NOTES = "word/footnotes.xml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(frozen=True, slots=True)
class Written:
    """A file as bytes, with the id of its export and the bookmark of every paragraph."""

    content: bytes
    export: str
    marks: tuple[Mark, ...]
    template: Template
    """What it was set on."""

    @property
    def sha256(self) -> str:
        """The hash of the file, in hex."""
        return hashlib.sha256(self.content).hexdigest()


def write_docx(
    document: Document,
    *,
    copy: str = "marking",
    addressee: str = "",
    template: Path | None = None,
    progress: Callable[[float], None] = lambda _: None,
) -> Written:
    """Return the document as a .docx. A marking copy opens with the tracking of changes turned on.

    `template` is an office's own .docx or .dotx. Raises BadInput where it cannot be used, DiskFailed where it cannot
    be read.
    """
    set_on = open_template(document, template)
    word, main = set_on.word, set_on.word.part.partname.membername
    document = settle_pages(document, word)
    export = export_id(document, copy, addressee, set_on.sha256, __version__)
    styles = style_ids(word)
    shown = shown_by(document.kept_layout)
    links, note_links = (Links(styles.get(LINK_STYLE.casefold(), "")) for _ in range(2))
    notes = NotesPart(styles.get(NOTE_STYLE, ""), styles.get(MARK_STYLE, ""), note_links, shown)
    body = Body(styles, Anchors(export), links, notes, shown)
    written = _write(document, body, set_on, styles, progress)
    set_running(word, set_on.house, document, styles)
    _set_tracking(word, on=copy == "marking")
    parts = gather(word)
    parts[main] = _put_first(parts[main], b"w:body", written)
    parts[_NOTES] = _put_last(_restyled(parts[_NOTES], styles), b"w:footnotes", notes.notes)
    written.clear()  # of a long document, both take as much memory as the parts they have gone into
    notes.notes.clear()
    _relate(parts, main, links)
    _relate(parts, _NOTES, note_links)
    parts[CORE] = core_properties(document)
    parts[CUSTOM] = custom_properties(export)
    return Written(pack(parts), export, tuple(body.marks), set_on)


def _write(
    document: Document,
    body: Body,
    set_on: Template,
    styles: Mapping[str, str],
    progress: Callable[[float], None],
) -> list[bytes]:
    """Return the body, a list of contents in it where the document is long."""
    width = text_width(set_on.word)
    place = contents_place(document) if set_on.lists_contents else None
    if place is None:
        return list(body.write(document.body, width, progress))
    before = list(body.write(document.body[:place], width, lambda _: None))
    after = list(body.write(document.body[place:], width, progress))
    return [*before, list_contents(body.marks, styles, shown_by(document.kept_layout)).encode(), *after]


def text_width(word: WordDocument) -> int:
    """Return how wide a line may be, in twips, on the last section's page."""
    section = word.sections[-1]
    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    return width // _EMU_PER_TWIP if width > 0 else _A4_LINE


def _restyled(notes: bytes, styles: Mapping[str, str]) -> bytes:
    """Return the house's part of notes with the template's id of their style."""
    style = styles.get(NOTE_STYLE, "")
    return notes.replace(b'w:val="FootnoteText"', f'w:val="{escape(style)}"'.encode())


def _set_tracking(word: WordDocument, *, on: bool) -> None:
    settings = word.settings.element
    for tracking in settings.findall(qn("w:trackRevisions")):
        if not on:
            settings.remove(tracking)


def _put_first(part: bytes, element: bytes, written: Iterable[bytes]) -> bytes:
    """Return a part with what is written at the beginning of an element: before the section's own page."""
    before, opening, after = part.partition(b"<" + element + b">")
    return b"".join((before, opening, *written, after))


def _put_last(part: bytes, element: bytes, written: Iterable[bytes]) -> bytes:
    before, closing, after = part.partition(b"</" + element + b">")
    return b"".join((before, *written, closing, after))


def _relate(parts: dict[str, bytes], part: str, links: Links) -> None:
    """Add a part's links to its relationships."""
    added = links.relationships()
    if not added:
        return
    folder, _, name = part.rpartition("/")
    path = f"{folder}/_rels/{name}.rels"
    empty = etree.tostring(etree.Element(f"{{{_RELATIONSHIPS}}}Relationships", nsmap={None: _RELATIONSHIPS}))
    held = parts.get(path) or empty.replace(b"/>", b"></Relationships>")
    parts[path] = _put_last(held, b"Relationships", [added.encode()])

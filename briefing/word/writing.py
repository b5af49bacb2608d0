"""A document as a .docx: the house template filled, and packed by us so that the same input gives the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree

from briefing import __version__
from briefing.document.document import Document
from briefing.model.literal import show, show_line
from briefing.word.anchors import Anchors, export_id
from briefing.word.body import Body, Mark
from briefing.word.package import gather, pack
from briefing.word.properties import CORE, CUSTOM, core_properties, custom_properties
from briefing.word.runs import Links, NotesPart
from briefing.word.template import open_house, style_ids, template_sha256, text_width

_DOCUMENT = "word/document.xml"
_NOTES = "word/footnotes.xml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(frozen=True, slots=True)
class Written:
    """A file as bytes, with the id of its export and the bookmark of every paragraph."""

    content: bytes
    export: str
    marks: tuple[Mark, ...]

    @property
    def sha256(self) -> str:
        """The hash of the file, in hex."""
        return hashlib.sha256(self.content).hexdigest()


def write_docx(
    document: Document,
    *,
    copy: str = "marking",
    addressee: str = "",
    progress: Callable[[float], None] = lambda _: None,
) -> Written:
    """Return the document as a .docx. A marking copy opens with the tracking of changes turned on."""
    export = export_id(document, copy, addressee, template_sha256(), __version__)
    template = open_house(document.form)
    styles = style_ids(template)
    links, note_links = (Links(styles.get("Hyperlink", "")) for _ in range(2))
    notes = NotesPart(styles.get("footnote text", ""), styles.get("footnote reference", ""), note_links)
    body = Body(styles, Anchors(export), links, notes)
    written = body.write(document.body, text_width(template), progress)
    _set_every_page(template, document)
    _set_tracking(template, on=copy == "marking")
    parts = gather(template)
    parts[_DOCUMENT] = _put_first(parts[_DOCUMENT], b"w:body", written)
    parts[_NOTES] = _put_last(parts[_NOTES], b"w:footnotes", notes.notes())
    _relate(parts, _DOCUMENT, links)
    _relate(parts, _NOTES, note_links)
    parts[CORE] = core_properties(document)
    parts[CUSTOM] = custom_properties(export)
    return Written(pack(parts), export, tuple(body.marks))


def _set_every_page(template: WordDocument, document: Document) -> None:
    """Set what stands on every page: who may see it, and the title beside the page number."""
    for section in template.sections:
        section.header.paragraphs[0].add_run(show_line(document.header))
        page = section.footer.paragraphs[0].runs[0]
        page.text = f"{show(document.footer)}{page.text}"


def _set_tracking(template: WordDocument, *, on: bool) -> None:
    settings = template.settings.element
    for tracking in settings.findall(qn("w:trackRevisions")):
        if not on:
            settings.remove(tracking)


def _put_first(part: bytes, element: bytes, written: str) -> bytes:
    """Return a part with `written` at the beginning of an element: before the section's own page."""
    opening = b"<" + element + b">"
    return part.replace(opening, opening + written.encode(), 1)


def _put_last(part: bytes, element: bytes, written: str) -> bytes:
    closing = b"</" + element + b">"
    return part.replace(closing, written.encode() + closing, 1)


def _relate(parts: dict[str, bytes], part: str, links: Links) -> None:
    """Add a part's links to its relationships."""
    added = links.relationships()
    if not added:
        return
    folder, _, name = part.rpartition("/")
    path = f"{folder}/_rels/{name}.rels"
    empty = etree.tostring(etree.Element(f"{{{_RELATIONSHIPS}}}Relationships", nsmap={None: _RELATIONSHIPS}))
    held = parts.get(path) or empty.replace(b"/>", b"></Relationships>")
    parts[path] = _put_last(held, b"Relationships", added)

"""Opening the template a document is set on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from docx.document import Document as WordDocument

from briefing.disk.reading import read_file
from briefing.document.document import Document, Form, Style, Table
from briefing.document.layout import Layout
from briefing.errors import BadInput, Place
from briefing.model.literal import show_line
from briefing.word.pages import is_longer
from briefing.word.styles import (
    CODE_STYLE,
    CONTENTS_HEADING,
    CONTENTS_STYLES,
    FOOTER_STYLE,
    HEADER_STYLE,
    LINK_STYLE,
    MARK_STYLE,
    NOTE_STYLE,
    READING_HEADER_STYLE,
    TABLE_STYLE,
)
from briefing.word.template.foreign import open_foreign, told_where_broken
from briefing.word.template.house import house_sha256, open_house
from briefing.word.template.lectern import set_lectern
from briefing.word.template.missing import add_missing, settle_styles
from briefing.word.template.shaping import shape_house, shape_settings
from briefing.wording import template as say


@dataclass(frozen=True, slots=True)
class Template:
    """A template as python-docx sees it, emptied of all but its styles, pages and what stands on each of them."""

    word: WordDocument
    house: WordDocument
    """The house's template, which is the same where no other is given."""
    sha256: str
    """Of everything it consists of, in hex."""
    lists_contents: bool = False
    """Whether the document is so long on it that it has a list of contents."""
    made: tuple[str, ...] = ()
    """The names of the styles it lacked: each was made from the house's, on its own Normal."""


def chosen_template(layout: Layout, library: Path, asked: str = "") -> Path | None:
    """Return the file to set a document on: the one asked for, else the office's own, by its path from the library."""
    if asked:
        return Path(asked)
    return library / layout.template if layout.template else None


def open_template(document: Document, path: Path | None = None) -> Template:
    """Return the template a document is set on: the office's own as it is, or the house's as the settings shape it.

    Raises BadInput where the file is not a template that can be used, and DiskFailed where it cannot be read.
    """
    house = open_house(document.form)
    shape_settings(house, document)
    if path is None:
        shape_house(house, document)
        set_lectern(house, document)
        return Template(house, house, house_sha256(), _is_long(document, house))
    shown = show_line(path.name)
    try:
        content = read_file(path, shown)
    except FileNotFoundError as error:
        raise BadInput(say.NOT_THERE, Place(shown), say.NOT_THERE_HINT) from error
    except BadInput as error:  # a folder, a link, a file of many megabytes: what to do is other than for a note
        raise BadInput(error.what, Place(shown), say.NOT_THERE_HINT) from error
    with told_where_broken(shown):
        word = open_foreign(content, house, shown)
        settle_styles(word, house)
        made = add_missing(word, house, _needed(document), in_proportion=document.reading is None)
        set_lectern(word, document)
        long = _is_long(document, word)
        if long:
            made += add_missing(word, house, (CONTENTS_HEADING, *CONTENTS_STYLES))
    held = f"{house_sha256()}{hashlib.sha256(content).hexdigest()}".encode()
    return Template(word, house, hashlib.sha256(held).hexdigest(), long, made)


def _is_long(document: Document, word: WordDocument) -> bool:
    """Whether a reader needs a list of contents to find the way (Department for Transport: over ten pages)."""
    return document.form is Form.PAPER and is_longer(document, word, document.layout.contents_over)


def _needed(document: Document) -> set[str]:
    """Return the names of the styles a document is set in."""
    used = {paragraph.style.value for paragraph in document.paragraphs()}
    if any(document.footnotes()):
        used.add(MARK_STYLE)
    if document.form is Form.READING:
        used |= {CODE_STYLE, READING_HEADER_STYLE, Style.CATCHWORDS.value}
    if any(isinstance(part, Table) for part in document.body):
        used |= {TABLE_STYLE, Style.CELL.value}
    return used | {HEADER_STYLE, FOOTER_STYLE, LINK_STYLE, NOTE_STYLE}  # the lines above notes are set as notes

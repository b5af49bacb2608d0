"""The house template: readable parts in a folder, opened by python-docx as if they were one file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree

from briefing.document.document import Form
from briefing.word.package import CONTENT_TYPES, pack
from briefing.word.template.safety import DOCUMENT, TEMPLATE


def open_house(form: Form) -> WordDocument:
    """Return the house template as python-docx sees it, with the styles that a form of document sets otherwise."""
    opened = docx.Document(BytesIO(_house()))
    own = _form(form)
    if own is not None:
        _set_otherwise(opened, own)
    return opened


def house_template() -> bytes:
    """Return the house template as a .dotx, to be opened and changed in Word."""
    parts = {name: _bare(content) for name, content in _parts(_folder("house"), "")}
    return pack({**parts, CONTENT_TYPES: parts[CONTENT_TYPES].replace(DOCUMENT, TEMPLATE)})


@cache
def house_sha256() -> str:
    """Return the hash, in hex, of everything the house template consists of."""
    found = hashlib.sha256()
    for folder in ("house", "forms"):
        for name, content in sorted(_parts(_folder(folder), folder)):
            found.update(f"{name}\0{len(content)}\0".encode())
            found.update(content)
    return found.hexdigest()


@cache
def _house() -> bytes:
    return pack({name: _bare(content) for name, content in _parts(_folder("house"), "")})


@cache
def _form(form: Form) -> bytes | None:
    part = _folder("forms") / f"{form.value}.xml"
    return part.read_bytes() if part.is_file() else None


def _folder(name: str) -> Traversable:
    return files("briefing.word") / name


def _parts(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for item in folder.iterdir():
        name = f"{prefix}/{item.name}".lstrip("/")
        if item.is_dir():
            yield from _parts(item, name)
        else:
            yield name, item.read_bytes()


def _bare(content: bytes) -> bytes:
    """Return a part without what is there for its editors: comments and indents."""
    return etree.tostring(etree.fromstring(content, _bare_parser()), encoding="UTF-8", standalone=True)


def _bare_parser() -> etree.XMLParser:
    return etree.XMLParser(remove_blank_text=True, remove_comments=True)


def _set_otherwise(document: WordDocument, own: bytes) -> None:
    """Put a form's own styles in the place of the house's of the same ids, or behind them; its margins on the page."""
    form = etree.fromstring(own, _bare_parser())
    styles = document.styles.element
    there = {style.get(qn("w:styleId")): style for style in styles.iterchildren(qn("w:style"))}
    for style in form.iterchildren(qn("w:style")):
        old = there.get(style.get(qn("w:styleId")))
        if old is None:
            styles.append(style)
        else:
            styles.replace(old, style)
    for margins in form.iterchildren(qn("w:pgMar")):
        for old in document.element.body.iter(qn("w:pgMar")):
            parent = old.getparent()
            if parent is not None:
                parent.replace(old, margins)

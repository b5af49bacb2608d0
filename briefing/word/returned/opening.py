"""Opening a file that came back: what it is, what is wrong with it, and which of its parts hold text."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from briefing.errors import BadInput, Place
from briefing.model.literal import show_line
from briefing.word.returned.names import STRICT, TRANSITIONAL
from briefing.word.template.safety import safe_parts
from briefing.wording import returned as say

MOST_ELEMENTS = 2_500_000
"""Opening and closing marks of all parts together: a file of 10,000 cards has a third of them."""
STORIES = ("officeDocument", "footnotes", "endnotes", "header", "footer", "comments")
"""The kinds of part that hold text, in reading order."""
_OLE = b"\xd0\xcf\x11\xe0"
_LOCKED, _OLD = ("EncryptedPackage".encode("utf-16-le"), "WordDocument".encode("utf-16-le"))
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
"""How every OpenDocument file begins, after the first thirty bytes (OpenDocument 1.3 part 2, 3.3)."""
_PAGES = b"Index/Document.iwa"
_BEGINNING = 200
_REFERENCE = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_KIND = re.compile(rb'Type="[^"]*/(\w+)"')
_HARMLESS = "hyperlink"


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """The parts of a file."""

    parts: Mapping[str, bytes]
    related: Mapping[str, tuple[str, ...]]
    """The paths of the parts of each kind, of those the text refers to."""

    def first(self, kind: str) -> bytes:
        """Return the first part of a kind; nothing where there is none."""
        return next((self.parts[path] for path in self.related.get(kind, ())), b"")

    @property
    def leading_out(self) -> Iterator[tuple[str, str]]:
        """What is referred to outside the file, but for links: the part that refers to it, and its kind."""
        for name, part in self.parts.items():
            if name.endswith(".rels"):
                yield from ((name, kind) for kind in dict.fromkeys(_kinds_outside(part)) if kind != _HARMLESS)


def open_returned(content: bytes, name: str) -> OpenedFile:
    """Return the parts of a file that came back. Raises BadInput, with the way out, for what cannot be read."""
    place = Place(show_line(name))
    _refuse_others(content, place)
    held = safe_parts(content, place.file, say)
    parts = {path: _transitional(part) for path, part in held.items()}
    if sum(part.count(b"<") for part in parts.values()) > MOST_ELEMENTS:
        raise BadInput(say.TOO_LARGE_INSIDE, place)
    main = _related(parts, "").get(STORIES[0], ("word/document.xml",))[0]
    if main not in parts:
        raise BadInput(say.BROKEN, place, say.BROKEN_HINT)
    related = {**_usual(parts, main), **_related(parts, ""), **_related(parts, main), STORIES[0]: (main,)}
    return OpenedFile(parts, related)


def tree(part: bytes) -> etree._Element:
    """Return a small part as XML, mended where it must be; an empty element where there is nothing to be read."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(part, parser) if part else None
    except etree.XMLSyntaxError:
        root = None
    return etree.Element("none") if root is None else root


def _refuse_others(content: bytes, place: Place) -> None:
    """Refuse what is known by its first bytes to be something else, and say what it is."""
    begins = content[:_BEGINNING]
    match content:
        case b"":
            raise BadInput(say.NOTHING, place, say.NOTHING_HINT)
        case _ if begins.startswith(_OLE) and _LOCKED in content:
            raise BadInput(say.LOCKED, place, say.LOCKED_HINT)
        case _ if begins.startswith(_OLE) and _OLD in content:
            raise BadInput(say.OLD, place, say.OLD_HINT)
        case _ if begins.lstrip().startswith(b"{\\rtf"):
            raise BadInput(say.RICH_TEXT, place, say.RICH_TEXT_HINT)
        case _ if begins.startswith(b"%PDF"):
            raise BadInput(say.PDF, place, say.PDF_HINT)
        case _ if _OPEN_DOCUMENT in begins:
            raise BadInput(say.OPEN_DOCUMENT, place, say.OPEN_DOCUMENT_HINT)
        case _ if begins.startswith(b"PK") and _PAGES in content:
            raise BadInput(say.PAGES, place, say.PAGES_HINT)


def _transitional(part: bytes) -> bytes:
    """Return a part with the names of elements as every file has them that is not saved as Strict Open XML."""
    if STRICT in part:
        for strict, usual in TRANSITIONAL.items():
            part = part.replace(strict, usual)
    return part


def _related(parts: Mapping[str, bytes], source: str) -> dict[str, tuple[str, ...]]:
    """Return the parts another refers to by the last word of what they are to it; those of the file for none."""
    folder, _, name = source.rpartition("/")
    found: dict[str, tuple[str, ...]] = {}
    for one in tree(parts.get(posixpath.join(folder, "_rels", f"{name}.rels"), b"")):
        target, kind = one.get("Target", ""), one.get("Type", "").rpartition("/")[2]
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if path in parts and one.get("TargetMode") != "External":
            found[kind] = tuple(dict.fromkeys((*found.get(kind, ()), path)))
    return found


def _usual(parts: Mapping[str, bytes], main: str) -> dict[str, tuple[str, ...]]:
    """Return the parts that stand where they usually do: a list of references may be damaged."""
    folder = posixpath.dirname(main)
    named = {kind: posixpath.join(folder, f"{kind}.xml") for kind in ("footnotes", "endnotes", "comments", "styles")}
    named |= {"commentsExtended": f"{folder}/commentsExtended.xml", "custom-properties": "docProps/custom.xml"}
    return {kind: (path,) for kind, path in named.items() if path in parts}


def _kinds_outside(part: bytes) -> Iterator[str]:
    for found in _REFERENCE.finditer(part):
        kind = _KIND.search(found[0])
        if b'"External"' in found[0] and kind is not None:
            yield kind[1].decode()

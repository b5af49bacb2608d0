"""What keeps a file from being opened as a template: what it is not, what it does, and what it would cost."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Protocol

from briefing.errors import BadInput, Place
from briefing.word.package import CONTENT_TYPES
from briefing.wording import template

MOST_PARTS = 2_000
MOST_BYTES = 50 * 1024 * 1024
"""Bytes of all parts together, unpacked."""
MOST_SWOLLEN = 100
"""Times a part over `SMALL` may be larger unpacked than packed: what swells more was made to."""
SMALL = 1024 * 1024

_ZIP = b"PK\x03\x04"
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
"""How an old .doc begins, and a .docx with a password."""
_AT_ONCE = 1 << 16
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}.main+xml"
DOCUMENT = _MAIN.format("document").encode()
TEMPLATE = _MAIN.format("template").encode()
_DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_BROKEN = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error),
    *(EOFError, NotImplementedError, ValueError, RuntimeError),
)
"""What reading a zip that is none, or is damaged, ends in."""
_MACROS = ("vbaproject.bin", "vbadata.xml")


class Refusals(Protocol):
    """The sentences in which a file is refused: a module of wording."""

    OLD_OR_LOCKED: str
    OLD_OR_LOCKED_HINT: str
    NOT_WORD: str
    NOT_WORD_HINT: str
    BROKEN: str
    BROKEN_HINT: str
    MACROS: str
    MACROS_HINT: str
    DOCUMENT_TYPE: str
    TOO_MANY_PARTS: str
    TOO_LARGE_INSIDE: str
    ODD_PATHS: str


def safe_parts(content: bytes, shown: str, say: Refusals = template) -> Mapping[str, bytes]:
    """Return the parts of a .docx or .dotx by their paths; raises BadInput, with the reason, for any other file."""
    place = Place(shown)
    if content.startswith(_OLD_OR_LOCKED):
        raise BadInput(say.OLD_OR_LOCKED, place, say.OLD_OR_LOCKED_HINT)
    if not content.startswith(_ZIP):
        raise BadInput(say.NOT_WORD, place, say.NOT_WORD_HINT)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = dict(_unpacked(archive, place, say))
    except _BROKEN as error:
        raise BadInput(say.BROKEN, place, say.BROKEN_HINT) from error
    _refuse_programs(parts, place, say)
    return parts


def _unpacked(archive: zipfile.ZipFile, place: Place, say: Refusals) -> Iterator[tuple[str, bytes]]:
    """Yield each part, counted as it is unpacked: what a zip says of itself may be a lie."""
    entries = archive.infolist()
    if len(entries) > MOST_PARTS:
        raise BadInput(say.TOO_MANY_PARTS, place)
    left = MOST_BYTES
    seen: set[str] = set()
    for entry in entries:
        if entry.is_dir():
            continue
        if not _is_inside(entry.filename) or entry.filename.lower() in seen:
            raise BadInput(say.ODD_PATHS, place)
        seen.add(entry.filename.lower())
        part = _unpack(archive, entry, left)
        if part is None:
            raise BadInput(say.TOO_LARGE_INSIDE, place)
        left -= len(part)
        yield entry.filename, part


def _is_inside(name: str) -> bool:
    return not (name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"))


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes | None:
    """Return a part; None where it is larger than it may be."""
    part = bytearray()
    with archive.open(entry) as opened:
        while chunk := opened.read(_AT_ONCE):
            part += chunk
            swollen = len(part) > SMALL and len(part) > MOST_SWOLLEN * max(entry.compress_size, 1)
            if len(part) > most or swollen:
                return None
    return bytes(part)


def _refuse_programs(parts: Mapping[str, bytes], place: Place, say: Refusals) -> None:
    """Refuse what holds macros, declares a document type, or is no Word document at all."""
    types = parts.get(CONTENT_TYPES, b"")
    if any(name.lower().endswith(_MACROS) for name in parts) or b"macroEnabled" in types:
        raise BadInput(say.MACROS, place, say.MACROS_HINT)
    if any(map(_declares, (part for name, part in parts.items() if name.lower().endswith((".xml", ".rels"))))):
        raise BadInput(say.DOCUMENT_TYPE, place)
    if DOCUMENT not in types and TEMPLATE not in types:
        raise BadInput(say.NOT_WORD, place, say.NOT_WORD_HINT)


def _declares(part: bytes) -> bool:
    """Whether a part declares a document type or an entity, in whatever encoding."""
    return _DECLARES.search(part.replace(b"\0", b"")) is not None

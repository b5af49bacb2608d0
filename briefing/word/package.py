"""The .docx as a file: its parts in one fixed order, with one fixed date, so that the same parts are the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from html import escape
from io import BytesIO
from typing import cast

from docx.document import Document as WordDocument
from docx.opc.rel import Relationships

CONTENT_TYPES = "[Content_Types].xml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first date a zip can hold: the clock must not show."""
_UNIX = 3
_MODE = 0o644 << 16
_CONTENT_TYPE = "http://schemas.openxmlformats.org/package/2006/content-types"
_DEFAULTS = (
    ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
    ("xml", "application/xml"),
)


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return the zip of some parts by their paths: the content types first, then by path."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.create_system = _UNIX
            entry.external_attr = _MODE
            archive.writestr(entry, parts[name], zipfile.ZIP_DEFLATED)
    return held.getvalue()


def gather(document: WordDocument) -> dict[str, bytes]:
    """Return every part of an opened template by its path, with its relationships and the types of them all."""
    package = document.part.package
    if package is None:
        return {}
    parts = {"_rels/.rels": _relationships(package.rels)}
    types: list[tuple[str, str]] = []
    for part in package.iter_parts():
        parts[part.partname.membername] = part.blob
        types.append((str(part.partname), part.content_type))
        if len(part.rels):
            parts[part.partname.rels_uri.lstrip("/")] = _relationships(part.rels)
    parts[CONTENT_TYPES] = _content_types(types)
    return parts


def _relationships(held: Relationships) -> bytes:
    """Return relationships as a part: python-docx calls their XML a string and returns bytes."""
    return cast("bytes", held.xml)


def _content_types(types: Iterable[tuple[str, str]]) -> bytes:
    defaults = "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in _DEFAULTS)
    overrides = "".join(
        f'<Override PartName="{escape(name)}" ContentType="{escape(kind)}"/>' for name, kind in sorted(types)
    )
    return f'{DECLARATION}<Types xmlns="{_CONTENT_TYPE}">{defaults}{overrides}</Types>'.encode()

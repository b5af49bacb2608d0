"""Every part of an opened template, with its relationships and its type: what the file is packed of."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import cast

from docx.document import Document as WordDocument
from docx.opc.rel import Relationships

from briefing.word.package import CONTENT_TYPES, DECLARATION
from briefing.word.pictures import bare_picture

_CONTENT_TYPE = "http://schemas.openxmlformats.org/package/2006/content-types"
_DEFAULTS = (
    ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
    ("xml", "application/xml"),
)


def gather(document: WordDocument) -> dict[str, bytes]:
    """Return every part of an opened template by its path, with its relationships and the types of them all."""
    package = document.part.package
    if package is None:
        return {}
    parts = {"_rels/.rels": _relationships(package.rels)}
    types: list[tuple[str, str]] = []
    for part in package.iter_parts():
        parts[part.partname.membername] = bare_picture(part.blob)
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

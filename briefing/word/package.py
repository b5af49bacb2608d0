"""The .docx as a file: its parts in one fixed order, with one fixed date, so that the same parts are the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

CONTENT_TYPES = "[Content_Types].xml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first date a zip can hold: the clock must not show."""
_UNIX = 3
_MODE = 0o644 << 16


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

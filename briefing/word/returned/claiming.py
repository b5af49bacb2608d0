"""Which export a file says it is, without reading the file: for a list of many."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from io import BytesIO

from briefing.model.ids import CROCKFORD
from briefing.word.properties import CUSTOM, EXPORT_PROPERTY

_BROKEN = (
    *(KeyError, ValueError, RuntimeError, EOFError, NotImplementedError),
    *(struct.error, zlib.error, zipfile.BadZipFile),
)
"""What reading a part ends in that is not there, or a zip that is none, locked or damaged."""
_MOST = 100_000
"""Bytes of a part of properties that are looked at."""
_SAID = re.compile(rf'name="{EXPORT_PROPERTY}"[^>]*>(?:\s*<[^>]*>)?\s*([{CROCKFORD}]{{6}})\s*<'.encode())


def claimed_export(content: bytes) -> str:
    """Return the id of the export a file's own property says; empty where it says none, or is no Word file."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive, archive.open(CUSTOM) as part:
            said = _SAID.search(part.read(_MOST))
    except (
        KeyError,
        ValueError,
        RuntimeError,
        EOFError,
        NotImplementedError,
        struct.error,
        zlib.error,
        zipfile.BadZipFile,
    ):
        return ""
    return said[1].decode() if said else ""

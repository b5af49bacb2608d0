"""The kept text of a source, as it lies in the library: only the one that was read counts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from briefing.disk.reading import read_file
from briefing.errors import BriefingError
from briefing.library.survey import SOURCES
from briefing.model.source import Source


@dataclass(frozen=True, slots=True)
class Kept:
    """What lies in the library as the text of a source."""

    text: str | None
    """None where none is kept, or none that can be trusted."""
    file: str
    is_changed: bool = False
    """Whether a text is there, and it is not the one that was read: its hash is another than its source says."""


def read_kept(folder: Path, source: Source) -> Kept:
    """Return the kept text of a source of the library in a folder."""
    file = f"{SOURCES}/{source.id}.txt"
    noted = str(source.text.get("sha256", ""))
    try:
        content = read_file(folder / file)
    except (OSError, BriefingError):
        return Kept(None, file)
    if not noted or hashlib.sha256(content).hexdigest() != noted.lower():
        return Kept(None, file, is_changed=True)
    try:
        return Kept(content.decode("utf-8"), file)
    except UnicodeDecodeError:
        return Kept(None, file, is_changed=True)

"""The text of a source, from a file or from what is piped in."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from briefing.disk.reading import LARGEST
from briefing.errors import BriefingError, NotFound
from briefing.library.keeping import SourceText, keep_text, text_of
from briefing.wording import commands as words

STANDARD_INPUT = "-"


def read_text(file: str) -> SourceText:
    """Return the text in a file, or from standard input for `-`; raises NotFound and BadInput."""
    return text_of(_read(file), file)


def save_with_text(folder: Path, source: str, text: SourceText | None, save: Callable[[], None]) -> None:
    """Keep a text, then save its source: it never names a text that is not there, and what fails leaves none."""
    kept = None if text is None else keep_text(folder, source, text)
    try:
        save()
    except BriefingError:
        if kept is not None:
            kept.unlink(missing_ok=True)
        raise


def _read(file: str) -> bytes:
    if file == STANDARD_INPUT:
        return sys.stdin.buffer.read(LARGEST + 1)
    try:
        with Path(file).open("rb") as opened:
            return opened.read(LARGEST + 1)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise NotFound(words.no_file(file)) from error

"""The text of a source as it was read: taken in from a file, kept in the library with its fingerprint."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from briefing.disk.reading import LARGEST
from briefing.disk.saving import replace_file
from briefing.errors import BadInput, NotFound, Place
from briefing.library.reading import SOURCES
from briefing.model.ids import SourceId
from briefing.wording import commands as words
from briefing.wording import disk as disk_words

STANDARD_INPUT = "-"
PAGE_END = "\f"


@dataclass(frozen=True, slots=True)
class SourceText:
    """The words of a source, a form feed between pages, and what its entry says of them."""

    content: bytes
    about: Mapping[str, object]


def read_text(file: str) -> SourceText:
    """Return the text in a file, or from standard input for `-`; raises NotFound and BadInput."""
    text = _decode(_read(file), file).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = text.rstrip(f"\n {PAGE_END}") + "\n"
    if not text.strip():
        raise BadInput(words.NO_TEXT, Place(file), words.NO_TEXT_HINT)
    content = text.encode()
    about = {
        "sha256": hashlib.sha256(content).hexdigest(),
        "read_on": datetime.now(UTC).astimezone().date(),
        "pages": text.count(PAGE_END) + 1,
    }
    return SourceText(content, about)


def keep_text(library: Path, source: SourceId, text: SourceText) -> Path:
    """Write the text into the library and return where it is; raises BadInput where there is one already."""
    path = library / SOURCES / f"{source}.txt"
    if path.exists():
        raise BadInput(words.already_kept(f"{SOURCES}/{path.name}"), hint=words.TEXT_KEPT_HINT)
    if path.parent.is_symlink():
        raise BadInput(disk_words.LINK, Place(SOURCES), disk_words.LINK_HINT)
    path.parent.mkdir(exist_ok=True)
    replace_file(path, text.content, None)
    return path


def _read(file: str) -> bytes:
    if file == STANDARD_INPUT:
        content = sys.stdin.buffer.read(LARGEST + 1)
    else:
        try:
            with Path(file).open("rb") as opened:
                content = opened.read(LARGEST + 1)
        except (FileNotFoundError, IsADirectoryError) as error:
            raise NotFound(words.no_file(file)) from error
    if len(content) > LARGEST:
        raise BadInput(disk_words.too_large(len(content), LARGEST), Place(file))
    return content


def _decode(content: bytes, file: str) -> str:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput(words.NOT_UTF8, Place(file), words.NOT_UTF8_HINT) from error
    if "\0" in text:
        raise BadInput(words.NOT_UTF8, Place(file), words.NOT_UTF8_HINT)
    return text

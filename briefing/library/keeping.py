"""The text of a source as it was read: taken in, and kept in the library with its fingerprint and its day."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from briefing.disk.reading import LARGEST
from briefing.disk.saving import replace_file
from briefing.errors import BadInput, Place
from briefing.library.survey import SOURCES
from briefing.wording import commands as words
from briefing.wording import disk as disk_words

PAGE_END = "\f"


@dataclass(frozen=True, slots=True)
class SourceText:
    """The words of a source, a form feed between pages, and what its entry says of them."""

    content: bytes
    about: Mapping[str, object]


def text_of(content: bytes, file: str) -> SourceText:
    """Return the text in the bytes of a file, or in what was pasted; raises BadInput naming `file`."""
    if len(content) > LARGEST:
        raise BadInput(disk_words.too_large(len(content), LARGEST), Place(file))
    text = _decode(content, file).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = text.rstrip(f"\n {PAGE_END}") + "\n"
    if not text.strip():
        raise BadInput(words.NO_TEXT, Place(file), words.NO_TEXT_HINT)
    kept = text.encode()
    about = {
        "sha256": hashlib.sha256(kept).hexdigest(),
        "read_on": datetime.now(UTC).astimezone().date(),
        "pages": text.count(PAGE_END) + 1,
    }
    return SourceText(kept, about)


def keep_text(library: Path, source: str, text: SourceText) -> Path | None:
    """Write the text into the library and return where it is, or None where it lay there already.

    Raises BadInput where another text is kept: words were compared with that one.
    """
    path = library / SOURCES / f"{source}.txt"
    if path.parent.is_symlink() or path.is_symlink():
        raise BadInput(disk_words.LINK, Place(SOURCES), disk_words.LINK_HINT)
    if path.exists():
        if path.is_file() and path.read_bytes() == text.content:
            return None
        raise BadInput(words.already_kept(f"{SOURCES}/{path.name}"), hint=words.TEXT_KEPT_HINT)
    path.parent.mkdir(exist_ok=True)
    replace_file(path, text.content, None)
    return path


def _decode(content: bytes, file: str) -> str:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput(words.NOT_UTF8, Place(file), words.NOT_UTF8_HINT) from error
    if "\0" in text:
        raise BadInput(words.NOT_UTF8, Place(file), words.NOT_UTF8_HINT)
    return text

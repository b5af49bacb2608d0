"""The note to the Member as a file: a Word document on the office's template, plain text or Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from briefing.disk.reading import read_file
from briefing.disk.saving import replace_file
from briefing.document.document import Document
from briefing.document.markdown import markdown_text
from briefing.document.plain import plain_text
from briefing.errors import BadInput, DiskFailed, Place, WrongUse
from briefing.model.literal import show_line
from briefing.settling.settlement import Settlement
from briefing.settling.telling import note_of
from briefing.word.checking.file import let_through
from briefing.word.pages import is_longer
from briefing.word.template.opening import open_template
from briefing.word.writing import write_docx
from briefing.wording import settling as say

_WORDS = {".txt": plain_text, ".md": markdown_text}
_DOCX = ".docx"
_MOST = 1_000


def hand_back(settlement: Settlement, on: date, asked: Path, template: Path | None = None) -> Path:
    """Write the note to a file and return its path: the next number where something else stands under its name.

    Raises WrongUse where the ending is none of .docx, .txt and .md or the folder is not there, Refused for a file that
    is not sound, and DiskFailed.
    """
    place = Place(show_line(str(asked)))
    if asked.suffix.lower() not in {_DOCX, *_WORDS}:
        raise WrongUse(say.NO_SUCH_NOTE, place, say.NO_SUCH_NOTE_HINT)
    if not asked.parent.is_dir():
        raise WrongUse(say.NO_FOLDER, place, say.NO_FOLDER_HINT)
    content = _content(settlement, on, asked.suffix.lower(), template)
    for path in _names(asked):
        now = _read(path)
        if now == content:
            return path
        if now is None:
            replace_file(path, content, None)
            return path
    raise DiskFailed(say.NO_NAME_LEFT, place)


def _content(settlement: Settlement, on: date, ending: str, template: Path | None) -> bytes:
    def fits(document: Document) -> bool:
        return not is_longer(document, open_template(document, template).word, 1)

    note = note_of(settlement, on, fits)
    if ending in _WORDS:
        return _WORDS[ending](note).encode("utf-8", "backslashreplace")
    written = write_docx(note, copy="reading", template=template)
    let_through(written.content, note.kept_layout, on_template=template is not None)
    return written.content


def _names(asked: Path) -> Iterator[Path]:
    yield asked
    yield from (asked.with_name(f"{asked.stem}-{number}{asked.suffix}") for number in range(2, _MOST))


def _read(path: Path) -> bytes | None:
    """Return what a file holds; None where it is not there. What cannot be read is somebody's, and left alone."""
    try:
        return read_file(path)
    except FileNotFoundError:
        return None
    except BadInput:
        return b""

"""Other forms of a document beside its .docx: each is named in the same record, by its hash."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from briefing.disk.reading import read_file
from briefing.disk.saving import replace_file
from briefing.document.document import Document
from briefing.document.markdown import markdown_text
from briefing.document.plain import plain_text
from briefing.errors import BadInput, BriefingError, DiskFailed, Place
from briefing.model.literal import show_line
from briefing.word.record import record_with
from briefing.word.recorded import is_older_form, is_recorded_form, read_record, replace_record
from briefing.wording import word as say

PDF, TEXT, MARKDOWN = "pdf", "text", "markdown"
ENDINGS = {PDF: ".pdf", TEXT: ".txt", MARKDOWN: ".md"}
_WORDS = {TEXT: plain_text, MARKDOWN: markdown_text}
_MOST = 1_000


def write_words(docx: Path, record: Path, form: str, document: Document) -> Path:
    """Write the words of a document beside its .docx, as `TEXT` or `MARKDOWN`; return the path. Raises DiskFailed."""
    return save_beside(docx, record, form, _WORDS[form](document).encode("utf-8", "backslashreplace"))


def save_beside(docx: Path, record: Path, form: str, content: bytes) -> Path:
    """Save a form of a document beside it and name it in its record; return its path.

    A file that is not the last one made from this document is left alone, for somebody may have written in it: the
    next number takes its place. Raises DiskFailed.
    """
    for path, now in _destinations(docx, form):
        try:
            _save_named(path, now, content, record, form)
        except DiskFailed as error:
            # Some programs hold what they show: the next number is free of them.
            if now is not None and isinstance(error.__cause__, PermissionError):
                continue
            raise
        return path
    raise DiskFailed(say.NO_DESTINATION, Place(show_line(str(docx))))


def older_forms(docx: Path, export: str) -> tuple[tuple[str, str], ...]:
    """Return form and name of each file beside a document, under its name, that was made from an earlier one."""
    return tuple((form, docx.stem + ending) for form, ending in ENDINGS.items() if _is_older(docx, form, export))


def _is_older(docx: Path, form: str, export: str) -> bool:
    try:
        content = read_file(docx.with_suffix(ENDINGS[form]))
    except (BriefingError, FileNotFoundError):
        return False
    return is_older_form(form, hashlib.sha256(content).hexdigest(), docx, export)


def _save_named(path: Path, now: bytes | None, content: bytes, record: Path, form: str) -> None:
    """Name a form in the record, then save it; where that fails, the record names the one that still stands there."""
    before = read_record(record)
    named = record_with(before, form, hashlib.sha256(content).hexdigest())
    replace_record(record, named, before)
    if now == content:
        return
    try:
        replace_file(path, content, now)
    except BriefingError:
        with contextlib.suppress(BriefingError):
            replace_record(record, before, named)
        raise


def _destinations(docx: Path, form: str) -> Iterator[tuple[Path, bytes | None]]:
    """Yield the names a form may have, from the document's own through the numbers after it, and what stands there."""
    for number in range(1, _MOST):
        path = docx.with_name(f"{docx.stem}{'' if number == 1 else f'-{number}'}{ENDINGS[form]}")
        try:
            now = read_file(path)
        except FileNotFoundError:
            yield path, None
            continue
        except (BadInput, DiskFailed):
            continue
        if is_recorded_form(form, hashlib.sha256(now).hexdigest(), docx) and os.access(path, os.W_OK):
            yield path, now

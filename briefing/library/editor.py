"""A file of the library in the user's own editor: a copy is edited, read back, and what changed is saved."""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.disk.editor import run_editor
from briefing.disk.reading import read_file
from briefing.disk.saving import replace_file
from briefing.errors import BriefingError, DiskFailed, NotFound
from briefing.library.files import decode
from briefing.library.opened import OpenLibrary
from briefing.library.tables import FileText, Table
from briefing.model.finding import Finding
from briefing.wording import disk as disk_words
from briefing.wording import library as say

EDITING = "editing"
"""The folder of copies inside a library's private folder."""


@dataclass(frozen=True, slots=True)
class EditorResult:
    """What came of an edit in the editor, in a sentence."""

    saved: bool
    message: str
    draft: Path | None = None
    """Where the edited text waits, when it could not be saved."""


def open_in_editor(opened: OpenLibrary, file: str, line: int) -> EditorResult:
    """Edit a copy of `file` at `line` and save what comes back; blocks until the editor is closed.

    A copy that no longer reads, or that meets another change of the same words, is kept, and the file stays as it was.
    Raises BadInput where there is no editor, NotFound where the file has gone, and DiskFailed.
    """
    try:
        before = read_file(opened.folder / file, file)
    except FileNotFoundError as error:
        raise NotFound(say.no_such("file", file)) from error
    copy = _copy(opened.state / EDITING, Path(file).name, before)
    try:
        code = run_editor(copy, line)
    except BriefingError:
        _discard(copy)
        raise
    return _take_back(opened, file, before, copy, code)


def _take_back(opened: OpenLibrary, file: str, before: bytes, copy: Path, code: int) -> EditorResult:
    try:
        after = read_file(copy)
    except FileNotFoundError:
        _discard(copy)
        return EditorResult(saved=False, message=say.EDITOR_GONE)
    except BriefingError as error:
        return _kept(copy, error.what)
    if after == before:
        _discard(copy)
        return EditorResult(saved=False, message=f"{say.editor_ended(code)}." if code else say.EDITED_NOTHING)
    if code:
        return _kept(copy, say.editor_ended(code))
    try:
        return _save(opened, file, before, after, copy)
    except BriefingError as error:
        return _kept(copy, error.what)


def _save(opened: OpenLibrary, file: str, before: bytes, after: bytes, copy: Path) -> EditorResult:
    if damage := _damage(decode(after, file), decode(before, file)):
        return _kept(copy, damage)
    known = {finding.message for finding in _findings(opened, file)}
    outcome = opened.rewrite(file, before, after)
    if not outcome.saved:
        return _kept(copy, say.MET_ANOTHER)
    _discard(copy)
    message = say.EDITED if outcome.step.became == after.decode() else say.EDITED_MERGED
    fresh = next((finding for finding in _findings(opened, file) if finding.message not in known), None)
    if fresh:
        message = f"{message} {say.needs_mending(str(fresh.place), fresh.message)}"
    return EditorResult(saved=True, message=message)


def _findings(opened: OpenLibrary, file: str) -> list[Finding]:
    """Return what is wrong in a file; what each says stays the same when lines move."""
    return [finding for finding in opened.library.damage if finding.place and finding.place.file == file]


def _damage(after: FileText, before: FileText) -> str:
    """Return what the editor broke; what was broken before does not stand in the way, wherever it is by now."""
    known = {_lines(before, table) for table in _damaged(before)}
    broken = next((table for table in _damaged(after) if _lines(after, table) not in known), None)
    return f"line {broken.line}: {broken.problem}".rstrip(".") if broken else ""


def _damaged(text: FileText) -> Iterator[Table]:
    return (table for table in text.tables if table.entry is None)


def _lines(text: FileText, table: Table) -> str:
    return "".join(text.lines[table.chunk.first : table.chunk.last])


def _copy(folder: Path, name: str, content: bytes) -> Path:
    """Return a copy in a folder of its own, where what an editor leaves beside it is private too."""
    copy = folder / str(time.time_ns()) / name
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        copy.parent.mkdir(mode=0o700)
    except OSError as error:
        raise DiskFailed(disk_words.no_folder(str(folder), error), hint=disk_words.NO_FOLDER_HINT) from error
    replace_file(copy, content, None, private=True)
    return copy


def _discard(copy: Path) -> None:
    shutil.rmtree(copy.parent, ignore_errors=True)


def _kept(copy: Path, reason: str) -> EditorResult:
    with contextlib.suppress(OSError):
        os.chmod(copy, 0o600)  # noqa: PTH101 - an editor may have written another file in its place
    return EditorResult(saved=False, message=f"{reason.rstrip('.')}; {say.draft_kept(str(copy))}.", draft=copy)

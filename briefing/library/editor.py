"""A file of the library in the user's own editor: a copy is edited, read back, and what changed is saved."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefing.disk.editor import run_editor
from briefing.disk.reading import read_file
from briefing.disk.saving import ChangedOutside, replace_file
from briefing.errors import BriefingError
from briefing.library.files import decode
from briefing.library.opened import OpenLibrary
from briefing.library.tables import FileText
from briefing.model.entries import Entry
from briefing.model.history import HEAD, Edit, Step, compare
from briefing.wording import library as say


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
    Raises BadInput where there is no editor.
    """
    path = opened.folder / file
    before = read_file(path, file)
    copy = _copy(opened.state / "editing", path.name, before)
    code = run_editor(copy, line)
    if not copy.exists():
        return EditorResult(saved=False, message=say.EDITOR_GONE)
    after = read_file(copy)
    if after == before:
        copy.unlink()
        failed = f"{say.editor_ended(code)}." if code else say.EDITED_NOTHING
        return EditorResult(saved=False, message=failed)
    if code:
        return _kept(copy, say.editor_ended(code))
    return _take_back(opened, file, before, copy)


def _take_back(opened: OpenLibrary, file: str, before: bytes, copy: Path) -> EditorResult:
    after = read_file(copy)
    try:
        damage = _damage(decode(after, file), decode(before, file))
        if damage:
            return _kept(copy, damage)
        message = _save(opened, file, before, after)
    except BriefingError as error:
        return _kept(copy, error.what)
    if message is None:
        return _kept(copy, say.MET_ANOTHER)
    copy.unlink(missing_ok=True)
    return EditorResult(saved=True, message=message)


def _save(opened: OpenLibrary, file: str, before: bytes, after: bytes) -> str | None:
    """Save what the editor changed; None where it met another change. Whole where nobody else saved meanwhile."""
    try:
        replace_file(opened.folder / file, after, before)
    except ChangedOutside:
        step = difference(file, decode(before, file), decode(after, file))
        outcome = opened.apply(step)
        return say.EDITED_MERGED if outcome.saved else None
    opened.refresh()
    return say.EDITED


def difference(file: str, before: FileText, after: FileText) -> Step:
    """Return the step that makes in a file what an editor made of an earlier copy of it."""
    head = _entry(before.head.entry), _entry(after.head.entry)
    edits = [Edit(HEAD, HEAD, *head)] if head[0] != head[1] else []
    for array in dict.fromkeys(table.array for table in (*before.tables, *after.tables) if table.array):
        edits.extend(compare(array, _entries(before, array), _entries(after, array)))
    return Step(say.EDITED_IN_EDITOR, file, tuple(edits))


def _entry(entry: Entry | None) -> Entry:
    return entry or {}


def _entries(text: FileText, array: str) -> list[Entry]:
    return [table.entry for table in text.of(array) if table.entry is not None and table.id]


def _damage(after: FileText, before: FileText) -> str:
    """Return what the editor broke; what was broken before does not stand in the way."""
    known = set(_problems(before))
    return next((problem for problem in _problems(after) if problem not in known), "")


def _problems(text: FileText) -> Iterable[str]:
    return (f"line {table.line}: {table.problem}".rstrip(".") for table in text.tables if table.entry is None)


def _copy(folder: Path, name: str, content: bytes) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    copy = folder / f"{time.time_ns()}-{name}"
    handle = os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as opened:
        opened.write(content)
    return copy


def _kept(copy: Path, reason: str) -> EditorResult:
    return EditorResult(saved=False, message=f"{reason}; {say.draft_kept(str(copy))}.", draft=copy)

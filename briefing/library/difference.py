"""What somebody made of a file in an editor, as a step; and what becomes of it where the file is another by now."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.errors import BriefingError
from briefing.library.files import decode
from briefing.library.making import make
from briefing.library.merging import Conflict, ConflictError
from briefing.library.splice import SpliceError
from briefing.library.tables import FileText
from briefing.model.entries import Entry, is_same
from briefing.model.history import HEAD, Edit, Step, compare
from briefing.wording import library as say


def difference(file: str, before: bytes, after: bytes) -> Step:
    """Return the step that makes one text of a file into the other; raises BadInput where either is not UTF-8."""
    old, new = decode(before, file), decode(after, file)
    edits: list[Edit] = []
    if not is_same(old.head.entry or {}, new.head.entry or {}):
        edits.append(Edit(HEAD, HEAD, old.head.entry or {}, new.head.entry or {}))
    for array in dict.fromkeys(table.array for table in (*old.tables, *new.tables) if table.array):
        both = _entries(old, array), _entries(new, array)
        if all(map(_are_told_apart, both)):
            edits.extend(compare(array, *both))
    return Step(say.EDITED_IN_EDITOR, file, tuple(edits), before.decode(), after.decode())


def rebase(file: str, base: bytes, ours: bytes, theirs: bytes) -> bytes:
    """Return the file with what both made of `base`, to the last comment; raises ConflictError where that cannot be.

    A step speaks of entries alone. So one side must be nothing but entries changed where they stand, as this program
    changes them, and it is made once more in what the other wrote.
    """
    for mine, other in ((ours, theirs), (theirs, ours)):
        step = difference(file, base, mine)
        if _made(base, step) == mine:
            return make(other, _without_texts(step))[0]
    raise ConflictError((Conflict(HEAD, HEAD, "", None, None, None),))


def _made(base: bytes, step: Step) -> bytes | None:
    try:
        return make(base, _without_texts(step))[0]
    except (ConflictError, SpliceError, BriefingError):
        return None


def _without_texts(step: Step) -> Step:
    return Step(step.label, step.file, step.edits)


def _entries(text: FileText, array: str) -> list[Entry]:
    return [table.entry for table in text.of(array) if table.entry is not None and table.id]


def _are_told_apart(entries: Sequence[Entry]) -> bool:
    ids = [str(entry["id"]) for entry in entries]
    return len(ids) == len(set(ids))

"""What a file becomes when a step is made in it: bytes in, bytes out, and the step with the lines it took and gave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.library.files import decode
from briefing.library.merging import Conflict, ConflictError
from briefing.library.splice import splice
from briefing.library.tables import FileText, read_text
from briefing.model.entries import is_same
from briefing.model.history import HEAD, Edit, Step


def begins_file(step: Step) -> bool:
    """Whether a step makes its file, or brings back a deleted one."""
    return bool(step.edits) and step.edits[0].array == HEAD and step.edits[0].before is None


def ends_file(step: Step) -> bool:
    """Whether a step takes its whole file away."""
    return bool(step.edits) and step.edits[0].array == HEAD and step.edits[0].after is None


def make(content: bytes | None, step: Step) -> tuple[bytes, Step]:
    """Return the file with the step's edits made, and the step with those that changed something.

    Raises ConflictError, SpliceError, and BadInput where the file is not UTF-8.
    """
    if content is None:
        return _begin(step)
    if step.became is not None and step.was is not None:
        if content == step.was.encode():
            return step.became.encode(), step
        if not step.edits:
            raise ConflictError((Conflict(HEAD, HEAD, "", None, None, None),))
    made, done = _go_on(decode(content, step.file), step, ())
    return made, replace(done, was=None, became=None)


def _begin(step: Step) -> tuple[bytes, Step]:
    """Return a new file; one that was deleted comes back as it was."""
    first, *rest = step.edits
    if not begins_file(step):
        gone = (Conflict(edit.array, edit.id, "", edit.before, edit.after, None) for edit in step.edits)
        raise ConflictError(tuple(gone))
    if first.became is None:
        return _go_on(read_text(b""), step, ())
    return _go_on(read_text(first.became.text.encode()), replace(step, edits=tuple(rest)), (first,))


def _go_on(text: FileText, step: Step, made: Sequence[Edit]) -> tuple[bytes, Step]:
    done = list(made)
    for edit in step.edits:
        fresh, kept = splice(text, edit)
        if fresh is not text:
            done.append(kept)
        text = fresh
    return text.content, replace(step, edits=tuple(done))


def say_the_same(one: FileText, other: FileText) -> bool:
    """Whether two files hold the same entries, in the same order, however they are written."""
    return is_same(*([[table.array, table.entry or {}] for table in text.tables] for text in (one, other)))

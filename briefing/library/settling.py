"""A step that met another's edit, made over once somebody has chosen, field by field, what is to stand."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from briefing.library.merging import Conflict
from briefing.model.history import Edit, Step

Place = tuple[str, str, str]
"""The array, the entry's id and the field a conflict is about; no field where it is the whole entry."""


def place_of(conflict: Conflict) -> Place:
    """Return what a conflict is about."""
    return conflict.array, conflict.id, conflict.field


def settle(step: Step, conflicts: tuple[Conflict, ...], ours: Container[Place]) -> Step | None:
    """Return the step that keeps our words at the places `ours`, theirs elsewhere; None if nothing is left.

    It is made from their words, so that it meets no conflict unless the file has changed once more.
    """
    edits = step.edits
    for conflict in conflicts:
        keeps_ours = place_of(conflict) in ours
        edits = tuple(
            settled
            for edit in edits
            if (settled := _settled(edit, conflict, keeps_ours=keeps_ours) if _is_about(edit, conflict) else edit)
        )
    return replace(step, edits=edits) if edits else None


def _is_about(edit: Edit, conflict: Conflict) -> bool:
    return (edit.array, edit.id) == (conflict.array, conflict.id)


def _settled(edit: Edit, conflict: Conflict, *, keeps_ours: bool) -> Edit | None:
    if not conflict.field:
        return _whole(edit, conflict) if keeps_ours else None
    before, after = dict(edit.before or {}), dict(edit.after or {})
    _put(before, conflict.field, conflict.theirs)
    if not keeps_ours:
        _put(after, conflict.field, conflict.theirs)
    return replace(edit, before=before, after=after) if before != after or edit.moved else None


def _whole(edit: Edit, conflict: Conflict) -> Edit:
    """Return the edit of an entry that is gone, or is another by now, made from what is there."""
    theirs = conflict.theirs if isinstance(conflict.theirs, dict) else None
    return replace(edit, before=theirs, moved=edit.moved and theirs is not None)


def _put(entry: dict[str, object], name: str, value: object | None) -> None:
    if value is None:
        entry.pop(name, None)
    else:
        entry[name] = value

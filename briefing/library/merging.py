"""An edit and an entry as it is by now: what is to be written, and where somebody else has changed the same words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.model.entries import Entry, is_same, is_unset
from briefing.model.history import Edit


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that somebody else changed too, since this edit was begun."""

    array: str
    id: str
    field: str
    """Empty where the whole entry is meant: it is gone, or there is another of its id."""
    base: object | None
    ours: object | None
    theirs: object | None


class ConflictError(Exception):
    """An edit that cannot be made without overwriting another."""

    def __init__(self, conflicts: tuple[Conflict, ...]) -> None:
        """Keep the fields it is about."""
        super().__init__(", ".join(f"{each.id} {each.field}" for each in conflicts))
        self.conflicts = conflicts


def whole(edit: Edit, theirs: Entry | None) -> ConflictError:
    """Return the conflict over an entry as a whole: it is gone by now, or another, or already there."""
    return ConflictError((Conflict(edit.array, edit.id, "", edit.before, edit.after, theirs),))


def merge(edit: Edit, theirs: Entry) -> Mapping[str, object | None]:
    """Return the fields to write, None for one to remove; raises ConflictError where a field was changed by both."""
    before, after = edit.before or {}, edit.after or {}
    changes: dict[str, object | None] = {}
    conflicts: list[Conflict] = []
    for name in _either(before, after):
        base, ours, now = before.get(name), after.get(name), theirs.get(name)
        if _agree(name, base, ours) or _agree(name, now, ours):
            continue
        if not _agree(name, now, base):
            conflicts.append(Conflict(edit.array, edit.id, name, base, ours, now))
        changes[name] = ours
    if conflicts:
        raise ConflictError(tuple(conflicts))
    return changes


def are_alike(one: Entry, other: Entry) -> bool:
    """Whether two entries say the same: a default written out is the same as one left out."""
    return all(_agree(name, one.get(name), other.get(name)) for name in _either(one, other))


def _either(one: Entry, other: Entry) -> Sequence[str]:
    return tuple(dict.fromkeys((*other, *one)))


def _agree(name: str, one: object, other: object) -> bool:
    return (is_unset(name, one) and is_unset(name, other)) or is_same(one, other)

"""What was done to a library's files, step by step: an edit is a value, so undoing is turning it round."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model.entries import Entry, is_same

HEAD = ""
"""The array and id of a file's head: its title and what else stands before the entries."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines of a file as they stand in it, comments and blank lines and all."""

    text: str
    gap: int = 0
    """How many lines lie between the table above and these."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One entry before and after. None before: it is new. None after: it goes. Both: what differs changes."""

    array: str
    """`card`, `source` or `block`; `HEAD` for the head of the file."""
    id: str
    before: Entry | None
    after: Entry | None
    moved: bool = False
    """Whether the entry also changes place; a new entry always has a place."""
    follows_before: str | None = None
    """The id of the entry of the same array it stood after; None for the first."""
    follows_after: str | None = None
    """The id of the entry of the same array it is to stand after; None for the first."""
    was: Stretch | None = None
    """The lines the edit took from the file, once it has been made: undoing puts back every byte of them."""
    became: Stretch | None = None
    """The lines it put there."""

    def inverse(self) -> Edit:
        """Return the edit that undoes this one."""
        return Edit(
            self.array,
            self.id,
            before=self.after,
            after=self.before,
            moved=self.moved,
            follows_before=self.follows_after,
            follows_after=self.follows_before,
            was=self.became,
            became=self.was,
        )


@dataclass(frozen=True, slots=True)
class Step:
    """One act of the user: edits of one file, done and undone together."""

    label: str
    """What was done, as the user would say it: `Moved "Why this Bill"`."""
    file: str
    """The path inside the library, with forward slashes."""
    edits: tuple[Edit, ...]
    was: str | None = None
    """The whole file before, where it was written as a whole: in an editor, byte for byte as somebody likes it."""
    became: str | None = None
    """The whole file after."""

    @property
    def is_empty(self) -> bool:
        """Whether it changes nothing."""
        return not self.edits and self.was == self.became

    def inverse(self) -> Step:
        """Return the step that undoes this one."""
        edits = tuple(edit.inverse() for edit in reversed(self.edits))
        return Step(self.label, self.file, edits, self.became, self.was)


def compare(array: str, before: Sequence[Entry], after: Sequence[Entry]) -> tuple[Edit, ...]:
    """Return the edits that turn one list of entries into the other, moving as few as can be.

    Applied in order they give `after`: each edit's place counts on the edits before it having been made.
    No id may stand twice in either list.
    """
    old = {_id(entry): entry for entry in before}
    new = {_id(entry): entry for entry in after}
    old_order = [_id(entry) for entry in before]
    new_order = [_id(entry) for entry in after]
    edits = [
        Edit(array, gone, old[gone], None, follows_before=_predecessor(old_order, gone))
        for gone in reversed(old_order)
        if gone not in new
    ]
    still = _unmoved([name for name in old_order if name in new], [name for name in new_order if name in old])
    current = [name for name in old_order if name in new]
    for name in new_order:
        follows = _predecessor(new_order, name)
        if name not in old:
            edits.append(Edit(array, name, None, new[name], follows_after=follows))
            _put(current, name, follows)
        elif name not in still:
            stood = _predecessor(current, name)
            edits.append(
                Edit(array, name, old[name], new[name], moved=True, follows_before=stood, follows_after=follows)
            )
            current.remove(name)
            _put(current, name, follows)
        elif not is_same(old[name], new[name]):
            edits.append(Edit(array, name, old[name], new[name]))
    return tuple(edits)


def _id(entry: Entry) -> str:
    return str(entry.get("id", ""))


def _predecessor(order: Sequence[str], name: str) -> str | None:
    where = order.index(name)
    return order[where - 1] if where else None


def _put(order: list[str], name: str, follows: str | None) -> None:
    order.insert(0 if follows is None else order.index(follows) + 1, name)


def _unmoved(old_order: Sequence[str], new_order: Sequence[str]) -> frozenset[str]:
    """Return a longest run of names that keep their order (patience sorting), so that the rest is all that moves."""
    position = {name: index for index, name in enumerate(new_order)}
    tails: list[int] = []
    names: list[str] = []
    before: dict[str, str | None] = {}
    for name in old_order:
        where = bisect_left(tails, position[name])
        before[name] = names[where - 1] if where else None
        tails[where : where + 1] = [position[name]]
        names[where : where + 1] = [name]
    kept: list[str] = []
    last: str | None = names[-1] if names else None
    while last is not None:
        kept.append(last)
        last = before[last]
    return frozenset(kept)

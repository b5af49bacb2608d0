"""The texts of a returned file if every change is rejected, or if every change is accepted.

A paragraph whose end was put there or taken away goes on with the next in the same cell, box, note or body, and never
across a table. What is left belongs to the first of them that still has words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from briefing.word.returned.values import NONE, NoteMark, ReturnedParagraph


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph as it reads when all is settled one way."""

    text: str
    members: tuple[ReturnedParagraph, ...]
    """The paragraphs of the file it consists of."""


def rejected(paragraphs: Iterable[ReturnedParagraph]) -> Iterator[Passage]:
    """Yield the texts with every change rejected, in reading order, without what was put there whole."""
    listed = list(paragraphs)
    notes = _gone(listed, lambda one, mark: (one.row_inserted, mark.inserted) != (NONE, NONE))
    for members in _joined((one for one in listed if one.inside not in notes), inserted=True):
        text = "".join([one.rejected for one in members])
        last = members[-1]
        if text or (last.row_inserted == NONE and last.mark_inserted == NONE):
            yield Passage(text, members)


def accepted(paragraphs: Iterable[ReturnedParagraph]) -> Iterator[Passage]:
    """Yield the texts with every change accepted, in reading order, without what was taken away whole."""
    listed = list(paragraphs)
    notes = _gone(listed, lambda one, mark: (one.row_deleted, mark.deleted) != (NONE, NONE))
    for members in _joined((one for one in listed if one.inside not in notes), inserted=False):
        text = "".join([one.accepted for one in members])
        last = members[-1]
        if text or (last.row_deleted == NONE and last.mark_deleted == NONE):
            yield Passage(text, members)


def _gone(
    paragraphs: Iterable[ReturnedParagraph], is_gone: Callable[[ReturnedParagraph, NoteMark], bool]
) -> frozenset[str]:
    """Return the notes whose every mark in the text is gone, and which go with it."""
    gone: set[str] = set()
    there: set[str] = set()
    for one in paragraphs:
        for mark in one.notes:
            (gone if is_gone(one, mark) else there).add(mark.note)
    return frozenset(gone - there)


def followers(paragraphs: Iterable[ReturnedParagraph]) -> dict[tuple[int, int], ReturnedParagraph]:
    """Return the paragraphs by what they stand in and their place there: the next place is what one goes on with."""
    return {(paragraph.container, paragraph.place): paragraph for paragraph in paragraphs}


def _joined(paragraphs: Iterable[ReturnedParagraph], *, inserted: bool) -> Iterator[tuple[ReturnedParagraph, ...]]:
    listed = list(paragraphs)
    if all((one.mark_inserted if inserted else one.mark_deleted) == NONE for one in listed):
        yield from ((one,) for one in listed)
        return
    following = followers(listed)
    told: set[int] = set()
    for first in listed:
        if first.number in told:
            continue
        members = [first]
        while (members[-1].mark_inserted if inserted else members[-1].mark_deleted) != NONE:
            after = following.get((first.container, members[-1].place + 1))
            if after is None:
                break
            members.append(after)
        told |= {one.number for one in members}
        yield tuple(members)

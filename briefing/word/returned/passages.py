"""The texts of a returned file if every change is rejected, or if every change is accepted.

A paragraph whose end was put there or taken away goes on with the next in the same cell, box, note or body, and never
across a table. What is left belongs to the first of them that still has words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.word.returned.values import NONE, ReturnedParagraph


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph as it reads when all is settled one way."""

    text: str
    members: tuple[ReturnedParagraph, ...]
    """The paragraphs of the file it consists of."""


def rejected(paragraphs: Iterable[ReturnedParagraph]) -> Iterator[Passage]:
    """Yield the texts with every change rejected, in reading order, without what was put there whole."""
    for members in _joined(paragraphs, inserted=True):
        text = "".join([one.rejected for one in members])
        last = members[-1]
        if text or (last.row_inserted == NONE and last.mark_inserted == NONE):
            yield Passage(text, members)


def accepted(paragraphs: Iterable[ReturnedParagraph]) -> Iterator[Passage]:
    """Yield the texts with every change accepted, in reading order, without what was taken away whole."""
    for members in _joined(paragraphs, inserted=False):
        text = "".join([one.accepted for one in members])
        last = members[-1]
        if text or (last.row_deleted == NONE and last.mark_deleted == NONE):
            yield Passage(text, members)


def _joined(paragraphs: Iterable[ReturnedParagraph], *, inserted: bool) -> Iterator[tuple[ReturnedParagraph, ...]]:
    open_: list[ReturnedParagraph] = []
    for paragraph in paragraphs:
        if open_ and not _follows(open_[-1], paragraph):
            yield tuple(open_)
            open_ = []
        open_.append(paragraph)
        if (paragraph.mark_inserted if inserted else paragraph.mark_deleted) == NONE:
            yield tuple(open_)
            open_ = []
    if open_:
        yield tuple(open_)


def _follows(before: ReturnedParagraph, after: ReturnedParagraph) -> bool:
    return before.container == after.container and before.place + 1 == after.place

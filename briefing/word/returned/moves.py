"""Bookmarks of what was moved: one may stay where the words were, or go along to where they are."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.word.returned.values import NONE, Kind, ReturnedFile, ReturnedParagraph

Names = tuple[Sequence[str], Sequence[str]]
"""Bookmarks of ours, and those of what was copied."""


class Moves:
    """The tracked moves of a file."""

    def __init__(self, returned: ReturnedFile) -> None:
        self._revisions = returned.revisions
        self._are_there = any(revision.move for revision in returned.revisions)
        self._along: dict[str, tuple[str, ...]] = {}
        """The bookmarks that went along, by the name of the move."""
        for paragraph in returned.paragraphs if self._are_there else ():
            if paragraph.bookmarks and (move := self._of(paragraph, Kind.MOVED_TO)):
                self._along[move] = (*self._along.get(move, ()), *paragraph.bookmarks)

    def names(self, paragraphs: Sequence[ReturnedParagraph]) -> Names:
        """Return the bookmarks of some paragraphs as they were before every move."""
        if not self._are_there and len(paragraphs) == 1:
            return paragraphs[0].bookmarks, paragraphs[0].copies
        own: list[str] = []
        copies: list[str] = []
        for paragraph in paragraphs:
            if self._are_there and self._of(paragraph, Kind.MOVED_TO):
                continue
            own += paragraph.bookmarks
            copies += paragraph.copies
            if self._are_there and not paragraph.bookmarks:
                own += self._take(self._of(paragraph, Kind.MOVED_FROM))
        return own, copies

    def _take(self, move: str) -> tuple[str, ...]:
        """Return the next bookmark that went along with a move: its paragraphs stand in the same order."""
        first, *others = self._along.get(move) or ("",)
        self._along[move] = tuple(others)
        return (first,) if first else ()

    def _of(self, paragraph: ReturnedParagraph, kind: Kind) -> str:
        """Return the name of the move that all words of a paragraph are a half of; empty where they are not."""
        moves = set()
        for stretch in paragraph.stretches:
            number = stretch.inserted if kind is Kind.MOVED_TO else stretch.deleted
            revision = self._revisions[number] if number != NONE else None
            moves.add(revision.move if revision is not None and revision.kind is kind else "")
        return moves.pop() if len(moves) == 1 else ""

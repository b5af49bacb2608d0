"""What is open around a place in a part: tables, rows, cells, boxes, notes, paragraphs, and tellings of one drawing."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from briefing.word.returned.values import NONE, Cell
from briefing.word.returned.walked import Walked


@dataclass(slots=True)
class Frame:
    """One element that is open, and what holds of all in it."""

    element: etree._Element | None = None
    is_skipped: bool = False
    container: int = 0
    inside: str = ""
    is_boxed: bool = False
    cell: Cell | None = None
    inserted: int = NONE
    deleted: int = NONE
    paragraph: Walked | None = None
    """The paragraph this is, or is a part of; none between paragraphs."""
    is_paragraph: bool = False
    """Whether it is one itself."""
    is_holder: bool = False
    """Whether paragraphs in it join one another, and no other."""
    place: int = 0
    number: int = NONE
    """Of a table."""
    last: int = NONE
    """The number of the last row of a table that was begun, or of the last cell of a row."""


class Frames:
    """All that is open, the innermost last."""

    def __init__(self, containers: int) -> None:
        """Take how many holders of paragraphs there were in other parts."""
        self._open = [Frame(is_holder=True, container=containers)]
        self.containers = containers + 1
        """How many there are so far."""

    @property
    def last(self) -> Frame:
        """The innermost."""
        return self._open[-1]

    @property
    def holder(self) -> Frame:
        """What a paragraph that begins now is held in."""
        for frame in reversed(self._open):
            if frame.is_holder:
                return frame
        return self._open[0]

    def mark_special(self) -> None:
        """Say of the paragraph that is open, if one is, that it has more in it than words."""
        within = self._open[-1].paragraph
        if within is not None:
            within.is_special = True

    def open(self, element: etree._Element) -> Frame:
        """Open what stands between paragraphs; what holds of all around holds of it as well."""
        around = self.last
        frame = Frame(element, around.is_skipped, around.container, around.inside, around.is_boxed, around.cell)
        frame.inserted, frame.deleted = around.inserted, around.deleted
        self._open.append(frame)
        return frame

    def open_holder(self, element: etree._Element) -> Frame:
        """Open what paragraphs stand in among themselves."""
        frame = self.open(element)
        frame.is_holder, frame.container = True, self.containers
        self.containers += 1
        return frame

    def close(self) -> Frame:
        """Close the innermost and return it."""
        return self._open.pop()

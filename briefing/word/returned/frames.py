"""What is open around a place in a part: tables, rows, cells, boxes, notes, paragraphs, and tellings of one drawing."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from briefing.word.returned.values import NONE, Cell


@dataclass(slots=True)
class Frame:
    """One element that is open, and what holds of all in it."""

    element: etree._Element | None = None
    paragraph: Frame | None = None
    """The paragraph this is, or is a part of; none between paragraphs."""
    is_holder: bool = False
    """Whether paragraphs in it join one another, and no other."""
    is_skipped: bool = False
    container: int = 0
    place: int = 0
    inside: str = ""
    is_boxed: bool = False
    cell: Cell | None = None
    inserted: int = NONE
    deleted: int = NONE
    number: int = NONE
    """Of a paragraph or a table."""
    last: int = NONE
    """The number of the last row of a table that was begun, or of the last cell of a row."""
    unnamed: list[int] = field(default_factory=list)
    """The revisions of a paragraph's end that was moved, before the name of the move is known."""
    formats: list[tuple[int, etree._Element]] = field(default_factory=list)
    """The revisions in it that change looks alone."""

    @property
    def is_paragraph(self) -> bool:
        """Whether it is a paragraph itself."""
        return self.paragraph is self


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
        return next(frame for frame in reversed(self._open) if frame.is_holder)

    @property
    def is_in_paragraph(self) -> bool:
        """Whether a paragraph is open, however far out."""
        return any(frame.is_paragraph for frame in self._open)

    def open(self, element: etree._Element) -> Frame:
        """Open what stands between paragraphs; what holds of all around holds of it as well."""
        around = self.last
        frame = Frame(
            element,
            is_skipped=around.is_skipped,
            container=around.container,
            inside=around.inside,
            is_boxed=around.is_boxed,
            cell=around.cell,
            inserted=around.inserted,
            deleted=around.deleted,
        )
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

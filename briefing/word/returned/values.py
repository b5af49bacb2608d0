"""What is in a file that came back: its paragraphs, its tracked changes and its comments, as plain values.

Nothing here is settled: every paragraph holds what was there before and what is there now.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

NONE = -1
"""The number of no revision, and of no paragraph."""


class Kind(StrEnum):
    """What an element of a tracked change says was done (ECMA-376 part 1, 17.13.5)."""

    INSERTION = "insertion"
    DELETION = "deletion"
    MOVED_FROM = "moved from"
    MOVED_TO = "moved to"
    MARK_INSERTED = "paragraph mark inserted"
    """A paragraph was split, or begun."""
    MARK_DELETED = "paragraph mark deleted"
    """A paragraph was joined to the one after it."""
    MARK_MOVED_FROM = "paragraph mark moved from"
    MARK_MOVED_TO = "paragraph mark moved to"
    ROW_INSERTED = "row inserted"
    ROW_DELETED = "row deleted"
    CELL_INSERTED = "cell inserted"
    CELL_DELETED = "cell deleted"
    CELL_MERGED = "cells merged"
    FORMAT = "words set otherwise"
    PARAGRAPH_FORMAT = "paragraph set otherwise"
    SECTION_FORMAT = "page set otherwise"
    TABLE_FORMAT = "table set otherwise"
    NUMBERING = "numbered otherwise"
    CUSTOM = "custom markup changed"


RUNS = frozenset({Kind.INSERTION, Kind.DELETION, Kind.MOVED_FROM, Kind.MOVED_TO})
MARKS = frozenset({Kind.MARK_INSERTED, Kind.MARK_DELETED, Kind.MARK_MOVED_FROM, Kind.MARK_MOVED_TO})
MOVES = frozenset({Kind.MOVED_FROM, Kind.MOVED_TO, Kind.MARK_MOVED_FROM, Kind.MARK_MOVED_TO})
"""What is done to words, to the ends of paragraphs, and by moving either."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One element of a tracked change: Word writes many for what somebody did once."""

    number: int
    """Its place among all of the file."""
    kind: Kind
    element: str
    """The name of its element, as `ins`."""
    part: str
    """The path of the part it stands in."""
    paragraph: int
    """The number of its paragraph; of a row or cell the first in it, else the nearest; NONE in an empty part."""
    author: str = ""
    date: str = ""
    """As it is written: Word writes the local time and calls it universal, so two authors' cannot be compared."""
    move: str = ""
    """The name of the move it is a half of."""
    is_repeat: bool = False
    """Whether it is in the second telling of a drawing, which is there for older programs."""
    words: str = ""
    """Of a change of looks alone, the words that were set otherwise."""
    is_empty: bool = False
    """Whether there is nothing at all in it, as where LibreOffice tracked that a comment was written."""


class Stretch(NamedTuple):
    """Words of one paragraph that share one fate."""

    text: str
    inserted: int = NONE
    """The revision that put them there, by inserting or by moving; they are gone where that is rejected."""
    deleted: int = NONE
    """The revision that took them away, by deleting or by moving; they are gone where that is accepted."""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """Where a paragraph refers to a note."""

    note: str
    """As `footnote 3`."""
    at: int
    """After how many characters of all its stretches."""
    inserted: int = NONE
    deleted: int = NONE
    """The revisions that put the mark there and took it away."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in a table a paragraph stands, each counted from 0."""

    table: int
    row: int
    column: int


class ReturnedParagraph(NamedTuple):
    """One paragraph of the file: a tuple, since a long file has tens of thousands."""

    number: int
    """Its place among all, in reading order: the body, then notes, headers, footers and comments."""
    part: str
    stretches: tuple[Stretch, ...] = ()
    style: str = ""
    """The name of its style in small letters, for ids are renamed on the way."""
    level: int = 0
    """Of a heading 1 to 9; of any other paragraph 0."""
    bookmarks: tuple[str, ...] = ()
    """Ours, in order: the first is its own, any other that of a paragraph that was joined to it."""
    copies: tuple[str, ...] = ()
    """Ours, as programs rename them in what was pasted: these paragraphs are like it, not it."""
    mark_inserted: int = NONE
    """The revision that put its end there: rejected, the paragraph goes on with the next."""
    mark_deleted: int = NONE
    """The revision that took its end away: accepted, the paragraph goes on with the next."""
    row_inserted: int = NONE
    """The revision that put its row or cell there; and the one that took it away."""
    row_deleted: int = NONE
    formats: tuple[int, ...] = ()
    """The revisions of it that change how it looks and not what it says."""
    notes: tuple[NoteMark, ...] = ()
    inside: str = ""
    """Of a paragraph in a note or a comment, which: `footnote 3`, `comment 0`."""
    cell: Cell | None = None
    is_boxed: bool = False
    """Whether it stands in a text box."""
    is_generated: bool = False
    """Whether it is the result of a field that began in it or before, as a line in a list of contents is."""
    container: int = 0
    """What it stands in (the body, a cell, a box, a note), and the place there: paragraphs join only within one."""
    place: int = 0
    para_id: str = ""

    @property
    def whole(self) -> str:
        """All that is there, with what was taken away."""
        return "".join([stretch.text for stretch in self.stretches])

    @property
    def accepted(self) -> str:
        """What it says if every change is accepted, as far as its own end."""
        if self.row_deleted != NONE:
            return ""
        if len(self.stretches) == 1:  # nearly always
            (stretch,) = self.stretches
            return stretch.text if stretch.deleted == NONE else ""
        return "".join([stretch.text for stretch in self.stretches if stretch.deleted == NONE])

    @property
    def rejected(self) -> str:
        """What it says if every change is rejected, as far as its own end."""
        if self.row_inserted != NONE:
            return ""
        if len(self.stretches) == 1:
            (stretch,) = self.stretches
            return stretch.text if stretch.inserted == NONE else ""
        return "".join([stretch.text for stretch in self.stretches if stretch.inserted == NONE])


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark in the margin, or the reply to one."""

    id: str
    author: str
    date: str
    text: str
    parent: str = ""
    """The id of the comment it replies to."""
    is_done: bool = False
    """Whether its thread was marked as resolved."""
    first: int = NONE
    """The number of the first paragraph it is on; NONE where the file no longer says."""
    last: int = NONE
    on: str = ""
    """The words it is on, cut short where they are many: what stands there now, or stood there before."""
    start: int = 0
    """Before which character of all stretches of the first paragraph, and after which of the last, they stand."""
    end: int = 0


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """A file that came back, as it was read."""

    name: str
    sha256: str
    export: str
    """The id of the export it was; empty where neither the file nor its bookmarks say."""
    paragraphs: tuple[ReturnedParagraph, ...]
    revisions: tuple[Revision, ...]
    comments: tuple[Comment, ...]
    warnings: tuple[str, ...]
    """What could not be read as it should, or was left alone, each in one sentence."""
    elements: Mapping[tuple[str, str], int]
    """How many elements of tracked changes the parser met, by part and name: counted apart from `revisions`."""

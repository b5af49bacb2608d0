"""What was read of one part of the file, before the parts are put together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from briefing.word.returned.values import ReturnedParagraph, Revision


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each there were in the parts so far."""

    paragraphs: int = 0
    revisions: int = 0
    containers: int = 0
    """What holds paragraphs."""
    tables: int = 0


@dataclass(frozen=True, slots=True)
class CommentMark:
    """Where a comment begins, ends, or has its reference mark."""

    what: str
    comment: str
    paragraph: int
    at: int
    """After how many characters of all the paragraph's stretches."""


@dataclass(slots=True)
class Told:
    """What was read of one part."""

    paragraphs: list[ReturnedParagraph] = field(default_factory=list)
    revisions: list[Revision] = field(default_factory=list)
    comment_marks: list[CommentMark] = field(default_factory=list)
    elements: Counter[str] = field(default_factory=Counter)
    notes: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Who wrote a note or comment and when, by its name as in `footnote 3`."""
    fetching: set[str] = field(default_factory=set)
    """What would have been fetched from elsewhere."""
    counts: Counts = Counts()
    """How many there are of each, the parts before counted."""
    hides: bool = False
    embeds: bool = False

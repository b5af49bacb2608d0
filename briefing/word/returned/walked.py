"""What one paragraph of a returned file holds, while it is read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from lxml import etree

from briefing.word.anchors import PREFIX
from briefing.word.returned.values import NONE, NoteMark, Stretch

_HEADING = "heading "
_OURS = re.compile(rf"({PREFIX}[0-9a-z]{{21}})(_Copy_\d+)?")


@dataclass(slots=True)
class Walked:
    """What one paragraph holds, while it is walked."""

    stretches: list[Stretch] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    copies: list[str] = field(default_factory=list)
    notes: list[NoteMark] = field(default_factory=list)
    comment_marks: list[tuple[str, str, int]] = field(default_factory=list)
    """What happens to a comment (start, end, mark), its id, and after how many characters."""
    mark_inserted: int = NONE
    mark_deleted: int = NONE
    style: str = ""
    length: int = 0
    own: int = 0
    """Characters that are no result of a computed field; and those that are."""
    computed: int = 0
    hides: bool = False
    number: int = NONE
    is_special: bool = False
    """Whether it has more in it than words."""
    empty: list[int] = field(default_factory=list)
    """The revisions that nothing is in."""
    unnamed: list[int] = field(default_factory=list)
    """The revisions of its end that was moved, before the name of the move is known."""
    formats: list[tuple[int, etree._Element]] = field(default_factory=list)
    """The revisions that change looks alone."""

    def take_bookmark(self, name: str) -> None:
        """Keep a bookmark where it is one of ours."""
        found = _OURS.fullmatch(name)
        if found:
            names = self.copies if found[2] else self.bookmarks
            if found[1] not in names[-1:]:
                names.append(found[1])


@cache
def level_of(style: str) -> int:
    """Return the level of a heading by the name of its style; 0 of any other paragraph."""
    number = style.removeprefix(_HEADING)
    return int(number) if style.startswith(_HEADING) and number in set("123456789") else 0

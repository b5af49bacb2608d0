"""Ends of paragraphs that a file calls new, though they were there when it left.

LibreOffice makes one insertion of words typed at the end of one paragraph and at the beginning of the next, and the end
between them a part of it. Where both paragraphs have a bookmark and words of their own, the end is as old as they are.
"""

from __future__ import annotations

from dataclasses import replace

from briefing.word.returned.exported import Exported
from briefing.word.returned.passages import followers
from briefing.word.returned.values import NONE, ReturnedFile, ReturnedParagraph


def restore_ends(returned: ReturnedFile, exported: Exported) -> ReturnedFile:
    """Return a file whose paragraphs end wherever they ended when it left."""
    if all(one.mark_inserted == NONE for one in returned.paragraphs):
        return returned
    known = {part.bookmark for part in exported.parts if part.bookmark}
    lost = known.difference(*(one.bookmarks for one in returned.paragraphs))
    following = followers(returned.paragraphs)
    return replace(
        returned,
        paragraphs=tuple(
            one._replace(mark_inserted=NONE)
            if one.mark_inserted != NONE and _is_old(one, following.get((one.container, one.place + 1)), known, lost)
            else one
            for one in returned.paragraphs
        ),
    )


def _is_old(paragraph: ReturnedParagraph, after: ReturnedParagraph | None, known: set[str], lost: set[str]) -> bool:
    """Whether two paragraphs were two, by words that nobody has put there and by their bookmarks.

    What was deleted whole has its bookmark from LibreOffice, by way of .odt, as if it were a copy.
    """
    if after is None or not (paragraph.rejected and after.rejected):
        return False
    own, others = ({*known.intersection(one.bookmarks), *lost.intersection(one.copies)} for one in (paragraph, after))
    return bool(own and others) and own.isdisjoint(others)

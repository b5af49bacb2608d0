"""Comments and replies as changes to settle: each once, at home where it begins, and tied to all that it is on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.word.returned.change import Change, What
from briefing.word.returned.homes import Home, Placed, Where
from briefing.word.returned.values import NONE, Comment

_MOST_PARTS = 1_000
"""Paragraphs of one comment that are looked at."""


def remarks(placed: Placed) -> Iterator[tuple[Comment, Change]]:
    """Yield each comment and the change it is, without its id and that of its thread."""
    tracked = _tracked(placed)
    for comment in placed.file.comments:
        homes = placed.homes[comment.first : min(comment.last + 1, comment.first + _MOST_PARTS)]
        home = homes[0] if comment.first != NONE and homes else Home(Where.NONE)
        own = [one.part for one in homes if one.where is Where.BLOCK] if comment.first != NONE else []
        yield (
            comment,
            Change(
                "",
                What.REPLY if comment.parent else What.COMMENT,
                home,
                before=comment.on,
                after=comment.on,
                author=comment.author,
                date=comment.date,
                text=comment.text,
                is_resolved=comment.is_done,
                paragraph=comment.first,
                parts=tuple(dict.fromkeys(own)),
                revisions=tuple(tracked.get(comment.id, ())),
            ),
        )


def _tracked(placed: Placed) -> Mapping[str, list[int]]:
    """Return the revisions that say only that a comment was written, as LibreOffice has them, by its id."""
    written: dict[int, list[str]] = {}
    for comment in placed.file.comments:
        if comment.last != NONE:
            written.setdefault(comment.last, []).append(comment.id)
    tracked: dict[str, list[int]] = {}
    for revision in placed.file.revisions:
        comments = written.get(revision.paragraph) if revision.is_empty else None
        if comments:
            tracked.setdefault(comments[0], []).append(revision.number)
            if len(comments) > 1:
                comments.pop(0)
    return tracked

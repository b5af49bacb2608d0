"""What was written in the margin: each comment, what it is on, what it replies to, and whether that is done with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from lxml import etree

from briefing.word.returned import names as n
from briefing.word.returned.told import CommentMark
from briefing.word.returned.values import NONE, Comment, ReturnedParagraph

MOST_ON = 300
"""Characters of the words a comment is on that are kept."""
_COMMENT = "comment "
_Marks = Mapping[str, Mapping[str, CommentMark]]


def gather_comments(
    paragraphs: Sequence[ReturnedParagraph],
    notes: Mapping[str, tuple[str, str]],
    marks: Iterable[CommentMark],
    threads: etree._Element,
) -> tuple[Comment, ...]:
    """Return the comments in the order of their part, each with its place.

    `paragraphs` are all of the file, `notes` say who wrote what when, by its name as in `comment 3`; `threads` is the
    root of commentsExtended, which says what replies to what ([MS-DOCX] 2.5.4).
    """
    said: dict[str, list[ReturnedParagraph]] = {}
    for paragraph in paragraphs:
        if paragraph.inside.startswith(_COMMENT):
            said.setdefault(paragraph.inside, []).append(paragraph)
    placed = _by_comment(marks)
    comments = {
        name: _located(Comment(name.removeprefix(_COMMENT), *by, _text(said.get(name, ()))), placed, paragraphs)
        for name, by in notes.items()
        if name.startswith(_COMMENT)
    }
    return tuple(_threaded({one.id: one for one in comments.values()}, said, threads))


def _text(paragraphs: Iterable[ReturnedParagraph]) -> str:
    return "\n".join(paragraph.accepted for paragraph in paragraphs).strip()


def _by_comment(marks: Iterable[CommentMark]) -> dict[str, dict[str, CommentMark]]:
    """Return what the text says of each comment: its first mark of each sort."""
    found: dict[str, dict[str, CommentMark]] = {}
    for mark in marks:
        found.setdefault(mark.comment, {}).setdefault(mark.what, mark)
    return found


def _located(comment: Comment, marks: _Marks, paragraphs: Sequence[ReturnedParagraph]) -> Comment:
    """Return a comment with its place: where its end was lost, to its reference mark; where all were, with none."""
    own = marks.get(comment.id, {})
    start = own.get("start") or own.get("mark") or own.get("end")
    end = own.get("end") or own.get("mark")
    if start is None:
        return comment
    if end is None:
        end = replace(start, at=len(paragraphs[start.paragraph].whole))
    if (end.paragraph, end.at) < (start.paragraph, start.at):
        start, end = end, start
    located = replace(comment, first=start.paragraph, last=end.paragraph, start=start.at, end=end.at)
    return replace(located, on=_words(located, paragraphs))


def _words(comment: Comment, paragraphs: Sequence[ReturnedParagraph]) -> str:
    """Return the words a comment is on as they stand now, or, where they are gone, as they stood."""
    return _between(comment, paragraphs, gone=False) or _between(comment, paragraphs, gone=True)


def _between(comment: Comment, paragraphs: Sequence[ReturnedParagraph], *, gone: bool) -> str:
    told: list[str] = []
    length = 0
    for number in range(comment.first, comment.last + 1):
        paragraph = paragraphs[number]
        start = comment.start if number == comment.first else 0
        end = comment.end if number == comment.last else len(paragraph.whole)
        told.append("".join(_cut(paragraph, start, end, gone=gone)))
        length += len(told[-1]) + 1
        if length > MOST_ON:
            break
    return "\n".join(told)[:MOST_ON].strip()


def _cut(paragraph: ReturnedParagraph, start: int, end: int, *, gone: bool) -> Iterator[str]:
    """Yield what stands between two places among all stretches of a paragraph."""
    at = 0
    for stretch in paragraph.stretches:
        if at >= end:
            break
        if gone or stretch.deleted == NONE:
            yield stretch.text[max(start - at, 0) : max(end - at, 0)]
        at += len(stretch.text)


def _threaded(
    comments: Mapping[str, Comment], said: Mapping[str, Sequence[ReturnedParagraph]], threads: etree._Element
) -> Iterator[Comment]:
    """Yield the comments with what they reply to; a reply without a place of its own has that of the first."""
    by_paragraph = {
        paragraph.para_id: name.removeprefix(_COMMENT)
        for name, paragraphs in said.items()
        for paragraph in paragraphs
        if paragraph.para_id
    }
    parents, done = {}, set()
    for one in threads.iter(n.THREAD):
        own = by_paragraph.get(one.get(n.THREAD_PARAGRAPH, ""), "")
        parents[own] = by_paragraph.get(one.get(n.THREAD_PARENT, ""), "")
        if one.get(n.THREAD_DONE, "0") in n.ON:
            done.add(own)
    for comment in comments.values():
        parent = parents.get(comment.id, "")
        above = comments.get(parent)
        if above is not None and comment.first == NONE:
            told = replace(comment, first=above.first, last=above.last, start=above.start, end=above.end, on=above.on)
        else:
            told = comment
        is_done = comment.id in done or parent in done
        yield replace(told, parent=parent if parent != comment.id else "", is_done=is_done)

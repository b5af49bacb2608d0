"""Changes that put or take away no words: looks, cells, note marks, pictures, and what only looks like a change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.word.returned.change import Change, What
from briefing.word.returned.homes import Home, Placed, Where
from briefing.word.returned.values import NONE, RUNS, Kind, Revision

_WHAT = {
    Kind.INSERTION: What.INSERTION,
    Kind.DELETION: What.DELETION,
    Kind.MOVED_FROM: What.MOVE,
    Kind.MOVED_TO: What.MOVE,
    Kind.MARK_INSERTED: What.SPLIT,
    Kind.MARK_DELETED: What.MERGE,
    Kind.MARK_MOVED_FROM: What.MOVE,
    Kind.MARK_MOVED_TO: What.MOVE,
    Kind.ROW_INSERTED: What.TABLE,
    Kind.ROW_DELETED: What.TABLE,
    Kind.CELL_INSERTED: What.TABLE,
    Kind.CELL_DELETED: What.TABLE,
    Kind.CELL_MERGED: What.TABLE,
}
"""What a revision is that stands alone; all others change looks."""
_TO_THE_MINUTE = 16
_Key = tuple[int, What, str, str, int]


def unsaid(placed: Placed, said: Sequence[Change]) -> list[Change]:
    """Return the changes said, each with the elements that only repeat it, and after them those nobody has said."""
    told = {number for change in said for number in change.revisions}
    left = [revision for revision in placed.file.revisions if revision.number not in told]
    if not left:
        return list(said)
    more: dict[int, list[int]] = {}
    alone: dict[_Key, list[Revision]] = {}
    of_note = dict(_note_marks(placed))
    of_words: dict[tuple[int, str, What | None], int] = {
        (one.paragraph, one.author, one.what): at for at, one in enumerate(said)
    }
    beside = _by_revision(placed, said)
    of_row = {number: place for place, change in enumerate(said) for number in change.revisions}
    of_move = {placed.file.revisions[number].move: place for number, place in of_row.items()}
    for revision in left:
        place = beside.get(_alike(revision)) if revision.is_repeat else of_row.get(_row(placed, revision))
        if place is None and revision.move:
            place = of_move.get(revision.move)
        if place is None and revision.number in of_note:
            place = of_words.get((of_note[revision.number], revision.author, _WHAT.get(revision.kind, What.FORMAT)))
        if place is None:
            place = of_words.get((revision.paragraph, revision.author, _whole(placed, revision)))
        if place is None and (_is_of_note(placed, revision) or _is_old_end(placed, revision)):
            place = of_words.get((revision.paragraph, revision.author, What.REPLACEMENT))
        if place is not None:
            more.setdefault(place, []).append(revision.number)
        else:
            alone.setdefault(_key(revision, of_note), []).append(revision)
    with_more = [
        replace(one, revisions=(*one.revisions, *more[at])) if at in more else one for at, one in enumerate(said)
    ]
    return [*with_more, *(_alone(placed, revisions, of_note) for revisions in alone.values())]


def _key(revision: Revision, of_note: Mapping[int, int]) -> _Key:
    what = _WHAT.get(revision.kind, What.FORMAT)
    note = of_note.get(revision.number, NONE)
    return revision.paragraph, what, revision.author, revision.date[:_TO_THE_MINUTE], note


def _alike(revision: Revision) -> tuple[Kind, str, str]:
    return revision.kind, revision.author, revision.date


def _by_revision(placed: Placed, said: Sequence[Change]) -> dict[tuple[Kind, str, str], int]:
    """Return the place of a change that has a revision of a kind, author and date."""
    revisions = placed.file.revisions
    return {_alike(revisions[number]): place for place, change in enumerate(said) for number in change.revisions}


def _whole(placed: Placed, revision: Revision) -> What | None:
    """Return what was done to all words of the paragraph whose end a revision is of; None where some stayed."""
    if revision.paragraph == NONE:
        return None
    paragraph = placed.file.paragraphs[revision.paragraph]
    if _is_of_note(placed, revision):
        return _WHAT[revision.kind]
    if _is_old_end(placed, revision):
        return What.INSERTION
    if revision.kind is Kind.MARK_DELETED and not paragraph.accepted:
        return What.DELETION
    return What.INSERTION if revision.kind is Kind.MARK_INSERTED and not paragraph.rejected else None


def _is_of_note(placed: Placed, revision: Revision) -> bool:
    """Whether what came or went is the mark a note begins with, which LibreOffice has apart from its words."""
    is_run = revision.kind in RUNS and revision.paragraph != NONE
    return is_run and bool(placed.file.paragraphs[revision.paragraph].inside)


def _is_old_end(placed: Placed, revision: Revision) -> bool:
    """Whether it calls the end of a paragraph new that was there before, as a part of an insertion beside it."""
    is_end = revision.kind is Kind.MARK_INSERTED and revision.paragraph != NONE
    return is_end and placed.file.paragraphs[revision.paragraph].mark_inserted == NONE


def _row(placed: Placed, revision: Revision) -> int:
    """Return the revision of the row or cell that a revision only says again; NONE where it stands for itself."""
    if revision.paragraph == NONE:
        return NONE
    paragraph = placed.file.paragraphs[revision.paragraph]
    is_put = revision.kind in {Kind.INSERTION, Kind.MARK_INSERTED, Kind.ROW_INSERTED, Kind.CELL_INSERTED}
    is_taken = revision.kind in {Kind.DELETION, Kind.MARK_DELETED, Kind.ROW_DELETED, Kind.CELL_DELETED}
    return paragraph.row_inserted if is_put else paragraph.row_deleted if is_taken else NONE


def _note_marks(placed: Placed) -> Iterator[tuple[int, int]]:
    """Yield the revisions that put or took away the mark of a note, each with the number of the note's paragraph."""
    inside = {one.inside: one.number for one in reversed(placed.file.paragraphs) if one.inside}
    for paragraph in placed.file.paragraphs:
        for mark in paragraph.notes:
            for number in (mark.inserted, mark.deleted):
                if number != NONE and mark.note in inside:
                    yield number, inside[mark.note]


def _alone(placed: Placed, revisions: Sequence[Revision], of_note: Mapping[int, int]) -> Change:
    first = revisions[0]
    what = _WHAT.get(first.kind, What.FORMAT)
    note = of_note.get(first.number, NONE)
    at = note if note != NONE else first.paragraph
    words = "".join(revision.words for revision in revisions)
    if note != NONE:
        words = placed.file.paragraphs[note].whole.strip()
    return Change(
        "",
        what,
        placed.homes[at] if at != NONE else Home(Where.NONE),
        before=words if what is not What.INSERTION else "",
        after=words if what in {What.INSERTION, What.FORMAT} else "",
        author=first.author,
        date=first.date,
        text="; ".join(dict.fromkeys(revision.kind.value for revision in revisions)) if what is What.FORMAT else "",
        paragraph=first.paragraph,
        revisions=tuple(revision.number for revision in revisions),
    )

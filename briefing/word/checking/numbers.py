"""Rules of what goes by a number or a name of its own: bookmarks, changes, comments, notes, lists, styles, controls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from briefing.word.checking.fault import Found
from briefing.word.checking.names import ID, VAL, w
from briefing.word.checking.opened import Opened
from briefing.wording import checking as say

_LONGEST_BOOKMARK = 40
_LONGEST_TAG = 64
_PARAGRAPH_IDS = 0x80000000
"""Ids of paragraphs are below this, or Word repairs the file."""
_SEPARATORS = ("separator", "continuationSeparator")
_TYPE = w("type")


def _twice(values: Iterable[str]) -> list[str]:
    listed = list(values)
    if len(set(listed)) == len(listed):
        return []
    return [value for value, times in Counter(listed).items() if times > 1]


def names_bookmarks_once(file: Opened) -> Found:
    """Find bookmarks of one name: Word keeps the last of them."""
    names = [name for story in file.stories for name in story.bookmarks]
    yield from ((file.main.part, say.bookmark_twice(name)) for name in _twice(names))
    for name in names:
        if not 0 < len(name) <= _LONGEST_BOOKMARK:
            yield file.main.part, say.bookmark_name(name)


def ends_bookmarks(file: Opened) -> Found:
    """Find bookmarks that begin and do not end, or end and do not begin."""
    for story in file.stories:
        if story.starts != story.ends:
            starts, ends = Counter(story.starts), Counter(story.ends)
            yield from ((story.part, say.bookmark_open(number)) for number in starts - ends)
            yield from ((story.part, say.bookmark_unopened(number)) for number in ends - starts)


def numbers_once(file: Opened) -> Found:
    """Find one number given to two bookmarks, changes or comments: Word rejects the file."""
    given = [number for story in file.stories for number in (*story.starts, *story.changes, *story.comments)]
    yield from ((file.main.part, say.number_twice(number)) for number in _twice(given))


def has_its_comments(file: Opened) -> Found:
    """Find marks of comments that are not there."""
    part = file.package.related(file.main.part, "comments")
    there = {comment.get(ID, "") for comment in file.package.tree(part)} if part else set()
    for story in file.stories:
        yield from ((story.part, say.no_comment(number)) for number in story.comment_marks if number not in there)


def has_its_styles(file: Opened) -> Found:
    """Find styles that are named and not defined."""
    there = file.sheet.by_id.keys()
    for story in file.stories:
        used = {*story.styles, *story.run_styles}
        used |= {style.get(VAL, "") for style in story.skeleton.iter(w("tblStyle"))}
        yield from ((story.part, say.no_style(style)) for style in sorted(used - there - {""}))


def has_its_lists(file: Opened) -> Found:
    """Find lists that are named and not defined, by paragraphs or by styles."""
    there = file.sheet.lists | {"0"}
    for story in file.stories:
        yield from ((story.part, say.no_list(number)) for number in sorted(story.lists - there))
    styles = {number.get(VAL, "") for number in file.sheet.styles.iter(w("numId"))}
    yield from ((_part(file, "styles"), say.no_list(number)) for number in sorted(styles - there))


def orders_its_lists(file: Opened) -> Found:
    """Find lists that stand before the way they are numbered, or have none."""
    part, numbering = _part(file, "numbering"), file.sheet.numbering
    met_list = False
    for child in numbering.iterchildren(w("abstractNum"), w("num")):
        if child.tag == w("abstractNum") and met_list:
            yield part, say.LISTS_OUT_OF_ORDER
        met_list |= child.tag == w("num")
    there = {one.get(w("abstractNumId"), "") for one in numbering.iterchildren(w("abstractNum"))}
    for pointer in numbering.iterfind(f"{w('num')}/{w('abstractNumId')}"):
        if pointer.get(VAL, "") not in there:
            yield part, say.no_list(pointer.get(VAL, ""))


def numbers_paragraphs_once(file: Opened) -> Found:
    """Find ids of paragraphs that are given twice, or are too large."""
    ids = [own for story in file.stories for own in story.paragraph_ids]
    yield from ((file.main.part, say.paragraph_twice(own)) for own in _twice(own.upper() for own in ids))
    yield from ((file.main.part, say.paragraph_id(own)) for own in ids if not _is_paragraph_id(own))


def _is_paragraph_id(own: str) -> bool:
    try:
        return len(own) == 8 and 0 < int(own, 16) < _PARAGRAPH_IDS
    except ValueError:
        return False


def numbers_controls_once(file: Opened) -> Found:
    """Find content controls of one number, and tags that are too long."""
    controls = [(story.part, *control) for story in file.stories for control in story.controls]
    numbers = _twice(number for _, number, _ in controls if number)
    yield from ((file.main.part, say.control_twice(number)) for number in numbers)
    yield from ((part, say.LONG_TAG) for part, _, tag in controls if len(tag) > _LONGEST_TAG)


def numbers_its_notes(file: Opened) -> Found:
    """Find notes that are not numbered 1, 2, 3, or are referred to otherwise than once and in order."""
    notes = list(file.notes.skeleton.iterchildren(w("footnote")))
    numbers = [note.get(ID, "") for note in notes if note.get(_TYPE) in {None, "normal"}]
    marks = file.main.note_marks
    if numbers != [str(number) for number in range(1, len(numbers) + 1)]:
        yield file.notes.part, say.NOTES_OUT_OF_ORDER
    for mark in sorted(set(marks) - set(numbers)):
        yield file.main.part, say.no_note(mark)
    if marks != numbers:
        yield file.main.part, say.NOTE_MARKS


def separates_its_notes(file: Opened) -> Found:
    """Find notes without the lines that part them from the text, or settings that name lines there are not."""
    if not file.notes.part:
        return
    notes = list(file.notes.skeleton.iterchildren(w("footnote")))
    lines = {note.get(_TYPE): note.get(ID, "") for note in notes if note.get(_TYPE) in _SEPARATORS}
    yield from ((file.notes.part, say.NO_SEPARATOR) for kind in _SEPARATORS if kind not in lines)
    named = [note.get(ID, "") for note in file.settings.iterfind(f"{w('footnotePr')}/{w('footnote')}")]
    yield from ((_part(file, "settings"), say.no_note(number)) for number in named if number not in lines.values())


def _part(file: Opened, kind: str) -> str:
    return file.package.related(file.main.part, kind)

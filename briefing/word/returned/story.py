"""A part of the file that holds text, read once from its beginning to its end as the parser comes to it.

Each paragraph is read when it is complete and then emptied: a file of 10,000 cards has half a million elements. Every
element of a tracked change is met by the parser and gets its number there, so that none is lost, wherever it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO

from lxml import etree

from briefing.word.returned import names as n
from briefing.word.returned.frames import Frame, Frames
from briefing.word.returned.told import CommentMark, Counts, Told
from briefing.word.returned.values import MARKS, MOVES, NONE, RUNS, Cell, Kind, ReturnedParagraph, Revision
from briefing.word.returned.walked import Walked, level_of
from briefing.word.returned.words import SPECIAL, Walker

_SEEN = (
    *(n.P, n.TABLE, n.ROW, n.TABLE_CELL, n.BOX, n.CHOICE, n.FALLBACK, n.EMBEDDED),
    *(n.COMMENT_START, n.COMMENT_END, *n.NOTES, *n.RANGES, *n.RANGE_ENDS, *n.REVISIONS, *SPECIAL),
)
_INSERTING = {Kind.ROW_INSERTED, Kind.CELL_INSERTED, Kind.INSERTION, Kind.MOVED_TO}
_DELETING = {Kind.ROW_DELETED, Kind.CELL_DELETED, Kind.DELETION, Kind.MOVED_FROM}
_BOOKMARKS = {n.BOOKMARK, n.BOOKMARK_END}


def read_story(
    part: str, content: bytes, style_names: Mapping[str, str], begun: Counts, *, mends: bool = False
) -> Told:
    """Return what a part says, all it holds counted on from what was `begun` with.

    Raises lxml's XMLSyntaxError where it is not well formed; where it `mends`, what can be read of it is read.
    """
    reading = _Reading(part, style_names, begun)
    events = etree.iterparse(
        *(BytesIO(content), ("start", "end")),
        tag=_SEEN,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        recover=mends,
    )
    for event, element in events:
        reading.see(event, element)
    return reading.finish()


class _Reading:
    """A part while it is read."""

    def __init__(self, part: str, style_names: Mapping[str, str], begun: Counts) -> None:
        self._part, self._style_names, self._begun = part, style_names, begun
        self._told = Told()
        self._frames = Frames(begun.containers)
        self._tables, self._count, self._open_paragraphs = begun.tables, begun.paragraphs, 0
        self._numbers: dict[etree._Element, int] = {}
        self._walker = Walker(self._numbers)
        self._pending = Walked()
        """What stands between paragraphs and belongs to the next."""
        self._moves: dict[str, str] = {}
        """The names of the moves that are open, by the number of their range."""
        self._read: dict[int, ReturnedParagraph] = {}
        self._starts: dict[object, Callable[[etree._Element], None]] = {
            n.P: self._begin_paragraph,
            n.TABLE: self._begin_table,
            n.ROW: self._begin_row,
            n.TABLE_CELL: self._begin_cell,
            n.BOX: self._begin_box,
            n.EMBEDDED: self._embedded,
            n.COMMENT_START: self._comment_start,
            n.COMMENT_END: self._comment_end,
            **dict.fromkeys((n.CHOICE, n.FALLBACK), self._begin_telling),
            **dict.fromkeys(n.NOTES, self._begin_note),
            **dict.fromkeys(n.RANGES, self._begin_move),
            **dict.fromkeys(n.RANGE_ENDS, self._end_move),
            **dict.fromkeys(n.REVISIONS, self._revision),
            **dict.fromkeys(SPECIAL, self._special),
        }

    def see(self, event: str, element: etree._Element) -> None:
        """Take what the parser came to."""
        if event == "start":
            self._starts[element.tag](element)
        elif self._frames.last.element is element:
            frame = self._frames.close()
            if frame.is_paragraph and frame.paragraph is not None and not frame.is_skipped:
                self._end_paragraph(element, frame, frame.paragraph)

    def finish(self) -> Told:
        """Return all that was read, in reading order."""
        told, first, last = self._told, self._begun.paragraphs, self._count - 1
        told.paragraphs = [
            self._read.get(number) or ReturnedParagraph(number, self._part) for number in range(first, self._count)
        ]
        nearest = last if last >= first else NONE
        told.revisions = [
            revision if revision.paragraph <= last else replace(revision, paragraph=nearest)
            for revision in told.revisions
        ]
        revisions = self._begun.revisions + len(told.revisions)
        told.counts = Counts(self._count, revisions, self._frames.containers, self._tables)
        told.fetching = self._walker.fields.fetching
        return told

    def _begin_paragraph(self, element: etree._Element) -> None:
        self._frames.mark_special()  # of one around it
        frame = self._frames.open(element)
        frame.is_paragraph = True
        if frame.is_skipped:
            frame.paragraph = Walked()
            return
        self._take_before(element)
        held, self._pending = self._pending, Walked()
        holder = self._frames.holder
        frame.paragraph, held.number = held, self._count
        frame.container, frame.place = holder.container, holder.place
        holder.place += 1
        self._count += 1
        self._open_paragraphs += 1

    def _end_paragraph(self, element: etree._Element, frame: Frame, held: Walked) -> None:
        is_plain = not held.is_special and not self._walker.fields
        walked = self._walker.read_plain(element, held) if is_plain else self._walker.walk(element, held)
        style = self._style_names.get(walked.style, walked.style.casefold())
        self._read[walked.number] = ReturnedParagraph(
            number=walked.number,
            part=self._part,
            stretches=tuple(walked.stretches),
            style=style,
            level=level_of(style),
            bookmarks=tuple(walked.bookmarks),
            copies=tuple(walked.copies),
            mark_inserted=walked.mark_inserted,
            mark_deleted=walked.mark_deleted,
            row_inserted=frame.inserted,
            row_deleted=frame.deleted,
            formats=tuple([number for number, _ in walked.formats]),
            notes=tuple(walked.notes),
            inside=frame.inside,
            cell=frame.cell,
            is_boxed=frame.is_boxed,
            is_generated=walked.computed > 0 and walked.own == 0,
            container=frame.container,
            place=frame.place,
            para_id=element.get(n.PARA_ID, ""),
        )
        if held.is_special:
            self._keep(walked)
        element.clear()
        self._open_paragraphs -= 1
        if not self._open_paragraphs:
            self._numbers.clear()

    def _keep(self, walked: Walked) -> None:
        """Keep what is told of a paragraph elsewhere: its comments, and the words that were set otherwise."""
        marks = [CommentMark(what, comment, walked.number, at) for what, comment, at in walked.comment_marks]
        self._told.comment_marks += marks
        self._told.hides |= walked.hides
        first = self._begun.revisions
        for number in walked.empty:
            self._told.revisions[number - first] = replace(self._told.revisions[number - first], is_empty=True)
        for number, element in walked.formats:
            run = element.getparent()
            while run is not None and run.tag not in {n.R, n.P}:
                run = run.getparent()
            if run is not None and run.tag == n.R:
                told = run.iterchildren(n.T, n.DELETED_TEXT, n.TAB)
                words = "".join("\t" if text.tag == n.TAB else text.text or "" for text in told)
                self._told.revisions[number - first] = replace(self._told.revisions[number - first], words=words)

    def _begin_table(self, element: etree._Element) -> None:
        self._take_before(element)
        self._frames.holder.place += 1  # what is on either side of a table cannot be joined
        self._frames.open(element).number = self._tables
        self._tables += 1

    def _begin_row(self, element: etree._Element) -> None:
        around = self._frames.last
        around.last += 1
        frame = self._frames.open(element)
        frame.cell = Cell(max(around.number, 0), around.last, NONE)

    def _begin_cell(self, element: etree._Element) -> None:
        row = self._frames.last
        row.last += 1
        frame = self._frames.open_holder(element)
        frame.cell = replace(row.cell or Cell(0, 0, 0), column=row.last)

    def _begin_box(self, element: etree._Element) -> None:
        self._frames.mark_special()
        self._frames.open_holder(element).is_boxed = True

    def _begin_note(self, element: etree._Element) -> None:
        frame = self._frames.open_holder(element)
        frame.inside = f"{n.NOTES[str(element.tag)]} {element.get(n.ID, '')}"
        frame.is_skipped |= element.get(n.TYPE, "normal") != "normal"  # the lines above notes
        self._told.notes[frame.inside] = (element.get(n.AUTHOR, ""), element.get(n.DATE, ""))

    def _begin_telling(self, element: etree._Element) -> None:
        """Read a drawing once, in the first of its tellings."""
        self._frames.mark_special()
        around, parent = self._frames.last, element.getparent()
        frame = self._frames.open(element)
        frame.paragraph = around.paragraph
        first = None if parent is None else parent.find(n.CHOICE)
        frame.is_skipped |= first is not None and first is not element

    def _embedded(self, _: etree._Element) -> None:
        self._told.embeds = True

    def _take_before(self, element: etree._Element) -> None:
        """Keep the bookmarks that stand before an element for the next paragraph."""
        before = element.getprevious()
        while before is not None and before.tag in _BOOKMARKS:
            self._pending.take_bookmark(before.get(n.NAME, ""))
            before = before.getprevious()

    def _special(self, _: etree._Element) -> None:
        self._frames.mark_special()

    @property
    def _is_between(self) -> bool:
        """Whether what comes now stands between paragraphs, and is read."""
        return self._frames.last.paragraph is None and not self._frames.last.is_skipped

    def _comment_start(self, element: etree._Element) -> None:
        self._frames.mark_special()
        if self._is_between:
            self._pending.comment_marks.append(("start", element.get(n.ID, ""), 0))
            self._pending.is_special = True

    def _comment_end(self, element: etree._Element) -> None:
        self._frames.mark_special()
        last = self._read.get(self._count - 1)
        if self._is_between and last is not None:
            mark = CommentMark("end", element.get(n.ID, ""), last.number, len(last.whole))
            self._told.comment_marks.append(mark)

    def _begin_move(self, element: etree._Element) -> None:
        self._moves[element.get(n.ID, "")] = element.get(n.NAME, "")

    def _end_move(self, element: etree._Element) -> None:
        self._moves.pop(element.get(n.ID, ""), None)

    def _revision(self, element: etree._Element) -> None:
        frame, name, number = (
            self._frames.last,
            n.REVISIONS[str(element.tag)],
            self._begun.revisions + len(self._told.revisions),
        )
        parent = element.getparent()
        above = None if parent is None else parent.getparent()
        kind = n.kind_of(name, getattr(parent, "tag", None), getattr(above, "tag", None))
        within = frame.paragraph
        self._told.elements[name] += 1
        self._told.revisions.append(
            Revision(
                *(number, kind, name, self._part),
                paragraph=self._count if within is None or within.number == NONE else within.number,
                author=element.get(n.AUTHOR, ""),
                date=element.get(n.DATE, ""),
                move=next(reversed(self._moves.values()), "") if kind in MOVES else "",
                is_repeat=frame.is_skipped,
            )
        )
        if within is None:
            self._hold(element, frame, kind, number)
        else:
            self._frames.mark_special()
            self._numbers[element] = number
            self._name_move(within, kind)
            if kind not in RUNS | MARKS:
                within.formats.append((number, element))

    def _name_move(self, within: Walked, kind: Kind) -> None:
        """Give the end of a paragraph the name of the move, which is said only after it."""
        *_, revision = self._told.revisions
        if kind in MARKS and kind in MOVES and not revision.move:
            within.unnamed.append(revision.number)
        elif kind in MOVES and revision.move:
            for number in within.unnamed:
                place = number - self._begun.revisions
                self._told.revisions[place] = replace(self._told.revisions[place], move=revision.move)
            within.unnamed.clear()

    def _hold(self, element: etree._Element, frame: Frame, kind: Kind, number: int) -> None:
        """Keep what was done to all that a row, a cell, or an element around paragraphs holds."""
        held = self._frames.open(element) if kind in RUNS else frame
        if kind in _INSERTING:
            held.inserted = number
        elif kind in _DELETING:
            held.deleted = number

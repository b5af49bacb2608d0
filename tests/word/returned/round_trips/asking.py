"""Edits of every kind at random places of an export, each with the changes that have to be found for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from briefing.word.returned.change import What
from briefing.word.returned.homes import Where
from briefing.word.returned.values import NONE
from tests.word.returned.round_trips.places import Places

Edit = Mapping[str, str | int]
Drawn = tuple[Edit, tuple["Due", ...]]
REMARKER = "B. Adviser"


@dataclass(frozen=True)
class Due:
    """A change that has to be found."""

    what: What
    part: int
    before: str = ""
    after: str = ""
    where: Where = Where.BLOCK
    note: int = NONE
    text: str = ""
    """What a remark says."""


@dataclass(frozen=True)
class Asked:
    """An edit, and all that has to be found for it."""

    kind: str
    edit: Edit
    due: tuple[Due, ...]
    """Nothing, where no words were changed and nothing was tracked."""


class Asking:
    """Draws edits, each at a place of its own. Every kind raises NoPlace where there is none left."""

    def __init__(self, places: Places, *, tracked: bool) -> None:
        """Take the places that are left."""
        self._places, self._tracked = places, tracked

    def ask(self, kind: str) -> Asked:
        """Return an edit of a kind; raises NoPlace."""
        return Asked(kind, *KINDS[kind](self))

    def _in(self, do: str, part: int, **more: str | int) -> Edit:
        return {"do": do, "at": self._places.at(part), "tracked": self._tracked, **more}

    def _typed(self, start: Callable[[int], int], text: str) -> Drawn:
        part = self._places.part(self._places.is_prose)
        edit = self._in("type", part, start=start(part), text=text)
        return edit, (Due(What.INSERTION, part, after=text),)

    def type(self) -> Drawn:
        return self._typed(self._places.gap, f"{self._places.words()} ")

    def type_first(self) -> Drawn:
        return self._typed(lambda _: 0, f"{self._places.words()} ")

    def type_last(self) -> Drawn:
        return self._typed(lambda part: len(self._places.texts[part]), f" {self._places.words()}")

    def _replaced(self, part: int, text: str) -> Drawn:
        start, end = self._places.span(part)
        edit = self._in("replace", part, start=start, end=end, text=text)
        what = What.REPLACEMENT if text else What.DELETION
        return edit, (Due(what, part, self._places.texts[part][start:end], text),)

    def delete(self) -> Drawn:
        return self._replaced(self._places.part(self._places.is_prose), "")

    def replace(self) -> Drawn:
        return self._replaced(self._places.part(self._places.is_prose), self._places.words())

    def twice(self) -> Drawn:
        part = self._places.part(lambda number: self._places.is_prose(number) and self._places.has_two(number))
        (start, end), (again, again_end) = self._places.two_spans(part)
        text, other, was = self._places.words(2), self._places.words(2), self._places.texts[part]
        more: Edit = {"again": again, "again_end": again_end, "again_text": other}
        first, second = (was[start:end], text), (was[again:again_end], other)
        due = tuple(Due(What.REPLACEMENT, part, before, after) for before, after in (first, second))
        return self._in("twice", part, start=start, end=end, text=text, **more), due

    def heading(self) -> Drawn:
        part = self._places.part(lambda number: self._places.kinds[number] == "heading")
        return self._replaced(part, self._places.words())

    def cell(self) -> Drawn:
        part = self._places.part(lambda number: self._places.kinds[number] == "cell" and self._places.is_prose(number))
        return self._replaced(part, self._places.words())

    def type_over(self) -> Drawn:
        part = self._places.part(lambda number: self._places.is_prose(number) and self._places.is_bare(number))
        was, text = self._places.texts[part], self._places.words(7)
        edit = self._in("replace", part, start=0, end=len(was), text=text)
        return edit, (Due(What.REPLACEMENT, part, was, text),)

    def split(self) -> Drawn:
        part = self._places.part(self._places.is_in_line)
        return self._in("split", part, start=self._places.gap(part)), (Due(What.SPLIT, part),)

    def split_word(self) -> Drawn:
        part = self._places.part(self._places.is_in_line)
        return self._in("split", part, start=self._places.gap(part) + 1), (Due(What.SPLIT, part),)

    def merge(self) -> Drawn:
        part = self._places.part(self._places.is_in_line, around=1)
        return self._in("merge", part), (Due(What.MERGE, part),)

    def across(self) -> Drawn:
        marks = self._places.product.marks
        part = self._places.part(
            lambda number: all(self._places.is_in_line(one) and not marks[one] for one in (number, number + 1)),
            around=1,
        )
        first, second = self._places.texts[part : part + 2]
        start, end = max(self._places.gap(part) for _ in range(5)), min(self._places.gap(part + 1) for _ in range(5))
        edit = self._in("across", part, other=self._places.at(part + 1), start=start, end=end)
        if not self._tracked:
            return edit, (Due(What.DELETION, part, f"{first[start:]}\n{second[:end]}"),)
        ends = (Due(What.DELETION, part, first[start:]), Due(What.DELETION, part + 1, second[:end]))
        return edit, (*ends, Due(What.MERGE, part))

    def row(self) -> Drawn:
        *_, part = self._places.row()
        text = self._places.words(5)
        due = Due(What.TABLE if self._tracked else What.INSERTION, part, after=text, where=Where.NEW)
        return self._in("row", part, text=text), (due,)

    def drop_row(self) -> Drawn:
        row = self._places.row()
        texts = [self._places.texts[number] for number in row]
        due = tuple(Due(What.DELETION, number, text) for number, text in zip(row, texts, strict=True))
        if self._tracked:
            due = (Due(What.TABLE, row[0], "\n".join(texts)),)
        return (self._in("drop_row", row[0]), due)

    def add(self) -> Drawn:
        part = self._places.part(self._places.is_in_line, around=1)
        text = self._places.words(9)
        return self._in("add", part, text=text), (Due(What.INSERTION, part, after=text, where=Where.NEW),)

    def drop(self) -> Drawn:
        part = self._places.part(self._places.is_in_line, around=1)
        return self._in("drop", part), (Due(What.DELETION, part, self._places.texts[part]),)

    def _elsewhere(self, part: int) -> str:
        """The bookmark of a part to put another before, not next to that."""
        other = self._places.part(
            lambda number: self._places.is_in_line(number) and number not in range(part - 2, part + 3), around=1
        )
        return self._places.at(other)

    def move(self) -> Drawn:
        part = self._places.part(self._places.is_in_line, around=1)
        edit = self._in("move", part, before=self._elsewhere(part))
        text = self._places.texts[part]
        return edit, (Due(What.MOVE, part, text, text),)

    def copy(self) -> Drawn:
        part = self._places.part(self._places.is_in_line, around=1)
        edit = self._in("copy", part, before=self._elsewhere(part))
        own = Due(What.INSERTION, part, after=self._places.texts[part], where=Where.COPY)
        notes = () if self._tracked else self._places.product.exported.parts[part].notes
        return edit, (own, *(Due(What.INSERTION, part, after=note, where=Where.NEW) for note in notes))

    def _a_note(self) -> tuple[int, int, str]:
        """A part, the number of its last note, and what that says."""
        notes = [part.notes for part in self._places.product.exported.parts]
        part = self._places.part(lambda number: bool(notes[number]))
        return part, len(notes[part]) - 1, notes[part][-1]

    def note(self) -> Drawn:
        part, number, was = self._a_note()
        text = self._places.words()
        start, end = self._places.span_of_note(was)
        edit = self._in("note", part, note=number, start=start, end=end, text=text)
        return edit, (Due(What.REPLACEMENT, part, was[start:end], text, note=number),)

    def put_note(self) -> Drawn:
        part = self._places.part(lambda number: self._places.is_prose(number) and self._places.kinds[number] != "cell")
        text = self._places.words(5)
        edit = self._in("put_note", part, start=self._places.span(part)[1], text=text)
        return edit, (Due(What.INSERTION, part, after=text, where=Where.NEW),)

    def drop_note(self) -> Drawn:
        part, number, was = self._a_note()
        return self._in("drop_note", part, note=number), (Due(What.DELETION, part, was, note=number),)

    def remark(self) -> Drawn:
        part = self._places.part(self._places.is_prose)
        start, end = self._places.span(part)
        on, text = self._places.texts[part][start:end], self._places.words(6)
        edit = self._in("remark", part, start=start, end=end, text=text, author=REMARKER)
        return edit, (Due(What.COMMENT, part, on, on, text=text),)

    def restyle(self) -> Drawn:
        part = self._places.part(self._places.is_in_line)
        return self._in("restyle", part, text="Heading 2"), ()

    def bold(self) -> Drawn:
        part = self._places.part(self._places.is_prose)
        start, end = self._places.span(part)
        words = self._places.texts[part][start:end]
        due = (Due(What.FORMAT, part, words, words),) if self._tracked else ()
        return (self._in("bold", part, start=start, end=end), due)


KINDS: Mapping[str, Callable[[Asking], Drawn]] = {
    "type": Asking.type,
    "type first": Asking.type_first,
    "type last": Asking.type_last,
    "delete": Asking.delete,
    "replace": Asking.replace,
    "twice": Asking.twice,
    "heading": Asking.heading,
    "cell": Asking.cell,
    "type over": Asking.type_over,
    "split": Asking.split,
    "split word": Asking.split_word,
    "merge": Asking.merge,
    "across": Asking.across,
    "row": Asking.row,
    "drop row": Asking.drop_row,
    "add": Asking.add,
    "drop": Asking.drop,
    "move": Asking.move,
    "copy": Asking.copy,
    "note": Asking.note,
    "put note": Asking.put_note,
    "drop note": Asking.drop_note,
    "remark": Asking.remark,
    "bold": Asking.bold,
    "restyle": Asking.restyle,
}
"""Every kind of edit; not every product has a place for each."""

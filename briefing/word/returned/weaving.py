"""The texts a returned file consists of, each woven of what left and of all that was done to it since.

Whatever was not tracked is woven in as if it had been: taken together, a text with nothing accepted is what was
exported, and with everything accepted it is what came back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from briefing.word.returned.differing import BREAK, differences
from briefing.word.returned.homes import By, Home, Placed, Where
from briefing.word.returned.passages import followers
from briefing.word.returned.values import NONE, NoteMark, ReturnedParagraph, Stretch

_NO_MARKS = (NONE,) * 6
_Fate = tuple[int, int]
_Following = Mapping[tuple[int, int], ReturnedParagraph]


class Atom(NamedTuple):
    """Words that share one fate."""

    text: str
    paragraph: int
    """The number of the paragraph of the file they stand in, or stood beside."""
    inserted: int = NONE
    """The revision that put them there; and the one that took them away."""
    deleted: int = NONE
    added: int = NONE
    """The number of the difference by which they came, or went, with no revision: counted within the text."""
    lost: int = NONE
    is_edge: bool = False
    """Whether this is what parts the whole text from another."""

    @property
    def is_old(self) -> bool:
        """Whether the words were in what was exported."""
        return self.inserted == NONE and self.added == NONE


@dataclass(frozen=True, slots=True)
class Text:
    """One text: a part of the export, a note of it, or a paragraph that is no such thing."""

    home: Home
    atoms: tuple[Atom, ...]
    paragraphs: tuple[int, ...]


def weave(placed: Placed) -> Iterator[Text]:
    """Yield the texts of a file that may have changed, in reading order; then what was exported and is gone."""
    parts = placed.exported.parts
    following = followers(placed.file.paragraphs)
    fates = _fates(placed)
    for home, paragraphs in _texts(placed):
        if paragraphs[0].inside not in fates and _is_untouched(home, paragraphs, placed):
            continue
        atoms = [
            _with_note(atom, fates.get(paragraphs[0].inside)) for atom in _atoms(home, paragraphs, placed, following)
        ]
        base = _base(home, atoms, placed)
        yield Text(home, tuple(_woven(base, atoms)), tuple(one.number for one in paragraphs))
    for number in placed.lost:
        if parts[number].text:
            yield Text(Home(Where.BLOCK, number), (Atom(parts[number].text, NONE, lost=0),), ())
    yield from _lost_notes(placed)


def _is_untouched(home: Home, paragraphs: list[ReturnedParagraph], placed: Placed) -> bool:
    """Whether a text is one paragraph as it was exported, which is by far the most."""
    paragraph, *others = paragraphs
    stretches = paragraph.stretches
    if others or home.where is not Where.BLOCK or home.joined or len(stretches) != 1:
        return False
    ((text, inserted, deleted),) = stretches
    marks = (paragraph.mark_inserted, paragraph.mark_deleted, paragraph.row_inserted, paragraph.row_deleted)
    if (inserted, deleted, *marks) != _NO_MARKS:
        return False
    part = placed.exported.parts[home.part]
    if home.note == NONE:
        return text == part.text
    return home.note >= len(part.notes) or text.lstrip() == part.notes[home.note]


def _texts(placed: Placed) -> Iterator[tuple[Home, list[ReturnedParagraph]]]:
    """Yield the paragraphs of each text: those of a part or a note together, each other alone."""
    together: dict[object, list[ReturnedParagraph]] = {}
    for paragraph in placed.file.paragraphs:
        home = placed.homes[paragraph.number]
        is_own = home.where is Where.BLOCK or paragraph.inside
        key = (home.part, home.note, paragraph.inside) if is_own else paragraph.number
        together.setdefault(key, []).append(paragraph)
    for paragraphs in together.values():
        first = paragraphs[0]
        if len(paragraphs) > 1:
            first = min(paragraphs, key=lambda one: placed.homes[one.number].is_rest)
        yield placed.homes[first.number], paragraphs


def _atoms(home: Home, paragraphs: list[ReturnedParagraph], placed: Placed, following: _Following) -> Iterator[Atom]:
    """Yield what stands in the paragraphs of a text, with the ends between them."""
    first = paragraphs[0]
    before = following.get((first.container, first.place - 1))
    is_begun = before is not None and before.mark_inserted != NONE and not _is_new(before, placed)
    if home.where is not Where.BLOCK and before is not None and is_begun:
        yield Atom(BREAK, first.number, before.mark_inserted, is_edge=True)
    for place, paragraph in enumerate(paragraphs):
        yield from _within(paragraph)
        if place < len(paragraphs) - 1:
            yield Atom(BREAK, paragraph.number, paragraph.mark_inserted, paragraph.mark_deleted)
        elif (paragraph.container, paragraph.place + 1) in following and paragraph.row_deleted == NONE:
            inserted = paragraph.mark_inserted if _is_new(paragraph, placed) else NONE
            if (inserted, paragraph.mark_deleted) != (NONE, NONE):
                yield Atom(BREAK, paragraph.number, inserted, paragraph.mark_deleted, is_edge=True)


def _within(paragraph: ReturnedParagraph) -> Iterator[Atom]:
    """Yield what stands in a paragraph; the mark of a note that was put there or taken away is an atom of no words."""
    marks = [mark for mark in paragraph.notes if (mark.inserted, mark.deleted) != (NONE, NONE)][::-1]
    at = 0
    for stretch in paragraph.stretches:
        while marks and marks[-1].at <= at:
            yield Atom("", paragraph.number, *_fate(paragraph, marks.pop()))
        yield Atom(stretch.text, paragraph.number, *_fate(paragraph, stretch))
        at += len(stretch.text)
    for mark in reversed(marks):
        yield Atom("", paragraph.number, *_fate(paragraph, mark))


def _fate(paragraph: ReturnedParagraph, within: Stretch | NoteMark) -> _Fate:
    """Return the revisions that put something there and took it away: a row comes and goes with all that is in it."""
    inserted = paragraph.row_inserted if paragraph.row_inserted != NONE else within.inserted
    deleted = paragraph.row_deleted if paragraph.row_deleted != NONE else within.deleted
    return inserted, deleted


def _fates(placed: Placed) -> Mapping[str, _Fate]:
    """Return by which revisions notes came and went: those all of whose marks did."""
    fates: dict[str, list[_Fate]] = {}
    for paragraph in placed.file.paragraphs:
        for mark in paragraph.notes:
            fates.setdefault(mark.note, []).append(_fate(paragraph, mark))
    return {
        note: several[0]
        for note, several in fates.items()
        if all(put != NONE for put, _ in several) or all(taken != NONE for _, taken in several)
    }


def _with_note(atom: Atom, fate: _Fate | None) -> Atom:
    """Return words of a note as they come and go with its mark, where nothing is said of them by themselves."""
    if fate is None or (atom.inserted, atom.deleted) != (NONE, NONE):
        return atom
    inserted, deleted = fate
    return atom._replace(inserted=inserted, deleted=deleted)


def _is_new(paragraph: ReturnedParagraph, placed: Placed) -> bool:
    return placed.homes[paragraph.number].where is not Where.BLOCK


def _base(home: Home, atoms: Iterable[Atom], placed: Placed) -> str | None:
    """Return what was exported of a text; None where the record does not say."""
    parts = placed.exported.parts
    if home.where is Where.BLOCK and home.note == NONE:
        return BREAK.join(parts[number].text for number in (home.part, *home.joined))
    if home.note != NONE:
        notes = parts[home.part].notes
        return None if home.note >= len(notes) else _white(atoms) + notes[home.note]
    if home.by is By.NOTE:
        return _white(atoms)
    return "" if home.part != NONE or home.where is Where.NEW or home.perhaps else None


def _white(atoms: Iterable[Atom]) -> str:
    """Return what parts the mark of a note from its words."""
    was = "".join([atom.text for atom in atoms if atom.inserted == NONE])
    return was[: len(was) - len(was.lstrip())]


def _woven(base: str | None, atoms: list[Atom]) -> Iterator[Atom]:
    """Yield the atoms with what was done to them outside of every revision."""
    rejected = "".join([atom.text for atom in atoms if atom.inserted == NONE and not atom.is_edge])
    if base is None or rejected == base:
        yield from atoms
        return
    left = _Left(atoms)
    for number, (was, now) in enumerate(differences(base, rejected)):
        if was == now:
            yield from left.take(len(now), NONE)
        else:
            if was:
                yield Atom(was, left.paragraph, lost=number)
            yield from left.take(len(now), number)
    yield from left.rest()


class _Left:
    """Atoms that are used up piece by piece."""

    def __init__(self, atoms: list[Atom]) -> None:
        self._atoms = atoms[::-1]
        self.paragraph = atoms[0].paragraph if atoms else NONE

    def take(self, length: int, added: int) -> Iterator[Atom]:
        """Yield as many characters of what was there before all revisions, and what was put between them."""
        while length and self._atoms:
            atom = self._atoms.pop()
            self.paragraph = atom.paragraph
            if atom.inserted != NONE or not atom.text:
                yield atom
                continue
            if len(atom.text) > length:
                self._atoms.append(atom._replace(text=atom.text[length:]))
                atom = atom._replace(text=atom.text[:length])
            length -= len(atom.text)
            yield atom._replace(added=added)

    def rest(self) -> Iterator[Atom]:
        """Yield what is left."""
        yield from reversed(self._atoms)


def _lost_notes(placed: Placed) -> Iterator[Text]:
    """Yield the notes that were exported and are no longer referred to."""
    homes = [home for home in placed.homes if home.where is Where.BLOCK]
    there = {(home.part, home.note) for home in homes} | {(part, NONE) for home in homes for part in home.joined}
    for part, exported in enumerate(placed.exported.parts):
        for number, note in enumerate(exported.notes):
            if (part, NONE) in there and (part, number) not in there:
                yield Text(Home(Where.BLOCK, part, note=number), (Atom(note, NONE, lost=0),), ())

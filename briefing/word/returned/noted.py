"""Notes put back where they belong: each by the mark in the text that refers to it, for their ids are given anew."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.word.returned.chain import heaviest
from briefing.word.returned.exported import Exported
from briefing.word.returned.homes import By, Home, Where
from briefing.word.returned.likeness import BETWEEN, Likeness, words_of
from briefing.word.returned.values import NONE, ReturnedFile


def place_notes(homes: list[Home], returned: ReturnedFile, exported: Exported) -> None:
    """Give the paragraphs of each note the home of the paragraph that refers to it."""
    texts: dict[str, list[str]] = {}
    for paragraph in returned.paragraphs:
        if paragraph.inside:
            texts.setdefault(paragraph.inside, []).append(paragraph.rejected)
    told = {note: " ".join(said).strip() for note, said in texts.items()}
    found: dict[str, Home] = {}
    for parts, marks in _marks(homes, returned).items():
        old = [note for note, is_new in marks if not is_new]
        for note, home in zip(old, _homes_of([told.get(note, "") for note in old], parts, exported), strict=True):
            found.setdefault(note, home)
        for note, is_new in marks:
            if is_new:
                found.setdefault(note, Home(Where.NEW, parts[0], By.NOTE))
    for paragraph in returned.paragraphs:
        if paragraph.inside in found:
            homes[paragraph.number] = found[paragraph.inside]


def _marks(homes: Sequence[Home], returned: ReturnedFile) -> dict[tuple[int, ...], list[tuple[str, bool]]]:
    """Return the notes that the paragraphs of each part refer to, in order, and whether they were put there.

    Parts that were joined stand together, the first of them first.
    """
    joined = {home.part: home.joined for home in homes if home.where is Where.BLOCK and home.joined}
    marks: dict[tuple[int, ...], list[tuple[str, bool]]] = {}
    for paragraph in returned.paragraphs:
        home = homes[paragraph.number]
        if paragraph.notes and home.part != NONE and not paragraph.inside:
            is_other = home.where is not Where.BLOCK
            held = marks.setdefault((home.part, *joined.get(home.part, ())), [])
            held += [(mark.note, is_other or mark.inserted != NONE) for mark in paragraph.notes]
    return marks


def _homes_of(texts: Sequence[str], parts: Sequence[int], exported: Exported) -> list[Home]:
    """Return the home of each note of some parts that stand together: one of theirs, or new."""
    own = [(part, number) for part in parts for number in range(len(exported.parts[part].notes))]
    if not own and not exported.tells_notes:
        return [Home(Where.BLOCK, parts[0], By.NOTE, note=number) for number in range(len(texts))]
    numbers = _numbers(texts, [exported.parts[part].notes[number] for part, number in own])
    new = Home(Where.NEW, parts[0], By.NOTE)
    return [
        Home(Where.BLOCK, own[number][0], By.NOTE, note=own[number][1]) if number != NONE else new for number in numbers
    ]


def _numbers(texts: Sequence[str], were: Sequence[str]) -> list[int]:
    """Return which of the notes that were there each is; by order, and by words where one was put or taken."""
    if len(texts) == len(were):
        return list(range(len(texts)))
    likeness = Likeness(dict(enumerate(were)), texts)
    scored = [
        (place, number, likeness.score(words_of(text), number))
        for place, text in enumerate(texts)
        for number in range(len(were))
    ]
    chain = {place: number for place, number, _ in heaviest(one for one in scored if one[2] >= BETWEEN)}
    return [chain.get(place, NONE) for place in range(len(texts))]

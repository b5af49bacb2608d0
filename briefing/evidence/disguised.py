"""Every text of a library that holds characters which hide or disguise its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefing.errors import Place
from briefing.evidence.disguise import disguised_words, signs
from briefing.evidence.texts import (
    Texts,
    block_texts,
    card_texts,
    note_texts,
    office_texts,
    outline_texts,
    source_texts,
)
from briefing.model.finding import Finding, Severity
from briefing.model.library import WholeLibrary
from briefing.model.literal import show_line
from briefing.model.note import Note
from briefing.model.outline import Outline
from briefing.wording import evidence as say

DISGUISED = "LIB-06"
OFFICE_FILE = "library.toml"


@dataclass(frozen=True, slots=True)
class _Entry:
    """Something with texts: what it is called, where it stands, and what it says."""

    name: str
    place: Place
    texts: Texts
    card: str = ""
    block: str = ""
    is_restricted: bool = False
    owner: tuple[str, str] = ("", "")
    """Array and id of the entry; empty for what stands at the head of a file."""


def find_disguised(library: WholeLibrary, told: Callable[[float], object]) -> Iterator[Finding]:
    """Every field of every entry with such characters, one finding each; `told` hears what share is looked at."""
    for entry in _entries(library, told):
        yield from _in_entry(entry)


def find_disguised_in(note: Note) -> Iterator[tuple[tuple[str, str], Finding]]:
    """Every such field of a note by itself, each with the array and id of its entry, empty for the note's head."""
    for entry in _of_note(note, WholeLibrary()):
        yield from ((entry.owner, finding) for finding in _in_entry(entry))


def _in_entry(entry: _Entry) -> Iterator[Finding]:
    for field, text in entry.texts.items():
        found = signs(text)
        if found:
            yield _finding(entry, field, text, found)


def _finding(entry: _Entry, field: str, text: str, found: tuple[str, ...]) -> Finding:
    shown = not entry.is_restricted and field != "private"
    return Finding(
        rule=DISGUISED,
        severity=Severity.WARN,
        message=say.hides(entry.name, show_line(field), found),
        place=entry.place,
        card=entry.card,
        block=entry.block,
        field=field,
        words=disguised_words(text) if shown else "",
        suggestion=say.RETYPE,
    )


def _entries(library: WholeLibrary, told: Callable[[float], object]) -> Iterator[_Entry]:
    yield _Entry(OFFICE_FILE, Place(OFFICE_FILE), office_texts(library.office))
    for number, note in enumerate(library.notes):
        told(number / len(library.notes))
        yield from _of_note(note, library)
    for outline in library.outlines:
        yield from _of_outline(outline, library)


def _of_note(note: Note, library: WholeLibrary) -> Iterator[_Entry]:
    yield _Entry(say.THE_NOTE, Place(note.file, 1), note_texts(note))
    for source in note.sources:
        place = library.places.get(("source", source.id), Place(note.file))
        yield _Entry(say.entry("source", source.id), place, source_texts(source), owner=("source", source.id))
    for card in note.cards:
        place = library.places.get(("card", card.id), Place(note.file))
        name = say.entry("card", card.id)
        owner = ("card", card.id)
        yield _Entry(name, place, card_texts(card), card.id, is_restricted=card.is_restricted, owner=owner)


def _of_outline(outline: Outline, library: WholeLibrary) -> Iterator[_Entry]:
    yield _Entry(say.THE_OUTLINE, Place(outline.file, 1), outline_texts(outline))
    for block in outline.blocks:
        place = library.places.get(("block", f"{outline.name}/{block.id}"), Place(outline.file))
        yield _Entry(say.entry("block", block.id), place, block_texts(block), block=block.id)

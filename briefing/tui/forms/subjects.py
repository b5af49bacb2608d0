"""The forms there are: for cards, sources, notes and outlines, new or not, each by what is edited."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from briefing.library import authoring
from briefing.library.values import WrongField
from briefing.model.card import Card
from briefing.model.entries import (
    FIELDS_OF,
    read_outline_head,
    write_card,
    write_note_head,
    write_outline_head,
    write_source,
)
from briefing.model.fields import NOTE_FIELDS, OUTLINE_FIELDS, Field, Shape, named
from briefing.model.ids import NoteName, OutlineName
from briefing.model.library import Library, WholeLibrary
from briefing.model.note import Note
from briefing.model.outline import Outline
from briefing.model.source import Source
from briefing.tui.forms import groups
from briefing.tui.forms.checked import checked_changes
from briefing.tui.forms.form import Form
from briefing.tui.forms.subject import Changes, Subject
from briefing.wording import forms as say

if TYPE_CHECKING:
    from briefing.tui.app import Desk

_NAME = Field("name", Shape.LINE, say.NAME_HELP)
_HEAD_NEEDS = frozenset({"title", "product", "date"})
_DRAWN = frozenset({"id"})


def card_form(library: Library, note: NoteName, card: Card | None = None) -> Form:
    """Return the form for a card, or for a new one in a note; it ends with the card's id."""
    if card:
        return _entry(library, card, say.card_title(card.id), groups.CARD_GROUPS, write_card(card))

    def save(desk: Desk, changes: Changes) -> str | None:
        signed = checked_changes(
            changes, desk.library, desk.papers.folder, lambda asked: authoring.new_card(desk.library, note, asked)[1]
        )
        card_id, step = authoring.new_card(desk.library, note, signed)
        return card_id if desk.save(step) else None

    title = say.new_card_title(_title_of(library, note))
    required = frozenset({"kind", "claim"})
    fields = _without(FIELDS_OF["card"], _DRAWN)
    return Form(Subject(f"new card in {note}", title, groups.CARD_GROUPS, fields, {}, save, required, is_new=True))


def source_form(library: Library, note: NoteName, source: Source | None = None) -> Form:
    """Return the form for a source, or for a new one in a note; it ends with the source's id."""
    if source:
        return _entry(library, source, say.source_title(source.id), groups.SOURCE_GROUPS, write_source(source))

    def save(desk: Desk, changes: Changes) -> str | None:
        source_id, step = authoring.new_source(desk.library, note, changes)
        return source_id if desk.save(step) else None

    title = say.new_source_title(_title_of(library, note))
    required = frozenset({"kind", "title"})
    fields = FIELDS_OF["source"]
    return Form(
        Subject(f"new source in {note}", title, groups.SOURCE_GROUPS, fields, {}, save, required, "kind", is_new=True)
    )


def _entry(
    seen: Library, entry: Card | Source, title: str, shown: tuple[groups.Group, ...], values: Mapping[str, object]
) -> Form:
    """Return the form for a card or source that is there.

    What it changes is changed from what was `seen` when it opened: what others save meanwhile is met, not overwritten.
    """
    array, entry_id = "card" if isinstance(entry, Card) else "source", entry.id

    change = partial(authoring.change_entry, seen, entry_id)

    def save(desk: Desk, changes: Changes) -> str | None:
        signed = (
            checked_changes(changes, seen, desk.papers.folder, change, entry.status)
            if isinstance(entry, Card)
            else changes
        )
        return entry_id if desk.save(change(signed)) else None

    required = frozenset({"kind", "claim" if array == "card" else "title"})
    fields = _without(FIELDS_OF[array], _DRAWN)
    return Form(Subject(f"{array} {entry_id}", title, shown, fields, values, save, required))


def note_form(note: Note | None = None) -> Form:
    """Return the form for a note, or for a new one; it ends with the note's name."""
    fields = named(NOTE_FIELDS)
    required = frozenset({"title"})
    if note:
        name, seen = note.name, WholeLibrary(notes=(note,))

        def change(desk: Desk, changes: Changes) -> str | None:
            return name if desk.save(authoring.change_note(seen, name, changes)) else None

        title, head = say.note_title(note.title or name), write_note_head(note)
        return Form(Subject(f"note {name}", title, groups.NOTE_GROUPS, fields, head, change, required))

    def start(desk: Desk, changes: Changes) -> str | None:
        title, summary = str(changes.get("title") or ""), str(changes.get("summary") or "")
        name = NoteName(str(changes.get("name") or "") or _name_for(title, partial(_is_note, desk)))
        return name if desk.save(authoring.new_note(desk.library, name, title, summary)) else None

    fields = {**fields, "name": _NAME}
    return Form(Subject("new note", say.NEW_NOTE, groups.NOTE_GROUPS, fields, {}, start, required, is_new=True))


def outline_form(library: Library, outline: Outline | None = None) -> Form:
    """Return the form for an outline's head, or for a new outline; it ends with the outline's name."""
    if outline:

        def change(desk: Desk, changes: Changes) -> str | None:
            after = with_head(outline, changes)
            step = authoring.change_outline(outline, after, say.changed_head(after.title))
            return outline.name if desk.save(step) else None

        return Form(head_subject(outline, change))

    def start(desk: Desk, changes: Changes) -> str | None:
        values = {field: value for field, value in changes.items() if field != "name"}
        taken = {each.name.casefold() for each in desk.library.outlines}
        name = OutlineName(
            str(changes.get("name") or "") or _name_for(str(changes.get("title") or ""), taken.__contains__)
        )
        return name if desk.save(authoring.new_outline(desk.library, name, values)) else None

    fields = {**named(OUTLINE_FIELDS), "name": _NAME}
    members = library.office.members
    values = {"member": members[0].id} if len(members) == 1 else {}
    shown = groups.OUTLINE_GROUPS
    return Form(Subject("new outline", say.NEW_OUTLINE, shown, fields, values, start, _HEAD_NEEDS, is_new=True))


def head_subject(outline: Outline, save: Callable[[Desk, Changes], str | None]) -> Subject:
    """Return what the form for an outline's head is about."""
    title, head = say.outline_title(outline.title), write_outline_head(outline)
    fields = named(OUTLINE_FIELDS)
    return Subject(f"outline {outline.name}", title, groups.OUTLINE_GROUPS, fields, head, save, _HEAD_NEEDS)


def with_head(outline: Outline, changes: Changes) -> Outline:
    """Return the outline with changes made in its head; raises WrongField."""
    both = {**write_outline_head(outline), **changes}
    head, faults = read_outline_head(outline.name, {name: value for name, value in both.items() if value is not None})
    if faults:
        raise WrongField(faults[0].field, say.expected(faults[0].expected))
    return replace(head, blocks=outline.blocks)


def _without(fields: Mapping[str, Field], names: frozenset[str]) -> dict[str, Field]:
    return {name: field for name, field in fields.items() if name not in names}


def _title_of(library: Library, name: NoteName) -> str:
    note = library.note(name)
    return (note.title if note else "") or name


def _is_note(desk: Desk, name: str) -> bool:
    """Whether there is a note of that name, or a file that some systems would take for it."""
    return desk.library.position(name) is not None or (desk.papers.folder / f"{name}.toml").exists()


def _name_for(title: str, is_taken: Callable[[str], bool]) -> str:
    """Return a file name made of a title's words, numbered where there is one already."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = "".join(letter if letter.isalnum() else " " for letter in plain).split()
    name = "-".join(words)[:60].strip("-") or "untitled"
    number = 2
    numbered = name
    while is_taken(numbered):
        numbered = f"{name}-{number}"
        number += 1
    return numbered

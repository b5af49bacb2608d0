"""New and changed cards, sources, notes and outlines, as steps to be saved: values in, a step out."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from briefing.errors import BadInput, NotFound, Place
from briefing.library.known import known_entries, known_notes, known_outlines
from briefing.library.naming import Taken, refuse_note_name, refuse_outline_name
from briefing.library.values import WrongField, is_text
from briefing.model.card import Card, fingerprint
from briefing.model.entries import (
    Entry,
    FaultyEntryError,
    is_same,
    read_card,
    read_note_head,
    read_outline_head,
    read_source,
    write_block,
    write_card,
    write_note_head,
    write_outline_head,
    write_source,
)
from briefing.model.history import HEAD, Edit, Step, compare
from briefing.model.ids import CardId, NoteName, OutlineName, SourceId, draw_id
from briefing.model.library import Library
from briefing.model.note import Note
from briefing.model.outline import Outline
from briefing.model.source import Source
from briefing.wording import library as say

Values = Mapping[str, object | None]
"""Fields and what they are to hold; None takes a field away."""

Value = TypeVar("Value")

_NEEDS_WHY = frozenset({"disputed", "superseded", "withdrawn"})


def new_card(library: Library, note: NoteName, values: Values) -> tuple[CardId, Step]:
    """Return the id of a new card and the step that adds it to the note, last; raises WrongField and NotFound."""
    home = find_note(library, note)
    entry = _fresh(library, values, {"kind": "assertion"})
    card = _check_card(_read(read_card, entry))
    follows = home.cards[-1].id if home.cards else None
    edit = Edit("card", card.id, None, write_card(card), follows_after=follows)
    return card.id, Step(say.added("card", card.claim), home.file, (edit,))


def new_source(library: Library, note: NoteName, values: Values) -> tuple[SourceId, Step]:
    """Return the id of a new source and the step that adds it to the note, last; raises WrongField and NotFound."""
    home = find_note(library, note)
    source = _read(read_source, _fresh(library, values, {"kind": "report"}))
    follows = home.sources[-1].id if home.sources else None
    edit = Edit("source", source.id, None, write_source(source), follows_after=follows)
    return source.id, Step(say.added("source", source.title), home.file, (edit,))


def new_note(library: Library, name: NoteName, title: str, summary: str = "") -> Step:
    """Return the step that starts a topic note; raises WrongField where the name cannot be used."""
    refuse_note_name(library, name)
    head = _writable(write_note_head(Note(name, title=title, summary=summary)))
    return Step(say.added("note", title), f"{name}.toml", (Edit(HEAD, HEAD, None, head),))


def new_outline(library: Library, name: OutlineName, values: Values) -> Step:
    """Return the step that starts an outline; raises WrongField."""
    refuse_outline_name(library, name)
    entry = _merged({}, values)
    outline, faults = read_outline_head(name, _writable(entry))
    if faults:
        raise _wrong(FaultyEntryError(faults))
    return Step(
        say.added("outline", outline.title),
        outline.file,
        (Edit(HEAD, HEAD, None, write_outline_head(outline)),),
    )


def change_entry(library: Library, entry_id: str, changes: Values) -> Step:
    """Return the step that changes a card or a source; raises WrongField and NotFound.

    What others changed since `library` was read is met when the step is saved, so it must be the reading the user saw.
    """
    home, held = find_entry(library, entry_id)
    if changes.get("id", entry_id) != entry_id:
        raise WrongField("id", say.ID_STAYS, say.ID_STAYS_HINT)
    if isinstance(held, Card):
        before = write_card(held)
        card = _check_card(_read(read_card, _merged(before, _with_print(held, changes))))
        edit = Edit("card", entry_id, before, write_card(card))
        return Step(say.changed("card", card.claim), home.file, (edit,))
    before = write_source(held)
    source = _read(read_source, _merged(before, changes))
    edit = Edit("source", entry_id, before, write_source(source))
    return Step(say.changed("source", source.title), home.file, (edit,))


def drop_entry(library: Library, entry_id: str) -> Step:
    """Return the step that takes a card or a source out of its note; raises NotFound."""
    home, held = find_entry(library, entry_id)
    is_card = isinstance(held, Card)
    order: list[str] = [*(each.id for each in home.cards)] if is_card else [*(each.id for each in home.sources)]
    where = order.index(held.id)
    edit = Edit(
        "card" if is_card else "source",
        entry_id,
        write_card(held) if isinstance(held, Card) else write_source(held),
        None,
        follows_before=order[where - 1] if where else None,
    )
    words = held.claim if isinstance(held, Card) else held.title
    return Step(say.deleted("card" if is_card else "source", words), home.file, (edit,))


def change_note(library: Library, name: NoteName, changes: Values) -> Step:
    """Return the step that changes a note's title or summary; raises WrongField and NotFound."""
    note = find_note(library, name)
    before = write_note_head(note)
    changed, faults = read_note_head(name, _writable(_merged(before, changes)))
    if faults:
        raise _wrong(FaultyEntryError(faults))
    return Step(say.changed("note", changed.title), note.file, (Edit(HEAD, HEAD, before, write_note_head(changed)),))


def change_outline(before: Outline, after: Outline, label: str) -> Step:
    """Return the step that turns one outline into the other, changing only the blocks that differ.

    Raises BadInput where two blocks share an id: they cannot be told apart in the file.
    """
    for outline in (before, after):
        if twice := [name for name, times in Counter(block.id for block in outline.blocks).items() if times > 1]:
            raise BadInput(say.two_blocks(twice[0]), Place(before.file), say.DUPLICATE_HINT)
    old, new = write_outline_head(before), write_outline_head(after)
    head = (Edit(HEAD, HEAD, old, _writable(new)),) if not is_same(old, new) else ()
    blocks = compare(
        "block",
        [write_block(block) for block in before.blocks],
        [_writable(write_block(block)) for block in after.blocks],
    )
    return Step(label, before.file, (*head, *blocks))


def drop_outline(library: Library, name: OutlineName) -> Step:
    """Return the step that moves an outline to the trash; raises NotFound."""
    outline = find_outline(library, name)
    return Step(
        say.deleted("outline", outline.title),
        outline.file,
        (Edit(HEAD, HEAD, write_outline_head(outline), None),),
    )


def find_note(library: Library, name: str) -> Note:
    """Return the note of that name, with or without its ending; raises NotFound naming those that come near."""
    note = library.note(name.removesuffix(".toml"))
    if note is None:
        raise _not_found("note", name, known_notes(library))
    return note


def find_outline(library: Library, name: str) -> Outline:
    """Return the outline of that name, with or without its ending; raises NotFound naming those that come near."""
    outline = library.outline(name.removesuffix(".toml"))
    if outline is None:
        raise _not_found("outline", name, known_outlines(library))
    return outline


def find_entry(library: Library, entry_id: str) -> tuple[Note, Card | Source]:
    """Return a card or a source with its note; raises NotFound naming those that come near."""
    home = library.home(entry_id)
    held = library.cards.get(entry_id) or library.sources.get(entry_id)
    if home is None or held is None:
        raise _not_found("card or source", entry_id, known_entries(library))
    return home, held


def _not_found(what: str, name: str, known: list[str]) -> NotFound:
    return NotFound(say.no_such(what, name, difflib.get_close_matches(name, known, n=3)))


def _fresh(library: Library, values: Values, defaults: Entry) -> dict[str, object]:
    """Return the values of a new entry with an id: the one given, or a drawn one."""
    taken = Taken(library)
    given = str(values.get("id") or "")
    if given in taken:
        raise WrongField("id", say.id_taken(given, library.home_name(given)))
    return {
        "id": given or draw_id(taken),
        **_merged(defaults, {name: value for name, value in values.items() if name != "id"}),
    }


def _merged(entry: Entry, changes: Values) -> dict[str, object]:
    both = {**entry, **changes}
    return {name: value for name, value in both.items() if value is not None}


def _with_print(card: Card, changes: Values) -> Values:
    """Return the changes with the hash of what was checked, where a check is being recorded."""
    checked = changes.get("checked")
    if not isinstance(checked, Mapping) or "sha256" in checked:
        return changes
    plain = {name: value for name, value in changes.items() if name != "checked"}
    checked_card = _read(read_card, _merged(write_card(card), {**plain, "checked": None, "status": None}))
    return {**changes, "checked": {**checked, "sha256": fingerprint(checked_card)}}


def _check_card(card: Card) -> Card:
    """Return the card; raises WrongField where its status lacks what the status needs."""
    if card.status in _NEEDS_WHY and not card.why.strip():
        raise WrongField("why", say.WHY_NEEDED)
    if card.status == "checked" and not (card.checked.get("by") and card.checked.get("on")):
        raise WrongField("checked", say.CHECK_NEEDED, say.CHECK_HINT)
    if card.status == "checked" and "sha256" not in card.checked:
        return replace(card, checked={**card.checked, "sha256": fingerprint(card)})
    return card


def _read(read: Callable[[Entry], Value], entry: Entry) -> Value:
    try:
        return read(_writable(entry))
    except FaultyEntryError as error:
        raise _wrong(error) from error


def _writable(entry: Entry) -> Entry:
    """Return the entry; raises WrongField where it holds what no file can."""
    for name, value in entry.items():
        if not is_text(value):
            raise WrongField(name, say.not_text(name))
    return entry


def _wrong(error: FaultyEntryError) -> BadInput:
    fault = error.faults[0]
    if fault.expected == "missing":
        return WrongField(fault.field, say.missing_field(fault.field))
    return WrongField(fault.field, say.wrong_value(fault.field, fault.expected, fault.found))

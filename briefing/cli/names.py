"""What a name typed on the command line stands for in a library; a name that is none is met with near ones."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from briefing.cli.near import near
from briefing.errors import BadInput, NotFound
from briefing.library.files import DAMAGED
from briefing.library.known import known_cards, known_entries, known_notes, known_outlines
from briefing.model.card import Card
from briefing.model.ids import NoteName
from briefing.model.library import Library
from briefing.model.office import Member
from briefing.model.outline import Block, Outline
from briefing.model.source import Source
from briefing.speech.speakers import is_same_name
from briefing.wording import commands as words

ENDING = ".toml"


def find_note(library: Library, folder: Path, typed: str) -> NoteName:
    """Return the note typed by name or by path, with or without its ending; raises NotFound."""
    for name in (typed.removesuffix(ENDING), _inside(folder, typed)):
        if library.position(name) is not None:
            return NoteName(name)
    raise _unknown("note", typed, known_notes(library), words.NO_NOTE_HINT)


def find_outline(library: Library, typed: str) -> Outline:
    """Return the outline typed by name or by path, with or without its ending; raises NotFound."""
    outline = library.outline(Path(typed).name.removesuffix(ENDING))
    if outline is None:
        raise _unknown("outline", typed, known_outlines(library), words.NO_OUTLINE_HINT)
    return outline


def find_card(library: Library, typed: str) -> Card:
    """Return the card of that id; raises NotFound."""
    card = library.cards.get(typed)
    if card is None:
        _refuse_damaged(library, typed)
        raise _unknown("card", typed, known_cards(library), words.NO_ID_HINT)
    return card


def find_entry(library: Library, typed: str) -> Card | Source:
    """Return the card or source of that id; raises NotFound."""
    entry = library.cards.get(typed) or library.sources.get(typed)
    if entry is None:
        _refuse_damaged(library, typed)
        hint = words.NOT_AN_ENTRY_HINT if library.outline(typed) else words.NO_ID_HINT
        raise _unknown("card or source", typed, known_entries(library), hint)
    return entry


def find_anything(library: Library, typed: str) -> Card | Source | Outline:
    """Return the card, source or outline of that id; raises NotFound."""
    found = library.cards.get(typed) or library.sources.get(typed) or library.outline(typed)
    if found is None:
        _refuse_damaged(library, typed)
        names = [*known_entries(library), *known_outlines(library)]
        raise _unknown("card, source or outline", typed, names, words.NO_ID_HINT)
    return found


def find_member(library: Library, typed: str) -> Member:
    """Return the Member of the office typed by id or by name; raises NotFound."""
    members = library.office.members
    named = (member for member in members if is_same_name(member.name, typed))
    member = library.office.member(typed) or next(named, None)
    if member is None:
        names = [name for each in members for name in (each.id, each.name) if name]
        raise _unknown("Member", typed, names, words.no_member_hint([each.id for each in members if each.id]))
    return member


def find_block(outline: Outline, typed: str) -> Block:
    """Return the block of that id; raises NotFound."""
    block = outline.block(typed)
    if block is None:
        meant = words.did_you_mean(near(typed, (each.id for each in outline.blocks)))
        raise NotFound(words.no_block(typed, outline.name), hint=meant or words.NO_BLOCK_HINT)
    return block


def _refuse_damaged(library: Library, typed: str) -> None:
    """Raise BadInput, with the place to mend, where a card of that id is there but cannot be read."""
    for damage in library.damage:
        if damage.rule == DAMAGED and typed == damage.card:
            raise BadInput(damage.message, damage.place, damage.suggestion)


def _inside(folder: Path, typed: str) -> str:
    """Return the name of a note typed as the path of its file, as a shell completes it; empty for another path."""
    path = Path(typed).resolve()
    root = folder.resolve()
    return path.relative_to(root).as_posix().removesuffix(ENDING) if path.is_relative_to(root) else ""


def _unknown(what: str, typed: str, among: Iterable[str], otherwise: str) -> NotFound:
    return NotFound(words.unknown(what, typed), hint=words.did_you_mean(near(typed, among)) or otherwise)

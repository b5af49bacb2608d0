"""The texts of an entry, field by field, and which of them can leave the office."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.model.card import Card
from briefing.model.fields import (
    BLOCK_FIELDS,
    CARD_FIELDS,
    NOTE_FIELDS,
    OUTLINE_FIELDS,
    SOURCE_FIELDS,
    Field,
)
from briefing.model.library import Library
from briefing.model.note import Note
from briefing.model.office import Office
from briefing.model.outline import Block, Outline
from briefing.model.source import Source

Texts = Mapping[str, str]
"""What each field that holds any text says, all of it joined by line ends."""


def _named(names: str, fields: tuple[Field, ...]) -> tuple[Field, ...]:
    return tuple(field for field in fields if field.name in names.split())


_CARD_LEAVES = _named("claim quote say short speaker role for at of unit period place", CARD_FIELDS)
_SOURCE_LEAVES = _named("title author publisher url number volume edition archived", SOURCE_FIELDS)
_BLOCK_LEAVES = _named("heading text short", BLOCK_FIELDS)
_OUTLINE_LEAVES = _named(
    "title event slot audience example aim ask stage opens winds to reference salutation their_point owner cleared_by",
    OUTLINE_FIELDS,
)
"""The fields a product may print. What is for colleagues alone (why, private, note) is not among them."""


def card_texts(card: Card) -> Texts:
    """Return the texts of a card."""
    return _texts(card, CARD_FIELDS, card.extra)


def source_texts(source: Source) -> Texts:
    """Return the texts of a source."""
    return _texts(source, SOURCE_FIELDS, source.extra)


def block_texts(block: Block) -> Texts:
    """Return the texts of a block."""
    return _texts(block, BLOCK_FIELDS, block.extra)


def note_texts(note: Note) -> Texts:
    """Return the texts of a note's head."""
    return _texts(note, NOTE_FIELDS, note.extra)


def outline_texts(outline: Outline) -> Texts:
    """Return the texts of an outline's head."""
    return _texts(outline, OUTLINE_FIELDS, outline.extra)


def office_texts(office: Office) -> Texts:
    """Return the texts of library.toml, by its sections."""
    members = [(each.id, each.name, each.constituency, each.party, each.extra) for each in office.members]
    kinds = [(kind.name, kind.title, kind.needs) for kind in office.kinds.values()]
    sections = {
        "office": (office.name, office.stationery),
        "member": members,
        "settings": office.settings,
        "lists": office.lists,
        "kinds": kinds,
    }
    return {name: "\n".join(_strings(held)) for name, held in sections.items()}


def leaving_of_outline(outline: Outline, library: Library) -> Texts:
    """Return what an outline's head puts into a document, its Member and office among it."""
    member = library.office.member(outline.member)
    named = {
        "member": f"{member.name}\n{member.constituency}\n{member.party}" if member else "",
        "office": f"{library.office.name}\n{library.office.stationery}",
    }
    return {**_texts(outline, _OUTLINE_LEAVES), **named}


def leaving_of_block(block: Block, card: Card | None, library: Library) -> Texts:
    """Return what a block puts into a document: its own words, and those of its card and the card's source."""
    texts = _texts(block, _BLOCK_LEAVES)
    source = library.source_of(card) if card else None
    if card:
        texts.update((f"card {name}", text) for name, text in _texts(card, _CARD_LEAVES).items())
    if source:
        texts.update((f"source {name}", text) for name, text in _texts(source, _SOURCE_LEAVES).items())
    return texts


def _texts(entry: object, fields: tuple[Field, ...], extra: Mapping[str, object] | None = None) -> dict[str, str]:
    values = ((field.name, getattr(entry, field.attribute)) for field in fields)
    held = {name: value if isinstance(value, str) else "\n".join(_strings(value)) for name, value in values if value}
    return held | {name: "\n".join((name, *_strings(value))) for name, value in (extra or {}).items()}


def _strings(value: object) -> Iterator[str]:
    """Every text in a value, in its lists and in its tables, the tables' keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, held in value.items():
            yield str(key)
            yield from _strings(held)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _strings(item)

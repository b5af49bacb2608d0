"""What an id in a form stands for, so that one sees whether it is the right one."""

from __future__ import annotations

from briefing.model.fields import Field, Shape
from briefing.model.library import Library
from briefing.tui.widgets.literal import Look, Run
from briefing.wording import desk
from briefing.wording import forms as say

PLAIN_IDS = frozenset({"id", "with"})
"""Ids that name the entry itself or a neighbour, and that are not looked up in the library."""


def is_link(field: Field) -> bool:
    """Whether the field names a card, a source or a Member of the library."""
    return field.shape in {Shape.ID, Shape.IDS} and field.name not in PLAIN_IDS


def describe(field: Field, value: object | None, library: Library) -> tuple[Run, ...]:
    """Return a line for each id the field holds: the claim, title or name, or that it is not in the library."""
    if value is None or not is_link(field):
        return ()
    ids = value if isinstance(value, list | tuple) else [value]
    return tuple(_describe(field.name, str(each), library) for each in ids)


def _describe(name: str, entry_id: str, library: Library) -> Run:
    known = _words_of(name, entry_id, library)
    return Run(known, Look.SOFT) if known else Run(say.unknown(name, entry_id), Look.WARN)


def _words_of(name: str, entry_id: str, library: Library) -> str:
    if name == "source":
        source = library.sources.get(entry_id)
        return source.title if source else ""
    if name == "member":
        member = library.office.member(entry_id)
        return member.name if member else ""
    card = library.cards.get(entry_id)
    if card is None:
        return ""
    return desk.RESTRICTED if card.is_restricted else card.claim

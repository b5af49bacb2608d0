"""What a form is about: its fields, what they hold now, and how what was typed is saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.library.values import show_value
from briefing.model.entries import DEFAULTS
from briefing.model.fields import Field
from briefing.model.library import Library
from briefing.tui.forms.groups import Group

if TYPE_CHECKING:
    from briefing.tui.app import Desk

Changes = Mapping[str, object | None]
"""Fields by name and what they are to hold; None takes a field away."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One card, source, note, outline or block, there already or about to be."""

    draft: str
    """The name its draft is kept under, from which it can be found again: `card k7f3qd2m`."""
    title: str
    groups: tuple[Group, ...]
    fields: Mapping[str, Field]
    values: Mapping[str, object]
    save: Callable[[Desk, Changes], str | None]
    """Saves the changes and returns the id; None where that failed and was said. Raises WrongField."""
    required: frozenset[str] = frozenset()
    first: str = ""
    """The field to begin in; empty for the first."""
    is_new: bool = False
    is_small: bool = False
    """Whether it is a line or two, asked for at the foot of the screen it is about."""
    is_block: bool = False

    def shown(self, name: str) -> str:
        """Return a field's value as a person would type it; of a choice not made, what it means to make none."""
        value = self.values.get(name, DEFAULTS.get(name) if self.fields[name].choices else None)
        return show_value(value)

    def needs(self, library: Library, kind_name: str) -> tuple[str, ...]:
        """Return the fields a card of a kind needs before it can be checked; none for what is not a card."""
        kind = library.office.kinds.get(kind_name.strip())
        return kind.needs if kind and "claim" in self.fields else ()

    def is_filled(self, group: Group) -> bool:
        """Whether any field of a group holds something."""
        return any(name in self.values for name in group.fields if name in self.fields)

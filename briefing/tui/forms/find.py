"""Choosing what an id field names, instead of typing its id."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

from briefing.model.fields import Shape
from briefing.tui.at_desk import desk_of
from briefing.tui.forms.form_field import FormField
from briefing.tui.forms.names import is_link
from briefing.tui.screens.choosing import Choice, Choose
from briefing.wording import forms as say


def find_for(screen: Screen[str | None], form_field: FormField) -> bool:
    """Open the list a field can be filled from; return whether there is one."""
    field = form_field.field
    take = _taker(form_field)
    if field.name in {"kind", "source", "member"}:
        title, choices = _LISTS[field.name](screen)
        screen.app.push_screen(Choose(title, choices), take)
        return True
    if is_link(field):
        from briefing.tui.dialogs.find_card import FindCard

        screen.app.push_screen(FindCard(say.FIND_CARD), take)
        return True
    return False


def _taker(form_field: FormField) -> Callable[[str | None], None]:
    def take(chosen: str | None) -> None:
        form_field.editor.focus()
        if chosen and form_field.field.shape is Shape.IDS and form_field.text.strip():
            form_field.put(f"{form_field.text.rstrip().rstrip(',')}, {chosen}")
        elif chosen:
            form_field.put(chosen)

    return take


def _sources(screen: Screen[str | None]) -> tuple[str, list[Choice]]:
    sources = desk_of(screen).library.sources.values()
    rows = [Choice(each.id, each.title, each.id) for each in sources]
    return say.FIND_SOURCE, rows


def _kinds(screen: Screen[str | None]) -> tuple[str, list[Choice]]:
    kinds = desk_of(screen).library.office.kinds.values()
    return say.FIND_KIND, [Choice(each.name, each.title, each.name) for each in kinds]


def _members(screen: Screen[str | None]) -> tuple[str, list[Choice]]:
    members = desk_of(screen).library.office.members
    rows = [Choice(each.id, each.name, each.id) for each in members]
    return say.FIND_MEMBER, rows


_LISTS = {"kind": _kinds, "source": _sources, "member": _members}

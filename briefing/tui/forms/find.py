"""Choosing what an id field names, instead of typing its id."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from textual.screen import Screen

from briefing.model.fields import Shape
from briefing.tui.at_desk import desk_of
from briefing.tui.forms.form_field import FormField
from briefing.tui.forms.names import is_link
from briefing.tui.screens.choosing import Choice, Choose
from briefing.tui.widgets.paged import paged
from briefing.wording import forms as say

if TYPE_CHECKING:
    from briefing.tui.app import Desk

FEW = 500
"""Sources that are gone through one by one."""
MOST = 30
"""Sources offered where there are more: each may mean to read its note."""
LOOKED_THROUGH = 200
"""Cards among whose sources one is looked for."""


def find_for(screen: Screen[str | None], form_field: FormField) -> bool:
    """Open the list a field can be filled from; return whether there is one."""
    field = form_field.field
    take = _taker(form_field)
    if field.name in _LISTS:
        title, choices = _LISTS[field.name](screen)
        screen.app.push_screen(Choose(title, paged(choices)), take)
        return True
    if field.name == "source":
        find = partial(_sources, desk_of(screen))
        screen.app.push_screen(Choose(say.FIND_SOURCE, paged(()), find), take)
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


def _sources(desk: Desk, text: str) -> list[Choice]:
    """Return the sources whose titles hold what is typed; in a large library those of the cards that match it."""
    sources = desk.library.sources
    if len(sources) <= FEW:
        words = text.casefold().split()
        known = [each for each in sources.values() if all(word in each.title.casefold() for word in words)]
    else:
        ids = islice(_ids_of_sources(desk, text), MOST)
        known = [source for each in ids if (source := sources.get(each))]
    return [Choice(each.id, each.title, each.id) for each in known]


def _ids_of_sources(desk: Desk, text: str) -> Iterator[str]:
    """The sources of that id or name, then those of the cards that match."""
    words = text.replace('"', " ").strip()
    if not words:
        return iter(desk.library.sources)
    asked = (f'source:"{words}"', text)
    answers = (desk.papers.first(query, LOOKED_THROUGH, lambda: False) for query in asked)
    hits = (hit.source for answer in answers if answer for hit in answer.hits if hit.source)
    return iter(dict.fromkeys((words, *hits)))


def _kinds(screen: Screen[str | None]) -> tuple[str, list[Choice]]:
    kinds = desk_of(screen).library.office.kinds.values()
    return say.FIND_KIND, [Choice(each.name, each.title, each.name) for each in kinds]


def _members(screen: Screen[str | None]) -> tuple[str, list[Choice]]:
    members = desk_of(screen).library.office.members
    rows = [Choice(each.id, each.name, each.id) for each in members]
    return say.FIND_MEMBER, rows


_LISTS = {"kind": _kinds, "member": _members}

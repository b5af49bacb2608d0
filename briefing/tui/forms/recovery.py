"""What was typed and not saved when the desk was last left, or fell: offered at the start."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from briefing.library.drafts import Draft
from briefing.model.ids import NoteName, OutlineName
from briefing.model.library import Library
from briefing.tui.forms.form import Form
from briefing.tui.forms.form_draft import drafts_of, fields_of, title_of
from briefing.tui.forms.subjects import card_form, note_form, outline_form, source_form
from briefing.tui.outline_draft import PREFIX
from briefing.tui.screens.choosing import Choice, Choose
from briefing.tui.widgets.paged import paged
from briefing.wording import forms as say

if TYPE_CHECKING:
    from briefing.tui.app import Desk

_IN_OUTLINE = re.compile(r"(?:text|heading) in (?P<outline>\S+) after (?P<block>\S*)|block (?P<id>\S+) in (?P<in>\S+)")
DISCARD = "discard all"


def offer_drafts(desk: Desk) -> None:
    """Show what was typed and not saved, where there is any; choosing one opens its form with the words in it."""
    drafts = drafts_of(desk)
    pending = drafts.pending() if drafts else ()
    if not pending:
        return
    choices = [Choice(draft.name, _line(draft), f"{draft.kept.astimezone():%d %b %H:%M}") for draft in pending]
    choices.append(Choice(DISCARD, say.DISCARD_DRAFTS))
    desk.push_screen(Choose(say.DRAFTS_TITLE, paged(choices)), lambda name: _open(desk, name) if name else None)


def _line(draft: Draft) -> str:
    """Return what a draft is called, and how its words begin."""
    words = next((text for text in fields_of(draft.text).values() if len(text) > 3), "")
    return f"{title_of(draft.text) or draft.name}: {' '.join(words.split())}" if words else draft.name


def _open(desk: Desk, name: str) -> None:
    drafts = drafts_of(desk)
    if drafts is None:
        return
    if name == DISCARD:
        for draft in drafts.pending():
            drafts.discard(draft.name)
        desk.say(say.DRAFTS_DISCARDED)
    elif _open_in_outline(desk, name):
        return
    elif form := _form_for(desk.library, name):
        desk.push_screen(form)
    else:
        _copy_out(desk, name)


def _form_for(library: Library, name: str) -> Form | None:
    """Return the form a draft's name stands for; None where what it edits is gone."""
    for pattern, make in _FORMS.items():
        match = re.fullmatch(pattern, name)
        if match:
            return make(library, match[1])
    return None


def _card(library: Library, card_id: str) -> Form | None:
    card = library.cards.get(card_id)
    return card_form(library, library.home_name(card_id), card) if card else None


def _source(library: Library, source_id: str) -> Form | None:
    source = library.sources.get(source_id)
    return source_form(library, library.home_name(source_id), source) if source else None


def _note(library: Library, name: str) -> Form | None:
    note = library.note(name)
    return note_form(note) if note else None


def _outline(library: Library, name: str) -> Form | None:
    outline = library.outline(name)
    return outline_form(library, outline) if outline else None


def _new_card(library: Library, note: str) -> Form | None:
    return card_form(library, NoteName(note)) if library.note(note) else None


def _new_source(library: Library, note: str) -> Form | None:
    return source_form(library, NoteName(note)) if library.note(note) else None


_FORMS: Final[Mapping[str, Callable[[Library, str], Form | None]]] = {
    r"card (\S+)": _card,
    r"source (\S+)": _source,
    r"note (\S+)": _note,
    r"outline (\S+)": _outline,
    r"new card in (\S+)": _new_card,
    r"new source in (\S+)": _new_source,
    r"new (note)": lambda _library, _name: note_form(),
    r"new (outline)": lambda library, _name: outline_form(library),
}


def _open_in_outline(desk: Desk, name: str) -> bool:
    """Open the outline a draft belongs to, and there the form it was typed in; return whether it is there."""
    from briefing.tui.screens.outline import OutlineScreen

    match = _IN_OUTLINE.fullmatch(name)
    outline = name.removeprefix(PREFIX) if name.startswith(PREFIX) else (match and (match["outline"] or match["in"]))
    if not outline or desk.library.outline(outline) is None:
        return False
    desk.push_screen(OutlineScreen(OutlineName(outline), name))
    return True


def _copy_out(desk: Desk, name: str) -> None:
    """Put the words of a draft on the clipboard: what it belongs to is gone, the words are not."""
    drafts = drafts_of(desk)
    draft = drafts.find(name) if drafts else None
    if draft:
        desk.copy_to_clipboard("\n\n".join(fields_of(draft.text).values()) or draft.text)
        desk.say(say.DRAFTS_NONE)

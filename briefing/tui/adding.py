"""Which outline, which note: asked in one place, with the one used last first; and adding a card to an outline."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from briefing.model.assembling import new_block_id
from briefing.model.card import Card
from briefing.model.ids import NoteName
from briefing.model.outline import Block
from briefing.model.placing import add_after
from briefing.tui.screens.choosing import Choice, Choose
from briefing.tui.widgets.paged import Paged, paged
from briefing.wording import desk as wording

if TYPE_CHECKING:
    from briefing.model.note import Heading
    from briefing.tui.app import Desk

FEW = 500
"""Notes that are gone through one by one for each letter that is typed."""
MOST = 60
"""Notes offered for what is typed where there are more."""


def ask_for_outline(desk: Desk, question: str, then: Callable[[str], None]) -> None:
    """Ask which outline is meant, and go on with its name."""
    last = desk.preferences.last_outline
    outlines = sorted(desk.library.outlines, key=lambda outline: outline.name != last)
    if not outlines:
        desk.say(wording.NO_OUTLINES)
        return
    choices = [
        Choice(outline.name, outline.title, wording.PRODUCTS.get(outline.product, outline.product))
        for outline in outlines
    ]
    desk.push_screen(Choose(question, paged(choices)), lambda name: then(name) if name else None)


def ask_for_note(desk: Desk, preferred: NoteName, then: Callable[[NoteName], None]) -> None:
    """Go on with the preferred note, or ask for one where there is none."""
    headings = desk.library.headings
    if desk.library.position(preferred) is not None:
        then(preferred)
    elif not headings:
        desk.say(wording.NO_LIBRARY_YET)
    else:
        choices = Paged(len(headings), lambda start, stop: [*map(_note_choice, headings[start:stop])])
        find = partial(_notes_that_fit, desk) if len(headings) > FEW else None
        choose = Choose(wording.WHICH_NOTE, choices, find)
        desk.push_screen(choose, lambda name: then(NoteName(name)) if name else None)


def _note_choice(heading: Heading) -> Choice:
    return Choice(heading.name, heading.title or heading.name, f"{heading.cards:,}")


def _notes_that_fit(desk: Desk, text: str) -> list[Choice]:
    """Return the notes that match, by the index: more than one may go through one by one."""
    library = desk.library
    names = desk.papers.find_notes(text, MOST)
    places = [place for name in names if (place := library.position(name)) is not None]
    return [_note_choice(heading) for place in places for heading in library.headings[place : place + 1]]


def add_to_outline(desk: Desk, card: Card) -> None:
    """Ask for an outline and put the card at its end: as an attack where its kind is the other side's."""

    def add(name: str) -> None:
        from briefing.library.authoring import change_outline

        outline = desk.library.outline(name)
        if outline is None:
            return
        kind = desk.library.office.kinds.get(card.kind)
        field = "attack" if kind and kind.theirs else "card"
        block = Block(id=new_block_id(outline), **{field: card.id})  # type: ignore[arg-type]  # one of two fields of one type
        desk.prefer(last_outline=name)
        if desk.save(change_outline(outline, add_after(outline, block), wording.added_to(outline.title))):
            desk.say(wording.added_to(outline.title))

    ask_for_outline(desk, wording.WHICH_OUTLINE, add)

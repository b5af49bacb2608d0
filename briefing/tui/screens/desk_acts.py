"""What can be done at the desk: to the chosen card, the chosen note, and the outlines."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.screen import Screen

from briefing.tui.at_desk import desk_of
from briefing.tui.screens.desk_panes import DeskPanes
from briefing.tui.widgets.notes_rows import What
from briefing.wording import desk as wording

if TYPE_CHECKING:
    from briefing.errors import Place
    from briefing.model.card import Card
    from briefing.model.ids import NoteName, OutlineName
    from briefing.model.library import Library


class DeskActs(DeskPanes):
    """The commands of the desk, each a short act on what is chosen."""

    def _with_card(self, act: Callable[[Card], None], *, words: bool = True) -> None:
        """Do something with the chosen card; ask first where it would show restricted words."""
        card = self.card
        if card is None:
            desk_of(self).say(wording.NO_CARD_CHOSEN)
        elif words and self.is_shut(card):
            self.ask_to_open(card, lambda: act(card))
        else:
            act(card)

    def ask_to_open(self, card: Card, then: Callable[[], None]) -> None:
        """Ask whether to show a restricted card; once yes, it is not asked again."""

        def opened() -> None:
            self.opened_cards.add(card.id)
            then()

        texts = (wording.OPEN_RESTRICTED, wording.OPEN_RESTRICTED_WHY, wording.SHOW_IT, wording.KEEP_SHUT)
        self._ask(texts, opened)

    def _ask(self, texts: tuple[str, str, str, str], then: Callable[[], None]) -> None:
        """Ask a question: its words, what stands below it, and its two answers; go on where the first is given."""
        from briefing.tui.screens.asking import Ask

        self.app.push_screen(Ask(*texts), lambda yes: then() if yes else None)

    def _push(self, screen: Screen[str | None], then: Callable[[str], None] | None = None) -> None:
        self.app.push_screen(screen, lambda answer: then(answer) if answer and then else None)

    # Cards.

    def action_add(self) -> None:
        """Add the chosen card to an outline."""
        from briefing.tui.adding import add_to_outline

        self._with_card(lambda card: add_to_outline(desk_of(self), card), words=False)

    def action_copy(self) -> None:
        """Copy the chosen card with its citation; never a restricted one."""
        desk, card = desk_of(self), self.card
        if card is None:
            desk.say(wording.NOTHING_TO_COPY)
        elif card.is_restricted:
            desk.say(wording.COPY_RESTRICTED, severity="warning")
        else:
            from briefing.tui.citing import citation

            desk.copy_to_clipboard(citation(card, desk.library))

    def action_new_card(self) -> None:
        """Make a card in the chosen note."""
        from briefing.tui.adding import ask_for_note

        ask_for_note(desk_of(self), self.note_name, self._new_card)

    def _new_card(self, note: NoteName) -> None:
        from briefing.tui.forms.subjects import card_form

        self._push(card_form(desk_of(self).library, note), self.choose_card)

    def choose_card(self, card_id: str) -> None:
        """Choose a card in the list; where it is not among those shown, show its note."""
        if not self.evidence.choose(card_id):
            self.evidence.clear()
            self.notes.choose(What.NOTE, desk_of(self).library.home_name(card_id))
            self.call_later(self.evidence.choose, card_id)

    def action_new_source(self) -> None:
        """Make a source in the chosen note."""
        from briefing.tui.adding import ask_for_note

        ask_for_note(desk_of(self), self.note_name, self._new_source)

    def _new_source(self, note: NoteName) -> None:
        from briefing.tui.forms.subjects import source_form

        self._push(source_form(desk_of(self).library, note))

    def action_edit_source(self) -> None:
        """Edit the source of the chosen card."""
        self._with_card(self._edit_source)

    def _edit_source(self, card: Card) -> None:
        from briefing.tui.forms.subjects import source_form

        library = desk_of(self).library
        source = library.source_of(card)
        if source is None:
            desk_of(self).say(wording.NO_SOURCE)
        else:
            self._push(source_form(library, library.home_name(source.id), source))

    def action_edit(self) -> None:
        """Edit what is chosen: a card, or at the left a note or an outline."""
        if not self.notes.has_focus:
            self._with_card(self._edit_card)
            return
        from briefing.tui.forms.subjects import note_form, outline_form

        library, entry = desk_of(self).library, self.notes.chosen
        note = library.note(entry.name) if entry and entry.what is What.NOTE else None
        outline = library.outline(entry.name) if entry and entry.what is What.OUTLINE else None
        if note:
            self._push(note_form(note))
        elif outline:
            self._push(outline_form(library, outline))

    def _edit_card(self, card: Card) -> None:
        from briefing.tui.forms.subjects import card_form

        library = desk_of(self).library
        self._push(card_form(library, library.home_name(card.id), card))

    def action_edit_in_editor(self) -> None:
        """Open the file of what is chosen in the user's own editor."""
        from briefing.errors import Place

        entry = self.notes.chosen
        if not self.notes.has_focus:
            self._with_card(lambda card: self.edit_file(desk_of(self).library.places.get(("card", card.id))))
        elif entry and entry.what is What.NOTE:
            self.edit_file(Place(f"{entry.name}.toml", 1))
        elif entry and entry.what is What.OUTLINE:
            self.edit_file(Place(f"outlines/{entry.name}.toml", 1))

    def edit_file(self, place: Place | None) -> None:
        """Open a file of the library in the user's own editor, at a line."""
        from briefing.tui.editing import edit_in_editor

        if place:
            edit_in_editor(desk_of(self), place.file, place.line or 1)

    def action_delete(self) -> None:
        """Delete the chosen card or outline, after asking once."""
        entry = self.notes.chosen
        if not self.notes.has_focus:
            self._with_card(self._ask_to_delete)
        elif entry and entry.what is What.OUTLINE:
            self._ask_to_delete_outline(entry.name)

    def _ask_to_delete(self, card: Card) -> None:
        seen = desk_of(self).library
        uses = tuple(outline.title for outline in seen.uses(card.id))
        detail = wording.delete_used(uses) if uses else wording.UNDO_BRINGS_BACK
        texts = (wording.delete_card(card.claim), detail, wording.DELETE, wording.KEEP)
        self._ask(texts, lambda: self._delete_card(card, seen))

    def _delete_card(self, card: Card, seen: Library) -> None:
        """Delete a card as it was seen when that was asked: what others wrote into it since stays."""
        from briefing.library.authoring import drop_entry

        desk = desk_of(self)
        if desk.save(drop_entry(seen, card.id)):
            desk.say(wording.deleted(wording.RESTRICTED if card.is_restricted else card.claim))

    def _ask_to_delete_outline(self, name: str) -> None:
        outline = desk_of(self).library.outline(name)
        if outline:
            texts = (wording.delete_outline(outline.title), wording.UNDO_BRINGS_BACK, wording.DELETE, wording.KEEP)
            self._ask(texts, lambda: self._delete_outline(outline.name))

    def _delete_outline(self, name: OutlineName) -> None:
        from briefing.library.authoring import drop_outline

        desk = desk_of(self)
        if desk.save(drop_outline(desk.library, name)):
            desk.say(wording.deleted(name))

    # Notes and outlines.

    def action_new_note(self) -> None:
        """Start a note."""
        from briefing.tui.forms.subjects import note_form

        self._push(note_form(), lambda name: self.notes.choose(What.NOTE, name))

    def action_new_outline(self) -> None:
        """Start an outline, and go to it."""
        from briefing.tui.forms.subjects import outline_form

        self._push(outline_form(desk_of(self).library), self.open_outline)

    def action_open_outline(self) -> None:
        """Choose an outline and open it."""
        from briefing.tui.adding import ask_for_outline

        ask_for_outline(desk_of(self), wording.OPEN_WHICH, self.open_outline)

    def open_outline(self, name: str) -> None:
        """Open an outline to assemble it."""
        from briefing.model.ids import OutlineName
        from briefing.tui.screens.outline import OutlineScreen

        desk_of(self).prefer(last_outline=name)
        self.app.push_screen(OutlineScreen(OutlineName(name)))

    def action_settle(self) -> None:
        """Settle a marked-up Word file."""
        from briefing.tui.returning import ask_for_file

        ask_for_file(desk_of(self))

    # The library.

    def action_undo(self) -> None:
        """Undo the last change of a note."""
        desk_of(self).undo()

    def action_redo(self) -> None:
        """Do the last undone change again."""
        desk_of(self).redo()

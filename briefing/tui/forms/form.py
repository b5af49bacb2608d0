"""A form: the fields of one thing in groups, checked as one types, kept as a draft, saved whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Button, Input, Static

from briefing.errors import BriefingError
from briefing.library.values import WrongField
from briefing.tui.at_desk import desk_of
from briefing.tui.bindings import bindings
from briefing.tui.commands import Place
from briefing.tui.forms.find import find_for
from briefing.tui.forms.fold import Fold
from briefing.tui.forms.form_draft import FormDraft
from briefing.tui.forms.form_field import FormField
from briefing.tui.forms.groups import Group
from briefing.tui.forms.subject import Subject
from briefing.tui.screens.asking import Ask
from briefing.tui.widgets.key_line import KeyLine
from briefing.tui.widgets.literal import Look, Run, literal
from briefing.tui.widgets.status_line import StatusLine
from briefing.wording import forms as say

IDLE = 2.0
"""Seconds without a key after which a draft is kept."""
BREAKPOINTS = [(0, "-narrow"), (96, "-wide")]
"""From how many columns on what is wrong with a field stands beside it, not beneath."""


class Form(Screen[str | None]):
    """The form of a subject. It ends with the id of what was saved, or None."""

    CSS_PATH = "../styles/forms.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.FORM)
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    AUTO_FOCUS = ""
    place: ClassVar[Place] = Place.FORM

    def __init__(self, subject: Subject) -> None:
        """Show what the subject holds."""
        super().__init__(classes="-small" if subject.is_small else None)
        self.subject = subject
        self._idle: Timer | None = None
        self._typed: dict[str, str] = {}
        self._is_over = False
        self._needs: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """Put title, groups, help and buttons one under the other."""
        self._needs = self.subject.needs(desk_of(self).library, str(self.subject.values.get("kind", "")))
        with Vertical(id="form-sheet"):
            yield StatusLine()
            with VerticalScroll(id="groups", can_focus=False):
                for group in self.subject.groups:
                    if self._names(group):
                        yield self._fold(group)
            with Horizontal(id="form-foot"):
                yield Static("", id="form-help", markup=False)
                yield Button(say.START_AGAIN, id="again", compact=True)
                yield Button(say.LEAVE, id="leave", compact=True)
                yield Button(say.SAVE, id="save", variant="primary", compact=True)
        yield KeyLine()

    def _names(self, group: Group) -> tuple[str, ...]:
        return tuple(name for name in group.fields if name in self.subject.fields)

    def _fold(self, group: Group) -> Fold:
        def make() -> Iterable[FormField]:
            return (self._field(name) for name in self._names(group))

        return Fold(group.title, self._names(group), make, folded=group.folded and not self.subject.is_filled(group))

    def _field(self, name: str) -> FormField:
        kinds = desk_of(self).library.office.kinds if name == "kind" else ()
        required = name in self.subject.required
        label = say.label(name, of_block=self.subject.is_block)
        form_field = FormField(
            self.subject.fields[name], label, self.subject.shown(name), required=required, kinds=kinds
        )
        form_field.is_needed = name in self._needs
        return form_field

    def on_mount(self) -> None:
        """Bring back what was typed last time, and begin in the first field."""
        self.query_one(StatusLine).show((Run(f" {self.subject.title}", Look.STRONG),))
        self.query_one("#form-sheet").border_title = literal(self.subject.title)
        self.query_one("#again").display = False
        kept = self._draft.find()
        if kept:
            self._bring_back(kept)
        self._begin()

    @on(FormField.Typed)
    def _follow_kind(self, event: FormField.Typed) -> None:
        """Mark the fields a card of the kind typed needs before it can be checked."""
        if event.form_field.field.name == "kind":
            self._needs = self.subject.needs(desk_of(self).library, event.form_field.text)
            for form_field in self.fields():
                form_field.need(form_field.field.name in self._needs)

    @on(Input.Submitted)
    def _go_on(self) -> None:
        """Enter goes to the next field; where there is but one, it saves."""
        self.action_save_form() if self.subject.is_small else self.focus_next()

    @property
    def _draft(self) -> FormDraft:
        return FormDraft(desk_of(self), self.subject)

    def _bring_back(self, kept: dict[str, str]) -> None:
        for fold in self.query(Fold):
            if fold.is_folded and any(name in kept for name in fold.names):
                fold.unfold()
        for form_field in self.fields():
            if form_field.field.name in kept:
                form_field.put(kept[form_field.field.name])
        self.query_one("#again").display = True
        desk_of(self).say(say.DRAFT_IS_BACK)

    def _begin(self) -> None:
        wanted = self.subject.first
        for fold in self.query(Fold):
            if fold.is_folded and wanted in fold.names:
                fold.unfold()
                self.call_after_refresh(self._begin)
                return
        for form_field in self.fields():
            if form_field.field.name == wanted or not wanted:
                self.set_focus(form_field.editor)
                return

    def fields(self) -> Iterator[FormField]:
        """Every field made so far, in order."""
        for fold in self.query(Fold):
            yield from fold.fields

    @property
    def _typed_into(self) -> FormField | None:
        return next((each for each in self.fields() if each.editor is self.focused), None)

    def changed(self) -> dict[str, str]:
        """Return what was typed, by field, where it is not what was there."""
        return {each.field.name: each.text for each in self.fields() if each.is_changed}

    @on(FormField.Typed)
    def _keep_soon(self) -> None:
        self._typed = self.changed()
        if self._idle:
            self._idle.stop()
        self._idle = self.set_timer(IDLE, self.keep_draft)

    def keep_draft(self) -> None:
        """Keep what was typed, so that nothing is lost with the power."""
        self._draft.keep(self._typed)

    def on_descendant_focus(self) -> None:
        """Say what the field is for that is being typed into."""
        form_field = self._typed_into
        self.query_one("#form-help", Static).update(literal(form_field.help if form_field else ""))

    @on(Button.Pressed, "#save")
    def action_save_form(self) -> None:
        """Save, unless a field is not right yet; then go to it."""
        wrong = [each for each in self.fields() if not each.check(strictly=True)]
        if wrong:
            self._go_to(wrong[0])
            desk_of(self).say(say.still_wrong(len(wrong)), severity="warning")
            return
        changes = {each.field.name: each.value() for each in self.fields() if each.is_changed}
        if not changes and not self.subject.is_new:
            desk_of(self).say(say.NOTHING_CHANGED)
            self._end(None)
            return
        self._save(changes)

    def _save(self, changes: dict[str, object | None]) -> None:
        desk = desk_of(self)
        try:
            saved = self.subject.save(desk, changes)
        except WrongField as error:
            self._complain(error)
        except BriefingError as error:
            desk.tell(error)
            self.keep_draft()
        else:
            if saved is None:
                self.keep_draft()
            else:
                self._end(saved)

    def _complain(self, error: WrongField) -> None:
        """Say what stands in the way, at its field."""
        for fold in self.query(Fold):
            if error.field in fold.names:
                fold.unfold()
        for form_field in self.fields():
            if form_field.field.name == error.field:
                form_field.complain(f"{error.what} {error.hint}".strip())
                self._go_to(form_field)
                self.call_after_refresh(form_field.scroll_visible, animate=False)  # what is said stands below the line
                return
        desk_of(self).tell(error)

    def _go_to(self, form_field: FormField) -> None:
        self.call_after_refresh(form_field.editor.focus)

    @on(Button.Pressed, "#leave")
    def action_leave_form(self) -> None:
        """Leave, after asking where something was typed; it is kept as a draft all the same."""
        if not self.changed():
            self._end(None)
            return
        self.keep_draft()
        ask = Ask(say.ASK_LEAVE, say.ASK_LEAVE_DETAIL, yes=say.LEAVE_YES)
        self.app.push_screen(ask, lambda leave: self._leave() if leave else None)

    def _leave(self) -> None:
        desk_of(self).say(say.DRAFT_KEPT)
        self._is_over = True
        self.dismiss(None)

    def _end(self, result: str | None) -> None:
        self._is_over = True
        self._draft.discard()
        self.dismiss(result)

    @on(Button.Pressed, "#again")
    def _start_again(self) -> None:
        """Let go of what was typed."""
        for form_field in self.fields():
            form_field.put(self.subject.shown(form_field.field.name))
        self._draft.discard()
        self.query_one("#again").display = False
        self._begin()

    def on_unmount(self) -> None:
        """Keep what was typed when the desk is left in the middle of it."""
        if self._typed and not self._is_over:
            self.keep_draft()

    def action_find_id(self) -> None:
        """Choose what an id field names from a list."""
        form_field = self._typed_into
        if form_field is None or not find_for(self, form_field):
            desk_of(self).say(say.NOTHING_TO_FIND)

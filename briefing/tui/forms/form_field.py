"""One field of a form: its label, what it is typed into, and beside it what is wrong or what an id stands for."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from briefing.library.values import WrongField, parse_value
from briefing.model.fields import Field
from briefing.tui.at_desk import desk_of
from briefing.tui.forms.choices import Choices
from briefing.tui.forms.editors import Editor, TextEditor, editor_for, fill, text_of
from briefing.tui.forms.names import describe, is_link
from briefing.tui.widgets.literal import Look, Run, literal
from briefing.wording import forms as say

LONG = frozenset({"claim", "title", "url", "archived", "short", "heading", "formula"})
"""Single lines that take the whole width: what is wrong with them stands beneath."""
_STYLES = {Look.WARN: "$warning", Look.BAD: "$error"}


class FormField(Widget):
    """A label, an editor and a message."""

    class Typed(Message):
        """The field holds something else."""

        def __init__(self, form_field: FormField) -> None:
            """Say which."""
            super().__init__()
            self.form_field = form_field

    def __init__(
        self, field: Field, label: str, text: str, *, required: bool = False, kinds: Iterable[str] = ()
    ) -> None:
        """Make a field holding a text."""
        super().__init__()
        self.field = field
        self.required = required
        self.is_needed = False
        self._label = Static(classes="label", markup=False)
        self._called = label
        self.error: WrongField | None = None
        self._was = text
        self.editor: Editor = editor_for(field, text, kinds)
        is_tall = isinstance(self.editor, TextEditor)
        self.set_class(is_tall, "tall")
        self.set_class(is_tall or is_link(field) or field.name in LONG, "beneath")
        self._message = Static("", classes="message", markup=False)

    def compose(self) -> ComposeResult:
        """Lay the three side by side."""
        yield self._label
        yield self.editor
        yield self._message

    def on_mount(self) -> None:
        """Say what its ids stand for."""
        self.need(self.is_needed)
        self.check()

    def need(self, needed: bool) -> None:  # noqa: FBT001 - the one thing it says
        """Mark the field as one that a card of its kind needs before it can be checked."""
        self.is_needed = needed
        mark = say.REQUIRED_MARK if self.required else say.NEEDED_MARK if needed else " "
        self._label.update(Content.assemble(self._called, " ", (mark, "$accent")))

    def on_descendant_focus(self) -> None:
        """Show by the label where one types; the style sheet's own way paints the labels of all fields alike."""
        self._label.add_class("-here")

    def on_descendant_blur(self) -> None:
        """Show that one types elsewhere."""
        self._label.remove_class("-here")

    @property
    def help(self) -> str:
        """What the field is for."""
        return say.needed(self.field.help) if self.is_needed else self.field.help

    @property
    def text(self) -> str:
        """What has been typed."""
        return text_of(self.editor)

    @property
    def is_changed(self) -> bool:
        """Whether it holds another text than at first."""
        return self.text != self._was

    def put(self, text: str) -> None:
        """Hold a text that was typed before, or chosen from a list."""
        fill(self.editor, text)
        self.check()

    def value(self) -> object | None:
        """Return what the text means; raises WrongField."""
        value = parse_value(self.field, self.text)
        if value is None and self.required:
            raise WrongField(self.field.name, say.REQUIRED)
        return value

    def check(self, *, strictly: bool = False) -> bool:
        """Say what is wrong with the text, if anything; only a strict check minds what is still missing."""
        try:
            value = self.value()
        except WrongField as error:
            self.error = error
            shown = strictly or self.text.strip()
            self._tell((Run(error.what, Look.BAD),) if shown else ())
        else:
            self.error = None
            self._tell(describe(self.field, value, desk_of(self).library))
        return self.error is None

    def complain(self, what: str) -> None:
        """Say that the text cannot stay as it is, for a reason found outside the field."""
        self._tell((Run(what, Look.BAD),))

    def _tell(self, lines: tuple[Run, ...]) -> None:
        self.set_class(any(run.look is Look.BAD for run in lines), "-wrong")
        self._message.set_class(not lines, "-empty")
        parts = [literal(run.text).stylize(_STYLES.get(run.look, "$soft")) for run in lines]
        self._message.update(Content("\n").join(parts))
        if lines and self.editor.has_focus:
            self.call_after_refresh(self.scroll_visible, animate=False)

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choices.Changed)
    def _typed(self, event: Message) -> None:
        event.stop()
        self.check()
        self.post_message(self.Typed(self))

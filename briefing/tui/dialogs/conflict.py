"""Where two people changed the same words: both versions, field by field, to choose from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from briefing.library.settling import place_of, settle
from briefing.model.history import Step
from briefing.tui.at_desk import desk_of
from briefing.tui.bindings import bindings
from briefing.tui.commands import Place
from briefing.tui.forms.choices import Choices
from briefing.tui.widgets.literal import literal
from briefing.wording import conflict as say
from briefing.wording.forms import label

if TYPE_CHECKING:
    from briefing.library.opened import Outcome
    from briefing.library.splice import Conflict


class Versions(Vertical):
    """One field in both versions, and which is to stand."""

    def __init__(self, conflict: Conflict) -> None:
        """Show a conflict, nothing chosen yet."""
        super().__init__()
        self.conflict = conflict
        self._choices = Choices(((say.YOURS, say.YOURS), (say.THEIRS, say.THEIRS)), "")

    @property
    def chosen(self) -> str:
        """Whose words are to stand; empty where that is not chosen yet."""
        return self._choices.text

    def compose(self) -> ComposeResult:
        """Put ours beside theirs."""
        conflict = self.conflict
        called = label(conflict.field, of_block=conflict.array == "block") if conflict.field else ""
        about = say.about(conflict.array, conflict.id, called)
        yield Static(literal(about), classes="about", markup=False)
        with Horizontal(classes="versions"):
            for whose, value in ((say.YOURS, conflict.ours), (say.THEIRS, conflict.theirs)):
                words = Static(literal(say.shown(value)), classes="version", markup=False)
                words.border_title = literal(whose)
                yield words
        yield self._choices


class ConflictScreen(ModalScreen[bool]):
    """Both versions of every field a step could not be saved for. It ends with whether something was saved."""

    CSS_PATH = "../styles/forms.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.FORM)
    place: ClassVar[Place] = Place.FORM

    def __init__(self, outcome: Outcome, save: Callable[[Step | None], bool] | None = None) -> None:
        """Ask about an outcome; `save` saves what was chosen, None where nothing of ours is left."""
        super().__init__()
        self._outcome = outcome
        self._save = save

    def compose(self) -> ComposeResult:
        """List the conflicts, with what can be done."""
        with Vertical(classes="sheet wide"):
            yield Static(say.DETAIL, classes="detail", markup=False)
            with VerticalScroll(id="conflicts", can_focus=False):
                yield from map(Versions, self._outcome.conflicts)
            with Horizontal(classes="answers"):
                yield Button(say.LATER, id="later", compact=True)
                yield Button(say.KEEP, id="keep", variant="primary", compact=True)

    def on_mount(self) -> None:
        """Begin at the first choice."""
        self.query_one(".sheet").border_title = literal(say.TITLE)
        self.query(Choices).first().focus()

    @on(Button.Pressed, "#keep")
    def action_save_form(self) -> None:
        """Save what was chosen; where the file has changed once more, ask again."""
        versions = list(self.query(Versions))
        if not all(each.chosen for each in versions):
            desk_of(self).say(say.CHOOSE_FIRST, severity="warning")
            return
        ours = {place_of(each.conflict) for each in versions if each.chosen == say.YOURS}
        step = settle(self._outcome.step, self._outcome.conflicts, ours)
        self.dismiss(self._keep(step))

    def _keep(self, step: Step | None) -> bool:
        if self._save:
            return self._save(step)
        return step is None or desk_of(self).save(step)

    @on(Button.Pressed, "#later")
    def action_leave_form(self) -> None:
        """Choose nothing yet."""
        desk_of(self).say(say.KEPT_FOR_LATER, severity="warning")
        self.dismiss(False)  # noqa: FBT003 - the result of the screen

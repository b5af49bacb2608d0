"""Checking a card: claim, exact words, scope and date, each beside what the source says, ticked and signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Checkbox, Static

from briefing.evidence.checking import CHECKED, check, find_lacking
from briefing.tui.at_desk import desk_of
from briefing.tui.forms.editors import LineEditor
from briefing.tui.pages.questions import Question, questions
from briefing.tui.widgets.literal import literal
from briefing.wording import standing as say

if TYPE_CHECKING:
    from briefing.evidence.quotations.comparing import Comparison
    from briefing.model.card import Card
    from briefing.model.history import Step
    from briefing.model.library import Library

READ_ON = 8
"""Lines further with each page key."""
_MARKS = {False: "▢", True: "▣"}


class Tick(Checkbox):
    """A question to be ticked, its mark to be read without colour."""

    @property
    def _button(self) -> Content:
        return Content(_MARKS[self.value])


@dataclass(frozen=True, slots=True)
class Signed:
    """A check that somebody put their name to, to be saved."""

    by: str
    step: Step


class CheckCard(ModalScreen[Signed | str | None]):
    """Ends with the check to be saved, with the field to fill in first, or with None where it was left."""

    CSS_PATH = "../styles/checking.tcss"
    AUTO_FOCUS = "Tick"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("f2,ctrl+s,ctrl+enter", "record", show=False),
        Binding("e", "fill_in", show=False),
        Binding("down,j", "app.focus_next", show=False),
        Binding("up,k", "app.focus_previous", show=False),
        Binding("pagedown", "read_on(1)", show=False),
        Binding("pageup", "read_on(-1)", show=False),
    ]

    def __init__(self, card: Card, library: Library, compared: Comparison) -> None:
        """Ask about a card as it was seen in a library, and as its words were compared with the kept text."""
        super().__init__()
        self._card, self._library, self._compared = card, library, compared
        self._lacking = find_lacking(card, library, compared.result)

    @property
    def cards_shown(self) -> frozenset[str]:
        """The card that is asked about."""
        return frozenset({self._card.id})

    def compose(self) -> ComposeResult:
        """What is in the way, the questions, who answers them, and the answers."""
        with Vertical(classes="sheet wide", id="check-card") as sheet:
            sheet.border_title = literal(say.TITLE)
            yield Static(literal(self._in_the_way()), id="lacking")
            with VerticalScroll(id="questions", can_focus=False):
                for question in questions(self._card, self._library, self._compared):
                    yield from _asked(question)
            with Horizontal(id="signed"):
                yield Static(say.CHECKED_BY, classes="label", markup=False)
                yield LineEditor(desk_of(self).preferences.last_checker, id="by", hint=say.NAME_HINT)
            yield Static(say.HINT, classes="hint", id="hint", markup=False)
            with Horizontal(classes="answers"):
                yield Button(literal(say.FILL_IN), id="fill", compact=True)
                yield Button(literal(say.RECORD), id="record", compact=True)
                yield Button(literal(say.LEAVE), id="leave", compact=True)

    def on_mount(self) -> None:
        """Show what is in the way, and the way to it, only where there is something."""
        self.query_one("#lacking").display = bool(self._in_the_way())
        self.query_one("#fill").display = bool(self._lacking)
        if self._lacking:
            self.query_one("#fill").focus()

    def _in_the_way(self) -> str:
        doubt = say.DOUBTED.get(self._card.status, "")
        why = f"{doubt}: {' '.join(self._card.why.split())}" if doubt else ""
        lacking = say.cannot_be_checked([each.wanted for each in self._lacking]) if self._lacking else ""
        return "\n".join(filter(None, (why, lacking)))

    @on(Button.Pressed, "#record")
    def action_record(self) -> None:
        """Record the check, once everything is there, ticked and signed; else go to what is not."""
        unticked = next((box for box in self.query(Tick) if not box.value), None)
        by = self.query_one("#by", LineEditor)
        if self._lacking:
            self._say(say.cannot_be_checked([each.wanted for each in self._lacking]))
            self.query_one("#fill").focus()
        elif unticked:
            self._say(say.TICK_FIRST)
            unticked.focus()
        elif not by.text.strip():
            self._say(say.NAME_FIRST)
            by.focus()
        else:
            self._record(by.text.strip())

    def _say(self, words: str) -> None:
        self.query_one("#hint", Static).update(literal(words))

    def _record(self, by: str) -> None:
        from briefing.library.authoring import change_entry

        today = date.today()  # noqa: DTZ011 - the user's own day
        recorded = check(self._card, self._library.source_of(self._card), by, today)
        # As it was seen when it was asked about: words that others changed meanwhile are not what was checked.
        step = change_entry(self._library, self._card.id, {"status": CHECKED, "checked": dict(recorded.checked)})
        self.dismiss(Signed(by, step))

    def action_read_on(self, by: int) -> None:
        """Read on in what is longer than its room."""
        self.query_one("#questions").scroll_relative(y=by * READ_ON, animate=False)

    @on(Button.Pressed, "#fill")
    def action_fill_in(self) -> None:
        """Go to the form, to the first field that is wanted."""
        if self._lacking:
            self.dismiss(self._lacking[0].field)

    @on(Button.Pressed, "#leave")
    def action_leave(self) -> None:
        """Leave the card as it is."""
        self.dismiss(None)


def _asked(question: Question) -> ComposeResult:
    yield Tick(literal(question.asked), compact=True, id=f"ask-{question.name}")
    for label, text in question.shown:
        with Horizontal(classes="shown"):
            if label:
                yield Static(literal(label), classes="label")
            yield Static(literal(text), classes="text")

"""A group of fields under a heading that folds; what is folded away is not made before it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from briefing.tui.forms.form_field import FormField
from briefing.tui.widgets.literal import Line, Look, Run
from briefing.tui.widgets.painted_line import PaintedLine


class FoldTitle(PaintedLine, can_focus=True):
    """The heading of a group; enter, space or a click unfolds it, a click folds it. Unfolded, no key stops there."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "fold", show=False)]

    def __init__(self, title: str) -> None:
        """Show a title."""
        super().__init__()
        self._title = title

    def line(self, width: int) -> Line:
        """Return the title and whether there is more beneath."""
        fold = self.parent
        arrow = "▸" if isinstance(fold, Fold) and fold.is_folded else "▾"
        over = Look.CURSOR if self.has_focus else Look.HEADING
        return (Run(f"{arrow} {self._title} ", over),)

    def action_fold(self) -> None:
        """Fold or unfold the group."""
        if isinstance(self.parent, Fold):
            self.parent.turn()

    def on_click(self, event: events.Click) -> None:
        """Fold or unfold the group."""
        self.action_fold()


class Fold(Vertical):
    """A group of fields."""

    def __init__(
        self, title: str, names: tuple[str, ...], make: Callable[[], Iterable[FormField]], *, folded: bool
    ) -> None:
        """Make the fields of these names when they are first to be seen."""
        super().__init__()
        self.names = names
        self._title = FoldTitle(title)
        self._title.can_focus = folded
        self._make = make
        self._fields: tuple[FormField, ...] = ()
        self.is_folded = folded
        if not folded:
            self._fields = tuple(make())

    def compose(self) -> ComposeResult:
        """Put the fields under the title."""
        yield self._title
        yield from self._fields

    @property
    def fields(self) -> tuple[FormField, ...]:
        """The fields made so far."""
        return self._fields

    def turn(self) -> None:
        """Fold or unfold."""
        if self.is_folded:
            self.unfold()
        else:
            self.is_folded = True
            self._show()

    def unfold(self) -> None:
        """Show the fields, made now where they have not been."""
        self.is_folded = False
        if not self._fields:
            self._fields = tuple(self._make())
            self.mount_all(self._fields)
        self._show()

    def _show(self) -> None:
        had_focus = self._title.has_focus
        self._title.can_focus = self.is_folded
        if had_focus and self._fields:
            self.call_after_refresh(self._fields[0].editor.focus)
        for form_field in self._fields:
            form_field.display = not self.is_folded
        self._title.refresh()

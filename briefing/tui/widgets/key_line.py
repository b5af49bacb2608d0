"""The footer: at most seven keys of the pane that has the focus, each also a button."""

from __future__ import annotations

from textual.widget import Widget

from briefing.tui.at_desk import desk_of
from briefing.tui.bindings import shown_key
from briefing.tui.commands import Command, Place
from briefing.tui.keymap import footer_of, keys_within
from briefing.tui.widgets.literal import Line, Look, Run, width_of
from briefing.tui.widgets.painted_line import PaintedLine


def place_of(focused: Widget | None) -> Place:
    """Return the place the focused widget, or the nearest thing around it, stands for."""
    for node in focused.ancestors_with_self if focused else ():
        place = getattr(node, "place", None)
        if isinstance(place, Place):
            return place
    return Place.APP


class KeyLine(PaintedLine):
    """Keys and what they do, from the table of commands."""

    def on_mount(self) -> None:
        """Follow the focus."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def line(self, width: int) -> Line:
        """Return the keys of the pane; where there is too little room the last but the help give way."""
        place = place_of(self.screen.focused)
        shown = [runs for command in footer_of(place) if (runs := self._button(command, place))]
        *others, help_keys = shown or [()]
        room = width - width_of(help_keys)
        while others and sum(map(width_of, others)) > room:
            others.pop()
        return tuple(run for button in (*others, help_keys) for run in button)

    def _button(self, command: Command, place: Place) -> Line:
        keys = keys_within(place, command, desk_of(self).preferences.keys)
        if not keys:
            return ()
        return (
            Run(" "),
            Run(shown_key(keys[0]), Look.KEY, command.name),
            Run(f" {command.label} ", Look.PLAIN, command.name),
        )

"""The footer: at most seven keys of the pane that has the focus, each also a button."""

from __future__ import annotations

from textual import events
from textual.widget import Widget

from briefing.tui.at_desk import desk_of
from briefing.tui.bindings import shown_key
from briefing.tui.commands import Command, Place, footer_of, keys_of
from briefing.tui.widgets.literal import Line, Look, Run
from briefing.tui.widgets.painted_line import PaintedLine
from briefing.tui.widgets.painting import target_at


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
        """Return the keys of the focused pane; the palette's key is always among them."""
        remapped = desk_of(self).preferences.keys
        runs: list[Run] = []
        for command in footer_of(place_of(self.screen.focused)):
            keys = keys_of(command, remapped)
            if keys:
                runs += _button(command, keys[0])
        return tuple(runs)

    async def on_click(self, event: events.Click) -> None:
        """Run the command that was clicked, where the focus is."""
        name = target_at(event.style)
        if not name:
            return
        for node in (self.screen.focused or self.screen).ancestors_with_self:
            if hasattr(node, f"action_{name}"):
                await self.app.run_action(name, node)
                return


def _button(command: Command, key: str) -> tuple[Run, ...]:
    return (
        Run(" "),
        Run(shown_key(key), Look.KEY, command.name),
        Run(f" {command.label} ", Look.PLAIN, command.name),
    )

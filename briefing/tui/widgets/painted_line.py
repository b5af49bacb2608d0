"""One painted line, as header and footer are; what leads to a command in it is a button."""

from __future__ import annotations

from textual import events
from textual.strip import Strip
from textual.widget import Widget

from briefing.tui.widgets.literal import Line
from briefing.tui.widgets.painting import paint, target_at


class PaintedLine(Widget):
    """A line of runs. A subclass says what stands in it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PaintedLine { height: 1; width: 1fr; }
    """

    def line(self, width: int) -> Line:
        """Return what stands in the line."""
        return ()

    def render_line(self, y: int) -> Strip:
        """Return the painted line."""
        width = self.size.width
        return paint(self, self.line(width), width)

    async def _on_click(self, event: events.Click) -> None:
        """Run the command that was clicked, where the focus is."""
        name = target_at(event.style)
        nodes = (self.screen.focused or self.screen).ancestors_with_self if name else []
        for node in nodes:
            if hasattr(node, f"action_{name}"):
                await self.app.run_action(name, node)
                return

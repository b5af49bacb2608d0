"""Lines become strips: the one place where words meet colours."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from briefing.tui.themes import looks_of
from briefing.tui.widgets.literal import Line, Look, fit

TARGET = "target"
"""The key under which a cell remembers what a click on it leads to. Ours: the framework acts only on `@click`."""


def paint(widget: Widget, line: Line, width: int, over: Look | None = None) -> Strip:
    """Return the line as the widget shows it, `width` cells wide, with a look laid over the whole of it."""
    base, looks = widget.visual_style.rich_style, looks_of(widget.app.theme)
    laid = looks[over] if over else Style.null()
    segments = [Segment(run.text, base + laid + looks[run.look] + _leading_to(run.target)) for run in fit(line, width)]
    return Strip(segments).adjust_cell_length(width, base + laid)


def _leading_to(target: str) -> Style:
    return Style.from_meta({TARGET: target}) if target else Style.null()


def target_at(style: Style) -> str:
    """Return what the cell of this style leads to; empty where it leads nowhere."""
    target = style.meta.get(TARGET, "")
    return target if isinstance(target, str) else ""

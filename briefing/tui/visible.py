"""The last gate before the terminal: whatever drew a line, no control or direction character leaves it."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from briefing.model.literal import show_line


class VisibleControls(LineFilter):
    """Makes hidden characters visible in every painted line, inputs and text areas included.

    Text from files is made visible before it is laid out; this catches what was typed, pasted or forgotten.
    Measured on 8.2.8: without it ESC, OSC 52 and U+202E reach the terminal through nearly every stock widget.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with hidden characters shown, no wider than they were."""
        shown = [_visible(segment) for segment in segments]
        if all(new is old for new, old in zip(shown, segments, strict=True)):
            return segments
        width = sum(segment.cell_length for segment in segments)
        return Segment.adjust_line_length(shown, width)


class AllAtOnce(LineFilter):
    """Several filters as one: a painted line, which each of them would look up and keep, is looked up and kept once."""

    def __init__(self, filters: tuple[LineFilter, ...]) -> None:
        """Say which, the first one first."""
        super().__init__()
        self.filters = filters

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments as they are when they have been through all of them."""
        for each in self.filters:
            segments = each.apply(segments, background)
        return segments


def _visible(segment: Segment) -> Segment:
    if segment.control or (segment.text.isascii() and segment.text.isprintable()):
        return segment
    text = show_line(segment.text)
    return segment if text == segment.text else Segment(text, segment.style)

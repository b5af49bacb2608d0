"""A view of painted lines that can be scrolled, whose length may change with every key without a new layout."""

from __future__ import annotations

import math
from abc import abstractmethod
from collections.abc import Hashable

from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

EIGHTHS = 8
"""What the thumb of a scrollbar is measured in, of a cell."""


class Lines(ScrollView):
    """What lists and the reader have in common. The scrollbar's column is always theirs, so that nothing moves."""

    virtual_size = Reactive(Size(0, 0), repaint=False)
    """As the framework's own, but a new length does not lay the whole screen out again, which takes 10 ms a key.

    Nor does it paint all lines again: whoever changes what stands in them calls `refresh_changed`.
    """

    DEFAULT_CSS = """
    Lines { overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Start with nothing painted."""
        super().__init__(id=id, classes=classes)
        self._painted: dict[int, Hashable] = {}
        """What each line of the view was painted of."""

    @abstractmethod
    def stuff(self, y: int) -> Hashable:
        """Return all that a painted line of the view depends on beside its width and the colours."""

    @abstractmethod
    def paint_line(self, y: int) -> Strip:
        """Return one painted line of what is in view."""

    def render_line(self, y: int) -> Strip:
        """Return one painted line, and remember what of."""
        self._painted[y] = self.stuff(y)
        return self.paint_line(y)

    def refresh_changed(self) -> None:
        """Paint again the lines that would look otherwise: of a screen that follows every key, most would not."""
        lines = [y for y in range(self.line_count) if self._painted.get(y, self) != self.stuff(y)]
        if lines:
            self.refresh(*(Region(0, y, self.line_width, 1) for y in lines))

    @property
    def line_width(self) -> int:
        """The cells a line may take."""
        return max(0, self.container_size.width - self.scrollbar_size_vertical)

    @property
    def line_count(self) -> int:
        """The lines that can be seen at once."""
        return self.container_size.height

    def set_length(self, count: int) -> None:
        """Say how many lines there are."""
        if count == self.virtual_size.height:
            return
        before = self._thumb()
        self.virtual_size = Size(0, count)
        if self.scroll_y:
            self._scroll_update(self.virtual_size)
        else:
            self.vertical_scrollbar.set_reactive(ScrollBar.window_virtual_size, count)
            self._repaint_thumb(before, self._thumb())

    def _repaint_thumb(self, before: int, now: int) -> None:
        """Paint again what of the scrollbar looks otherwise while it stands at the top: where the thumb ends."""
        least, most = sorted((before, now))
        if not least and most:
            self.vertical_scrollbar.refresh()
        elif least < most:
            first = least // EIGHTHS
            self.vertical_scrollbar.refresh(Region(0, first, self.scrollbar_size_vertical, most // EIGHTHS + 1 - first))

    def _thumb(self) -> int:
        """Return how long the thumb of the scrollbar is, in eighths of a cell; 0 where there is none."""
        count, height = self.virtual_size.height, self.container_size.height
        return max(EIGHTHS, math.ceil(EIGHTHS * height * height / count)) if count > height else 0

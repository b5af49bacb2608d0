"""A view of painted lines that can be scrolled, whose length may change with every key without a new layout."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView


class Lines(ScrollView):
    """What lists and the reader have in common. The scrollbar's column is always theirs, so that nothing moves."""

    virtual_size = Reactive(Size(0, 0))
    """As the framework's own, but a new length does not lay the whole screen out again, which takes 10 ms a key."""

    DEFAULT_CSS = """
    Lines { overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1; }
    """

    @property
    def line_width(self) -> int:
        """The cells a line may take."""
        return self.scrollable_content_region.width

    @property
    def line_count(self) -> int:
        """The lines that can be seen at once."""
        return self.scrollable_content_region.height

    def set_length(self, count: int) -> None:
        """Say how many lines there are."""
        self.virtual_size = Size(0, count)
        self._scroll_update(self.virtual_size)

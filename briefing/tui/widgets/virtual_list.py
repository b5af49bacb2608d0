"""A list that costs one screen however long it is: rows are asked for as they are painted, and kept while they last.

A stock list measures every row up front and again at every resize (0.6 s for 10,000 rows, 3.2 s for 100,000); this
one starts as fast as an empty screen with a million.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Hashable

from textual import events
from textual.cache import LRUCache
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from briefing.tui.widgets.lines import Lines
from briefing.tui.widgets.literal import Line, Look, Run
from briefing.tui.widgets.painting import paint, target_at

KEPT_STRIPS = 160
"""A few screens: a painted row takes as much room as fifty cards' claims."""


class VirtualList(Lines, can_focus=True):
    """Rows of one line each, one of them chosen. A subclass says what stands in a row; it must not compute there."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    VirtualList { height: 1fr; }
    """

    count: reactive[int] = reactive(0, init=False, repaint=False)
    cursor: reactive[int] = reactive(0, init=False, repaint=False)

    class Moved(Message):
        """Another row was chosen."""

        def __init__(self, rows: VirtualList, index: int) -> None:
            """Say which list, and the row's index."""
            super().__init__()
            self.rows = rows
            self.index = index

        @property
        def control(self) -> VirtualList:
            """The list."""
            return self.rows

    class Opened(Moved):
        """A row was opened, by enter or by a double click."""

    class Pointed(Moved):
        """Words within a row that lead somewhere were clicked."""

        def __init__(self, rows: VirtualList, index: int, target: str) -> None:
            """Say where the words lead."""
            super().__init__(rows, index)
            self.target = target

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Start with no rows."""
        super().__init__(id=id, classes=classes)
        self._strips: LRUCache[Hashable, Strip] = LRUCache(KEPT_STRIPS)
        self.nothing = ""
        """What stands in the list when there is no row."""
        self.offer: Line = ()
        """What stands beneath that, and may lead somewhere."""

    @abstractmethod
    def line(self, index: int, width: int) -> Line:
        """Return what stands in a row. Called while painting: look up, never compute."""

    def reach(self, start: int, stop: int) -> None:
        """Have the rows from one to before another here: they are in view, or near it."""

    def row_key(self, index: int) -> Hashable:
        """Return all that the painted row depends on beside its width and whether it is chosen: the same, for good."""
        return index

    def can_choose(self, index: int) -> bool:
        """Whether the cursor may rest on the row; headings say no."""
        return True

    def show_rows(self, count: int, cursor: int = 0, *, follow: bool = True) -> None:
        """Show other rows and choose one; scroll to it unless it was chosen already. Rows as before stay painted."""
        before = (self.count, self.cursor)
        self.count = count
        self.set_length(count)
        self.set_reactive(VirtualList.cursor, self._nearest(cursor, 1))
        if follow and before != (count, self.cursor):
            self.scroll_to_cursor()
        self._reach_view()
        self.refresh_changed()

    def _reach_view(self) -> None:
        """Have a screen of rows here, and from the first step down one more either way: painting must not wait.

        Before that most screens are another key's already when a second page of them comes.
        """
        top, height = self.scroll_offset.y, max(1, self.line_count)
        start, stop = max(0, top - height), min(self.count, top + (2 * height if top else height))
        if start < stop:
            self.reach(start, stop)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Have the rows here that come into view."""
        super().watch_scroll_y(old_value, new_value)
        self._reach_view()

    def notify_style_update(self) -> None:
        """Paint anew when colours change."""
        super().notify_style_update()
        self._strips.clear()

    def stuff(self, y: int) -> Hashable:
        """Return the row that stands there and whether it is chosen, or what stands there instead."""
        index = y + self.scroll_offset.y
        if index < self.count:
            return self.row_key(index), self._cursor_look(index)
        return None if self.count else (index, self.nothing, self.offer)

    def paint_line(self, y: int) -> Strip:
        """Return one painted line of what is in view."""
        index = y + self.scroll_offset.y
        width = self.line_width
        if index >= self.count:
            return self._blank(index, width)
        over = self._cursor_look(index)
        key = (self.row_key(index), width, over, self.app.theme)
        strip = self._strips.get(key)
        if strip is None:
            strip = paint(self, self.line(index, width), width, over)
            self._strips[key] = strip
        return strip

    def _blank(self, index: int, width: int) -> Strip:
        lines: tuple[Line, ...] = () if self.count else ((Run(self.nothing, Look.SOFT),), self.offer)
        if index < len(lines):
            return paint(self, lines[index], width)
        return Strip.blank(width, self.visual_style.rich_style)

    def _cursor_look(self, index: int) -> Look | None:
        if index != self.cursor or not self.can_choose(index):
            return None
        return Look.CURSOR if self.has_focus else Look.CURSOR_RESTING

    def watch_cursor(self, before: int, now: int) -> None:
        """Bring the chosen row into view and say that it was chosen."""
        self.scroll_to_cursor()
        self.refresh_line(before)
        self.refresh_line(now)
        if self.count:
            self.post_message(self.Moved(self, self.cursor))

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor among the rows."""
        return max(0, min(cursor, self.count - 1))

    def on_focus(self) -> None:
        """Show that keys go here."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that they no longer do."""
        self.refresh()

    def scroll_to_cursor(self) -> None:
        """Scroll just so far that the chosen row can be seen."""
        height = self.line_count
        top = self.scroll_offset.y
        if self.cursor < top:
            self.scroll_to(y=self._first_shown_with(self.cursor), animate=False, force=True)
        elif height and self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False, force=True)

    def _first_shown_with(self, index: int) -> int:
        """Return the row to stand first: the headings right above a row are shown with it."""
        while index and not self.can_choose(index - 1):
            index -= 1
        return index

    def on_resize(self) -> None:
        """Keep the chosen row in view."""
        self.scroll_to_cursor()
        self._reach_view()

    def _nearest(self, index: int, step: int) -> int:
        """Return the row at `index`, or the next one in either direction that can be chosen."""
        last = self.count - 1
        start = max(0, min(index, last))
        for direction in (step, -step):
            there = start
            while 0 <= there <= last:
                if self.can_choose(there):
                    return there
                there += direction
        return start

    def move(self, steps: int) -> None:
        """Choose the row so many further down, or up where negative."""
        if self.count:
            step = 1 if steps > 0 else -1
            self.cursor = self._nearest(self.validate_cursor(self.cursor + steps), step)

    def action_down(self) -> None:
        """Choose the next row."""
        self.move(1)

    def action_up(self) -> None:
        """Choose the row before."""
        self.move(-1)

    def action_page_down(self) -> None:
        """Choose the row a screen further."""
        self.move(max(1, self.line_count - 1))

    def action_page_up(self) -> None:
        """Choose the row a screen before."""
        self.move(-max(1, self.line_count - 1))

    def action_first(self) -> None:
        """Choose the first row."""
        self.cursor = self._nearest(0, 1)

    def action_last(self) -> None:
        """Choose the last row."""
        self.cursor = self._nearest(self.count - 1, -1)

    def action_open(self) -> None:
        """Open the chosen row."""
        if self.count and self.can_choose(self.cursor):
            self.post_message(self.Opened(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the mouse; open it on a double click."""
        index = event.get_content_offset_capture(self).y + self.scroll_offset.y
        target = target_at(event.style)
        if not self.count and target:
            self.post_message(self.Pointed(self, index, target))
        if not (0 <= index < self.count and self.can_choose(index)):
            return
        self.cursor = index
        if target:
            self.post_message(self.Pointed(self, index, target))
        elif event.chain == 2:
            self.post_message(self.Opened(self, index))

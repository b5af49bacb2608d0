"""The reader: shows a page, scrolls it, and follows its links; its words can be selected and copied."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from briefing.tui.bindings import bindings
from briefing.tui.commands import Place
from briefing.tui.widgets.lines import Lines
from briefing.tui.widgets.literal import Line, Look, Run, literal
from briefing.tui.widgets.page import Page, lay_out, targets
from briefing.tui.widgets.painting import paint, target_at


class Reader(Lines, can_focus=True):
    """One page at a time. Going down stops at each link that comes into view, as in a text browser."""

    place: ClassVar[Place] = Place.CARD
    BINDINGS = bindings(Place.CARD)

    class Followed(Message):
        """A link of the page was followed."""

        def __init__(self, reader: Reader, target: str) -> None:
            """Say where it leads."""
            super().__init__()
            self.reader = reader
            self.target = target

        @property
        def control(self) -> Reader:
            """The reader."""
            return self.reader

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Start with an empty page."""
        super().__init__(id=id, classes=classes)
        self.page = Page("")
        self._lines: tuple[Line, ...] = ()
        self._links: tuple[tuple[int, str], ...] = ()
        self._link: int | None = None

    @property
    def link(self) -> str:
        """Where the chosen link leads; empty where none is chosen."""
        return self._links[self._link][1] if self._link is not None else ""

    def show(self, page: Page) -> None:
        """Show a page: from its top, or from where one was when it is the same again."""
        if page == self.page:
            return
        same = page.key == self.page.key
        if page.title != self.page.title:  # to give it the same title again would paint all of it
            self.border_title = literal(page.title)
        self.page = page
        self._lay_out()
        if not same:
            self._link = None
            self.scroll_to(y=0, animate=False, force=True)
        self.refresh_changed()

    def _lay_out(self) -> None:
        self._lines = lay_out(self.page, self.line_width)
        self._links = targets(self._lines)
        if self._link is not None and self._link >= len(self._links):
            self._link = None
        self.set_length(len(self._lines))

    def on_resize(self) -> None:
        """Lay the page out to the new width."""
        self._lay_out()
        self.refresh_changed()

    def stuff(self, y: int) -> Hashable:
        """Return the words that stand there, and which of them are selected."""
        row = y + self.scroll_offset.y
        return (row, self._with_chosen(self._lines[row]), self._span(row)) if row < len(self._lines) else None

    def paint_line(self, y: int) -> Strip:
        """Return one painted line of what is in view."""
        width = self.line_width
        row = y + self.scroll_offset.y
        if row >= len(self._lines):
            return Strip.blank(width, self.visual_style.rich_style)
        strip = paint(self, self._with_chosen(self._lines[row]), width)
        return self._select(strip, row).apply_offsets(0, row)

    def _with_chosen(self, line: Line) -> Line:
        chosen = self.link if self.has_focus else ""
        if not chosen:
            return line
        return tuple(replace(run, look=Look.LINK_CHOSEN) if run.target == chosen else run for run in line)

    def _select(self, strip: Strip, row: int) -> Strip:
        span = self._span(row)
        if span is None:
            return strip
        start, end = span[0], strip.cell_length if span[1] < 0 else span[1]
        parts = strip.divide([start, end, strip.cell_length])
        style = self.screen.get_component_rich_style("screen--selection")
        return Strip.join([part.apply_style(style) if i == 1 else part for i, part in enumerate(parts)])

    def _span(self, row: int) -> tuple[int, int] | None:
        return self.text_selection.get_span(row) if self.text_selection else None

    @property
    def allow_select(self) -> bool:
        """Whether words may be selected: not those of a restricted card."""
        return self.page.may_copy

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the words under a selection made with the mouse; private ones are left out."""
        text = "\n".join("".join(map(_copied, line)).rstrip() for line in self._lines)
        return selection.extract(text), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected."""
        self.refresh()

    def on_focus(self) -> None:
        """Show the chosen link while keys go here."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide it while they do not."""
        self.refresh()

    def action_down(self) -> None:
        """Choose the next link where it is in view, else scroll a line."""
        self._step(1)

    def action_up(self) -> None:
        """Choose the link before where it is in view, else scroll a line back."""
        self._step(-1)

    def _step(self, step: int) -> None:
        top, height = self.scroll_offset.y, self.line_count
        after = self._next_link(step)
        if after is not None and top - 1 <= self._links[after][0] <= top + height:
            self._link = after
            self._show_row(self._links[after][0])
        else:
            self.scroll_relative(y=step, animate=False)
        self.refresh()

    def _next_link(self, step: int) -> int | None:
        if self._link is None:
            top, height = self.scroll_offset.y, self.line_count
            seen = [i for i, (row, _) in enumerate(self._links) if top <= row < top + height]
            return (seen[0] if step > 0 else seen[-1]) if seen else None
        after = self._link + step
        return after if 0 <= after < len(self._links) else None

    def _show_row(self, row: int) -> None:
        top, height = self.scroll_offset.y, self.line_count
        if row < top:
            self.scroll_to(y=row, animate=False)
        elif row >= top + height:
            self.scroll_to(y=row - height + 1, animate=False)

    def action_page_down(self) -> None:
        """Scroll a screen further."""
        self.scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """Scroll a screen back."""
        self.scroll_page_up(animate=False)

    def action_first(self) -> None:
        """Scroll to the top."""
        self._link = None
        self.scroll_home(animate=False)

    def action_last(self) -> None:
        """Scroll to the end."""
        self.scroll_end(animate=False)

    def action_open(self) -> None:
        """Follow the chosen link; with none chosen, say that the page itself was opened."""
        self.post_message(self.Followed(self, self.link))

    def on_click(self, event: events.Click) -> None:
        """Follow the link under the mouse."""
        target = target_at(event.style)
        if target:
            self.post_message(self.Followed(self, target))


def _copied(run: Run) -> str:
    """Return what a copy holds of a run: nothing, as wide as it is, of words that never leave the office."""
    return " " * len(run.text) if run.look is Look.PRIVATE else run.text

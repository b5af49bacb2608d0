"""The prompter: the words of one block at a time, a page of them where they are many, and how far one has read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.message import Message

from briefing.tui.commands import Place
from briefing.tui.pages.prompt import Leaf, Prompt, leaf_of
from briefing.tui.widgets.laid_lines import LaidLines
from briefing.tui.widgets.literal import Line


class Prompter(LaidLines, can_focus=True):
    """Shows a prompt from where one reads; another room for it gives other pages, and one of them holds that place."""

    place: ClassVar[Place] = Place.REHEARSAL

    class Turned(Message):
        """Another page is shown, or there are more or fewer of them."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__(id="prompter")
        self._prompt = Prompt()
        self._start = 0
        self.leaf = Leaf()

    def show(self, prompt: Prompt, start: int = 0) -> None:
        """Show the page of a prompt that holds a character of its words."""
        self._prompt, self._start = prompt, start
        self.lay_out()

    def laid_out(self, width: int, height: int) -> Sequence[Line]:
        """Return the lines of the page."""
        self.leaf = leaf_of(self._prompt, self._start, width, height)
        self.post_message(self.Turned())
        return self.leaf.lines

    def turn(self, pages: int) -> bool:
        """Show a page further or before; False where the prompt has none there."""
        at = self.leaf.at + pages
        if not 0 <= at < len(self.leaf.starts):
            return False
        self.show(self._prompt, self.leaf.starts[at])
        return True

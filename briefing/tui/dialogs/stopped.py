"""Where one stopped: the words of a block, the last that was said chosen by keys or mouse."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.document.prose import sentences
from briefing.tui.pages.prompt import Prompt, word_ends
from briefing.tui.widgets.literal import literal
from briefing.tui.widgets.painting import target_at
from briefing.tui.widgets.prompter import Prompter
from briefing.wording import rehearsal as say


class StoppedScreen(ModalScreen[int | None]):
    """Ends with the characters of the words that were said, or None where one did not stop."""

    AUTO_FOCUS = "Prompter"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "word(1)", show=False),
        Binding("left,h", "word(-1)", show=False),
        Binding("down,j", "sentence(1)", show=False),
        Binding("up,k", "sentence(-1)", show=False),
        Binding("enter,m", "stop_here", show=False),
        Binding("escape,q", "leave", show=False),
    ]

    def __init__(self, prompt: Prompt, likely: int) -> None:
        """Ask in which word of a prompt one stopped; `likely` is about how many characters were said."""
        super().__init__()
        self._prompt = prompt
        self._words = word_ends(prompt.words)
        self._sentences = (0, *(_end(prompt.words, end) for end in accumulate(map(len, sentences(prompt.words)))))
        self._mark = self._words[bisect_right(self._words, likely) - 1]

    def compose(self) -> ComposeResult:
        """The words, and how to choose among them."""
        with Vertical(classes="sheet tall wide") as sheet:
            sheet.border_title = literal(say.STOPPED)
            yield Prompter()
            yield Static(literal(say.STOPPED_HINT), classes="hint")

    def on_mount(self) -> None:
        """Choose the likely word."""
        self._choose(self._mark)

    def _choose(self, mark: int) -> None:
        self._mark = mark
        at = bisect_left(self._words, mark)
        self.query_one(Prompter).show(replace(self._prompt, mark=mark), max(0, mark - 1))
        self.query_one(".sheet").border_subtitle = literal(say.stopped_after(at, len(self._words) - 1))

    def action_word(self, by: int) -> None:
        """Choose the word beside the chosen one; before the first there is none of them."""
        self._choose(_beside(self._words, self._mark, by))

    def action_sentence(self, by: int) -> None:
        """Choose the last word of this sentence or of the one before."""
        self._choose(_beside(self._sentences, self._mark, by))

    def on_click(self, event: events.Click) -> None:
        """Choose the word under the mouse."""
        target = target_at(event.style)
        if target.isdigit():
            self._choose(int(target))

    def action_stop_here(self) -> None:
        """One stopped after the chosen word."""
        self.dismiss(self._mark)

    def action_leave(self) -> None:
        """One did not stop."""
        self.dismiss(None)


def _end(text: str, end: int) -> int:
    """Return where the last word before a place ends."""
    return len(text[:end].rstrip())


def _beside(ends: Sequence[int], mark: int, by: int) -> int:
    """Return the end after a mark, or before it; the mark itself where there is none."""
    at = bisect_right(ends, mark) if by > 0 else bisect_left(ends, mark) - 1
    return ends[at] if 0 <= at < len(ends) else mark

"""The rehearsal: a speech said aloud, one block at a time, against the clock and the plan."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen

from briefing.model.outline import Outline
from briefing.speech.rehearsal import Rehearsal
from briefing.speech.script import Script
from briefing.tui.at_desk import desk_of
from briefing.tui.bindings import bindings
from briefing.tui.commands import Place
from briefing.tui.dialogs.rehearsed import RehearsedScreen
from briefing.tui.dialogs.stopped import StoppedScreen
from briefing.tui.measuring import propose
from briefing.tui.pages.prompt import Prompt, prompt_of
from briefing.tui.screens.asking import Ask
from briefing.tui.widgets.key_line import KeyLine
from briefing.tui.widgets.literal import Look, Run
from briefing.tui.widgets.prompter import Prompter
from briefing.tui.widgets.rehearsal_clock import RehearsalClock
from briefing.tui.widgets.status_line import StatusLine
from briefing.wording import rehearsal as say

TICK = 0.2
"""Seconds between two looks at the clock while it runs: it shows whole ones."""


class RehearsalScreen(Screen[None]):
    """Rehearse a speech as it stood when this was opened. Nothing is written unless that is asked for at the end."""

    CSS_PATH = "../styles/rehearsal.tcss"
    AUTO_FOCUS = "Prompter"
    BINDINGS = bindings(Place.REHEARSAL)

    def __init__(self, outline: Outline, script: Script, measure: int) -> None:
        """Rehearse the script of an outline in lines of at most `measure` characters."""
        super().__init__()
        self._outline, self._measure = outline, measure
        self.rehearsal = Rehearsal(script)

    def compose(self) -> ComposeResult:
        """Where one is at the top, the words, and the clock at their foot."""
        yield StatusLine()
        yield Prompter()
        yield RehearsalClock(self.rehearsal, 0.0)
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Begin before the first word, the clock at nothing."""
        self._ticking = self.set_interval(TICK, self._tick, pause=True)
        self._turn_to(self.rehearsal)

    @property
    def _now(self) -> float:
        return desk_of(self).clock()

    @property
    def _prompter(self) -> Prompter:
        return self.query_one(Prompter)

    # Showing it.

    def _turn_to(self, rehearsal: Rehearsal, *, last_page: bool = False) -> None:
        """Go on with a rehearsal as it now stands, at the first page of its part or at the last."""
        self.rehearsal = rehearsal
        prompt = self._prompt(rehearsal.at)
        self._prompter.show(prompt, len(prompt.words) if last_page else 0)
        self._show_clock()

    def _show_clock(self) -> None:
        (self._ticking.resume if self.rehearsal.is_running else self._ticking.pause)()
        self._tick()
        self._show_place()

    def _tick(self) -> None:
        self.query_one(RehearsalClock).show(self.rehearsal, self._now)

    def _prompt(self, at: int) -> Prompt:
        return prompt_of(self.rehearsal.script, at, self._measure)

    @on(Prompter.Turned)
    def _show_place(self) -> None:
        leaf, script = self._prompter.leaf, self.rehearsal.script
        place = say.place(self.rehearsal.at + 1, len(script.parts), leaf.at + 1, len(leaf.starts))
        title = Run(f" {self._outline.title}", Look.STRONG)
        self.query_one(StatusLine).show((title,), (Run(f"{place} · "), *self._state(), Run(" ")))

    def _state(self) -> tuple[Run, ...]:
        rehearsal = self.rehearsal
        if rehearsal.is_running:
            return (Run(say.RUNNING, Look.GOOD),)
        return (Run(say.PAUSED if rehearsal.is_begun else say.READY, Look.KEY),)

    # Speaking.

    def action_run_clock(self) -> None:
        """Start the clock, or let it stand; on a block that was said, it goes back to where that began."""
        now = self._now
        self.rehearsal = self.rehearsal.stand(now) if self.rehearsal.is_running else self.rehearsal.run(now)
        self._show_clock()

    def action_go_on(self) -> None:
        """Go to the next page or block; after the last one it is over."""
        if self._prompter.turn(1):
            return
        if self.rehearsal.is_last and not self.rehearsal.is_running:
            desk_of(self).say(say.AT_THE_END if self.rehearsal.is_begun else say.NOTHING_MEASURED)
            return
        self._turn_to(self.rehearsal.go_on(self._now))
        if self.rehearsal.is_over:
            self._sum_up()

    def action_go_back(self) -> None:
        """Go to the page or block before."""
        if not self._prompter.turn(-1) and self.rehearsal.at:
            self._turn_to(self.rehearsal.go_back(self._now), last_page=True)

    def action_say_again(self) -> None:
        """Begin this block again, and the clock with it."""
        self._turn_to(self.rehearsal.say_again(self._now))

    # Ending.

    def action_mark_stop(self) -> None:
        """Let the clock stand, and ask for the word at which one stopped."""
        if not self.rehearsal.is_begun:
            desk_of(self).say(say.NOTHING_MEASURED)
            return
        now = self._now
        self._turn_to(self.rehearsal.halt(now))
        ask = StoppedScreen(self._prompt(self.rehearsal.at), self.rehearsal.likely_end(now))
        self.app.push_screen(ask, self._stopped)

    def _stopped(self, end: int | None) -> None:
        if end is not None:
            self._turn_to(self.rehearsal.stop(self._now, end))
            self._sum_up()

    def _sum_up(self) -> None:
        """Show what it came to."""
        proposed = propose(desk_of(self).papers.folder, self._outline.member, self.rehearsal.took())
        self.app.push_screen(RehearsedScreen(self.rehearsal, proposed), self._summed_up)

    def _summed_up(self, goes_on: bool | None) -> None:  # noqa: FBT001 - the framework's own shape for an answer
        if goes_on:
            self._turn_to(self.rehearsal.take_up(), last_page=True)
        else:
            self.dismiss(None)

    def action_leave_rehearsal(self) -> None:
        """Leave, once that is asked where something was measured."""
        if not self.rehearsal.is_begun:
            self.dismiss(None)
            return
        self.rehearsal = self.rehearsal.stand(self._now)
        self._show_clock()
        detail = say.leaving(self.rehearsal.elapsed(self._now))
        self.app.push_screen(Ask(say.LEAVE, detail, say.LEAVE_YES, say.LEAVE_NO), self._left)

    def _left(self, yes: bool | None) -> None:  # noqa: FBT001 - the framework's own shape for an answer
        if yes:
            self.dismiss(None)

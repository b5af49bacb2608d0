"""The desk as a program: it holds the papers, says what happened, and follows the files as they change."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events, work
from textual.message import Message
from textual.screen import Screen
from textual.signal import Signal

from briefing.errors import BriefingError
from briefing.tui.bindings import bindings
from briefing.tui.commands import Place
from briefing.tui.heaps import share_heaps
from briefing.tui.manners import Manners
from briefing.tui.papers import Papers
from briefing.tui.screens.desk import DeskScreen
from briefing.tui.terminal import find_terminal, has_vanished
from briefing.tui.turns import Turn, Turns, Typed
from briefing.wording import desk as wording

if TYPE_CHECKING:
    from briefing.catalogue.progress import Progress
    from briefing.library.opened import Outcome
    from briefing.library.shelf import FileChange
    from briefing.model.history import Step
    from briefing.model.library import Library

LOOK_EVERY = 5.0
"""Seconds between looks for changes made outside."""
GARBAGE = (5_000, 3, 4)
"""How many things are made between two searches for garbage, and how many of these only look at what is new.

To paint one screen takes thousands, soon gone again; but every line that was painted is left behind as garbage.
"""
GLANCE_EVERY = 1.0
"""Seconds between looks at the files that are on the screen."""


def run_desk(folder: Path) -> int:
    """Open the desk on a library and return the exit code when it is left; raises what brought it down."""
    share_heaps()
    desk = Desk(folder)
    desk.run()
    if desk.failure:
        raise desk.failure
    return desk.return_code or 0


class Desk(Manners):
    """One library, open. Screens ask it for the papers; it tells them when something changed."""

    TITLE = wording.NAME
    CSS_PATH = "styles/desk.tcss"
    BINDINGS = bindings(Place.APP)

    class Read(Message):
        """The library was read, for the first time or again because it changed outside."""

        def __init__(self, changes: str = "", *, is_filed: bool = True) -> None:
            """Carry what changed outside, in words, and whether the index knows of it."""
            super().__init__()
            self.changes = changes
            self.is_filed = is_filed

    class Indexed(Message):
        """The index has come so far, as a share of all there is to do."""

        def __init__(self, share: float) -> None:
            """Carry it to the screen's thread."""
            super().__init__()
            self.share = share

    def __init__(self, folder: Path) -> None:
        """Set out the desk; the library is read once the first frame stands."""
        super().__init__()
        self.papers = Papers(folder)
        self.library_changed: Signal[Library] = Signal(self, "library-changed")
        self.indexed: Signal[float] = Signal(self, "indexed")
        self.turns = Turns(self, self._take_key)
        self._looking = False

    @property
    def library(self) -> Library:
        """What was last read; empty until then."""
        return self.papers.library

    def get_default_screen(self) -> Screen[None]:
        """The first screen, laid out for the terminal's width from the start: to do it again takes 5 ms."""
        desk = DeskScreen(id="desk")
        desk.add_class(desk.class_for(self.size.width))
        return desk

    async def on_event(self, event: events.Event) -> None:
        """Let keys take turns, so that a burst of them does what the same keys do one by one."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self.turns.come(event)
        else:
            await super().on_event(event)

    async def _take_key(self, event: Typed) -> None:
        await super().on_event(event)

    def on_key(self) -> None:
        """A key nothing else took has come up to the app."""
        self.turns.reached_the_app()

    def on_turn(self, event: Turn) -> None:
        """A key has been through all that could take it."""
        self.turns.end(event.key, event.rounds)

    def on_mount(self) -> None:
        """Take the user's keys, show the first frame, then read."""
        self.take_keys()
        self.call_after_refresh(self._begin)
        terminal = None if self.is_headless else find_terminal()
        if terminal is not None:
            self.set_interval(GLANCE_EVERY, partial(self._leave_with, terminal))

    def _leave_with(self, terminal: int) -> None:
        """Leave where the terminal has vanished: the framework would look for keys without a pause, for ever."""
        if has_vanished(terminal):
            self.exit()

    def _begin(self) -> None:
        """Collect garbage again where that was put off until the first frame stood, and read."""
        if not gc.isenabled():
            gc.freeze()
            gc.set_threshold(*GARBAGE)
            gc.enable()
        self.read_library()

    @work(thread=True, group="library")
    def read_library(self) -> None:
        """Read the library and its index, off the screen's thread."""
        try:
            self.papers.read(self._tell_read, self._tell_progress)
        except BriefingError as error:
            self.say(wording.told(error), severity="error")
        self._tell_read()

    def _tell_read(self) -> None:
        self.post_message(self.Read())

    def _tell_progress(self, progress: Progress) -> None:
        self.post_message(self.Indexed(progress.share))

    def on_desk_indexed(self, event: Indexed) -> None:
        """Say how far it is."""
        self.indexed.publish(event.share)

    def on_desk_read(self, event: Read) -> None:
        """Tell every screen; say what changed outside; begin to look for more."""
        if not self._looking and self.papers.opened:
            self._looking = True
            self.set_interval(LOOK_EVERY, self._look_outside)
            self.set_interval(GLANCE_EVERY, self._glance_outside)
        self.library_changed.publish(self.library)
        if event.changes:
            self.say(wording.changed_outside(event.changes))
        if not (event.is_filed or self._is_busy("outside", "library")):
            self._index_saved()  # else by the next look, once the index is made

    def _look_outside(self) -> None:
        if not self._is_busy("outside", "library"):
            self._look_at_all()

    def _glance_outside(self) -> None:
        """Look at what is on the screen, whatever is looked at or indexed beside: it is a handful of files."""
        if not self._is_busy("glance"):
            nothing: frozenset[str] = frozenset()
            seen = [screen for screen in self.screen_stack if screen.is_mounted]  # one being put up has no lists yet
            files = (getattr(screen, "files_shown", nothing) for screen in seen)
            cards = (getattr(screen, "cards_shown", nothing) for screen in seen)
            self._glance(nothing.union(*files), nothing.union(*cards))

    def _is_busy(self, *groups: str) -> bool:
        return any(worker.group in groups and not worker.is_finished for worker in self.workers)

    @work(thread=True, group="outside", exit_on_error=False)
    def _look_at_all(self) -> None:
        self._tell_changes(self.papers.refresh(self._tell_read, self._tell_progress), is_filed=True)

    @work(thread=True, group="glance", exit_on_error=False)
    def _glance(self, files: frozenset[str], cards: frozenset[str]) -> None:
        self._tell_changes(self.papers.glance(files, cards), is_filed=False)

    def _tell_changes(self, changes: Sequence[FileChange], *, is_filed: bool) -> None:
        if changes:
            from briefing.tui.changes import describe_changes

            self.post_message(self.Read(describe_changes(changes), is_filed=is_filed))

    @work(thread=True, group="index", exit_on_error=False)
    def _index_saved(self) -> None:
        self.papers.index_saved()
        self.post_message(self.Read())

    def save(self, step: Step) -> bool:
        """Save a step and tell everybody; where it could not be saved, say why."""
        return self._settle(lambda papers: papers.apply(step))

    def undo(self, scope: str = "") -> bool:
        """Undo the last step of a file, or of any note file, and say which."""
        return self._settle(lambda papers: papers.undo(scope), wording.undone, wording.NOTHING_TO_UNDO)

    def redo(self, scope: str = "") -> bool:
        """Do the last undone step again, and say which."""
        return self._settle(lambda papers: papers.redo(scope), wording.done_again, wording.NOTHING_TO_REDO)

    def _settle(
        self, act: Callable[[Papers], Outcome | None], say: Callable[[str], str] | None = None, nothing: str = ""
    ) -> bool:
        try:
            outcome = act(self.papers)
        except BriefingError as error:
            self.tell(error)
            return False
        if outcome is None:
            self.say(nothing)
            return False
        if say and outcome.saved:
            self.say(say(outcome.step.label))
        self.saved(outcome)
        return outcome.saved

    def saved(self, outcome: Outcome) -> None:
        """Do what follows a step: show conflicts, or tell every screen and bring the index up to date."""
        if not outcome.saved:
            from briefing.tui.dialogs.conflict import ConflictScreen

            self.push_screen(ConflictScreen(outcome))
            return
        if not outcome.confirmed:
            self.say(wording.UNCONFIRMED, severity="warning")
        self.saved_beside()

    def saved_beside(self) -> None:
        """Do what follows steps that are saved: tell every screen, and bring the index up to date."""
        self.library_changed.publish(self.library)
        self._index_saved()

    def go_to(self, target: str) -> None:
        """Go to the desk and follow a target there: a card, a note or an outline."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if isinstance(self.screen, DeskScreen):
            self.screen.call_later(self.screen.follow, target)

    def on_unmount(self) -> None:
        """Put the papers away."""
        self.papers.close()

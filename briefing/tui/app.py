"""The desk as a program: it holds the papers, says what happened, and follows the files as they change."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from textual import work
from textual.app import App
from textual.filter import LineFilter
from textual.message import Message
from textual.screen import ModalScreen, Screen
from textual.signal import Signal
from textual.worker import Worker, WorkerState

from briefing.errors import BriefingError
from briefing.library.preferences import Preferences, read_preferences, write_preferences
from briefing.model.history import Step
from briefing.model.library import Library
from briefing.tui import clipboard
from briefing.tui.bindings import bindings
from briefing.tui.commands import COMMANDS, Place
from briefing.tui.keymap import find_clashes
from briefing.tui.papers import Papers
from briefing.tui.screens.desk import DeskScreen
from briefing.tui.themes import DEFAULT_THEME, THEMES, theme_after
from briefing.tui.visible import VisibleControls
from briefing.wording import desk as wording

if TYPE_CHECKING:
    from briefing.library.opened import Outcome

LOOK_EVERY = 1.0
"""Seconds between looks for changes made outside."""


def run_desk(folder: Path) -> int:
    """Open the desk on a library and return the exit code when it is left; raises what brought it down."""
    desk = Desk(folder)
    desk.run()
    if desk.failure:
        raise desk.failure
    return desk.return_code or 0


class Desk(App[None]):
    """One library, open. Screens ask it for the papers; it tells them when something changed."""

    TITLE = wording.NAME
    CSS_PATH = "styles/desk.tcss"
    BINDINGS = bindings(Place.APP)
    ENABLE_COMMAND_PALETTE = False
    """Ours shows notes, outlines and cards too, and reads no markup."""

    class Read(Message):
        """The library was read, for the first time or again because it changed outside."""

        def __init__(self, changes: str = "") -> None:
            """Carry what changed outside, in words."""
            super().__init__()
            self.changes = changes

    def __init__(self, folder: Path) -> None:
        """Set out the desk; the library is read once the first frame stands."""
        super().__init__()
        self.papers = Papers(folder)
        self.preferences: Preferences = read_preferences()
        self.library_changed: Signal[Library] = Signal(self, "library-changed")
        self._visible = VisibleControls()
        self._looking = False
        self.failure: Exception | None = None
        """What brought the desk down, where something did."""
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = self.preferences.theme if self.preferences.theme in THEMES else DEFAULT_THEME

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colour names, for the moment before a theme is chosen."""
        return dict(THEMES[DEFAULT_THEME].variables)

    @property
    def library(self) -> Library:
        """What was last read; empty until then."""
        return self.papers.library

    def get_default_screen(self) -> Screen[None]:
        """The first screen."""
        return DeskScreen(id="desk")

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Every painted line passes the last gate too."""
        return [self._visible, *super().get_line_filters()]

    def on_mount(self) -> None:
        """Take the user's keys, show the first frame, then read."""
        self.set_keymap(self.preferences.keys)
        self._report_keys()
        self.call_after_refresh(self.read_library)

    def _report_keys(self) -> None:
        known = {command.name for command in COMMANDS}
        for name in self.preferences.keys.keys() - known:
            self.say(wording.unknown_key_name(name), severity="warning")
        for clash in find_clashes(self.preferences.keys):
            self.say(wording.key_clash(clash.key, *clash.names), severity="warning")

    @work(thread=True, group="library")
    def read_library(self) -> None:
        """Read the library and its index, off the screen's thread."""
        try:
            self.papers.read(lambda: self.post_message(self.Read()))
        except BriefingError as error:
            self.say(wording.told(error), severity="error")
        self.post_message(self.Read())

    def on_desk_read(self, event: Read) -> None:
        """Tell every screen; say what changed outside; begin to look for more."""
        if not self._looking and self.papers.opened:
            self._looking = True
            self.set_interval(LOOK_EVERY, self._look_outside)
        self.library_changed.publish(self.library)
        if event.changes:
            self.say(wording.changed_outside(event.changes))

    def _look_outside(self) -> None:
        if not any(worker.group == "outside" and not worker.is_finished for worker in self.workers):
            self._refresh_papers()

    @work(thread=True, group="outside", exit_on_error=False)
    def _refresh_papers(self) -> None:
        from briefing.tui.changes import describe_changes

        before = self.library
        if self.papers.refresh():
            self.post_message(self.Read(describe_changes(before, self.library)))

    @work(thread=True, group="index", exit_on_error=False)
    def _reindex(self) -> None:
        self.papers.reindex()
        self.post_message(self.Read())

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say so when work in the background failed; the screen stays."""
        if event.state is WorkerState.ERROR:
            self.say(wording.WENT_WRONG, severity="error")

    def say(self, text: str, *, severity: Literal["information", "warning", "error"] = "information") -> None:
        """Show a toast, its text literal."""
        self.notify(text, severity=severity, timeout=4 if severity == "information" else 10, markup=False)

    def tell(self, error: BriefingError) -> None:
        """Say what went wrong, where, and what to do."""
        self.say(wording.told(error), severity="error")

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
        self.library_changed.publish(self.library)
        self._reindex()

    def prefer(self, **changes: str | bool) -> None:
        """Remember something in the user's settings."""
        self.preferences = replace(self.preferences, **changes)  # type: ignore[arg-type]  # each has its field's type
        try:
            write_preferences(self.preferences)
        except BriefingError as error:
            self.tell(error)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy to the terminal's clipboard and the system's own."""
        super().copy_to_clipboard(text)
        self._copy_natively(text)

    @work(thread=True, group="clipboard", exit_on_error=False)
    def _copy_natively(self, text: str) -> None:
        program = clipboard.copy(text)
        self.say(wording.copied(program) if program else wording.COPIED_BLINDLY)

    def action_next_theme(self) -> None:
        """Change to the next theme and remember it."""
        self.use_theme(theme_after(self.theme))

    def use_theme(self, name: str) -> None:
        """Change to a theme and remember it."""
        self.theme = name
        self.prefer(theme=name)
        self.say(wording.moved_theme(name))

    def go_to(self, target: str) -> None:
        """Go to the desk and follow a target there: a card, a note or an outline."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if isinstance(self.screen, DeskScreen):
            self.screen.call_later(self.screen.follow, target)

    def action_say_saved(self) -> None:
        """Say kindly that there is nothing to save."""
        self.say(wording.ALREADY_SAVED)

    def action_help_quit(self) -> None:
        """Say which key leaves, where ctrl+c had nothing to copy."""
        self.say(wording.QUIT_HINT)

    def action_command_palette(self) -> None:
        """Show the palette, and run what is chosen there."""
        from briefing.tui.screens.palette import Entry, PaletteScreen

        async def chosen(entry: Entry | None) -> None:
            done = entry.act() if entry else None
            if isinstance(done, Awaitable):
                await done

        nodes = (self.screen.focused or self.screen).ancestors_with_self
        if not isinstance(self.screen, ModalScreen):
            self.push_screen(PaletteScreen(nodes), chosen)

    def action_show_keys(self) -> None:
        """Show the keys of the pane that has the focus."""
        from briefing.tui.screens.keys import KeysScreen
        from briefing.tui.widgets.key_line import place_of

        self.push_screen(KeysScreen(place_of(self.screen.focused)))

    def action_show_tips(self) -> None:
        """Show the first tips."""
        from briefing.tui.screens.tips import TipsScreen

        self.push_screen(TipsScreen())

    def _handle_exception(self, error: Exception) -> None:
        self.failure = self.failure or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Leave without a report: the framework's own prints the values of every frame, words of cards among them."""
        self._close_messages_no_wait()

    def on_unmount(self) -> None:
        """Put the papers away."""
        self.papers.close()

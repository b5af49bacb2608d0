"""How the desk behaves whatever lies on it: toasts, settings, themes, the clipboard, help, and leaving quietly."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from time import monotonic
from typing import Literal

from textual import work
from textual.app import App
from textual.filter import LineFilter
from textual.screen import ModalScreen
from textual.theme import Theme
from textual.worker import Worker, WorkerState

from briefing.errors import BriefingError
from briefing.library.preferences import Preferences, read_preferences, write_preferences
from briefing.tui.commands import COMMANDS
from briefing.tui.themes import DEFAULT_THEME, THEMES, theme_after
from briefing.tui.visible import AllAtOnce, VisibleControls
from briefing.wording import desk as wording


class Manners(App[None]):
    """What every screen may count on. Nothing here knows a library."""

    ENABLE_COMMAND_PALETTE = False
    """Ours shows notes, outlines and cards too, and reads no markup."""

    def __init__(self) -> None:
        """Read the user's settings."""
        self.preferences: Preferences = read_preferences()
        # Before the framework begins, so that the style sheets are read once and in the right colours.
        self.set_reactive(App.theme, self.preferences.theme if self.preferences.theme in THEMES else DEFAULT_THEME)
        super().__init__()
        self._visible = VisibleControls()
        self._gate = AllAtOnce((self._visible,))
        self.clock: Callable[[], float] = monotonic
        """What a rehearsal is timed by: seconds that only grow."""
        self.failure: Exception | None = None
        """What brought the desk down, where something did."""

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Our four, and none of the framework's."""
        return THEMES

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Every painted line passes the last gate too."""
        filters = (self._visible, *super().get_line_filters())
        if filters != self._gate.filters:
            self._gate = AllAtOnce(filters)
        return (self._gate,)

    def take_keys(self) -> None:
        """Take the user's own keys, and report those that cannot work."""
        self.set_keymap(self.preferences.keys)
        if not self.preferences.keys:
            return
        from briefing.tui.keymap import find_clashes

        known = {command.name for command in COMMANDS}
        for name in self.preferences.keys.keys() - known:
            self.say(wording.unknown_key_name(name), severity="warning")
        for clash in find_clashes(self.preferences.keys):
            self.say(wording.key_clash(clash.key, *clash.names), severity="warning")

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
        from briefing.tui import clipboard

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

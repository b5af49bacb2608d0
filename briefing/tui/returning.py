"""How a file that came back is come to: it is asked for, and its screen opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing.wording import homecoming as say

if TYPE_CHECKING:
    from briefing.tui.app import Desk


def ask_for_file(desk: Desk) -> None:
    """Ask which file came back, and open it to be settled."""
    from briefing.tui.dialogs.which_file import WhichFile

    if desk.papers.opened is None:
        desk.say(say.NOT_READ_YET)
        return

    def answered(files: tuple[Path, ...] | None) -> None:
        from briefing.tui.screens.returned import ReturnedScreen

        if files:
            desk.push_screen(ReturnedScreen(files))

    desk.push_screen(WhichFile(), answered)

"""A file in the user's own editor: the desk steps aside, and says afterwards what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from briefing.errors import BriefingError, DiskFailed, Place
from briefing.library.editor import EditorResult, open_in_editor
from briefing.wording import forms as say

if TYPE_CHECKING:
    from briefing.library.opened import OpenLibrary
    from briefing.tui.app import Desk


def edit_in_editor(desk: Desk, file: str, line: int) -> None:
    """Open a file of the library at a line in the editor, and take back what was changed there."""
    opened = desk.papers.opened
    if opened is None:
        return
    try:
        with desk.suspend():
            result = _edit(opened, file, line)
    except SuspendNotSupported:
        desk.say(say.NO_TERMINAL, severity="warning")
    else:
        _tell(desk, result)


def _edit(opened: OpenLibrary, file: str, line: int) -> EditorResult | BriefingError:
    """Return what came of the edit, or why there was none: nothing may be raised while the desk is aside."""
    try:
        return open_in_editor(opened, file, line)
    except BriefingError as error:
        return error
    except OSError as error:
        return DiskFailed(say.editor_failed(error.strerror or str(error)), Place(file, line))


def _tell(desk: Desk, result: EditorResult | BriefingError) -> None:
    desk.refresh(layout=True)
    if isinstance(result, BriefingError):
        desk.tell(result)
        return
    if result.saved:
        desk.library_changed.publish(desk.library)
    desk.say(result.message, severity="warning" if result.draft else "information")

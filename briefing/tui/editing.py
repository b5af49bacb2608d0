"""A file in the user's own editor: the desk steps aside, and says afterwards what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from briefing.errors import BriefingError
from briefing.library.editor import EditorResult, open_in_editor
from briefing.wording import forms as say

if TYPE_CHECKING:
    from briefing.tui.app import Desk


def edit_in_editor(desk: Desk, file: str, line: int) -> None:
    """Open a file of the library at a line in the editor, and take back what was changed there."""
    opened = desk.papers.opened
    if opened is None:
        return
    try:
        with desk.suspend():
            result = open_in_editor(opened, file, line)
    except SuspendNotSupported:
        desk.say(say.NO_TERMINAL, severity="warning")
    except BriefingError as error:
        desk.tell(error)
    except OSError as error:
        desk.say(say.editor_failed(file, error.strerror or str(error)), severity="error")
    else:
        _tell(desk, result)


def _tell(desk: Desk, result: EditorResult) -> None:
    desk.refresh(layout=True)
    if result.saved:
        desk.library_changed.publish(desk.library)
    desk.say(result.message, severity="information" if result.saved or not result.draft else "warning")

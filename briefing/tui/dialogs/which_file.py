"""Asks which Word file came back: the likely ones in a list, and a line for the path of any other."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefing.disk.places import downloads_folder, exports_folder
from briefing.model.dates import spell
from briefing.tui.at_desk import desk_of
from briefing.tui.bindings import bindings
from briefing.tui.commands import Place
from briefing.tui.forms.paths import PathEditor, files_meant
from briefing.tui.widgets.literal import Line, Look, Run, literal, spread
from briefing.tui.widgets.virtual_list import VirtualList
from briefing.wording import homecoming as say

if TYPE_CHECKING:
    from briefing.settling.likely import Likely

_WORD = (".docx",)
TALLEST = 12
ROOMY = 90
"""From how many cells on a row says in which folder a file lies."""


class LikelyFiles(VirtualList):
    """The files that have likely come back; several may be marked."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.LIST), Binding("space", "mark", show=False)]

    def __init__(self) -> None:
        """Start before any was looked for."""
        super().__init__(id="likely")
        self.nothing = say.LOOKING
        self.styles.height = 1
        self._files: tuple[Likely, ...] = ()
        self._marked: dict[Path, None] = {}

    def show(self, files: tuple[Likely, ...]) -> None:
        """Show these."""
        self._files, self.nothing = files, say.NONE_LIKELY
        self.styles.height = min(TALLEST, max(1, len(files)))
        self.show_rows(len(files))

    @property
    def chosen(self) -> tuple[Path, ...]:
        """The marked files, or else the one under the cursor."""
        here = self._files[self.cursor].path if self._files else None
        return tuple(self._marked) or ((here,) if here else ())

    @property
    def marked(self) -> tuple[Path, ...]:
        """The marked files."""
        return tuple(self._marked)

    def action_mark(self) -> None:
        """Mark the file under the cursor, or take the mark off, and go on to the next."""
        if self._files:
            path = self._files[self.cursor].path
            self._marked = {one: None for one in (*self._marked, path) if one != path or path not in self._marked}
            self.refresh_line(self.cursor)
            self.move(1)

    def row_key(self, index: int) -> Hashable:
        """Return the file, and whether it is marked."""
        return self._files[index], self._files[index].path in self._marked

    def line(self, index: int, width: int) -> Line:
        """Return its name at the left; what it is of, and when it was changed, at the right."""
        file = self._files[index]
        mark = Run(f"{say.MARKED if file.path in self._marked else ' '} ", Look.KEY)
        folder = file.path.parent.name if width >= ROOMY else ""
        told = say.likely(file.outline, spell(file.changed), folder)
        return spread((mark, Run(file.path.name)), (Run(told, Look.SOFT),), width)


class ReturnedPath(PathEditor):
    """The path of another file. It has the focus, so that a file can be dropped; the list is gone through from it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "screen.step(1)", show=False),
        Binding("up", "screen.step(-1)", show=False),
    ]

    class Marked(Message):
        """Space was pressed where nothing is typed."""

    def on_key(self, event: events.Key) -> None:
        """Mark a file of the list with the space no path begins with."""
        if event.key == "space" and not self.value:
            event.stop()
            event.prevent_default()
            self.post_message(self.Marked())


class WhichFile(ModalScreen[tuple[Path, ...] | None]):
    """Ends with the files that are to be settled, or None."""

    AUTO_FOCUS = "#returned-path"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    class Found(Message):
        """The likely files are known."""

        def __init__(self, files: tuple[Likely, ...]) -> None:
            """Carry them to the screen's thread."""
            super().__init__()
            self.files = files

    def compose(self) -> ComposeResult:
        """The list, the line for a path, and how to choose."""
        with Vertical(classes="sheet wide") as sheet:
            sheet.border_title = literal(say.WHICH_FILE)
            yield LikelyFiles()
            yield ReturnedPath(Path.cwd(), _WORD, id="returned-path", hint=say.PATH_HINT)
            yield Static("", id="lacking", classes="hint", markup=False)
            yield Static(say.WHICH_HINT, classes="hint", markup=False)

    def on_mount(self) -> None:
        """Look for the likely ones."""
        self.query_one("#lacking").display = False
        self._look()

    @work(thread=True, exclusive=True, group="likely", exit_on_error=False)
    def _look(self) -> None:
        from briefing.settling.likely import likely_files

        exports = exports_folder(desk_of(self).papers.folder)
        self.post_message(self.Found(likely_files(exports, (downloads_folder(), Path.cwd()))))

    @on(Found)
    def _found(self, event: Found) -> None:
        self._likely.show(event.files)

    @property
    def _likely(self) -> LikelyFiles:
        return self.query_one(LikelyFiles)

    @on(VirtualList.Opened)
    def _opened(self) -> None:
        self.dismiss(self._likely.chosen)

    @on(ReturnedPath.Marked)
    def _mark(self) -> None:
        self._likely.action_mark()

    def action_step(self, steps: int) -> None:
        """Choose another file while the focus stays in the line."""
        self._likely.move(steps)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        typed = event.value.strip()
        files = (*self._likely.marked, *files_meant(typed, Path.cwd())) if typed else self._likely.chosen
        missing = next((file for file in files if not file.is_file()), None)
        if files and missing is None:
            self.dismiss(files)
            return
        lacking = self.query_one("#lacking", Static)
        lacking.display = True
        lacking.update(literal(say.no_file(missing.name) if missing else say.NO_FILE_CHOSEN))

    def action_leave(self) -> None:
        """Choose none."""
        self.dismiss(None)

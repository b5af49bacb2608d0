"""Making the Word document: as what, for whom and by whom; then how far it is, and where it went."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Button, ProgressBar, Static

from briefing.disk.places import exports_folder
from briefing.errors import BriefingError
from briefing.model.fields import PRODUCTS
from briefing.model.finding import Finding
from briefing.model.outline import Outline
from briefing.tui.at_desk import desk_of
from briefing.tui.forms.choices import Choices
from briefing.tui.forms.editors import LineEditor
from briefing.tui.opening import open_path
from briefing.tui.widgets.literal import literal
from briefing.wording import export as say
from briefing.wording import outline as outline_say

if TYPE_CHECKING:
    from briefing.word.exporting import Exported, Options


_PARTS = ("asking", "progress", "told", "acknowledging", "make", "open", "folder", "pdf", "go", "leave")
"""What the dialog is made of; each step of it shows some."""


class ExportScreen(ModalScreen[str | None]):
    """Asks, makes, and says where it is. It ends with the id of a block to look at, or None."""

    CSS_PATH = "../styles/export.tcss"
    AUTO_FOCUS = "#make"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("f2,ctrl+s,ctrl+enter", "make", show=False),
    ]

    class Came(Message):
        """Some part of the document is done."""

        def __init__(self, part: float) -> None:
            """Say how much, from 0 to 1."""
            super().__init__()
            self.part = part

    class Made(Message):
        """The document is there."""

        def __init__(self, exported: Exported) -> None:
            """Carry what was made."""
            super().__init__()
            self.exported = exported

    class Stopped(Message):
        """The document may not be made, or could not be."""

        def __init__(self, findings: tuple[Finding, ...], error: BriefingError | None = None) -> None:
            """Carry the reasons."""
            super().__init__()
            self.findings = findings
            self.error = error

    class Told(Message):
        """What came of the PDF."""

        def __init__(self, words: str) -> None:
            """Carry it."""
            super().__init__()
            self.words = words

    def __init__(self, outline: Outline) -> None:
        """Ask about an outline as it stands."""
        super().__init__()
        self._outline = outline
        self._acknowledged: dict[str, str] = {}
        self._path: Path | None = None
        self._record: Path | None = None
        self._stops: tuple[Finding, ...] = ()

    def compose(self) -> ComposeResult:
        """Ask first; what comes of it takes the same place."""
        products = tuple((name, outline_say.product(name)) for name in PRODUCTS)
        with Vertical(classes="sheet", id="export") as sheet:
            sheet.border_title = literal(say.TITLE)
            with Vertical(id="asking"):
                yield from _row(say.PRODUCT, Choices(products, self._outline.product))
                yield from _row(say.FOR, LineEditor("", id="for", hint=say.FOR_HINT))
                yield from _row(say.BY, LineEditor("", id="by", hint=say.BY_HINT))
            yield ProgressBar(total=1.0, show_eta=False, id="progress")
            yield Static("", id="told", markup=False)
            with Vertical(id="acknowledging"):
                yield from _row(say.ACKNOWLEDGE, LineEditor("", id="reason", hint=say.ACKNOWLEDGE_HINT))
            with Horizontal(classes="answers"):
                yield Button(say.MAKE, id="make", compact=True)
                yield Button(say.OPEN, id="open", compact=True)
                yield Button(say.SHOW_FOLDER, id="folder", compact=True)
                yield Button(say.PDF, id="pdf", compact=True)
                yield Button(say.GO_TO_BLOCK, id="go", compact=True)
                yield Button(say.LEAVE, id="leave", compact=True)

    def on_mount(self) -> None:
        """Begin on the button: what the outline says is mostly right."""
        self._show("asking", "make", "leave")

    def _show(self, *wanted: str) -> None:
        for name in _PARTS:
            self.query_one(f"#{name}").display = name in wanted

    @on(Button.Pressed, "#make")
    def action_make(self) -> None:
        """Make the document, unless it is being made or is there."""
        if self._path is not None or self.query_one("#progress").display:
            return
        reason = self.query_one("#reason", LineEditor).text.strip()
        if reason:
            self._acknowledged.update({finding.rule: reason for finding in self._stops})
        self._show("progress", "leave")
        self._make(self._options())

    def _options(self) -> Options:
        from briefing.document.layout import layout_of
        from briefing.word.exporting import Options
        from briefing.word.template.opening import chosen_template

        desk = desk_of(self)
        return Options(
            template=chosen_template(layout_of(desk.library.office), desk.papers.folder),
            product=self.query_one(Choices).text or self._outline.product,
            for_=self.query_one("#for", LineEditor).text.strip(),
            by=self.query_one("#by", LineEditor).text.strip(),
            on=datetime.now().astimezone(),
            acknowledged=dict(self._acknowledged),
        )

    @work(thread=True, exclusive=True, group="export", exit_on_error=False)
    def _make(self, options: Options) -> None:
        """Look once more whether it may leave the office, then write it; off the screen's thread."""
        from briefing.evidence.gate import check_outline, stops
        from briefing.word.exporting import export

        desk = desk_of(self)
        try:
            standing = stops(check_outline(self._outline, desk.library, options.on), options.acknowledged)
            if standing:
                self.post_message(self.Stopped(standing))
                return
            folder = exports_folder(desk.papers.folder)
            exported = export(self._outline, desk.library, folder, options, self._came)
        except BriefingError as error:
            self.post_message(self.Stopped((), error))
        else:
            self.post_message(self.Made(exported))

    def _came(self, part: float) -> None:
        self.post_message(self.Came(part))

    @on(Came)
    def _show_progress(self, event: Came) -> None:
        self.query_one(ProgressBar).update(progress=event.part)

    @on(Made)
    def _show_made(self, event: Made) -> None:
        exported = event.exported
        self._path, self._record = exported.path, exported.record
        made = say.made(str(exported.path), exported.words, exported.seconds)
        noticed = say.noticed([finding.message for finding in exported.findings])
        self._tell("\n".join(filter(None, (made, exported.message, noticed))))
        self._show("told", "open", "folder", "pdf", "leave")
        self.query_one("#open").focus()

    @on(Stopped)
    def _show_stopped(self, event: Stopped) -> None:
        from briefing.evidence.gate import NEVER_ACKNOWLEDGED

        self._stops = event.findings
        lines = [say.stopped(finding.message, finding.suggestion) for finding in event.findings]
        self._tell("\n".join([say.REFUSED, *lines] if lines else [str(event.error)]))
        has_block = any(finding.block for finding in event.findings)
        may_go_on = bool(lines) and all(finding.rule not in NEVER_ACKNOWLEDGED for finding in event.findings)
        self._show("told", "leave", *(["go"] if has_block else []), *(["acknowledging", "make"] if may_go_on else []))
        self.query_one("#go" if has_block else "#leave").focus()

    def _tell(self, words: str) -> None:
        self.query_one("#told", Static).update(literal(words))

    @on(Button.Pressed, "#open")
    def _open(self) -> None:
        if self._path:
            self._open_or_copy(self._path)

    @on(Button.Pressed, "#folder")
    def _open_folder(self) -> None:
        if self._path:
            self._open_or_copy(self._path.parent)

    @on(Button.Pressed, "#pdf")
    def _ask_for_pdf(self) -> None:
        if self._path and self._record:
            self._tell(say.MAKING_PDF)
            self._show("told", "open", "folder", "leave")
            self._make_pdf(self._path, self._record)

    @work(thread=True, exclusive=True, group="export", exit_on_error=False)
    def _make_pdf(self, path: Path, record: Path) -> None:
        """Have LibreOffice make the PDF, which takes it some seconds; off the screen's thread."""
        from briefing.word.pdf import write_pdf

        try:
            told = str(write_pdf(path, record))
        except BriefingError as error:
            told = str(error)
        self.post_message(self.Told(told))

    @on(Told)
    def _show_told(self, event: Told) -> None:
        self._tell(event.words)

    def _open_or_copy(self, path: Path) -> None:
        desk = desk_of(self)
        if open_path(path):
            desk.say(say.opening(str(path)))
        else:
            desk.copy_to_clipboard(str(path))
            desk.say(say.NO_WINDOW)

    @on(Button.Pressed, "#go")
    def _go(self) -> None:
        self.dismiss(next((finding.block for finding in self._stops if finding.block), None))

    @on(Button.Pressed, "#leave")
    def action_leave(self) -> None:
        """Leave; what was made stays."""
        self.dismiss(None)


def _row(label: str, editor: Choices | LineEditor) -> Iterable[Static | Choices | LineEditor]:
    yield Static(label, classes="label", markup=False)
    yield editor

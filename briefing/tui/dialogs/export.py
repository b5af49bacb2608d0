"""Making the Word document: what is asked first; then how far it is, and where it went."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Button, ProgressBar, Static

from briefing.errors import BriefingError
from briefing.model.finding import Finding
from briefing.model.literal import show_line
from briefing.model.outline import Outline
from briefing.tui.at_desk import desk_of
from briefing.tui.dialogs.making import Standing, make, make_pdf, put_beside, tell_older
from briefing.tui.forms.editors import LineEditor
from briefing.tui.forms.export_wishes import Wishes
from briefing.tui.opening import open_path
from briefing.tui.screens.findings import FindingsScreen
from briefing.tui.widgets.literal import literal
from briefing.wording import export as say
from briefing.wording import outline as outline_say

if TYPE_CHECKING:
    from briefing.word.exporting import Exported, Options


_PARTS = ("asking", "progress", "told", "acknowledging", "hint", "make", "open", "folder", "pdf", "go", "leave")
"""What the dialog is made of; each step of it shows some."""
_PDF = "pdf"
_MADE_PDF, _OPENED, _OLDER = 1, 2, 3
"""Where among the lines on a document that was made stands what came of its PDF, of opening it, and of older forms."""


class ExportScreen(ModalScreen[str | None]):
    """Asks, makes, and says where it is. It ends with the id of a block to look at, or None."""

    CSS_PATH = "../styles/export.tcss"
    AUTO_FOCUS = "#make"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("f2,ctrl+s,ctrl+enter", "make", show=False),
        Binding("o", "open", show=False),
        Binding("f", "show_folder", show=False),
        Binding("p", "pdf", show=False),
        Binding("c", "findings", show=False),
        Binding("down,j", "scroll_told(1)", show=False),
        Binding("up,k", "scroll_told(-1)", show=False),
    ]

    class Came(Message):
        """Some part of the document is done."""

        def __init__(self, part: float) -> None:
            """Say how much, from 0 to 1."""
            super().__init__()
            self.part = part

    class Made(Message):
        """The document is there."""

        def __init__(self, exported: Exported, also: tuple[str, ...], older: str) -> None:
            """Carry what was made, and what is to be said of its other forms, and of those of earlier ones."""
            super().__init__()
            self.exported = exported
            self.also = also
            self.older = older

    class Stopped(Message):
        """The document may not be made, or could not be."""

        def __init__(self, error: BriefingError) -> None:
            """Carry the reason."""
            super().__init__()
            self.error = error

    class Told(Message):
        """What came of the PDF."""

        def __init__(self, words: str, older: str) -> None:
            """Carry it, and what is still to be said of the forms of earlier documents."""
            super().__init__()
            self.words = words
            self.older = older

    def __init__(self, outline: Outline) -> None:
        """Ask about an outline as it stands."""
        super().__init__()
        self._outline = outline
        self._acknowledged: dict[str, str] = {}
        self._template: Path | None = None
        self._exported: Exported | None = None
        self._stops: tuple[Finding, ...] = ()
        self._lines: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """Ask first; what comes of it takes the same place."""
        with Vertical(classes="sheet wide", id="export") as sheet:
            sheet.border_title = literal(say.TITLE)
            yield Wishes(self._outline)
            yield ProgressBar(total=1.0, show_eta=False, id="progress")
            with VerticalScroll(id="told", can_focus=False):
                yield Static("", id="words", markup=False)
            with Vertical(id="acknowledging"):
                yield Static(say.ACKNOWLEDGE, classes="label", markup=False)
                yield LineEditor("", id="reason", hint=say.ACKNOWLEDGE_HINT)
            yield Static(say.ASKING_HINT, id="hint", classes="hint", markup=False)
            with Horizontal(classes="answers"):
                yield Button(say.MAKE, id="make", compact=True)
                yield Button(say.OPEN, id="open", compact=True)
                yield Button(say.SHOW_FOLDER, id="folder", compact=True)
                yield Button(say.PDF, id="pdf", compact=True)
                yield Button(say.GO_TO_BLOCK, id="go", compact=True)
                yield Button(say.LEAVE, id="leave", compact=True)

    def on_mount(self) -> None:
        """Begin on the button: what the outline says is mostly right."""
        self._show("asking", "hint", "make", "leave")

    def _show(self, *wanted: str) -> None:
        for name in _PARTS:
            self.query_one(f"#{name}").display = name in wanted

    def _tell(self, *lines: str) -> None:
        self._lines = lines
        self.query_one("#words", Static).update(literal("\n".join(filter(None, lines))))

    def _tell_at(self, place: int, words: str) -> None:
        """Say something in its place among what is told, instead of what stood there."""
        self._tell(*self._lines[:place], words, *self._lines[place + 1 :])

    def action_scroll_told(self, by: int) -> None:
        """Read on in what is longer than its room."""
        self.query_one("#told").scroll_relative(y=by, animate=False)

    # Asking and making.

    @on(Button.Pressed, "#make")
    def action_make(self) -> None:
        """Make the document, unless it is being made or is there."""
        if self._exported or self.query_one("#progress").display:
            return
        wishes = self.query_one(Wishes)
        if wishes.template.is_missing:
            self._ask_again(say.NO_TEMPLATE_NAMED, of_template=True)
            return
        reason = self.query_one("#reason", LineEditor).text.strip()
        if reason:
            self._acknowledged.update({finding.rule: reason for finding in self._stops})
        self.set_focus(None)  # enter once more must not leave
        self._show("progress", "leave")
        options = wishes.options(dict(self._acknowledged))
        self._template = options.template
        self._make(options, wishes.forms)

    @work(thread=True, exclusive=True, group="export", exit_on_error=False)
    def _make(self, options: Options, forms: tuple[str, ...]) -> None:
        papers = desk_of(self).papers
        try:
            exported = make(self._outline, papers, options, self._came)
        except BriefingError as error:
            self.post_message(self.Stopped(error))
            return
        words = [form for form in forms if form != _PDF]
        also = put_beside(exported, self._outline, papers, options.product, words)
        is_coming = _PDF in forms
        self.post_message(self.Made(exported, also, "" if is_coming else tell_older(exported)))
        if is_coming:
            self._put_pdf(exported)

    def _put_pdf(self, exported: Exported) -> None:
        told = make_pdf(exported)
        self.post_message(self.Told(told, tell_older(exported)))

    def _came(self, part: float) -> None:
        self.post_message(self.Came(part))

    @on(Came)
    def _show_progress(self, event: Came) -> None:
        self.query_one(ProgressBar).update(progress=event.part)

    # Not made.

    @on(Stopped)
    def _show_stopped(self, event: Stopped) -> None:
        error = event.error
        if isinstance(error, Standing):
            self._show_standing(error.findings)
            return
        template = show_line(self._template.name) if self._template else ""
        of_template = bool(template and error.where and error.where.file == template)
        self._ask_again(say.failed(str(error)), of_template=of_template)

    def _ask_again(self, why: str, *, of_template: bool) -> None:
        """Say what is in the way, all that was asked still there to be changed."""
        self._tell(why)
        self._show("asking", "told", "hint", "make", "leave")
        if of_template:
            self.query_one(Wishes).template.ask_again()
        else:
            self.query_one("#make").focus()

    def _show_standing(self, findings: tuple[Finding, ...]) -> None:
        from briefing.rules.gate import can_be_acknowledged

        self._stops = findings
        self._tell(say.REFUSED, *(say.stopped(finding.message, finding.suggestion) for finding in findings))
        has_block = any(finding.block for finding in findings)
        may_go_on = all(can_be_acknowledged(finding.rule) for finding in findings)
        self._show("told", "leave", *(["go"] if has_block else []), *(["acknowledging", "make"] if may_go_on else []))
        self.query_one("#go" if has_block else "#leave").focus()

    @on(Button.Pressed, "#go")
    def _go(self) -> None:
        self.dismiss(next((finding.block for finding in self._stops if finding.block), None))

    # Made.

    @on(Made)
    def _show_made(self, event: Made) -> None:
        exported = event.exported
        self._exported = exported
        made = say.made(str(exported.path), exported.words, exported.seconds)
        noticed = say.noticed([finding.message for finding in exported.findings])
        is_coming = _PDF in self.query_one(Wishes).forms
        self._tell(made, say.MAKING_PDF if is_coming else "", "", event.older, *event.also, exported.message, noticed)
        self._show("told", "open", "folder", "leave", *([] if is_coming else ["pdf"]))
        self.query_one("#open").focus()

    def action_findings(self) -> None:
        """List all that is to be looked at before it is handed over; enter goes to the block."""
        if self._exported and self._exported.findings:
            findings = FindingsScreen(outline_say.FINDINGS, self._exported.findings, outline_say.FINDINGS_HINT)
            self.app.push_screen(findings, self._go_to)

    def _go_to(self, finding: Finding | None) -> None:
        if finding and finding.block:
            self.dismiss(finding.block)

    @on(Button.Pressed, "#open")
    def action_open(self) -> None:
        """Open the document in the program the system has for it."""
        if self._exported:
            self._open_or_copy(self._exported.path)

    @on(Button.Pressed, "#folder")
    def action_show_folder(self) -> None:
        """Show the folder the document is in."""
        if self._exported:
            self._open_or_copy(self._exported.path.parent)

    def _open_or_copy(self, path: Path) -> None:
        if open_path(path):
            self._tell_at(_OPENED, say.opening(str(path)))
        else:
            desk_of(self).copy_to_clipboard(str(path))
            self._tell_at(_OPENED, say.NO_WINDOW)

    @on(Button.Pressed, "#pdf")
    def action_pdf(self) -> None:
        """Make the PDF as well."""
        if self._exported and self.query_one("#pdf").display:
            self._tell_at(_MADE_PDF, say.MAKING_PDF)
            self._show("told", "open", "folder", "leave")
            self.query_one("#open").focus()
            self._make_pdf(self._exported)

    @work(thread=True, exclusive=True, group="export", exit_on_error=False)
    def _make_pdf(self, exported: Exported) -> None:
        self._put_pdf(exported)

    @on(Told)
    def _show_told(self, event: Told) -> None:
        self._tell_at(_MADE_PDF, event.words)
        self._tell_at(_OLDER, event.older)

    @on(Button.Pressed, "#leave")
    def action_leave(self) -> None:
        """Leave; what was made stays."""
        self.dismiss(None)

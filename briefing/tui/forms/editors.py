"""What a field is typed into: a line, several lines, or a few choices; each gives its text back as it was given."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.suggester import SuggestFromList
from textual.widgets import Input, TextArea

from briefing.model.fields import Field, Shape
from briefing.tui.forms.choices import Choices
from briefing.wording import forms as say

_BREAKS: Final = {ord(character): 0x100000 + ord(character) for character in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\r"}
"""What a text area takes for line ends and would turn into them: private characters stand in while one edits."""
_BACK: Final = {stand_in: character for character, stand_in in _BREAKS.items()}
_SIGNS: Final = dict.fromkeys(_BACK, "␤")


class LineEditor(Input):
    """One line. What is pasted stays whole: its line ends become spaces."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, text: str, suggestions: Iterable[str] = (), *, id: str | None = None, hint: str = "") -> None:
        """Hold a text; offer to complete what is typed from the suggestions."""
        offered = list(suggestions)
        suggester = SuggestFromList(offered, case_sensitive=False) if offered else None
        super().__init__(text, hint, compact=True, suggester=suggester, select_on_focus=False, id=id)
        self.cursor_blink = False

    @property
    def text(self) -> str:
        """What the field holds."""
        return self.value

    @text.setter
    def text(self, text: str) -> None:
        self.value = text

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.replace(" ".join(event.text.split("\n")).strip(), *sorted(self.selection))


class TextEditor(TextArea):
    """Several lines, as tall as they need within reason."""

    def __init__(self, text: str) -> None:
        """Hold a text."""
        super().__init__(text.translate(_BREAKS), compact=True, highlight_cursor_line=False)
        self.cursor_blink = False

    async def _on_paste(self, event: events.Paste) -> None:
        # The text area's own handler comes after this one: the framework calls each class's.
        event.text = event.text.replace("\r\n", "\n").replace("\r", "\n").translate(_BREAKS)

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is painted, with a sign where a line separator stands."""
        line = self.document.get_line(line_index)
        return Text(line.translate(_SIGNS), end="", no_wrap=True)

    @property
    def whole_text(self) -> str:
        """What the field holds, line separators and all."""
        return self.text.translate(_BACK)


Editor = LineEditor | TextEditor | Choices


def editor_for(field: Field, text: str, kinds: Iterable[str] = ()) -> Editor:
    """Return what a field of this shape is typed into."""
    if field.shape is Shape.FLAG:
        return Choices((("yes", say.YES), ("no", say.NO)), text)
    if field.choices:
        options = tuple((choice, say.choice(choice)) for choice in field.choices)
        return Choices(options, text, many=field.shape is Shape.WORDS)
    if field.shape is Shape.TEXT or "\n" in text:
        return TextEditor(text)
    return LineEditor(text, kinds if field.name == "kind" else ())


def text_of(editor: Editor) -> str:
    """Return what an editor holds."""
    return editor.whole_text if isinstance(editor, TextEditor) else editor.text


def fill(editor: Editor, text: str) -> None:
    """Put a text into an editor in place of what it holds."""
    editor.text = text.translate(_BREAKS) if isinstance(editor, TextEditor) else text

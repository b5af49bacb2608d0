"""What is asked before a document is made: as what, on which template, in which other forms, for whom and by whom."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static

from briefing.model.fields import PRODUCTS
from briefing.model.outline import Outline
from briefing.tui.at_desk import desk_of
from briefing.tui.forms.choices import Choices
from briefing.tui.forms.editors import LineEditor
from briefing.tui.forms.template_choice import TemplateChoice
from briefing.wording import export as say
from briefing.wording import outline as outline_say

if TYPE_CHECKING:
    from briefing.word.exporting import Options


class Wishes(Vertical):
    """A line each, its label before it."""

    def __init__(self, outline: Outline) -> None:
        """Ask about an outline; what it says of itself is chosen already."""
        super().__init__(id="asking")
        self._outline = outline

    def compose(self) -> ComposeResult:
        """Ask for what differs from one export to the next."""
        from briefing.document.layout import layout_of
        from briefing.word.template.opening import chosen_template

        desk = desk_of(self)
        folder = desk.papers.folder
        products = tuple((name, outline_say.product(name)) for name in PRODUCTS)
        yield _row(say.PRODUCT, Choices(products, self._outline.product, id="product"))
        yield _row(say.TEMPLATE, TemplateChoice(folder, chosen_template(layout_of(desk.library.office), folder)))
        yield _row(say.ALSO, Choices(say.FORMS, "", many=True, id="also"))
        yield _row(say.FOR, LineEditor("", id="for", hint=say.FOR_HINT))
        yield _row(say.BY, LineEditor("", id="by", hint=say.BY_HINT))

    @property
    def template(self) -> TemplateChoice:
        """The choice of a template."""
        return self.query_one(TemplateChoice)

    @property
    def forms(self) -> tuple[str, ...]:
        """The other forms the document is to be made in."""
        return tuple(form.strip() for form in self.query_one("#also", Choices).text.split(",") if form.strip())

    def options(self, acknowledged: Mapping[str, str]) -> Options:
        """Return what the export is made with."""
        from briefing.word.exporting import Options

        return Options(
            template=self.template.path,
            product=self.query_one("#product", Choices).text or self._outline.product,
            for_=self.query_one("#for", LineEditor).text.strip(),
            by=self.query_one("#by", LineEditor).text.strip(),
            on=datetime.now().astimezone(),
            acknowledged=acknowledged,
        )


def _row(label: str, editor: Widget) -> Horizontal:
    return Horizontal(Static(label, classes="label", markup=False), editor, classes="wish")

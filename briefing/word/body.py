"""The body of the file: paragraphs, each within its bookmark, and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape

from briefing.document.document import Footnote, Inline, Link, Paragraph, Style, Table, Words
from briefing.model.literal import show_line
from briefing.word.anchors import Anchors
from briefing.word.runs import Links, NotesPart, Shown, words_run
from briefing.word.styles import TABLE_STYLE

_GRID = 100
_WHOLE = 5_000
"""A line's width in fiftieths of a per cent, as Word counts shares of it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A paragraph of the file and the bookmark it goes by."""

    bookmark: str
    paragraph: Paragraph


class Body:
    """The body of one file as it grows."""

    def __init__(
        self, styles: Mapping[str, str], anchors: Anchors, links: Links, notes: NotesPart, shown: Shown
    ) -> None:
        """Take the ids of styles by their names in small letters, what gives out the rest, and how text is written."""
        self._shown = shown
        self._styles = styles
        self._anchors = anchors
        self._links = links
        self._notes = notes
        self.marks: list[Mark] = []

    def write(self, parts: Iterable[Paragraph | Table], width: int, progress: Callable[[float], None]) -> str:
        """Return the parts in order. `width` is that of a line in twips; `progress` hears the share that is done."""
        listed = list(parts)
        written: list[str] = []
        for number, part in enumerate(listed, 1):
            if isinstance(part, Paragraph):
                written.append(self._paragraph(part))
            else:
                written.append(self._table(part, width))
                written.append(self._after_table(listed[number : number + 1]))
            if number % 256 == 0:
                progress(number / len(listed))
        return "".join(written)

    def _paragraph(self, paragraph: Paragraph) -> str:
        name = self._anchors.name(paragraph)
        inner = "".join(self._inline(part) for part in paragraph.words)
        if name:
            number = len(self.marks)
            self.marks.append(Mark(name, paragraph))
            inner = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'
        return f'<w:p><w:pPr><w:pStyle w:val="{self._style(paragraph.style)}"/></w:pPr>{inner}</w:p>'

    def _inline(self, part: Inline) -> str:
        match part:
            case Words():
                return words_run(part, self._shown)
            case Footnote():
                return self._notes.refer(part)
            case Link():
                return self._links.link(part)

    def _style(self, style: Style | str) -> str:
        return escape(self._styles.get(style.casefold(), "Normal"))

    def _table(self, table: Table, width: int) -> str:
        # Shares of the line, not lengths: where it is read on a telephone the table is as narrow as the screen.
        columns = [width * share // _GRID for share in table.widths]
        properties = (
            f'<w:tblPr><w:tblStyle w:val="{self._style(TABLE_STYLE)}"/><w:tblW w:w="{_WHOLE}" w:type="pct"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{escape(show_line(table.caption))}"/>'
            f'<w:tblDescription w:val="{escape(show_line(table.description))}"/></w:tblPr>'
        )
        grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
        heading = self._row(((cell,) for cell in table.heading), table.widths, "<w:tblHeader/>")
        rows = "".join(self._row(row, table.widths) for row in table.rows)
        return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{heading}{rows}</w:tbl>"

    def _row(self, cells: Iterable[tuple[Paragraph, ...]], shares: Iterable[int], properties: str = "") -> str:
        written = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{share * _WHOLE // _GRID}" w:type="pct"/></w:tcPr>'
            f"{''.join(self._paragraph(paragraph) for paragraph in cell)}</w:tc>"
            for cell, share in zip(cells, shares, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{written}</w:tr>"

    def _after_table(self, following: list[Paragraph | Table]) -> str:
        """Return the paragraph a table needs after it: Word joins tables that touch, and ends no section with one.

        A heading is that paragraph itself, with room of its own.
        """
        if any(isinstance(part, Paragraph) and part.kind == "heading" for part in following):
            return ""
        return f'<w:p><w:pPr><w:pStyle w:val="{self._style(Style.CELL)}"/></w:pPr></w:p>'

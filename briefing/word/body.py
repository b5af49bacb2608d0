"""The body of the file: paragraphs, each within its bookmark, and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from briefing.document.document import Code, Footnote, Inline, Link, Paragraph, Style, Table
from briefing.model.literal import show_line
from briefing.word.anchors import Anchors
from briefing.word.runs import Links, NotesPart, Shown, run_of, words_run
from briefing.word.styles import CODE_STYLE, TABLE_STYLE

_GRID = 100
_WHOLE = 5_000
"""A line's width in fiftieths of a per cent, as Word counts shares of it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A paragraph of the file and the bookmark it goes by."""

    bookmark: str
    paragraph: Paragraph
    text: str
    """Its words as the file has them, without notes."""
    notes: tuple[str, ...] = ()
    """The words of each note it refers to, as the file has them."""


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
        self._begun: dict[Style, str] = {}
        """How a paragraph of each style begins."""
        self.marks: list[Mark] = []
        self._code = f'<w:rStyle w:val="{self._style(CODE_STYLE)}"/>'

    def write(
        self, parts: Iterable[Paragraph | Table], width: int, progress: Callable[[float], None]
    ) -> Iterator[bytes]:
        """Yield the parts in order. `width` is that of a line in twips; `progress` hears the share that is done.

        They come as bytes: as one string, a single sign beyond Latin 1 would make all of a long document twice as long.
        """
        listed = list(parts)
        for number, part in enumerate(listed, 1):
            if isinstance(part, Paragraph):
                yield self._paragraph(part).encode()
            else:
                yield self._table(part, width).encode()
                yield self._after_table(listed[number : number + 1]).encode()
            if number % 256 == 0:
                progress(number / len(listed))

    def _paragraph(self, paragraph: Paragraph) -> str:
        name = self._anchors.name(paragraph)
        texts: list[str] = []
        notes: list[str] = []
        inner = "".join([self._inline(part, texts, notes) for part in paragraph.words])
        begun = self._begun.get(paragraph.style) or self._begin(paragraph.style)
        if paragraph.begins_page:
            begun = begun.replace("</w:pPr>", "<w:pageBreakBefore/></w:pPr>")
        if not name:
            return f"{begun}{inner}</w:p>"
        number = len(self.marks)
        self.marks.append(Mark(name, paragraph, "".join(texts), tuple(notes)))
        return f'{begun}<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/></w:p>'

    def _inline(self, part: Inline, texts: list[str], notes: list[str]) -> str:
        """Return a part of a paragraph, and put its text as it is written with the others, or with the notes."""
        if isinstance(part, Footnote):
            return self._notes.refer(part, notes)
        written = self._shown(part.text)
        if isinstance(part, Code):
            texts.append(f"{written}\t")
            return run_of(f"{written}\t", self._code)
        texts.append(written)
        return self._links.link(part, written) if isinstance(part, Link) else words_run(part, written)

    def _begin(self, style: Style) -> str:
        """Return how every paragraph of a style begins."""
        begun = self._begun[style] = f'<w:p><w:pPr><w:pStyle w:val="{self._style(style)}"/></w:pPr>'
        return begun

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
        return f"{self._begin(Style.CELL)}</w:p>"

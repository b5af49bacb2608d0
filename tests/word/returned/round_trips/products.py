"""Every product the example library becomes, as it leaves, beside the record of what it said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from briefing.library.reading import read_library
from briefing.model.ids import OutlineName
from briefing.word.exporting import Options, export
from briefing.word.returned.exported import Exported, read_exported
from briefing.word.returned.reading import read_returned
from tests.architecture.ground import ROOT

OUTLINES = {
    "briefing": "second-reading-briefing",
    "speech": "second-reading-speech",
    "points": "second-reading-speech",
    "reading": "second-reading-speech",
    "reply": "reply-inquiry",
    "lines": "lines-to-take",
    "questions": "lines-to-take",
}
"""The outline each product is made of."""
_ON = datetime(2025, 1, 8, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Product:
    """A file as it left."""

    name: str
    content: bytes
    exported: Exported
    marks: tuple[tuple[int, ...], ...]
    """After how many characters of each part it refers to a note."""
    rows: tuple[int, ...]
    """In which row of a table each part stands: of no table in -1, and of a table's head in 0."""

    def written(self, folder: Path) -> Path:
        """A copy of it in a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{self.name}.docx"
        path.write_bytes(self.content)
        return path


def product(name: str, folder: Path) -> Product:
    """A product of the example library, exported into a folder as the program does."""
    library = read_library(ROOT / "notes")
    outline = next(one for one in library.outlines if one.name == OutlineName(OUTLINES[name]))
    made = export(outline, library, folder, Options(on=_ON, product=name))
    content = made.path.read_bytes()
    own = {mark: one for one in read_returned(content).paragraphs for mark in one.bookmarks}
    exported = read_exported(made.record.read_bytes())
    paragraphs = [own[part.bookmark] for part in exported.parts]
    marks = tuple(tuple(note.at for note in one.notes) for one in paragraphs)
    return Product(
        name, content, exported, marks, tuple(-1 if one.cell is None else one.cell.row for one in paragraphs)
    )

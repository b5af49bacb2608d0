"""What the stories of a file that came back stand on: an export, marked up as Word does it, and a seat before it."""

from __future__ import annotations

import io
import re
import tomllib
import zipfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from briefing.disk.places import exports_folder
from briefing.library.opened import OpenLibrary
from briefing.tui.screens.returned import ReturnedScreen
from briefing.word.exporting import Options, export
from tests.stories.ground import OFFICE, WIDE, Sitting, sitting, write_library

WALL = "The harbour wall was mended in the spring and held all summer."
BOATS = "Every boat that was ordered has come."
LAMP = "The lamp on the pier is lit at dusk."
FERRY = "The ferry to Fairholm sailed on 212 days of the year"
QUOTE = "In the year to May the ferry sailed on 212 days, and on 153 it did not."

NOTE = f"""
title = "Harbour"

[[source]]
id = "survey"
kind = "report"
title = "Survey of the Harbour"
author = "Westmarch Council"
published = 2024-06-01

[[card]]
id = "ferry1"
kind = "statistic"
claim = "{FERRY}"
quote = "{QUOTE}"
source = "survey"
at = "page 4"
"""

OUTLINE = f"""
title = "The harbour: what was done"
product = "speech"
date = 2025-03-04
event = "Westmarch Hall"
slot = "3:00"

[[block]]
id = "head"
heading = "What was done"

[[block]]
id = "wall"
text = "{WALL}"

[[block]]
id = "ferry"
card = "ferry1"
text = "{FERRY}."

[[block]]
id = "boats"
text = "{BOATS}"

[[block]]
id = "lamp"
text = "{LAMP}"
"""

FILES = {"library.toml": OFFICE, "harbour.toml": NOTE, "outlines/harbour.toml": OUTLINE}
AM, BK = "A. Member", "B. Keeper"
_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def lay_out(folder: Path, files: Mapping[str, str] = FILES) -> Path:
    """Write the library and return the export of its outline."""
    write_library(folder, dict(files))
    return exported(folder, "harbour")


def exported(folder: Path, name: str) -> Path:
    """Export an outline of a library, at noon of a day long ago."""
    library = OpenLibrary(folder).library
    outline = library.outline(name)
    assert outline is not None
    noon = datetime(2025, 3, 4, 12, tzinfo=UTC)
    return export(outline, library, exports_folder(folder), Options(on=noon)).path


class Markup:
    """The body of a file, as somebody marks it up; each mark is by the author and at the minute given."""

    def __init__(self, body: str, author: str) -> None:
        """Begin with what left."""
        self.body = body
        self.comments: list[str] = []
        self._author = author
        self._count = 900

    def _by(self) -> str:
        self._count += 1
        return f'w:id="{self._count}" w:author="{self._author}" w:date="2025-03-05T09:{self._count % 60:02}:00Z"'

    def _split(self, words: str, between: str) -> None:
        """Put something between the runs before and after some words, which is to hold them as they stand in it."""
        found = self._find(words)
        between = between.replace(words, found[0], 1)
        before, after = self.body[: found.start()], self.body[found.end() :]
        self.body = f'{before}</w:t></w:r>{between}<w:r><w:t xml:space="preserve">{after}'

    def _find(self, words: str) -> re.Match[str]:
        """Return where some words stand, whichever of their spaces bind."""
        found = re.search(re.escape(words).replace(r"\ ", "[ \u00a0]"), self.body)
        assert found, f"{words!r} stands in no one run"
        return found

    def replace(self, words: str, others: str) -> None:
        """Strike some words out and put others in their place; none where there are to be none."""
        put = f'<w:ins {self._by()}><w:r><w:t xml:space="preserve">{others}</w:t></w:r></w:ins>' if others else ""
        gone = f'<w:r><w:delText xml:space="preserve">{words}</w:delText></w:r>'
        self._split(words, f"<w:del {self._by()}>{gone}</w:del>{put}")

    def insert(self, after: str, words: str) -> None:
        """Put words in after others."""
        put = f'<w:ins {self._by()}><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:ins>'
        self._split(after, f'<w:r><w:t xml:space="preserve">{after}</w:t></w:r>{put}')

    def remark(self, on: str, says: str) -> None:
        """Write a comment on some words."""
        self.remark_astray(says)
        number = self._count
        words = f'<w:r><w:t xml:space="preserve">{on}</w:t></w:r>'
        start, end = (f'<w:commentRange{side} w:id="{number}"/>' for side in ("Start", "End"))
        self._split(on, f'{start}{words}{end}<w:r><w:commentReference w:id="{number}"/></w:r>')

    def type_over(self, words: str, others: str) -> None:
        """Put words in the place of others with tracking off."""
        self.body = self.body.replace(self._find(words)[0], others)

    def remark_astray(self, says: str) -> None:
        """Write a comment whose place in the text was lost on the way."""
        self.comments.append(f"<w:comment {self._by()}><w:p><w:r><w:t>{says}</w:t></w:r></w:p></w:comment>")


def sent_back(left: Path, marks: Markup, name: str) -> Path:
    """Write the file as it came back, into a folder of its own."""
    came = left.parent.parent / "came" / name
    came.parent.mkdir(exist_ok=True)
    written = io.BytesIO()
    with zipfile.ZipFile(left) as archive, zipfile.ZipFile(written, "w") as again:
        for part in archive.namelist():
            again.writestr(part, marks.body if part == "word/document.xml" else archive.read(part))
        if marks.comments:
            again.writestr("word/comments.xml", f"<w:comments {_NAMES}>{''.join(marks.comments)}</w:comments>")
    came.write_bytes(written.getvalue())
    return came


def marks_on(left: Path, author: str = AM) -> Markup:
    """Take up the pen."""
    with zipfile.ZipFile(left) as archive:
        return Markup(archive.read("word/document.xml").decode(), author)


def blocks(folder: Path, name: str = "harbour") -> dict[str, str]:
    """What each block of the outline's file says."""
    held = tomllib.loads((folder / f"outlines/{name}.toml").read_text(encoding="utf-8"))["block"]
    return {block["id"]: block.get("heading") or block.get("text", "") for block in held}


@asynccontextmanager
async def settling(
    folder: Path, *files: Path, size: tuple[int, int] = WIDE, theme: str = "dark"
) -> AsyncIterator[Sitting]:
    """Sit down before what came back."""
    async with sitting(folder, size, tips=False, theme=theme) as at:
        await at.desk.push_screen(ReturnedScreen(files))
        await at.settle()
        yield at

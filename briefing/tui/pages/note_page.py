"""A note as the reader shows it: its summary as it was written, its sources, and how its cards stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from briefing.model.note import Note
from briefing.tui.pages.signs import sign
from briefing.tui.widgets.literal import Line, Look, Run
from briefing.tui.widgets.page import BLANK, Page, Par
from briefing.wording import desk as wording

_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")
_MARKED = re.compile(r"(\*\*|\*|`)(?=\S)([^*`\n]+?)(?<=\S)\1")


def note_page(note: Note) -> Page:
    """Return the page of a note."""
    head = Par((Run(note.title or note.name, Look.STRONG),))
    pars = (head, Par(_standings(note)), BLANK, *summary(note.summary), *_sources(note))
    return Page(wording.NOTE, pars, key=f"note:{note.name}")


def _standings(note: Note) -> Line:
    counted = Counter(card.standing for card in note.cards)
    runs: list[Run] = []
    for standing in wording.SIGNS:
        if counted[standing]:
            runs += (sign(standing), Run(f" {counted[standing]} {standing}   ", Look.SOFT))
    return tuple(runs)


def summary(text: str) -> Iterator[Par]:
    """The paragraphs of a Markdown text: every character as written, with a little weight and indent.

    Lines that belong together are joined, as Markdown reads them; headings and list items keep their own.
    """
    for block in re.split(r"\n\s*\n", text.strip("\n")):
        for line in _joined(block):
            yield _paragraph(line)
        yield BLANK


def _joined(block: str) -> Iterator[str]:
    """The lines of a block, those that go on from the line before joined to it."""
    current = ""
    for line in block.split("\n"):
        if not current or _ITEM.match(line) or line.startswith(("#", ">", "|")) or current.startswith("#"):
            if current:
                yield current
            current = line
        else:
            current = f"{current.rstrip()} {line.strip()}"
    if current:
        yield current


def _paragraph(text: str) -> Par:
    if text.startswith("#"):
        return Par((Run(text, Look.STRONG),))
    item = _ITEM.match(text)
    return Par(_weighted(text), hang=len(item[0]) if item else 0)


def _weighted(text: str) -> Line:
    """Return the text with marked words strong, and the marks around them, which stay, soft."""
    runs: list[Run] = []
    position = 0
    for match in _MARKED.finditer(text):
        mark = Run(match[1], Look.SOFT)
        runs += (Run(text[position : match.start()]), mark, Run(match[2], Look.STRONG), mark)
        position = match.end()
    return tuple(run for run in (*runs, Run(text[position:])) if run.text)


def _sources(note: Note) -> Iterator[Par]:
    from briefing.document.citation import cite
    from briefing.document.document import Link

    if note.sources:
        yield Par((Run(wording.SOURCES, Look.HEADING),))
    for source in note.sources:
        runs = tuple(
            Run(part.text, Look.LINK, f"url:{part.url}") if isinstance(part, Link) else Run(part.text)
            for part in cite(source)
        )
        yield Par((Run("· ", Look.SOFT), *runs), hang=2)

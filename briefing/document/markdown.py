"""A document as Markdown: for a page on the web, a message, another program. What words hold is never markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from briefing.document.document import Code, Document, Footnote, Inline, Link, Paragraph, Style, Table, Words
from briefing.model.literal import show

_LEADS = {
    Style.TITLE: "# ",
    Style.HEADING_1: "## ",
    Style.HEADING_2: "### ",
    Style.HEADING_3: "#### ",
    Style.HEADING_4: "##### ",
    Style.HEADING_5: "###### ",
    Style.HEADING_6: "###### ",
    Style.QUOTATION: "> ",
    Style.CALLOUT: "> ",
    Style.BULLET: "- ",
    Style.BULLET_2: "  - ",
    Style.CLAIM: "- ",
    Style.CLAIM_LEADING: "- ",
    Style.NUMBER: "1. ",
}
"""What a paragraph begins with; a title takes the first of the six levels of heading there are."""

_MARKUP = re.compile(r"[\\`*_\[\]<>#|~&]")
_OPENING = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))", re.MULTILINE)
"""What would begin a list or underline a heading, were it to stand at the start of a line."""


def markdown_text(document: Document) -> str:
    """Return the whole document as Markdown: who may see it first, its notes numbered and at the end."""
    numbers = count(1)
    head = [_opened(_literal(document.header))] if document.header else []
    body = [_table(part, numbers) if isinstance(part, Table) else _paragraph(part, numbers) for part in document.body]
    notes = [f"[^{number}]: {_inlines(note.words, count())}" for number, note in enumerate(document.footnotes(), 1)]
    return "\n\n".join([*head, *body, *notes]) + "\n"


def _paragraph(paragraph: Paragraph, numbers: Iterator[int]) -> str:
    lead = _LEADS.get(paragraph.style, "")
    text = _opened(_inlines(paragraph.words, numbers))
    if lead.startswith("#"):
        return lead + " ".join(text.split())
    return lead + text.replace("\n", f"\\\n{lead if lead == '> ' else ' ' * len(lead)}")


def _opened(text: str) -> str:
    """Return the text with nothing at the start of a line that Markdown would take for a list or a heading."""
    return _OPENING.sub(lambda found: f"{found[1]}{_escaped_opening(found[2])}", text)


def _escaped_opening(opening: str) -> str:
    """Return what would open a list with a backslash where Markdown wants it: before a dash, behind a number."""
    return f"{opening}\\" if opening.isdecimal() else f"\\{opening}"


def _table(table: Table, numbers: Iterator[int]) -> str:
    heading = [_cell((paragraph,), numbers) for paragraph in table.heading]
    rows = [[_cell(cell, numbers) for cell in row] for row in table.rows]
    lines = (heading, ["---"] * len(heading), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(paragraphs: tuple[Paragraph, ...], numbers: Iterator[int]) -> str:
    return "<br>".join(_inlines(paragraph.words, numbers).replace("\n", "<br>") for paragraph in paragraphs)


def _inlines(parts: tuple[Inline, ...], numbers: Iterator[int]) -> str:
    return "".join(_inline(part, numbers) for part in parts)


def _inline(part: Inline, numbers: Iterator[int]) -> str:
    match part:
        case Footnote():
            return f"[^{next(numbers)}]"
        case Link():
            return f"[{_literal(part.text)}](<{part.url}>)"
        case Code():
            return f"**{_literal(part.text)}** "
        case Words():
            return _emphasised(part)


def _emphasised(words: Words) -> str:
    """Return the words between their stars, which must not stand beside a space."""
    stars = "*" * (2 * words.bold + words.italic)
    inside = words.text.strip()
    if not (stars and inside):
        return _literal(words.text)
    before, _, after = words.text.partition(inside)
    return f"{before}{stars}{_literal(inside)}{stars}{after}"


def _literal(text: str) -> str:
    """Return text that Markdown shows as it is."""
    return _MARKUP.sub(lambda found: f"\\{found[0]}", show(text))

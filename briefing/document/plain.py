"""A document as plain text: for a message, a terminal, a screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from briefing.document.document import Code, Document, Footnote, Inline, Link, Paragraph, Style, Table
from briefing.model.literal import show

_MARKS = {Style.BULLET: "• ", Style.CLAIM: "• ", Style.CLAIM_LEADING: "• ", Style.BULLET_2: "  - "}
_UNDERLINED = {Style.TITLE: "=", Style.HEADING_1: "-"}


def plain_text(document: Document) -> str:
    """Return the whole document as text: who may see it first, its notes numbered and at the end."""
    numbers = count(1)
    head = [document.header] if document.header else []
    body = [*head, *(text for part in document.body for text in _part(part, numbers))]
    notes = [
        f"[{number}] {''.join(_written(words, numbers) for words in note.words)}"
        for number, note in enumerate(document.footnotes(), 1)
    ]
    return show("\n\n".join((*body, "\n".join(notes)) if notes else body)) + "\n"


def plain_paragraph(paragraph: Paragraph) -> str:
    """Return one paragraph as text, with all it holds shown."""
    return show(_paragraph(paragraph, count(1)))


def _part(part: Paragraph | Table, numbers: Iterator[int]) -> Iterator[str]:
    if isinstance(part, Paragraph):
        yield _paragraph(part, numbers)
        return
    labels = [cell.text for cell in part.heading]
    for row in part.rows:
        for label, cell in zip(labels, row, strict=True):
            yield f"{label}: " + "\n".join(_paragraph(paragraph, numbers) for paragraph in cell)


def _paragraph(paragraph: Paragraph, numbers: Iterator[int]) -> str:
    words = "".join(_written(part, numbers) for part in paragraph.words)
    underline = _UNDERLINED.get(paragraph.style)
    return f"{_MARKS.get(paragraph.style, '')}{words}" + (f"\n{underline * len(words)}" if underline else "")


def _written(part: Inline, numbers: Iterator[int]) -> str:
    """Return words as they are, a note or code in brackets, and behind the words of a link its whole address."""
    if isinstance(part, Footnote):
        return f" [{next(numbers)}]"
    if isinstance(part, Code):
        return f"[{part.text}] "
    return f"{part.text} <{part.url}>" if isinstance(part, Link) and part.text != part.url else part.text

"""A block as it will read: the paragraphs of the document, its notes beneath them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.document.document import Code, Footnote, Inline, Link, Paragraph, Style, Words
from briefing.tui.widgets.literal import Look, Run
from briefing.tui.widgets.page import BLANK, Page, Par
from briefing.wording import outline as say

_LOOKS = {
    Style.QUOTATION: Look.QUOTE,
    Style.SOURCE: Look.SOFT,
    Style.DETAIL: Look.SOFT,
    Style.ATTACK: Look.WARN,
    Style.CELL_HEADING: Look.SOFT,
}
_SET_IN = {Style.QUOTATION: "    ", Style.SOURCE: "    ", Style.ANSWER: "  "}
_MARKS = {Style.BULLET: "· ", Style.BULLET_2: "  · "}
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def preview_page(paragraphs: Iterable[Paragraph], key: str) -> Page:
    """Return the page of a block's paragraphs, the notes they refer to at the foot."""
    pars: list[Par] = []
    notes: list[Footnote] = []
    for paragraph in paragraphs:
        pars += (document_par(paragraph, notes), BLANK)
    return Page(say.PREVIEW, (*pars, *document_notes(notes)), key=key)


def empty_page(words: str) -> Page:
    """Return a page that says why there is nothing to show."""
    return Page(say.PREVIEW, (Par((Run(words, Look.SOFT),)),))


def document_notes(notes: list[Footnote]) -> tuple[Par, ...]:
    """Return the notes that were met, numbered in their order."""
    return tuple(Par((Run(f"{number} ", Look.SOFT), *_note(note)), hang=2) for number, note in _numbered(notes))


def _numbered(notes: list[Footnote]) -> Iterator[tuple[str, Footnote]]:
    for number, note in enumerate(notes, 1):
        yield str(number).translate(_SUPERSCRIPTS), note


def document_par(paragraph: Paragraph, notes: list[Footnote]) -> Par:
    """Return one paragraph, the notes it refers to added to those met before."""
    look = Look.HEADING if paragraph.kind == "heading" else _LOOKS.get(paragraph.style, Look.PLAIN)
    indent = _SET_IN.get(paragraph.style, "")
    mark = _MARKS.get(paragraph.style, "")
    runs = [_run(part, look, notes) for part in paragraph.words]
    return Par((Run(indent + mark), *runs), hang=len(indent + mark))


def _run(part: Inline, look: Look, notes: list[Footnote]) -> Run:
    match part:
        case Footnote():
            notes.append(part)
            return Run(str(len(notes)).translate(_SUPERSCRIPTS), Look.SOFT)
        case Link():
            return Run(part.text, Look.LINK, f"url:{part.url}")
        case Code():
            return Run(f"{part.text}  ", Look.SOFT)
        case Words():
            return Run(part.text, Look.STRONG if part.bold and look is Look.PLAIN else look)


def _note(note: Footnote) -> Iterator[Run]:
    for part in note.words:
        if isinstance(part, Link):
            yield Run(part.text, Look.LINK, f"url:{part.url}")
        else:
            yield Run(part.text, Look.SOFT)

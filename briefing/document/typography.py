"""Where a line must not end: between a number and its unit, a clause and its number, a day and its month.

Spaces become spaces that do not break; no other sign of a text is touched. Exact words stay exact, since white space
is not among what is compared.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.document.document import Document, Footnote, Inline, Link, Paragraph, Table, Words

NON_BREAKING = "\u00a0"

_COUNTED = frozenset(
    "thousand million billion trillion per percent percentage year years month months week weeks day days hour hours "
    "minute minutes second seconds mile miles metre metres km kg tonne tonnes hectare hectares acre acres "
    "January February March April May June July August September October November December".split()
)
"""What a number before it belongs to."""
_NUMBERED = frozenset(
    "clause clauses section sections subsection subsections schedule schedules paragraph paragraphs article articles "
    "part parts chapter chapters amendment amendments page pages column columns line lines volume volumes division "
    "divisions table tables figure figures regulation regulations rule rules order orders recommendation "
    "recommendations cl. cls. s. ss. para. paras. p. pp. col. cols. vol. no. nos. hc hl cp cm cmd cmnd sn cbp".split()
)
"""What a number after it belongs to, in small letters."""
_TITLES = frozenset("Mr Mrs Ms Miss Dr Sir Dame Lord Lady Baroness Professor St".split())
_OPENING = "([\u201c\u2018\n\t"
_SPACE = re.compile(r" (?=\d)|(?<=\d) (?=[A-Za-z])|(?<=[a-z]) (?=[A-Z])|(?<=\bper) (?=cent\b)")
_WORD = re.compile(r"[^\W\d_]+")


def bind(text: str) -> str:
    """Return a text with spaces that do not break where a line must not end."""
    return _SPACE.sub(_bound, text)


def bound(document: Document) -> Document:
    """Return a document with every text of it bound, the notes too; as it is where the office does not want it."""
    if not document.layout.typography:
        return document
    return replace(document, body=tuple(_part(part) for part in document.body))


def _bound(found: re.Match[str]) -> str:
    before = found.string[found.string.rfind(" ", 0, found.start()) + 1 : found.start()].lstrip(_OPENING)
    after = _WORD.match(found.string, found.end())
    binds = (
        before.lower() in _NUMBERED
        if after is None
        else before in _TITLES or before == "per" or (before[-1:].isdigit() and after[0] in _COUNTED)
    )
    return NON_BREAKING if binds else " "


def _part(part: Paragraph | Table) -> Paragraph | Table:
    if isinstance(part, Paragraph):
        return _paragraph(part)
    rows = tuple(tuple(tuple(_paragraph(each) for each in cell) for cell in row) for row in part.rows)
    return replace(part, heading=tuple(_paragraph(each) for each in part.heading), rows=rows)


def _paragraph(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, words=tuple(_inline(part) for part in paragraph.words))


def _inline(part: Inline) -> Inline:
    match part:
        case Footnote():
            return replace(part, words=tuple(_words(words) for words in part.words))
        case _:
            return _words(part)


def _words(part: Words | Link) -> Words | Link:
    return replace(part, text=bind(part.text))

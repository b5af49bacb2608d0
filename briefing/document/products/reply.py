"""A reply to a constituent: a letter that can be signed. Headings that name a section order it and are not printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import TypeGuard

from briefing.document.document import Document, Form, Paragraph, Style, Table, Words
from briefing.document.notes import Notes
from briefing.document.product import Manner, Product, Scope, sections
from briefing.document.sections import Setting, set_blocks
from briefing.document.titles import day, finished, heading_title, notice
from briefing.model.library import Library
from briefing.model.outline import Block, Outline
from briefing.wording import document as say

_OPEN = Manner(
    own=Style.LETTER,
    card=Style.LETTER,
    attack=Style.LETTER,
    scope=Scope.UNSAID,
    rebuttals=False,
)
_LETTER = replace(_OPEN, headed=False)
_CLOSING = replace(_LETTER, own=Style.CLOSING, card=Style.CLOSING)

SECTIONS = sections(
    ("thanks", "Thanks", _LETTER),
    ("their-point", "Your point", _LETTER),
    ("position", "My position", _LETTER),
    ("done", "What I have done", _LETTER),
    ("next", "What happens next", _LETTER),
    ("offer", "An offer of help", _LETTER),
    ("sign-off", "Sign-off", _CLOSING),
)


def write(outline: Outline, library: Library) -> Document:
    """Return the letter made from an outline; the constituent's point is restated where its section begins."""
    setting = Setting(library, Notes(library), PRODUCT, outline.title)
    where = _restated_at(outline.blocks)
    body = [
        *_head(outline, library),
        *set_blocks(setting, outline.blocks[:where]),
        *_lines(Style.LETTER, outline.their_point),
        *set_blocks(setting, outline.blocks[where:]),
        *_foot(outline, library),
    ]
    return finished(outline, library, PRODUCT, _kept_with_signature(body), Form.LETTER)


def _restated_at(blocks: Sequence[Block]) -> int:
    """Return where the constituent's point is restated: at its own section, else after the thanks, else first."""
    headings = [where for where, block in enumerate(blocks) if block.heading]
    own = [where for where in headings if blocks[where].part == "their-point"]
    thanked = [after for before, after in pairwise(headings) if blocks[before].part == "thanks"]
    return (own or thanked or [0])[0]


def _head(outline: Outline, library: Library) -> Iterator[Paragraph]:
    """Yield whose letter it is, the date, the reference, whom it goes to, the salutation and the subject."""
    yield from _lines(Style.LETTERHEAD, library.office.name)
    yield from notice(outline)
    yield from _lines(Style.DATE, day(outline))
    yield from _lines(Style.DATE, say.reference(outline.reference) if outline.reference else "")
    yield from _lines(Style.ADDRESS, outline.to)
    yield from _lines(Style.SALUTATION, outline.salutation)
    yield heading_title(outline)


def _foot(outline: Outline, library: Library) -> Iterator[Paragraph]:
    """Yield how the letter ends, where the outline does not say, and who signs it."""
    if not any(block.part == "sign-off" for block in outline.blocks):
        unnamed = any(word in outline.salutation.lower().replace(",", " ").split() for word in say.UNNAMED)
        comma = "," if outline.salutation.rstrip().endswith(",") else ""
        yield from _lines(Style.CLOSING, f"{say.YOURS_UNNAMED if unnamed else say.YOURS}{comma}")
    member = library.office.member(outline.member)
    if member:
        yield from _lines(Style.SIGNATURE, member.name)
        yield from _lines(Style.SIGNATURE, say.member_for(member.constituency) if member.constituency else "")


def _kept_with_signature(body: Sequence[Paragraph | Table]) -> Iterator[Paragraph | Table]:
    """Yield the letter with the paragraph before its closing set as the last: no signature stands alone on a page."""
    for part, after in zip_longest(body, body[1:]):
        last = isinstance(after, Paragraph) and after.style is Style.CLOSING
        yield replace(part, style=Style.LETTER_END) if last and _is_prose(part) else part


def _is_prose(part: Paragraph | Table) -> TypeGuard[Paragraph]:
    return isinstance(part, Paragraph) and part.style is Style.LETTER


def _lines(style: Style, text: str) -> Iterator[Paragraph]:
    if text.strip():
        yield Paragraph(style, (Words(text.strip("\n")),))


PRODUCT = Product("reply", "Reply", SECTIONS, _OPEN, write, pages=1, type="letter")

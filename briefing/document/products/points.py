"""A speech outline: one side of points to speak from, in the order of the speech, with what each rests on in its note.

A point is the shorter form of what is said where there is one, else its first sentence. Our case, what we ask and the
close stand whole: there the words themselves matter. The whole of the words is a speech.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.document.document import Document, Form, Paragraph, Style, Table, Words
from briefing.document.notes import Notes, Repeats
from briefing.document.product import Manner, Product, Scope
from briefing.document.products import speech
from briefing.document.prose import first_sentence, sentence
from briefing.document.sections import Setting, set_blocks
from briefing.document.titles import Labelled, finished, occasion, title_block
from briefing.model.library import Library
from briefing.model.outline import Block, Outline
from briefing.wording import document as say

_POINTS = Manner(
    own=Style.BULLET,
    card=Style.BULLET,
    attack=Style.BULLET,
    scope=Scope.NOTED,
    rebuttals=False,
)

_WHOLE = frozenset({"thesis", "ask", "close"})
"""Sections whose words are not made shorter than their author has made them."""

SECTIONS = tuple(replace(section, manner=_POINTS) for section in speech.SECTIONS)


def write(outline: Outline, library: Library) -> Document:
    """Return the points of a speech made from its outline."""
    setting = Setting(library, Notes(library, Repeats.ON_ONE_SIDE), PRODUCT, outline.title)
    body = [
        *title_block(outline, PRODUCT, _details(outline, library)),
        *_with_musts_bold(set_blocks(setting, list(_points(outline, library))), outline),
    ]
    return finished(outline, library, PRODUCT, body, Form.SIDE)


def _details(outline: Outline, library: Library) -> Iterator[Labelled]:
    yield from occasion(outline, library)
    if any(_must_be_said(block) for block in outline.blocks):
        yield say.IN_BOLD, say.MUST_BE_SAID


def _points(outline: Outline, library: Library) -> Iterator[Block]:
    """Yield the blocks, each with its point as its words."""
    part = ""
    for block in outline.blocks:
        if block.heading:
            part = block.part
            yield block
        else:
            yield _point(block, library, whole=part in _WHOLE)


def _point(block: Block, library: Library, *, whole: bool) -> Block:
    """Return a block with its point as its words; none where its card's claim is the point already."""
    card = library.cards.get(block.evidence)
    text = block.text.strip("\n")
    if text.strip():
        return replace(block, text=block.short.strip() or (text if whole else first_sentence(text)))
    if card is None or card.is_restricted:
        return block
    return replace(block, text=say.answering(sentence(card.claim)) if block.attack else block.short or card.short)


def _with_musts_bold(parts: Iterable[Paragraph | Table], outline: Outline) -> Iterator[Paragraph | Table]:
    musts = {block.id for block in outline.blocks if _must_be_said(block)}
    for part in parts:
        yield _bold(part) if isinstance(part, Paragraph) and part.block in musts else part


def _bold(paragraph: Paragraph) -> Paragraph:
    words = (replace(part, bold=True) if isinstance(part, Words) else part for part in paragraph.words)
    return replace(paragraph, words=tuple(words))


def _must_be_said(block: Block) -> bool:
    return block.weight == "must" and not block.heading


PRODUCT = Product("points", "Speech outline", SECTIONS, _POINTS, write, pages=1, type="speech")

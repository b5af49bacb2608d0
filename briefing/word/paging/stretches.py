"""What a page of a reading copy is filled with: sentences, each of which must not go over a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.document.document import Code, Footnote, Inline, Link, Paragraph, Style, Words
from briefing.document.prose import sentences

SPOKEN = frozenset({Style.SPOKEN, Style.SPOKEN_PROVED})
"""Styles of what is said aloud."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a paragraph that stays on one page: a sentence of what is said, or a whole paragraph of the rest."""

    paragraph: int
    """The place of its paragraph in the part."""
    start: int
    """Where it begins and ends in the paragraph's text."""
    end: int


def stretches_of(part: Sequence[Paragraph]) -> Iterator[Stretch]:
    """Yield what a part of the copy consists of, in order."""
    for place, paragraph in enumerate(part):
        start = 0
        for piece in _pieces(paragraph):
            yield Stretch(place, start, start + len(piece))
            start += len(piece)


def _pieces(paragraph: Paragraph) -> tuple[str, ...]:
    whole = (paragraph.text,)
    return (sentences(paragraph.text) or whole) if paragraph.style in SPOKEN else whole


def cut(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    """Return a paragraph's words from one place of its text to another; its code stays where it begins."""
    if (start, end) == (0, len(paragraph.text)):
        return paragraph
    style = Style.SPOKEN if start and paragraph.style is Style.SPOKEN_PROVED else paragraph.style
    return replace(paragraph, style=style, words=tuple(_cut(paragraph.words, start, end)))


def _cut(words: Sequence[Inline], start: int, end: int) -> Iterator[Inline]:
    place = 0
    for part in words:
        if isinstance(part, Code | Footnote):
            if start <= place < end:
                yield part
            continue
        text = part.text[max(0, start - place) : max(0, end - place)]
        place += len(part.text)
        if text:
            yield _with_text(part, text.rstrip() if place >= end else text)


def _with_text(part: Words | Link, text: str) -> Words | Link:
    return replace(part, text=text)

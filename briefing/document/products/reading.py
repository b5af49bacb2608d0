"""A reading copy: what is said, large, on pages that cannot fail in the hand; shorter versions and proofs behind it.

First a sheet that says what lies behind it, then the speech, then the best version for each shorter limit, then what
proves each code in the margin. What stands in brackets is not said. Where pages end is settled when the copy is set.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import ceil

from briefing.document.document import Code, Document, Form, Paragraph, Style, Words
from briefing.document.notes import Notes
from briefing.document.product import Product, Section
from briefing.document.products import speech
from briefing.document.proofs import cards_behind, codes_of, set_proof
from briefing.document.reading_copy import ReadingCopy, reading_copy_of
from briefing.document.sections import Setting, set_blocks
from briefing.document.titles import details, finished, heading_title, notice, occasion
from briefing.model.card import Card
from briefing.model.library import Library
from briefing.model.outline import Outline
from briefing.model.spoken import spoken_text
from briefing.speech.ladder.applying import apply
from briefing.speech.ladder.rungs import Rung, climb
from briefing.speech.said.on_paper import on_paper
from briefing.speech.timing import time_outline
from briefing.wording import proofs as proof_words
from briefing.wording import reading as say

SECTIONS: tuple[Section, ...] = speech.SECTIONS
_DEEPER = {
    Style.HEADING_1: Style.HEADING_2,
    Style.HEADING_2: Style.HEADING_3,
    Style.HEADING_3: Style.HEADING_4,
    Style.HEADING_4: Style.HEADING_5,
    Style.HEADING_5: Style.HEADING_6,
}
"""Headings of the outline stand under that of the version they are in."""
_SAID = frozenset({Style.SPOKEN, Style.BULLET, Style.BULLET_2})


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the copy that begins on a page of its own."""

    told: str
    """What the first sheet says of it."""
    body: tuple[Paragraph, ...]


def write(outline: Outline, library: Library) -> Document:
    """Return the reading copy made from an outline."""
    copy = reading_copy_of(library.office)
    cards = cards_behind(outline, library)
    codes = codes_of(cards) if copy.proof_codes else {}
    setting = _Lectern(library, copy, codes)
    parts = [setting.whole(outline), *(setting.version(outline, rung) for rung in _shorter(outline, library, copy))]
    if codes and copy.proof_pack:
        parts.append(_proofs(cards, codes, library))
    body = [*_cover(outline, library, copy, parts), *(paragraph for part in parts for paragraph in part.body)]
    return finished(outline, library, PRODUCT, body, Form.READING)


def _cover(outline: Outline, library: Library, copy: ReadingCopy, parts: Iterable[_Part]) -> Iterator[Paragraph]:
    """Yield the first sheet: what it is, what to check, and what lies behind."""
    yield from notice(outline)
    yield heading_title(outline)
    yield Paragraph(Style.SUBTITLE, (Words(PRODUCT.title),))
    yield from details(occasion(outline, library))
    if copy.delivery:
        yield Paragraph(Style.CALLOUT, (Words(copy.delivery, bold=True),))
    for part in parts:
        yield Paragraph(Style.TURN, (Words(part.told),))
    if copy.bracketed:
        yield Paragraph(Style.SIGNPOST, (Words(say.BRACKETS),))


def _shorter(outline: Outline, library: Library, copy: ReadingCopy) -> Iterator[Rung]:
    """Yield the versions for shorter limits, each that fits and is not the one before it over again."""
    slot = outline.slot_seconds
    limits = sorted({60 * minutes for minutes in copy.versions if slot is None or 60 * minutes < slot}, reverse=True)
    said = [block.id for block in outline.blocks if not block.heading and spoken_text(block, library)]
    before: tuple[object, ...] = (said, ())
    for rung in climb(outline, library, limits):
        kept = ([block for block in said if block in rung.blocks], rung.short)
        if rung.fits and kept != before:
            yield rung
            before = kept


@dataclass(frozen=True, slots=True)
class _Lectern:
    """What versions of a speech are set with."""

    library: Library
    copy: ReadingCopy
    codes: Mapping[str, str]

    def whole(self, outline: Outline) -> _Part:
        """Return the speech as it was written."""
        return self._part(outline, say.SPEECH)

    def version(self, outline: Outline, rung: Rung) -> _Part:
        """Return the best version for a shorter limit."""
        return self._part(apply(outline, self.library, rung), say.version(rung.limit))

    def _part(self, outline: Outline, title: str) -> _Part:
        setting = Setting(self.library, Notes(self.library), speech.PRODUCT, outline.title)
        heading = Paragraph(Style.HEADING_1, (Words(self._aside(title)),), kind="heading", begins_page=True)
        set_so = tuple(part for part in set_blocks(setting, outline.blocks) if isinstance(part, Paragraph))
        time = ceil(time_outline(outline, self.library).needed)
        return _Part(say.turn(title, time), (heading, *self._as_read(set_so)))

    def _as_read(self, paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
        """Yield paragraphs as they are read from: the first of a card with its code, signposts in brackets."""
        begun: set[str] = set()
        for paragraph in paragraphs:
            if paragraph.style in _SAID:
                code = "" if paragraph.block in begun else self.codes.get(paragraph.card, "")
                begun.add(paragraph.block)
                yield self._said(paragraph, code)
            else:
                style = _DEEPER.get(paragraph.style, Style.SIGNPOST)
                yield replace(paragraph, style=style, words=(Words(self._aside(paragraph.text)),))

    def _said(self, paragraph: Paragraph, code: str) -> Paragraph:
        words = Words(on_paper(paragraph.text) if self.copy.numerals else paragraph.text)
        if code:
            return replace(paragraph, style=Style.SPOKEN_PROVED, words=(Code(code), words))
        return replace(paragraph, style=Style.SPOKEN, words=(words,))

    def _aside(self, text: str) -> str:
        """Return what is not said, in the brackets that say so."""
        return f"[{text}]" if self.copy.bracketed else text


def _proofs(cards: Mapping[str, Card], codes: Mapping[str, str], library: Library) -> _Part:
    heading = Paragraph(Style.HEADING_1, (Words(proof_words.TITLE),), kind="heading", begins_page=True)
    entries = (line for card, code in codes.items() for line in set_proof(code, cards[card], library))
    return _Part(say.proofs(len(codes)), (heading, *entries))


PRODUCT = Product("reading", "Reading copy", SECTIONS, speech.PRODUCT.manner, write, copy="reading", type="speech")

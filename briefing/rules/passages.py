"""What a document would say, passage by passage: each with the block it stands in and the card it rests on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from briefing.evidence.blocks import name_blocks
from briefing.model.card import Card
from briefing.model.library import Library
from briefing.model.outline import Block, Outline
from briefing.rules.sentences import Span, find_quoted, find_sentences
from briefing.wording import rules as say

HEAD_FIELDS = ("title", "aim", "ask", "their_point", "salutation")
"""What an outline's head says in whole words."""


_LONGEST = 1_000
"""Characters of a sentence: the longest of Hansard have fewer."""


class Words(Enum):
    """Whose words a passage is made of."""

    HEAD = auto()
    """A field of the outline's head."""
    HEADING = auto()
    OWN = auto()
    """The outline's own words, whether or not they stand for a card's."""
    CLAIM = auto()
    """A card's claim, or how it is spoken."""
    EXACT = auto()
    """A card's exact words: all of them are quoted."""


@dataclass(frozen=True)  # no slots: what is found in it is looked for once
class Passage:
    """Words that stand together in a document."""

    text: str
    words: Words
    name: str
    """What the block is called, so that one finds it; for the head, the field."""
    block: Block | None = None
    card: Card | None = None
    """The card it rests on; None too where that is restricted, or not there."""

    @property
    def is_theirs(self) -> bool:
        """Whether it is what the other side says."""
        return bool(self.block and self.block.attack)

    @property
    def is_said(self) -> bool:
        """Whether it is part of what is said or sent, and no title of it."""
        return self.words is not Words.HEAD and self.words is not Words.HEADING

    @cached_property
    def small(self) -> str:
        """Its text in small letters."""
        return self.text.lower()

    def sentence_at(self, place: int) -> Span:
        """Return the span of the sentence that holds a place; of one that is no sentence for length, what is near."""
        index = bisect_right(self.sentences, (place, len(self.text))) - 1
        start, end = self.sentences[max(0, index)] if self.sentences else (0, len(self.text))
        if end - start > _LONGEST:
            start = max(start, (place - _LONGEST // 2) // _LONGEST * _LONGEST)
        return start, min(end, start + 2 * _LONGEST)

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """The spans of somebody's exact words, in order."""
        return ((0, len(self.text)),) if self.words is Words.EXACT else find_quoted(self.text)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The spans of its sentences, in order."""
        return find_sentences(self.text)


def passages_of(outline: Outline, library: Library, *, is_spoken: bool) -> tuple[Passage, ...]:
    """Return what an outline would say, its head first; in a speech a card's words are those it is spoken with."""
    found = [*_of_head(outline)]
    for name, block in zip(name_blocks(outline), outline.blocks, strict=True):
        card = library.cards.get(block.evidence) if block.evidence else None
        found.extend(_of_block(name, block, None if card and card.is_restricted else card, is_spoken=is_spoken))
    return tuple(found)


def _of_head(outline: Outline) -> Iterator[Passage]:
    for name in HEAD_FIELDS:
        text = getattr(outline, name)
        if text.strip():
            yield Passage(text, Words.HEAD, say.head_field(name))


def _of_block(name: str, block: Block, card: Card | None, *, is_spoken: bool) -> Iterator[Passage]:
    if block.heading.strip():
        yield Passage(block.heading, Words.HEADING, name, block)
    elif block.text.strip():
        yield Passage(block.text, Words.OWN, name, block, card)
    elif card:
        said = is_spoken and card.say.strip()
        yield Passage(said or card.claim, Words.CLAIM, name, block, card)
        if card.quote.strip() and not said:
            yield Passage(card.quote, Words.EXACT, name, block, card)

"""What a product is: its sections, how each sets its blocks, and the function that writes the document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto

from briefing.document.document import Document, Style
from briefing.model.library import Library
from briefing.model.outline import Block, Outline

LISTED = frozenset({Style.BULLET, Style.BULLET_2, Style.CLAIM, Style.CLAIM_LEADING, Style.NUMBER})
"""Styles of items of a list."""


class Scope(Enum):
    """Where it is said for whom, where and when a figure holds."""

    UNDER = auto()
    """Under the claim, or in the note of own words that stand for it."""
    NOTED = auto()
    """In the note."""
    UNSAID = auto()
    """Nowhere: the words have to say it."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How blocks are set: in which style, and with how much of the evidence beside the words."""

    own: Style = Style.BODY
    """Own words."""
    card: Style = Style.CLAIM
    """A card's claim, or the own words that stand for it."""
    attack: Style = Style.ATTACK
    """What they will say, where it stands outside a table."""
    spoken: bool = False
    """Whether a card's words are those it is spoken with."""
    scope: Scope = Scope.UNDER
    quotations: bool = True
    """Whether exact words too long for the claim's own line are set apart under it; else they are left out."""
    rebuttals: bool = True
    """Whether an attack and its answers become a row of a table; else they are set as they come."""
    headed: bool = True
    """Whether the section's heading is printed."""

    def style_of(self, block: Block) -> Style:
        """Return the style a block is set in."""
        if block.attack:
            return self.attack
        return self.card if block.card else self.own

    def nested(self) -> Manner:
        """Return the manner of a list within this one: whatever is an item here is an item of the list within."""
        own, card, attack = map(_within, (self.own, self.card, self.attack))
        scope = Scope.NOTED if self.scope is Scope.UNDER else self.scope
        return replace(self, own=own, card=card, attack=attack, scope=scope)


def _within(style: Style) -> Style:
    return Style.BULLET_2 if style in LISTED else style


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a product: the `part` an outline's heading names, and the heading it usually has."""

    part: str
    heading: str
    manner: Manner


@dataclass(frozen=True, slots=True)
class Product:
    """What an outline becomes."""

    name: str
    title: str
    sections: tuple[Section, ...]
    manner: Manner
    """How blocks are set outside the sections above."""
    write: Callable[[Outline, Library], Document]
    pages: int = 0
    """How many it may fill, by custom; 0 where there is none. An office sets a briefing's itself."""

    answer: int = 0
    """How many words an answer may have, by custom; 0 where there is none."""

    copy: str = "marking"
    """What its file is for where nobody says: `marking` in Word, or `reading` out."""

    type: str = "briefing"
    """What rules of order, law and courtesy take it for: `speech`, `letter` or `briefing`."""

    def manner_of(self, part: str) -> Manner:
        """Return how the blocks under a heading of that part are set."""
        return next((section.manner for section in self.sections if section.part == part), self.manner)


def sections(*described: tuple[str, str, Manner]) -> tuple[Section, ...]:
    """Return sections from their parts, headings and manners, in order."""
    return tuple(Section(*one) for one in described)

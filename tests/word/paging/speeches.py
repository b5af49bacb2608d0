"""Speeches drawn at random: no sentence over sixty words, paragraphs of any length, cards, headings and pauses."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from briefing.model.card import Card, fingerprint
from briefing.model.ids import BlockId, CardId, SourceId
from briefing.model.library import WholeLibrary
from briefing.model.outline import Block, Outline
from tests.document.ground import library, outline

LONGEST = 60
"""Words of the longest sentence."""
_COMMON = (
    "the of to and a in that it is we for this not on have be will as they with are I which was by but has from there "
    "at or our more their would what people so been can House were one all my an if do about must us now when"
).split()
_OTHER = (
    "ferry village timetable harbour Minister amendment constituency responsibility orchard lantern bakery "
    "misunderstanding viaduct children's neighbourhood committee winter incomprehensible road council twenty-four "
    "well-known hon. Mr 1,547 2016 45% £1.2 cl. 4 accountability interdepartmental bus why school Thursday"
).split()
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


@dataclass
class Speech:
    """A speech, what it stands on, and how its sentences end."""

    outline: Outline
    library: WholeLibrary
    endings: set[str] = field(default_factory=set)
    """The last word of every sentence, with the mark that ends it; no other word has one."""


def speech(chance: random.Random, number: int) -> Speech:
    """A speech of half a minute to fifteen."""
    written = _Written(chance)
    cards = [written.card() for _ in range(chance.randint(0, 12))]
    blocks = list(written.blocks(cards, chance.randint(3, 40)))
    made = outline(*blocks, product="reading", name=f"s{number}", title="A speech", slot=chance.choice(["", "5:00"]))
    return Speech(made, library(*cards), written.endings)


class _Written:
    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self.endings: set[str] = set()

    def card(self) -> Card:
        own = "".join(self._chance.choices(_ALPHABET, k=8))
        held = Card(CardId(own), "record", claim=self._claim(), say=self._paragraph(3), source=SourceId("audit"))
        told = {"by": "Jo Hall", "on": date(2025, 1, 9), "sha256": fingerprint(held)}
        return replace(held, status="checked", checked=told) if self._chance.random() < 0.5 else held

    def _claim(self) -> str:
        return " ".join(self._chance.choices(_COMMON, k=8)).capitalize()

    def blocks(self, cards: list[Card], count: int) -> Iterator[Block]:
        """Yield blocks of every sort that is spoken, each weight among them."""
        for number in range(count):
            block = Block(
                BlockId(f"b{number}"),
                weight=self._chance.choice(["must", "should", "could"]),
                pause=self._chance.choice([0, 0, 0, 2]),
            )
            what = self._chance.random()
            if what < 0.15:
                yield Block(BlockId(f"b{number}"), heading=self._claim())
            elif what < 0.45 and cards:
                yield replace(block, card=self._chance.choice(cards).id)
            else:
                yield replace(block, text=self._text())

    def _text(self) -> str:
        return "\n\n".join(self._paragraph(8) for _ in range(self._chance.choice([1, 1, 1, 2, 3])))

    def _paragraph(self, most: int) -> str:
        return " ".join(self._sentence() for _ in range(self._chance.randint(1, most)))

    def _sentence(self) -> str:
        # An expression such as “cl. 4” may become longer as it is said: the bound leaves room for that.
        words = [self._word() for _ in range(self._chance.randint(2, self._chance.choice([12, 25, LONGEST - 12])))]
        last = f"{self._chance.choice(_COMMON)}{self._chance.choice('.....?!')}"
        quoted = self._chance.random() < 0.05
        self.endings.add(f"{last}”" if quoted else last)
        text = " ".join([words[0].capitalize(), *words[1:], last])
        return f"“{text}”" if quoted else text

    def _word(self) -> str:
        return self._chance.choice(_COMMON if self._chance.random() < 0.7 else _OTHER)

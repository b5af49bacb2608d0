"""What one looks at to check a card: each question, and what the card and its source say to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model.dates import When, spell
from briefing.tui.pages.card_details import table
from briefing.wording import standing as say

if TYPE_CHECKING:
    from briefing.evidence.quotations.comparing import Comparison
    from briefing.model.card import Card
    from briefing.model.library import Library
    from briefing.model.source import Source

Shown = tuple[str, str]
"""A label and a text."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question to be ticked, and what one looks at for it."""

    name: str
    asked: str
    shown: tuple[Shown, ...]


def questions(card: Card, library: Library, compared: Comparison) -> Iterator[Question]:
    """Yield what is asked of a card, in the order one looks: the claim, its words, its scope, its date."""
    source = library.source_of(card)
    yield _question("claim", _claim(card, source))
    if card.quote:
        yield _question("words", _words(card, compared))
    yield _question("scope", _scope(card))
    yield _question("date", _dates(card, source))


def _question(name: str, shown: Iterator[Shown]) -> Question:
    return Question(name, say.QUESTIONS[name], tuple(shown))


def _claim(card: Card, source: Source | None) -> Iterator[Shown]:
    from briefing.document.citation import cite_text

    yield "", card.claim
    yield say.RESTS_ON, cite_text(source, card.at) if source else card.source or say.NO_SOURCE


def _words(card: Card, compared: Comparison) -> Iterator[Shown]:
    yield "", f"“{card.quote}”"
    if card.at:
        yield say.AT, card.at
    yield say.KEPT_TEXT, " ".join(filter(None, (say.COMPARED[compared.result], say.on_page(compared.page))))
    if compared.found:
        yield say.FOUND, compared.found


def _scope(card: Card) -> Iterator[Shown]:
    said = " · ".join(filter(None, (card.of, card.unit, card.place, card.period)))
    yield say.SCOPE, said or say.NOT_SAID
    if card.search_log:
        yield say.SEARCHED, card.search_log
    if card.division:
        yield say.DIVISION, table(card.division)


def _dates(card: Card, source: Source | None) -> Iterator[Shown]:
    held: dict[str, When | None] = {"as_of": card.as_of, "review_after": card.review_after, "due": card.due}
    held["published"] = source.published if source else None
    for name, when in held.items():
        if when or name == "as_of":
            yield say.DATES[name], spell(when) if when else say.NOT_SAID

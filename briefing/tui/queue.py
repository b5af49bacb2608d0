"""What to check next, at the desk: gathered off the screen's thread, gone through card by card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from briefing.evidence.queue import Queued, line_up
from briefing.model.note import folder_of
from briefing.tui.screens.choosing import Choice, Choose
from briefing.tui.widgets.paged import paged
from briefing.wording import desk as wording
from briefing.wording import standing as say

if TYPE_CHECKING:
    from briefing.model.card import Card
    from briefing.model.library import Library

MOST = 20_000
"""Cards that are all read for the queue, in a second and a half; of more, those in use and in the chosen note."""


class Queue:
    """The cards to check of one library on one day, gathered when they are first asked for."""

    def __init__(self, library: Library, inside: str, on: date) -> None:
        """Look at the cards in use, and at all others; in a large library only at those of a note or folder."""
        self._library, self._inside, self._on = library, inside, on
        self._choices: tuple[Choice, ...] | None = None

    def screen(self) -> Choose:
        """Return the list to choose from; it fills once the cards are read."""
        title = say.TO_CHECK if self._is_small else say.TO_CHECK_IN_USE
        return Choose(title, paged(()), self.find)

    def find(self, text: str) -> Sequence[Choice]:
        """Return the cards to check that hold every word of a text, first to last."""
        if self._choices is None:
            cards = self._gather()
            self._choices = tuple(map(_choice, line_up(cards.values(), self._library, self._on)))
        words = text.casefold().split()
        return [each for each in self._choices if all(word in f"{each.text} {each.right}".casefold() for word in words)]

    @property
    def _is_small(self) -> bool:
        return self._library.card_count <= MOST

    def _gather(self) -> dict[str, Card]:
        """Return the cards to be lined up, by id, each once."""
        used = {block.evidence for outline in self._library.outlines for block in outline.blocks if block.evidence}
        ahead = self._library.reading_ahead(used)
        found: dict[str, Card] = {card_id: card for card_id in used if (card := ahead.cards.get(card_id))}
        for card in self._others():
            found.setdefault(card.id, card)
        return found

    def _others(self) -> Iterator[Card]:
        for heading in self._library.headings if self._is_small or self._inside else ():
            if self._is_small or self._inside in {heading.name, folder_of(heading.name)}:
                note = self._library.note(heading.name)
                yield from note.cards if note else ()


def _choice(queued: Queued) -> Choice:
    card = queued.card
    sign = wording.SIGNS.get(card.status, "?")
    claim = f"{wording.LOCK} {wording.RESTRICTED}" if card.handling == "restricted" else card.claim
    return Choice(card.id, f"{sign} {claim}", say.queued(queued.why, queued.uses))

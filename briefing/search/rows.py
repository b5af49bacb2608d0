"""What the index keeps of a card: its words by where they stand, and what it can be narrowed down by."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from briefing.model.card import Card
from briefing.model.dates import When
from briefing.model.fields import STATUSES
from briefing.model.ids import NoteName
from briefing.model.note import Note
from briefing.model.source import Source
from briefing.search.folding import fold, plain

APART = " ¶ "
"""Stands between two fields in one column. Folding never leaves this sign, so no phrase reaches over it."""

STANDINGS = ("checked", "unchecked", *(status for status in STATUSES if status not in {"checked", "unchecked"}))
"""The statuses, best first."""


@dataclass(frozen=True, slots=True)
class CardRow:
    """One card as the index keeps it. Of a restricted card only id, kind, status and handling."""

    id: str
    kind: str
    status: str
    handling: str
    source: str = ""
    since: str = ""
    """The last day the card can be of, as ISO 8601 writes it; empty where it gives none."""
    texts: tuple[str, ...] = ()
    """The claim, the exact words and every other field that is searched, as they are."""
    facets: tuple[tuple[str, str], ...] = ()
    """Field and folded value."""

    @property
    def standing(self) -> int:
        """How well the card stands, from 0."""
        return STANDINGS.index(self.status) if self.status in STANDINGS else len(STANDINGS)

    @property
    def columns(self) -> tuple[str, str, str, str]:
        """The folded words: of the claim, the exact words, the other fields, and what the card goes by."""
        claim, quote, *prose = self.texts or ("", "")
        return fold(claim), fold(quote), _apart(prose), _apart((self.id, self.kind, self.status))

    @property
    def shown(self) -> str:
        """The texts as the database keeps them: written so that any character there is comes back."""
        return json.dumps(self.texts)


@dataclass(frozen=True, slots=True)
class NoteRows:
    """One note as the index keeps it."""

    name: NoteName
    title: str
    summary: str
    cards: tuple[CardRow, ...]

    @property
    def digest(self) -> bytes:
        """The same for the same note, in every process."""
        return hashlib.blake2b(repr(self).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def note_rows(note: Note, sources: Iterable[Source | None]) -> NoteRows:
    """Return what the index keeps of a note; `sources` are those its cards rest on, card by card."""
    cards = tuple(card_row(card, source) for card, source in zip(note.cards, sources, strict=True))
    return NoteRows(note.name, note.title, note.summary, cards)


def card_row(card: Card, source: Source | None) -> CardRow:
    """Return what the index keeps of a card that rests on `source`."""
    status = card.standing
    named = (("kind", plain(card.kind)), ("status", plain(status)), ("handling", plain(card.handling)))
    if card.is_restricted:
        return CardRow(card.id, card.kind, status, card.handling, facets=named)
    return CardRow(
        card.id,
        card.kind,
        status,
        card.handling,
        card.source,
        last_day(card.as_of or (source.published if source else None)),
        tuple(_texts(card, source)),
        tuple(dict.fromkeys((*named, *_facets(card, source)))),
    )


def last_day(when: When | None) -> str:
    """Return the last day a date can mean, so that "2024" is not older than any day of 2024."""
    if when is None:
        return ""
    if isinstance(when, date):
        return when.isoformat()
    return when + "-12-31"[len(when) - 4 :]


def _texts(card: Card, source: Source | None) -> Iterator[str]:
    yield card.claim
    yield card.quote
    told = (card.say, card.short, card.speaker, card.role, card.for_, card.of, card.place, card.period, card.why)
    yield from filter(None, told)
    yield from card.tags
    yield from filter(None, (source.title, source.author, source.publisher) if source else ())


def _facets(card: Card, source: Source | None) -> Iterator[tuple[str, str]]:
    yield from (("by", ending) for ending in _endings(card.speaker))
    yield from (("tag", plain(tag)) for tag in card.tags)
    yield from (("topic", plain(topic)) for topic in card.topics)
    if card.source:
        yield "source", plain(card.source)
    for text in (source.title, source.author, source.publisher) if source else ():
        yield from (("source", ending) for ending in _endings(text))


def _endings(text: str) -> Iterator[str]:
    """A text from each of its words on, so that its beginning can be compared with any of them."""
    found = plain(text).split()
    return (" ".join(found[start:]) for start in range(len(found)))


def _apart(texts: Iterable[str]) -> str:
    return APART.join(map(fold, texts))

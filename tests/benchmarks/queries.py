"""What a researcher types into the search box, drawn from the cards of a library, and every state of the box."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from briefing.library.files import decode, read_note_file
from briefing.library.reading import OFFICE_FILE, OUTLINES
from briefing.model.card import Card
from briefing.model.ids import NoteName
from briefing.model.note import Note
from briefing.search.words.folding import words
from tests.benchmarks.vocabulary import phrases, vocabulary

NOTES_READ = 80
"""How many notes the queries are drawn from: enough for a spread, and soon read."""

SHARES = {"plain": 40, "phrase": 15, "filtered": 20, "minus": 10, "mixed": 15}
"""Of every hundred queries, about how many are of each kind."""


@dataclass(frozen=True, slots=True)
class Typed:
    """One query as it is typed, and which kind it is."""

    text: str
    kind: str


def typed_queries(folder: Path, count: int, seed: int) -> tuple[Typed, ...]:
    """Return queries that suit the cards of a library; the same for the same library and seed."""
    box = Box(Random(f"queries {seed}"), _some_notes(folder, Random(f"notes {seed}")))
    kinds = box.chance.choices(list(SHARES), list(SHARES.values()), k=count)
    return tuple(Typed(_TYPE[kind](box.turn_to_a_card()), kind) for kind in kinds)


def keystrokes(text: str) -> Iterator[str]:
    """Every state of the search box while a query is typed letter by letter."""
    return (text[:end] for end in range(1, len(text) + 1))


def _some_notes(folder: Path, chance: Random) -> list[Note]:
    outlines = folder / OUTLINES
    files = sorted(path for path in folder.rglob("*.toml") if path.parent != outlines and path.name != OFFICE_FILE)
    return [_read(folder, path) for path in chance.sample(files, min(NOTES_READ, len(files)))]


def _read(folder: Path, path: Path) -> Note:
    name = path.relative_to(folder).as_posix()
    return read_note_file(NoteName(name.removesuffix(".toml")), decode(path.read_bytes(), name)).note


class Box:
    """A search box in front of somebody who has a card in mind."""

    def __init__(self, chance: Random, notes: Sequence[Note]) -> None:
        """Keep the cards that can be found by their words."""
        self.chance = chance
        self._cards = [(note, card) for note in notes for card in note.cards if not card.is_restricted]
        self.note, self.card = self._cards[0]
        self._asked = Counter[str]()

    def turn_to_a_card(self) -> Box:
        """Have another card in mind."""
        self.note, self.card = self.chance.choice(self._cards)
        return self

    def happens(self, share: float) -> bool:
        """Whether something that happens to so many of 1 happens now."""
        return self.chance.random() < share

    def stretch(self, length: int) -> str:
        """So many words that stand side by side in the card, as it has them."""
        texts = [text for text in (self.card.claim, self.card.quote, self.card.say, self.card.of) if text]
        text = self.chance.choice(texts)
        found = words(text)
        start = self.chance.randrange(max(1, len(found) - length + 1))
        standing = text[found[start].start : found[min(start + length, len(found)) - 1].end]
        return " ".join(standing.replace('"', "").split())

    def telling(self, count: int) -> list[str]:
        """So many words from all over the card; short ones, which are mostly the common ones, now and then."""
        found = [self.stretch(1) for _ in range(4 * count)]
        return sorted(found, key=lambda word: len(word) < 4 and self.happens(0.9))[:count]

    def words(self, most: int) -> str:
        """A few of the card's words, some with common ones among them, a few mistyped or not typed to their end."""
        length = self.chance.randint(1, most)
        typed = self.stretch(length) if length > 1 and self.happens(0.4) else " ".join(self.telling(length))
        if self.happens(0.25):
            typed = f"{self.chance.choice(vocabulary()[:250])} {typed}"
        if self.happens(0.07):
            typed = self._mistyped(typed)
        if self.happens(0.2):
            typed = typed[: max(2, len(typed) - self.chance.randint(1, 4))].rstrip()
        return typed.lower() if self.happens(0.8) else typed

    def _mistyped(self, text: str) -> str:
        """The text with two letters exchanged, or one left out or struck twice."""
        at = self.chance.randrange(max(1, len(text) - 1))
        one, two = text[at : at + 1], text[at + 1 : at + 2]
        return text[:at] + self.chance.choice((two + one, two, one + one + two)) + text[at + 2 :]

    def phrase(self) -> str:
        """Words between quotation marks: most stand in the card, some are a set phrase, some stand nowhere."""
        if self.happens(0.15):
            said = self.chance.choice(phrases()[:80])
        elif self.happens(0.2):
            said = " ".join(reversed(self.stretch(3).split()))
        else:
            said = self.stretch(self.chance.randint(2, 4))
        return f'"{said}"'

    def filter(self) -> str:
        """A field the card can be narrowed down by, and its value; each field is asked for about as often."""
        values = {way: value(self) for way, value in _FILTERS.items()}
        way = min(filter(values.get, values), key=lambda one: (self._asked[one], self.chance.random()))
        self._asked[way] += 1
        return f"{way}:{values[way]}"


def _speaker(box: Box) -> str:
    name = box.card.speaker
    return (f'"{name}"' if box.happens(0.3) else name.split()[-1].lower()) if name else ""


def _day(card: Card) -> str:
    return str(card.as_of) if card.as_of else ""


def _source_word(box: Box) -> str:
    source = next((one for one in box.note.sources if one.id == box.card.source), None)
    if not source:
        return ""
    found = words(box.chance.choice((source.title, source.author, source.id)))
    return max((word.folded for word in found), key=len)


_FILTERS: Final[Mapping[str, Callable[[Box], str]]] = {
    "kind": lambda box: box.card.kind,
    "status": lambda box: box.card.standing,
    "since": lambda box: _day(box.card)[: box.chance.choice((4, 4, 7, 10))],
    "by": _speaker,
    "note": lambda box: box.chance.choice((f'"{box.note.title}"', box.note.name, box.note.title.split()[0].lower())),
    "source": _source_word,
    "handling": lambda box: box.card.handling,
    "tag": lambda box: box.card.tags[0] if box.card.tags else "",
    "used": lambda _: "no",
}


def _filtered(box: Box) -> str:
    asked = [box.filter() for _ in range(1 + box.happens(0.25))]
    return " ".join([*asked, box.words(2)] if box.happens(0.75) else asked)


def _minus(box: Box) -> str:
    other = box.chance.choice((*box.telling(3), "kind:attack", "status:unchecked", box.phrase()))
    return f"{box.words(2)} -{other}"


def _mixed(box: Box) -> str:
    pieces = [box.phrase() if box.happens(0.5) else box.words(2), box.filter(), box.words(2)]
    if box.happens(0.3):
        pieces.append(f"-{box.telling(1)[0]}")
    box.chance.shuffle(pieces)
    return " ".join(pieces)


def _with_a_phrase(box: Box) -> str:
    return f"{box.words(1)} {box.phrase()}" if box.happens(0.3) else box.phrase()


_TYPE: Final[Mapping[str, Callable[[Box], str]]] = {
    "plain": lambda box: box.words(4),
    "phrase": _with_a_phrase,
    "filtered": _filtered,
    "minus": _minus,
    "mixed": _mixed,
}

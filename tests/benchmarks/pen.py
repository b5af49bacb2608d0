"""The writing of one invented note: its cards and sources, filled from everybody's words and the note's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import accumulate, islice
from random import Random
from typing import Final

from briefing.library.office_file import built_in_kinds
from briefing.model.card import fingerprint
from briefing.model.entries import read_card
from briefing.model.fields import CARD_FIELDS, SOURCE_KINDS
from tests.benchmarks.vocabulary import common_text, debate_sentences, persons, shared, vocabulary

KINDS: Final[Mapping[str, int]] = {
    "quotation": 22, "statistic": 20, "derived-statistic": 2, "commitment": 6, "provision": 5, "recommendation": 6,
    "vote": 3, "record": 6, "dated-claim": 6, "story": 3, "testimony": 4, "credential": 1, "identity": 1, "attack": 3,
    "opposing-claim": 3, "rebuttal": 3, "concession": 1, "soundbite": 2, "assertion": 2, "prediction": 2, "link": 1,
    "call-to-action": 1,
}  # fmt: skip
STATUSES = {"": 70, "checked": 20, "disputed": 5, "superseded": 3, "withdrawn": 2}
HANDLINGS = {"": 94, "open": 5, "restricted": 1}

CHANCES: Final[Mapping[str, float]] = {
    "quote": 0.45, "say": 0.3, "short": 0.15, "speaker": 0.35, "role": 0.3, "for": 0.06, "source": 0.9, "at": 0.5,
    "of": 0.25, "period": 0.15, "place": 0.3, "as_of": 0.53, "review_after": 0.05, "supports": 0.06, "answers": 0.02,
    "undercuts": 0.01, "tags": 0.6,
}  # fmt: skip
"""How often a field stands on a card whose kind does not need it."""

ROLES = "Minister of State|Chair of the Committee|Chief Executive|Professor of law|Chief Inspector|head teacher|\
director of children’s services|former councillor|Permanent Secretary|social worker|spokesperson".split("|")
PLACES = "England|England and Wales|Scotland|Wales|Northern Ireland|United Kingdom|Great Britain".split("|")
UNITS = "children|per child|per year|per cent|pounds|cases|places a day".split("|")


class Pen:
    """Writes the text of one note: from everybody's words, the topic's own, its people and its figures."""

    def __init__(self, chance: Random, ids: tuple[str, ...]) -> None:
        """Draw what the note is about."""
        self.roll = chance.random
        self.pick = chance.choices
        self.ids = ids
        self.sources: tuple[str, ...] = ()
        words, people = vocabulary(), persons()
        # Even over the orders of magnitude: a topic has its common words and its rare ones.
        self.own: list[str] = [words[int(300 * (len(words) / 300) ** self.roll())] for _ in range(30)]
        self.people: list[str] = [people[int(len(people) * self.roll() ** 3)] for _ in range(8)]
        figures = [self.figure() for _ in range(40)]
        everybodys, weights = common_text()
        mine = [*shared(0.32, [1 / (rank + 8) for rank in range(30)]), *shared(0.05, [1.0] * 40), *[0.02 / 8] * 8]
        self._texts = [*everybodys, *self.own, *figures, *self.people]
        self._weights = [*weights, *accumulate(mine[1:], initial=weights[-1] + mine[0])]
        self._stream = self._flow()

    def _flow(self) -> Iterator[str]:
        while True:
            yield from self.pick(self._texts, cum_weights=self._weights, k=400)

    def number(self, least: int, most: int) -> int:
        """A number between the two, either included."""
        return least + int(self.roll() * (most - least + 1))

    def one_of(self, choices: list[str] | tuple[str, ...]) -> str:
        """Any of them."""
        return choices[int(self.roll() * len(choices))]

    def date(self) -> date:
        """A day from 1990 to 2026, the later years more often."""
        return date(1990 + int(37 * self.roll() ** 0.6), self.number(1, 12), self.number(1, 28))

    def when(self) -> object:
        """A day, or only its month."""
        day = self.date()
        return day.isoformat()[:7] if self.roll() < 0.05 else day

    def figure(self) -> str:
        """A number as prose has it."""
        match self.number(0, 5):
            case 0:
                return f"{int(10 ** (2 + 5 * self.roll())):,}"
            case 1:
                return f"{self.number(1, 99)}%"
            case 2:
                return f"{100 * self.roll():.1f} per cent"
            case 3:
                return f"£{self.number(2, 900)} {'million' if self.roll() < 0.7 else 'billion'}"
            case 4:
                day = self.date()
                return f"{day.day} {day:%B %Y}"
            case _:
                return str(self.number(2, 2000))

    def sentence(self, length: int) -> str:
        """So many words, or set phrases, as a sentence."""
        words = list(islice(self._stream, length))
        if length > 9:
            chance = self.roll()
            if chance < 0.4:
                words[length // 2] += ","
            elif chance < 0.5:
                words[length // 2] += " –"
            elif chance < 0.6:
                words[3] = f'"{words[3]}'
                words[5] += '"'
        text = " ".join(words)
        return f"{text[0].upper()}{text[1:]}."

    def text(self, least: int, most: int) -> str:
        """A few sentences."""
        left = self.number(least, most)
        sentences = []
        while left > 0:
            length = min(left, self.number(9, 26))
            sentences.append(self.sentence(length))
            left -= length
        return " ".join(sentences)

    def line(self, least: int, most: int) -> str:
        """A sentence without its full stop."""
        return self.sentence(self.number(least, most)).removesuffix(".")

    def quotation(self) -> str:
        """Exact words: invented, or where real debates are at hand now and then from one of those."""
        real = debate_sentences()
        if real and self.roll() < 0.15:
            return self.one_of(real)
        text = self.text(17, 80)
        return text.replace(". ", ".\n", 1) if self.roll() < 0.08 else text

    def beside(self, at: int, most: int = 1) -> list[str]:
        """Other cards of the note, up to `most`."""
        return list(dict.fromkeys(self.ids[at - 1 - self.number(0, len(self.ids) - 2)] for _ in range(most)))


FILLERS: Final[Mapping[str, Callable[[Pen, int], object]]] = {
    "claim": lambda pen, _: pen.line(5, 20),
    "quote": lambda pen, _: pen.quotation(),
    "say": lambda pen, _: pen.text(10, 55),
    "short": lambda pen, _: pen.line(3, 9),
    "speaker": lambda pen, _: pen.one_of(pen.people),
    "role": lambda pen, _: pen.one_of(ROLES),
    "for": lambda pen, _: body(pen),
    "source": lambda pen, _: pen.one_of(pen.sources),
    "at": lambda pen, _: f"{pen.one_of(('page', 'paragraph', 'column', 'clause'))} {pen.number(1, 400)}",
    "of": lambda pen, _: pen.line(3, 14),
    "unit": lambda pen, _: pen.one_of(UNITS),
    "period": lambda pen, _: f"{1989 + pen.number(1, 30)}–{2019 + pen.number(1, 7)}",
    "place": lambda pen, _: pen.one_of(PLACES) if pen.roll() < 0.6 else pen.one_of(pen.own).capitalize(),
    "as_of": lambda pen, _: pen.when(),
    "review_after": lambda pen, _: pen.date(),
    "why": lambda pen, _: pen.text(8, 40),
    "supports": lambda pen, at: pen.beside(at, 3),
    "answers": lambda pen, at: pen.beside(at),
    "undercuts": lambda pen, at: pen.beside(at),
    "from": lambda pen, at: pen.beside(at, 2),
    "formula": lambda pen, _: f"{pen.one_of(pen.own)} / {pen.one_of(pen.own)}",
    "owner": lambda pen, _: body(pen),
    "due": lambda pen, _: pen.date(),
    "division": lambda pen, _: {
        "date": pen.date(), "number": pen.number(1, 400), "ayes": pen.number(0, 400), "noes": pen.number(0, 400),
        "did": pen.one_of(("aye", "no", "teller", "no vote recorded")),
    },
    "tags": lambda pen, _: list(dict.fromkeys(pen.pick([*pen.own[:10], *vocabulary()[100:130]], k=pen.number(1, 3)))),
}  # fmt: skip
"""What a field is filled with, from the note's pen and the card's place in the note."""

ORDER = tuple(field.name for field in CARD_FIELDS if field.name in FILLERS)


def body(pen: Pen) -> str:
    """A body that does not exist."""
    kind = pen.one_of(("Institute of", "Council for", "Commission on", "Association for", "Trust for"))
    return f"{kind} {pen.one_of(pen.own).capitalize()} and {pen.one_of(pen.own).capitalize()}"


def make_card(pen: Pen, at: int) -> dict[str, object]:
    kind = pen.pick(list(KINDS), list(KINDS.values()))[0]
    status = pen.pick(list(STATUSES), list(STATUSES.values()))[0]
    handling = pen.pick(list(HANDLINGS), list(HANDLINGS.values()))[0]
    asked = needs_of(kind, status)
    card: dict[str, object] = {"id": pen.ids[at], "kind": kind}
    for name in ORDER:
        if name in asked or pen.roll() < CHANCES.get(name, 0):
            card[name] = FILLERS[name](pen, at)
    if status == "superseded":
        card["superseded_by"] = pen.beside(at)[0]
    card.update({name: value for name, value in (("status", status), ("handling", handling)) if value})
    if status == "checked":
        card["checked"] = {"by": pen.one_of(persons()[:5]), "on": pen.date(), "sha256": fingerprint(read_card(card))}
    return card


@cache
def needs_of(kind: str, status: str) -> frozenset[str]:
    """The fields a card of the kind and status must have."""
    why = ["why"] if status in {"disputed", "superseded", "withdrawn"} else []
    return frozenset(["claim", *built_in_kinds()[kind].needs, *why])


def make_source(pen: Pen, source_id: str) -> dict[str, object]:
    published = pen.date()
    return {
        "id": source_id,
        "kind": pen.one_of(SOURCE_KINDS),
        "title": pen.line(4, 9),
        "author": pen.one_of(pen.people) if pen.roll() < 0.5 else body(pen),
        **({"publisher": body(pen)} if pen.roll() < 0.6 else {}),
        "published": published,
        "url": f"https://example.org/{published.year}/{source_id}",
        "accessed": date(2026, pen.number(1, 9), pen.number(1, 28)),
    }

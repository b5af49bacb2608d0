"""Large invented libraries as real note files, the same for the same seed: what the benchmarks are run on."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from random import Random

from briefing.model.fields import PRODUCTS
from briefing.model.ids import BLOCK_ID_LENGTH, CROCKFORD
from tests.benchmarks.pen import Pen, make_card, make_source
from tests.benchmarks.rendering import card_id, render, slug
from tests.benchmarks.vocabulary import debate_sentences, persons, vocabulary

NOTES_IN_A_FOLDER = 100
OUTLINES = 20
BLOCKS = 20

SEARCHED = "claim quote say short speaker role for of place period why tags".split()
"""The fields of a card that are searched."""
SEARCHED_OF_SOURCE = "title author publisher".split()
GENERATOR = ("vocabulary.py", "pen.py", "rendering.py", "corpus.py")
"""The modules that decide what is in a library."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """A library that was written, and how much there is of it. Bytes are UTF-8."""

    folder: Path
    seed: int
    cards: int
    notes: int
    sources: int
    outlines: int
    card_bytes: int
    """Of what is searched of cards; a restricted card is not searched and adds nothing."""
    source_bytes: int
    """Of what is searched of sources, each counted once."""
    file_bytes: int
    """Of the notes' files."""

    @property
    def searchable(self) -> int:
        """The bytes of everything that is searched."""
        return self.card_bytes + self.source_bytes


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written, and where."""

    folder: Path
    cards: int
    seed: int
    per_note: int

    @property
    def notes(self) -> int:
        """How many notes; what is left over is spread among them."""
        return max(1, self.cards // self.per_note)

    @property
    def topics(self) -> int:
        """How many folders of notes."""
        return -(-self.notes // NOTES_IN_A_FOLDER)

    @property
    def stamp(self) -> Path:
        """The file beside the folder that says what is in it."""
        return self.folder.with_name(f"{self.folder.name}.stamp.json")

    @property
    def said(self) -> dict[str, object]:
        """What the stamp says: another generator, or quotations from real debates, make another library."""
        return {
            "cards": self.cards,
            "seed": self.seed,
            "per_note": self.per_note,
            "generator": hashlib.sha256(
                b"".join(Path(__file__).with_name(one).read_bytes() for one in GENERATOR)
            ).hexdigest(),
            "debates": hashlib.sha256("\n".join(debate_sentences()).encode()).hexdigest() if debate_sentences() else "",
        }

    def ids(self, note: int) -> tuple[str, ...]:
        """The ids of a note's cards."""
        span = range(note * self.cards // self.notes, (note + 1) * self.cards // self.notes)
        return tuple(card_id(self.seed, number) for number in span)

    def chance(self, name: str) -> Random:
        """Chance of its own for each part of the library, so that no part waits for another."""
        return Random(f"{self.seed} {name}")


def write_library(folder: Path, cards: int, seed: int, *, per_note: int = 50, processes: int = 2) -> Corpus:
    """Write a library of so many cards, unless its stamp says it is there; raises FileExistsError on a foreign folder.

    The files are the same for the same seed and size, however many processes write them. A benchmark that changes them
    works on a copy, or puts them back: the stamp does not look inside.
    """
    if min(cards, per_note) < 2:
        raise ValueError("a card names its neighbours, so a note needs two at least")
    plan = Plan(folder, cards, seed, per_note)
    there = _stamped(plan)
    if there is not None:
        return there
    _clear(plan)
    plan.stamp.write_text(json.dumps(plan.said), encoding="utf-8")
    (folder / "outlines").mkdir(parents=True)
    corpus = replace(_added(plan, _write_topics(plan, processes)), outlines=_write_outlines(plan))
    _write(folder / "library.toml", _office(plan))
    counts = {name: getattr(corpus, name) for name in Corpus.__slots__ if name != "folder"}
    plan.stamp.write_text(json.dumps({**plan.said, "counts": counts}), encoding="utf-8")
    return corpus


def _stamped(plan: Plan) -> Corpus | None:
    """Return what is there already; None where it is not this library, or not all of it."""
    if not plan.stamp.is_file() or not plan.folder.is_dir():
        return None
    stamp = json.loads(plan.stamp.read_text(encoding="utf-8"))
    counts = stamp.pop("counts", None)
    return Corpus(folder=plan.folder, **counts) if counts and stamp == plan.said else None


def _clear(plan: Plan) -> None:
    """Make way for the library: only a folder with a stamp beside it was made here and may go."""
    if not plan.folder.exists():
        plan.folder.parent.mkdir(parents=True, exist_ok=True)
    elif plan.stamp.is_file():
        shutil.rmtree(plan.folder)
    elif any(plan.folder.iterdir()):
        raise FileExistsError(f"{plan.folder} was not made here, so it is left alone")


def _write_topics(plan: Plan, processes: int) -> Iterator[Corpus]:
    topics = range(plan.topics)
    if processes == 1 or plan.topics == 1:
        yield from map(partial(_write_topic, plan), topics)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        yield from pool.map(partial(_write_topic, plan), topics)


def _added(plan: Plan, written: Iterable[Corpus]) -> Corpus:
    """Add up what was written, and say how far it is."""
    total = Corpus(plan.folder, plan.seed, 0, 0, 0, 0, 0, 0, 0)
    for topic, one in enumerate(written, 1):
        total = _sum(total, one)
        if plan.topics >= 10 and topic % (plan.topics // 10) == 0:
            print(f"corpus: {total.cards:,} of {plan.cards:,} cards", file=sys.stderr)
    return total


def _sum(one: Corpus, other: Corpus) -> Corpus:
    added = {name: getattr(one, name) + getattr(other, name) for name in Corpus.__slots__[2:]}
    return replace(one, **added)


def _write_topic(plan: Plan, topic: int) -> Corpus:
    """Write one folder of notes."""
    name = f"{slug(plan.chance(f'topic {topic}').choices(vocabulary()[400:9000], k=2))}-{topic}"
    (plan.folder / name).mkdir()
    total = Corpus(plan.folder, plan.seed, 0, 0, 0, 0, 0, 0, 0)
    for number in range(topic * NOTES_IN_A_FOLDER, min((topic + 1) * NOTES_IN_A_FOLDER, plan.notes)):
        total = _sum(total, _write_note(plan, plan.folder / name, number))
    return total


def _write_note(plan: Plan, folder: Path, number: int) -> Corpus:
    pen = Pen(plan.chance(f"note {number}"), plan.ids(number))
    pen.sources = tuple(f"{slug(pen.own[:2])}-{number:x}{letter}" for letter in "abcd"[: pen.number(1, 4)])
    sources = [make_source(pen, source_id) for source_id in pen.sources]
    cards = [make_card(pen, at) for at in range(len(pen.ids))]
    title = " ".join(pen.own[: pen.number(2, 3)]).capitalize()
    head = render({"title": title, "summary": f"{pen.text(15, 40)}\n\n**{pen.own[3]}**\n- {pen.text(8, 25)}\n"})
    tables = chain((f"[[source]]\n{render(one)}" for one in sources), (f"[[card]]\n{render(one)}" for one in cards))
    size = _write(folder / f"{slug(pen.own[:3])}-{number}.toml", "\n".join([head, *tables]))
    return Corpus(
        plan.folder,
        plan.seed,
        len(cards),
        1,
        len(sources),
        0,
        sum(_searched(one, SEARCHED) for one in cards if one.get("handling") != "restricted"),
        sum(_searched(one, SEARCHED_OF_SOURCE) for one in sources),
        size,
    )


def _searched(entry: Mapping[str, object], names: Iterable[str]) -> int:
    texts = (entry[name] for name in names if name in entry)
    return len("".join(text if isinstance(text, str) else "".join(_strings(text)) for text in texts).encode())


def _strings(value: object) -> Iterator[str]:
    return map(str, value) if isinstance(value, list) else iter(())


def _write(path: Path, text: str) -> int:
    content = text.encode()
    path.write_bytes(content)
    return len(content)


def _office(plan: Plan) -> str:
    member = render({"id": "member", "name": persons()[0], "constituency": "Wexlam", "party": "Independent"})
    people = "\n".join(f"[[lists.people]]\n{render({'name': name, 'as_of': '2026-01'})}" for name in persons()[:40])
    office = render({"name": f"A library of {plan.cards:,} invented cards"})
    return f"[office]\n{office}\n[[member]]\n{member}\n{people}"


def _write_outlines(plan: Plan) -> int:
    for number in range(OUTLINES):
        chance = plan.chance(f"outline {number}")
        head = {
            "title": f"Outline {number + 1}",
            "product": PRODUCTS[number % len(PRODUCTS)],
            "date": date(2026, 1 + number % 12, 14),
            "member": "member",
        }
        blocks = "\n".join(f"[[block]]\n{render(block)}" for block in _blocks(plan, chance))
        _write(plan.folder / "outlines" / f"outline-{number + 1}.toml", f"{render(head)}\n{blocks}")
    return OUTLINES


def _blocks(plan: Plan, chance: Random) -> Iterator[dict[str, object]]:
    ids = chance.sample(range(32**BLOCK_ID_LENGTH), BLOCKS)
    for at, number in enumerate(ids):
        block: dict[str, object] = {"id": "".join(CROCKFORD[number >> shift & 31] for shift in (15, 10, 5, 0))}
        if at % 5 == 0:
            yield {**block, "heading": " ".join(chance.choices(vocabulary()[100:900], k=3)).capitalize(), "level": 1}
        else:
            card = card_id(plan.seed, chance.randrange(plan.cards))
            yield {**block, "card": card, "level": 2, "weight": chance.choice(("must", "should", "could"))}

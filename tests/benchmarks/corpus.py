"""Large invented libraries as real note files, the same for the same seed: what the benchmarks are run on."""

from __future__ import annotations

import hashlib
import html
import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from itertools import accumulate, chain, islice
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Final

from briefing.library.office_file import built_in_kinds
from briefing.model.card import fingerprint
from briefing.model.entries import read_card
from briefing.model.fields import CARD_FIELDS, PRODUCTS, SOURCE_KINDS
from briefing.model.ids import BLOCK_ID_LENGTH, CROCKFORD

NOTES_IN_A_FOLDER = 100
OUTLINES = 20
BLOCKS = 20
VOCABULARY = 60_000
STEEPNESS = 1.1
"""The exponent of Zipf's law: the second word comes 2**1.1 times less often than the first."""

SEARCHED = "claim quote say short speaker role for of place period why tags".split()
"""The fields of a card that are searched."""
SEARCHED_OF_SOURCE = "title author publisher".split()

# The head of the vocabulary, the most frequent first: ordinary words, and those of the House with their forms.
HEAD = """
the of and to in a that is for it be was on with as by this not are have which has will from we at an their or they
been would there but all who more were what if can our so about than no up one other when had his her its also some
those any should may do must out such very now over only between how into after many made being whether under where
could then further before because these two three even most both through own during against while each within
children Government Minister House Bill people child Committee report public support work school years local Members
inquiry year new time need services amendment system care evidence clause families country way health number minister
council education part authorities police register case safety law right Secretary State debate question statement
register registered registration registers inquiries reports reported reporting reporter schools schooling schooled
amendments amended amending clauses councils councillor councillors councillor's committees ministers ministerial
governments governmental authority local locally supports supported supporting supportive works working worked worker
workers children's child's childhood family people's person persons yearly questions questioned questioning statements
stated stating debates debated debating members membership systems systemic systemically cares caring cared carer carers
cases evidential evident evidently laws lawful lawfully lawyers rights rightly needs needed needing numbers numbered
time times timely week weeks month months monthly day days today daily protect protects protected protecting protection
recommend recommends recommended recommending recommendation recommendations abuse abused abuses abuser abusers exploit
exploited exploitation exploiting victim victims survivor survivors woman women man men young younger youth teacher
teachers teaching teach taught pupil pupils attend attends attended attendance attending absence absences absent
breakfast club clubs uniform uniforms academy academies trust trusts funding fund funds funded cost costs costed costing
budget budgets spend spending spent pay pays paid payment payments tax taxes taxation price prices increase increases
increased increasing reduce reduces reduced reducing reduction rise rises rising rose fall falls falling fell plan plans
planned planning measure measures measured power powers duty duties require requires required requiring requirement
requirements provide provides provided providing provision provisions deliver delivers delivered delivering delivery
review reviews reviewed reviewing reviewer audit audits audited auditor inspect inspection inspections inspector
inspectors serious seriously concern concerns concerned concerning respond responds responded response responses act
acts acted acting action actions national nationally international region regional regions county counties city cities
town towns village villages rural urban hospital hospitals patient patients doctor doctors nurse nurses nursing wait
waiting waits waited housing house's home homes homeless homelessness rent rents rented tenant tenants landlord
landlords build builds building buildings built transport bus buses rail railway railways train trains road roads energy
water river rivers coast coastal flood flooding floods farm farms farmer farmers farming fish fishing fishery food foods
environment environmental climate nature natural trade trades business businesses industry industries industrial job
jobs employ employed employer employers employment unemployment skill skills skilled apprentice apprenticeship
apprenticeships university universities student students college colleges course courses crime crimes criminal criminals
court courts judge judges judged judgment sentence sentences sentenced prison prisons prisoner prisoners officer
officers force forces defence defend defended army veteran veterans security secure secured border borders asylum
migration migrant migrants refugee refugees citizen citizens community communities charity charities volunteer
volunteers vote votes voted voting voter voters elect elected election elections party parties opposition oppose opposed
opposing agree agrees agreed agreement disagree constituent constituents constituency constituencies Parliament
parliamentary parliaments Lords Commons Speaker Chancellor Treasury Department departments departmental official
officials minister's policy policies strategy strategies target targets targeted standard standards quality data figure
figures rate rates average median total estimate estimates estimated per cent million billion pounds half quarter third
first second last next early earlier late later long longer short shorter high higher highest low lower lowest great
greater good better best bad worse worst clear clearly important importantly urgent urgently real really honest honestly
hon. Friend Gentleman Lady learned noble welcome welcomes welcomed thank thanks grateful pleased proud sorry regret
failure failures fail failed failing success successful promise promised promises commitment commitments committed
pledge pledged warn warned warning warnings risk risks harm harms harmed harmful neglect neglected poverty poor poorest
disability disabled special mental physical hungry hunger meal meals free access accessible equal equality inequality
discipline café naïve £3 £1
"""

PHRASES = """
national inquiry|child protection plan|the right hon. Member|Secretary of State|Second Reading|Third
Reading|multi-agency team|single unique identifier|free school meals|breakfast club|children in need|looked-after
children|kinship care|child sexual exploitation|grooming gangs|home education|register of children|not in
school|school attendance order|duty to report|mandatory reporting|statutory inquiry|terms of reference|local
authority|local authorities|safeguarding partnership|family group conference|care leavers|serious case review|chief
constable|Crown court|waiting list|cost of living|cross-party support|impact assessment|royal assent|point of
order|programme motion|reasoned amendment|new clause|Public Bill Committee|Select Committee|Office for
Statistics|freedom of information|value for money|public purse|front line|in the public interest|as a matter of
urgency|for the first time|at the same time|the vast majority|one in five|one in three|year on year|up to date|in real
terms|of the population|the previous Government|I beg to move|give way|will the Minister|does he agree|lessons will be
learned|time has passed|keep children safe|mental health services|special educational needs|early years
provision|pupil premium|multi-academy trust|teacher recruitment|apprenticeship levy|bus franchising|flood
defences|energy bills|food banks|private rented sector|no-fault eviction|leasehold reform|victims and survivors|burden
of proof|balance of probabilities|rape crisis centre|domestic abuse|county lines|knife crime|neighbourhood
policing|stop and search|online safety|age verification|data protection
"""

GIVEN = """Aldith Branwell Corisande Dunstan Eluned Fenella Garrick Hespera Ismay Jocasta Kenelm Lettice Merrick Nesta
Osric Perpetua Quenby Rosamund Saffron Thurstan Ursula Venetia Wystan Xanthe Yolande Zillah Anoushka Bashir Chioma
Dilnoza Emeka Farzana Gurbaksh Hyacinth Imran Jaswinder Khadija Léonie Mairéad Siân""".split()
SURNAME_ENDINGS = "by wick thorpe combe mere stow garth bourne holt worth".split()

ONSETS = """b b bl br ch cl d d dr f fl fr g gl gr h h j k l l l m m m n n p p pl pr qu r r r s s s sc sp st str t t t
th tr v w wh y""".split()
VOWELS = ["é", *("a a e e i o a e i o u u ai ea ee oa ou y ie".split() * 5)]
CODAS = [*[""] * 14, *"n r l s m d nd rd st ll ss ng rk".split()]
ENDINGS = ["", *"tion ment ness ity er al ous ance ly".split()]
INFLECTIONS = ("s", "ed", "ing")

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


def _shared(share: float, weights: list[float]) -> list[float]:
    total = sum(weights)
    return [share * weight / total for weight in weights]


def _zipf(count: int, steepness: float) -> list[float]:
    return [1 / rank**steepness for rank in range(1, count + 1)]


@cache
def vocabulary() -> list[str]:
    """Every word there is, the most frequent first; the same in every library."""
    chance = Random("vocabulary")
    words = dict.fromkeys(HEAD.split())
    while len(words) < VOCABULARY:
        word = _made_word(chance, 2)
        ending = chance.choice(ENDINGS)
        forms = (word, *(word + inflection for inflection in INFLECTIONS)) if not ending else (word + ending,)
        words.update(dict.fromkeys(forms))
    return list(words)[:VOCABULARY]


def _made_word(chance: Random, syllables: int) -> str:
    return "".join(chance.choice(part) for _ in range(syllables) for part in (ONSETS, VOWELS, CODAS))


@cache
def phrases() -> list[str]:
    """Words that recur side by side, the most frequent first."""
    known = [" ".join(phrase.split()) for phrase in PHRASES.split("|")]
    chance, words = Random("phrases"), vocabulary()
    made = (" ".join(chance.choices(words[100:2000], k=chance.choice((2, 2, 3, 4)))) for _ in range(500))
    return [*known, *made]


@cache
def persons() -> list[str]:
    """People who do not exist, those most often quoted first."""
    chance = Random("persons")
    surnames = (_made_word(chance, 1).capitalize() + chance.choice(SURNAME_ENDINGS) for _ in range(5000))
    return list(dict.fromkeys(f"{chance.choice(GIVEN)} {surname}" for surname in surnames))


@cache
def common_text() -> tuple[list[str], list[float]]:
    """Everybody's words and phrases with their cumulative weights; what is left to 1 is for a note's own."""
    words, sets = vocabulary(), phrases()
    weights = [*_shared(0.55, _zipf(len(words), STEEPNESS)), *_shared(0.06, _zipf(len(sets), 0.8))]
    return [*words, *sets], list(accumulate(weights))


@cache
def debate_sentences() -> tuple[str, ...]:
    """Sentences of real debates without a name in them, where BRIEFING_FIXTURES says there are any."""
    folder = os.environ.get("BRIEFING_FIXTURES")
    found: dict[str, None] = {}
    for path in sorted(Path(folder, "hansard").glob("*.xml")) if folder else ():
        for paragraph in re.findall(r"<p [^>]*>(.*?)</p>", path.read_bytes().decode("utf-8", "replace"), re.DOTALL):
            plain = " ".join(html.unescape(re.sub(r"<[^>]+>", "", paragraph)).split())
            found.update(dict.fromkeys(filter(_is_fit, re.split(r"(?<=[.?!]) (?=[A-Z])", plain))))
    return tuple(found)


def _is_fit(sentence: str) -> bool:
    """Whether a sentence has the length of a quotation and, but for its first word, nothing that could be a name."""
    later = sentence.split()[1:]
    return (
        14 <= len(later) <= 79
        and sentence.isprintable()
        and not any(word != "I" and word[0].isupper() for word in later)
    )


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
        mine = [*_shared(0.32, [1 / (rank + 8) for rank in range(30)]), *_shared(0.05, [1.0] * 40), *[0.02 / 8] * 8]
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
            "generator": hashlib.sha256(Path(__file__).read_bytes()).hexdigest(),
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
    name = f"{_slug(plan.chance(f'topic {topic}').choices(vocabulary()[400:9000], k=2))}-{topic}"
    (plan.folder / name).mkdir()
    total = Corpus(plan.folder, plan.seed, 0, 0, 0, 0, 0, 0, 0)
    for number in range(topic * NOTES_IN_A_FOLDER, min((topic + 1) * NOTES_IN_A_FOLDER, plan.notes)):
        total = _sum(total, _write_note(plan, plan.folder / name, number))
    return total


def _write_note(plan: Plan, folder: Path, number: int) -> Corpus:
    pen = Pen(plan.chance(f"note {number}"), plan.ids(number))
    pen.sources = tuple(f"{_slug(pen.own[:2])}-{number:x}{letter}" for letter in "abcd"[: pen.number(1, 4)])
    sources = [_source(pen, source_id) for source_id in pen.sources]
    cards = [_card(pen, at) for at in range(len(pen.ids))]
    title = " ".join(pen.own[: pen.number(2, 3)]).capitalize()
    head = _render({"title": title, "summary": f"{pen.text(15, 40)}\n\n**{pen.own[3]}**\n- {pen.text(8, 25)}\n"})
    tables = chain((f"[[source]]\n{_render(one)}" for one in sources), (f"[[card]]\n{_render(one)}" for one in cards))
    size = _write(folder / f"{_slug(pen.own[:3])}-{number}.toml", "\n".join([head, *tables]))
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


def _card(pen: Pen, at: int) -> dict[str, object]:
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


def _source(pen: Pen, source_id: str) -> dict[str, object]:
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


def _office(plan: Plan) -> str:
    member = _render({"id": "member", "name": persons()[0], "constituency": "Wexlam", "party": "Independent"})
    people = "\n".join(f"[[lists.people]]\n{_render({'name': name, 'as_of': '2026-01'})}" for name in persons()[:40])
    office = _render({"name": f"A library of {plan.cards:,} invented cards"})
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
        blocks = "\n".join(f"[[block]]\n{_render(block)}" for block in _blocks(plan, chance))
        _write(plan.folder / "outlines" / f"outline-{number + 1}.toml", f"{_render(head)}\n{blocks}")
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


def card_id(seed: int, number: int) -> str:
    """The id of a card by its number: another for every number, in no order one can see."""
    mixed = (number ^ (seed * 0x9E3779B97F)) & 0xFFFFFFFFFF
    mixed = mixed * 0xD1B54A32D1 & 0xFFFFFFFFFF
    mixed ^= mixed >> 21
    mixed = mixed * 0x8CB92BA72D & 0xFFFFFFFFFF
    mixed ^= mixed >> 17
    return "".join(_PAIRS[mixed >> shift & 1023] for shift in (30, 20, 10, 0))


_PAIRS = tuple(one + other for one in CROCKFORD for other in CROCKFORD)
_quoted = json.JSONEncoder(ensure_ascii=False).encode
"""JSON and TOML escape alike all that is written here."""


def _render(entry: Mapping[str, object]) -> str:
    return "".join([f"{name} = {_value(value)}\n" for name, value in entry.items()])


def _value(value: object) -> str:
    if isinstance(value, str):
        if "\n" in value:
            return '"""\n' + "\n".join(_quoted(line)[1:-1] for line in value.split("\n")) + '"""'
        return _quoted(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{name} = {_value(held)}' for name, held in value.items())} }}"
    return str(value)


def _slug(words: Iterable[str]) -> str:
    return "-".join(re.sub(r"[^a-z]+", "", word.lower()) or "note" for word in words)

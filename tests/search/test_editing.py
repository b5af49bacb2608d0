"""A library is edited, and its index says what one made anew would."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from briefing.model.card import Card
from briefing.model.library import WholeLibrary
from briefing.model.note import Note
from briefing.search.index import Index, never
from briefing.search.making import ranking
from briefing.search.making.ranking import LATE, MOST_LATE
from briefing.search.making.stages import begin, rank
from briefing.search.tables.kept import Kept, read_kept
from tests.search.ground import (
    card,
    checked,
    everything,
    file_library,
    fill,
    ids,
    index_for,
    library,
    note,
    outline_using,
    search,
    source,
)
from tests.search.scanning import Scan

WORDS = "the of bill bills school schools register inquiry zebra café 1,547 re-use".split()
QUERIES = (
    "", "s", "school", "school ", "the of", '"the of"', '"of the b', "bills -bill", "-zebra", "since:2024 the",
    "source:rep", "source:s1 of ", "status:ch", "kind:record", "note:n1", "used:yes", "used:no zeb", "re-u", "154",
)  # fmt: skip
MANY = 50_000
SOURCES = (("An old report", "1999"), ("A new one", "2024"))
ARGUED = ("bill", "inquiry", "of the", '"of the"')


def anybodys(chance: random.Random, card_id: str) -> Card:
    """A card of few words, so that queries often match."""
    one = card(
        card_id,
        " ".join(chance.choices(WORDS, k=4)),
        quote=" ".join(chance.choices(WORDS, k=chance.randrange(4))),
        say=" ".join(chance.choices(WORDS, k=chance.randrange(3))),
        source=chance.choice(("", "s0", "s1", "s2", "gone")),
        as_of=chance.choice((None, None, "2023", "2024-06", date(2025, 1, 8))),
        status=chance.choice(("unchecked", "unchecked", "disputed", "withdrawn")),
    )
    return checked(one) if chance.random() < 0.3 else one


def small(chance: random.Random, notes: int, cards: int) -> WholeLibrary:
    """A library of such cards; some notes have a source of the same id as another's."""
    return library(
        *(
            note(
                f"{'f/' * (at % 2)}n{at}",
                *(anybodys(chance, f"c{at}-{number}") for number in range(cards)),
                sources=[source(f"s{at % 3}", chance.choice(("A report", "Zebra")), published=f"20{20 + at % 6}")],
            )
            for at in range(notes)
        ),
        used=("c0-1", "c1-0"),
    )


def edited(where: WholeLibrary, chance: random.Random, step: int) -> WholeLibrary:
    """The library after one edit."""
    notes = list(where.notes)
    act = chance.choice([*ACTS])
    if act == "uses":
        return replace(where, outlines=(outline_using(f"c0-{step % 4}", name=chance.choice(("speech", "n1"))),))
    if act == "note" or not notes:
        notes.append(note(f"m{step}", anybodys(chance, f"m{step}"), sources=[source("s0", "Zebra", published="2026")]))
    elif act == "drop note":
        notes.pop(chance.randrange(len(notes)))
    else:
        at = chance.randrange(len(notes))
        notes[at] = ACTS[act](notes[at], chance, step)
    return replace(where, notes=tuple(notes))


def _one(home: Note, chance: random.Random, change: Callable[[Card], Card]) -> Note:
    if not home.cards:
        return home
    at = chance.choice((chance.randrange(len(home.cards)), -1)) % len(home.cards)
    return replace(home, cards=(*home.cards[:at], change(home.cards[at]), *home.cards[at + 1 :]))


def _edit(home: Note, chance: random.Random, _step: int) -> Note:
    return _one(home, chance, lambda one: anybodys(chance, one.id))


def _hide(home: Note, chance: random.Random, _step: int) -> Note:
    return _one(home, chance, lambda one: replace(one, handling="restricted"))


def _show(home: Note, _chance: random.Random, _step: int) -> Note:
    return replace(home, cards=tuple(replace(one, handling="office") for one in home.cards))


def _add(home: Note, chance: random.Random, step: int) -> Note:
    return replace(home, cards=(anybodys(chance, f"a{step}"), *home.cards))


def _drop(home: Note, _chance: random.Random, _step: int) -> Note:
    return replace(home, cards=home.cards[:-1])


def _turn(home: Note, _chance: random.Random, _step: int) -> Note:
    return replace(home, cards=home.cards[::-1])


def _date(home: Note, chance: random.Random, step: int) -> Note:
    sources = tuple(replace(one, published=f"20{10 + step % 20}") for one in home.sources)
    return replace(home, sources=chance.choice((sources, ())))


def _title(home: Note, _chance: random.Random, step: int) -> Note:
    sources = tuple(replace(one, title=f"Report {step} of the zebra") for one in home.sources)
    return replace(home, title=f"Note {step}", sources=sources)


def _leave(home: Note, _chance: random.Random, _step: int) -> Note:
    return home


ACTS: dict[str, Callable[[Note, random.Random, int], Note]] = {
    "edit": _edit,
    "hide": _hide,
    "show": _show,
    "add": _add,
    "drop": _drop,
    "turn": _turn,
    "date": _date,
    "title": _title,
    "note": _leave,
    "drop note": _leave,
    "uses": _leave,
}


def assert_true(index: Index, where: WholeLibrary, queries: tuple[str, ...] = QUERIES) -> None:
    """Every query finds what reading every card finds."""
    scan = Scan(where)
    for typed in queries:
        found = search(index, typed, MANY)
        assert ids(found.hits) == scan.find(typed), typed
        assert ids(search(index, typed, 5, 3).hits) == scan.find(typed)[3:8], typed


def late(index: Index) -> int:
    """How many cards stand behind all others because they changed."""
    count: int = index.look(
        lambda connection: connection.execute("SELECT count(*) FROM ranks WHERE rank >= ?", (LATE,)).fetchone()[0], -1
    )
    return count


def test_many_small_edits_leave_the_index_as_one_made_anew(
    chance: random.Random, often: Callable[[int, int], int]
) -> None:
    for _ in range(often(4, 100)):
        where = small(chance, 6, 5)
        index = index_for(where)
        for step in range(40):
            where = edited(where, chance, step)
            fill(index, where)
            assert_true(index, where, tuple(chance.sample(QUERIES, 2)))
        assert everything(index) == everything(index_for(where))
        assert_true(index, where)


def test_a_note_that_goes_leaves_the_outline_of_its_name_alone() -> None:
    where = library(note("speech", card("a")), note("n", card("b")), used=("b",))
    index = index_for(where)
    fill(index, replace(where, notes=where.notes[1:]))
    assert ids(search(index, "used:yes").hits) == ["b"]


def test_cards_that_changed_stand_in_their_places_before_all_are_ranked_anew(chance: random.Random) -> None:
    where = small(chance, 30, 40)
    index = index_for(where)
    where = replace(where, notes=tuple(_turned(home, chance) for home in where.notes))
    fill(index, where, is_ranked=False)
    assert late(index) > MOST_LATE
    assert_true(index, where)
    for query in QUERIES:
        whole = ids(search(index, query, MANY).hits)
        for offset, limit in ((0, 1), (0, 8), (5, 3), (40, 50), (len(whole) - 2, 5)):
            start = max(0, offset)
            assert ids(search(index, query, limit, start).hits) == whole[start : start + limit]
    fill(index, where)
    assert late(index) == 0
    assert_true(index, where)
    assert everything(index) == everything(index_for(where))


def _turned(home: Note, chance: random.Random) -> Note:
    return replace(home, cards=tuple(anybodys(chance, one.id) if at % 2 else one for at, one in enumerate(home.cards)))


class DescribeMakingAnIndex:
    """It takes many steps, between which others may write, and anything may stop it."""

    @pytest.fixture(autouse=True)
    def steps(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(ranking, "STEP", 60)

    def it_goes_on_where_it_was_stopped(self, chance: random.Random) -> None:
        where = small(chance, 12, 15)
        index = Index(None)
        self._file(index, where)
        answers = iter((False, True))
        assert not index.write(lambda connection: rank(connection, lambda: next(answers), _untold), otherwise=True)
        assert index.write(lambda connection: rank(connection, never, _untold), otherwise=False)
        assert everything(index) == everything(index_for(where))
        assert_true(index, where)

    @pytest.mark.parametrize("act", ["edit", "hide", "add", "drop", "turn", "date", "title", "drop note"])
    def it_takes_up_what_is_edited_meanwhile(self, chance: random.Random, act: str) -> None:
        where = small(chance, 12, 15)
        notes = [ACTS[act](home, chance, at) for at, home in enumerate(where.notes)]
        changed = replace(where, notes=tuple(notes[:-1] if act == "drop note" else notes))
        index = Index(None)
        self._file(index, where)
        index.write(
            lambda connection: rank(connection, never, lambda _done, _of: file_library(index, changed)), otherwise=False
        )
        fill(index, changed)
        assert everything(index) == everything(index_for(changed))
        assert_true(index, changed)

    @pytest.mark.parametrize("act", ["edit", "hide", "add", "drop", "turn", "date", "title", "drop note"])
    def it_keeps_nothing_of_cards_that_are_edited_once_their_words_are_found(
        self, chance: random.Random, act: str
    ) -> None:
        where = small(chance, 12, 15)
        notes = [ACTS[act](home, chance, at) for at, home in enumerate(where.notes)]
        changed = replace(where, notes=tuple(notes[:-1] if act == "drop note" else notes))
        index = Index(None)
        self._file(index, where)
        index.write(lambda connection: rank(connection, lambda: _meanwhile(index, changed), _untold), otherwise=False)
        fill(index, changed)
        assert everything(index) == everything(index_for(changed))

    def it_keeps_no_year_and_no_word_of_a_source_that_changed_once_they_are_found(self) -> None:
        cards = [card(f"c{at}", source="s") for at in range(3)]
        before, after = (
            library(note("n", *cards, sources=(source("s", title, published=day),))) for title, day in SOURCES
        )
        index = Index(None)
        self._file(index, before)
        index.write(lambda connection: rank(connection, lambda: _meanwhile(index, after), _untold), otherwise=False)
        assert everything(index) == everything(index_for(after))

    def it_keeps_no_word_of_a_source_that_another_is_put_before(self) -> None:
        old = note("n", card("c", source="s"), sources=(source("s", "An old report", published="1999"),))
        new = note("m", sources=(source("s", "A new one", published="2024"),))
        index = Index(None)
        self._file(index, library(old))
        both = library(new, old)
        index.write(lambda connection: rank(connection, lambda: _meanwhile(index, both), _untold), otherwise=False)
        assert everything(index) == everything(index_for(both))

    @staticmethod
    def _file(index: Index, where: WholeLibrary) -> None:
        index.write(lambda connection: begin(connection, ["the of"] * 300), None)
        file_library(index, where)


def _untold(_done: int, _of: int) -> None:
    """Nobody is told."""


def _meanwhile(index: Index, where: WholeLibrary) -> bool:
    """Another files the library while cards have been made ready and are not yet put down; nobody is stopped."""
    file_library(index, where)
    return False


@pytest.fixture(scope="module")
def many() -> WholeLibrary:
    chance = random.Random(20_001)
    rare = [f"word{number}" for number in range(3_000)]
    pick = [*WORDS[:8] * 3, *(chance.choice(rare) for _ in range(40))]
    return library(
        *(
            note(f"n{at}", *(card(f"c{at}-{number}", " ".join(chance.choices(pick, k=5))) for number in range(420)))
            for at in range(8)
        )
    )


class DescribeCommonWords:
    """In a library of so many cards, pairs of common words are held besides."""

    def they_are_found_in_phrases_before_and_after_edits(self, many: WholeLibrary, chance: random.Random) -> None:
        index = index_for(many)
        assert {"the", "of", "bill"} <= index.look(read_kept, Kept()).common
        phrases = tuple(_phrase(chance) for _ in range(6))
        assert_true(index, many, (*phrases, *ARGUED))
        notes = list(many.notes)
        notes[7] = replace(notes[7], cards=tuple(replace(one, quote="of the bill") for one in notes[7].cards[5:]))
        changed = replace(many, notes=(*notes[1:], note("m", card("m", "of the", quote="the of the zebra"))))
        fill(index, changed)
        assert_true(index, changed, (*phrases, *ARGUED, '-"of the" the', '"of the bill" -zebra'))


def _phrase(chance: random.Random) -> str:
    said = " ".join(chance.choices(WORDS[:8], k=chance.choice((2, 2, 3))))
    return chance.choice((f'"{said}"', f'"{said[:-1]}', f'{chance.choice(WORDS[:8])} "{said}"'))

"""How long an outline takes."""

from __future__ import annotations

import pytest

from briefing.model.card import Card
from briefing.model.ids import BlockId, CardId, NoteName, OutlineName
from briefing.model.library import WholeLibrary
from briefing.model.note import Note
from briefing.model.office import Member, Office
from briefing.model.outline import Block, Outline
from briefing.speech.timing import BlockTime, Timing, time_outline

OFFICE = Office(members=(Member("quick", "A. Quick", pace=180.0), Member("new", "B. New")))
CARD = Card(CardId("c"), "statistic", "one two three four five")


def outline_of(*blocks: Block, member: str = "", slot: str = "", interventions: int = 0) -> Outline:
    return Outline(
        OutlineName("o"), "O", "speech", member=member, slot=slot, interventions=interventions, blocks=blocks
    )


def timed(outline: Outline) -> Timing:
    return time_outline(outline, WholeLibrary(OFFICE, (Note(NoteName("n"), cards=(CARD,)),)))


def words(block_id: str, count: int, level: int = 1, pause: int = 0) -> Block:
    return Block(BlockId(block_id), text="word " * count, level=level, pause=pause)


def heading(block_id: str, level: int = 1) -> Block:
    return Block(BlockId(block_id), heading="A heading", level=level)


def test_an_outline_takes_as_long_as_its_words() -> None:
    timing = timed(outline_of(heading("h"), words("a", 150), Block(BlockId("b"), card=CardId("c"))))
    assert (timing.words, timing.seconds, timing.pace) == (155, 62, 150)
    assert timing.blocks["a"] == BlockTime(150, 60)
    assert timing.blocks["b"] == BlockTime(5, 2)


def test_an_empty_outline_takes_no_time() -> None:
    assert (timed(outline_of()).words, timed(outline_of()).seconds) == (0, 0)


def test_a_members_own_pace_is_used_where_it_is_known() -> None:
    assert timed(outline_of(words("a", 180), member="quick")).seconds == 60
    assert timed(outline_of(words("a", 150), member="new")).seconds == 60
    assert timed(outline_of(words("a", 150), member="nobody")).seconds == 60


def test_a_marked_pause_is_added() -> None:
    timing = timed(outline_of(words("a", 150, pause=3), words("b", 0, pause=-5)))
    assert timing.seconds == timing.blocks["a"].seconds == 63


def test_a_section_takes_as_long_as_everything_up_to_the_next_heading_that_is_not_deeper() -> None:
    timing = timed(
        outline_of(
            heading("A"),
            words("1", 5, 2),
            heading("A1", 2),
            words("2", 5, 3),
            words("3", 5),
            heading("B"),
            words("4", 5),
        )
    )
    assert {block: timing.blocks[block].words for block in ("A", "A1", "B")} == {"A": 15, "A1": 10, "B": 5}
    assert timing.words == 20


def test_an_attack_takes_no_time_and_its_answer_does() -> None:
    attack = Block(BlockId("x"), attack=CardId("c"))
    timing = timed(outline_of(attack, words("a", 10, level=2)))
    assert timing.blocks["x"] == BlockTime(0, 0)
    assert timing.words == 10


@pytest.mark.parametrize(("slot", "seconds"), [("5:00", 300), ("3", 180), ("0:45", 45), ("", None), ("soon", None)])
def test_the_slot_is_given_in_seconds(slot: str, seconds: int | None) -> None:
    timing = timed(outline_of(slot=slot))
    assert timing.slot == timing.allowed == seconds


@pytest.mark.parametrize(
    ("count", "hearing", "given"), [(0, 0, 0), (1, 27, 60), (2, 54, 120), (3, 81, 120), (-1, 0, 0)]
)
def test_interventions_cost_time_to_hear_and_the_clock_gives_some_back(count: int, hearing: int, given: int) -> None:
    timing = timed(outline_of(words("a", 150), slot="5:00", interventions=count))
    assert (timing.seconds, timing.slot) == (60, 300)
    assert (timing.hearing, timing.given) == (hearing, given)
    assert (timing.needed, timing.allowed) == (60 + hearing, 300 + given)
    assert "first two" in timing.allowance.authority


def test_an_office_sets_its_own_figures_for_interventions() -> None:
    office = Office(settings={"interventions": {"hearing": 40, "given_for": 1}})
    timing = time_outline(outline_of(slot="5:00", interventions=3), WholeLibrary(office))
    assert (timing.hearing, timing.given, timing.allowed) == (120, 60, 360)


def test_it_says_what_is_left_after_each_block() -> None:
    timing = timed(outline_of(heading("h"), words("a", 150), words("b", 75, pause=5), words("c", 150)))
    assert timing.left == {"h": 155, "a": 95, "b": 60, "c": 0}


def test_it_says_from_what_to_what_it_may_be() -> None:
    timing = timed(outline_of(words("a", 390, pause=8), words("b", 0, pause=-5), interventions=1))
    assert (timing.needed, timing.pauses) == (156 + 8 + 27, 8)
    assert timing.least == pytest.approx(60 * 390 / 170 + 8 + 27)
    assert timing.most == pytest.approx(60 * 390 / 130 + 8 + 27)


def test_the_more_is_known_of_a_member_the_less_it_may_differ() -> None:
    office = Office(members=(Member("m", "M", pace=150.4, minutes=10_000),))
    timing = time_outline(outline_of(words("a", 376), member="m"), WholeLibrary(office))
    assert timing.paces == (150, 150)
    assert timing.least <= timing.needed <= timing.most
    assert timing.most - timing.least < 1

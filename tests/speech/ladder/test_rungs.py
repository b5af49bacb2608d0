"""From one outline the best version for every limit."""

from __future__ import annotations

from random import Random

import pytest

from briefing.model.ids import CardId
from briefing.model.library import WholeLibrary
from briefing.model.office import Office
from briefing.model.outline import Block, Outline
from briefing.speech.ladder.applying import apply
from briefing.speech.ladder.cutting import Cutting, cut_up, misled, needed_rivals
from briefing.speech.ladder.leaning import Lean
from briefing.speech.ladder.rungs import Rung, climb
from briefing.speech.timing import time_outline
from tests.speech.ladder.ground import heading, library, outline, says, takes
from tests.speech.ladder.test_fitting import SEED

CARD_ID = CardId("ferry")


def cut(*blocks: Block, limit: int, interventions: int = 0, **settings: object) -> Rung:
    (rung,) = climb(outline(*blocks, interventions=interventions), library(**settings), [limit])
    return rung


def test_seven_in_a_hundred_of_the_time_are_left_free() -> None:
    assert [rung.plan for rung in climb(outline(), library(), [600, 300, 240, 180])] == [558, 279, 223, 167]


def test_the_office_may_leave_more_or_nothing() -> None:
    assert cut(limit=100, margin=0).plan == 100
    assert cut(limit=100, margin=0.2).plan == 80


def test_an_intervention_gives_a_minute_back_and_takes_its_hearing() -> None:
    assert cut(limit=180, interventions=1).plan == 223 - 27


def test_an_office_says_what_an_intervention_gives_and_takes() -> None:
    office = Office(settings={"interventions": {"hearing": 10, "given_back": 30, "given_for": 1}})
    (rung,) = climb(outline(interventions=2), WholeLibrary(office), [180])
    assert rung.plan == 195 - 20


def test_opening_and_close_stay_whatever_goes() -> None:
    rung = cut(takes("a", 10), takes("b", 100, weight="should"), takes("c", 10), limit=30)
    assert (rung.blocks, rung.dropped, rung.seconds) == (("a", "c"), ("b",), 20)


def test_blocks_with_these_roles_are_opening_and_close_wherever_they_stand() -> None:
    blocks = takes("a", 10), takes("b", 10, role="opening"), takes("c", 10, role="close"), takes("d", 10)
    assert cut(*blocks, limit=22).blocks == ("b", "c")


def test_what_should_be_said_is_worth_three_that_could() -> None:
    blocks = takes("o", 2), takes("a", 20), *(takes(f"c{n}", 10, weight="could") for n in range(2)), takes("z", 2)
    assert cut(*blocks, limit=30).blocks == ("o", "a", "z")


def test_the_office_may_weigh_otherwise() -> None:
    blocks = takes("o", 2), takes("a", 20), *(takes(f"c{n}", 10, weight="could") for n in range(2)), takes("z", 2)
    assert cut(*blocks, limit=30, should=1).blocks == ("o", "c0", "c1", "z")


def test_a_heading_goes_with_its_last_block() -> None:
    blocks = takes("o", 2), heading("h"), takes("a", 60), takes("b", 60), heading("k"), takes("z", 2)
    assert cut(*blocks, limit=80).blocks == ("o", "h", "a", "k", "z")
    assert cut(*blocks, limit=40).blocks == ("o", "k", "z")


def test_a_pause_is_time() -> None:
    assert cut(takes("o", 10, pause=5), limit=60).seconds == 15


def test_a_block_says_its_short_form_before_another_goes() -> None:
    rung = cut(takes("o", 2), takes("a", 60, short="Few words."), takes("b", 20), takes("z", 2), limit=30)
    assert (rung.blocks, rung.short) == (("o", "a", "b", "z"), ("a",))


def test_the_short_form_of_a_card_is_said_where_the_block_has_no_words() -> None:
    assert cut_up(outline(says("a", card="tide")), library()).in_short == {"a": "The tide rose"}
    assert cut_up(outline(says("a", "My words.", card="tide")), library()).in_short == {}


def test_a_short_form_that_is_longer_is_not_said() -> None:
    assert cut(takes("a", 2, short="word " * 50), limit=60).short == ()


def test_musts_that_do_not_fit_are_refused_with_the_seconds_over() -> None:
    rung = cut(takes("a", 40, short="word " * 25), takes("b", 60, weight="must"), takes("z", 20), limit=60)
    assert (rung.plan, rung.over, rung.fits, rung.blocks) == (55, 90 - 55, False, ())


def test_musts_that_contradict_are_refused_for_that() -> None:
    blocks = (
        takes("a", 2, either="g"),
        takes("b", 2, either="g"),
        takes("c", 2, needs="a", weight="must"),
        takes("d", 2, needs="b", weight="must"),
    )
    rung = cut(*blocks, limit=600)
    assert (rung.contradict, rung.over, rung.fits) == (True, None, False)


def test_a_need_of_no_earlier_block_is_told_of_and_not_kept() -> None:
    cutting = cut_up(outline(takes("a", 2, needs="b"), takes("b", 2), takes("c", 2, needs="nowhere")), library())
    assert list(misled(cutting)) == [("a", "b"), ("c", "nowhere")]
    assert [piece.needs for piece in cutting.pieces] == [None, None, None]


def test_a_block_that_needs_one_of_a_group_is_told_of() -> None:
    cutting = cut_up(outline(takes("a", 2, either="g"), takes("b", 2, either="g"), takes("c", 2, needs="a")), library())
    assert list(needed_rivals(cutting)) == [("c", "a")]


def test_answers_to_an_attack_that_goes_are_reported() -> None:
    blocks = (
        takes("o", 2),
        Block(takes("x", 0).id, attack=CARD_ID, text="word " * 100, level=1),
        takes("y", 10, level=2, weight="must"),
        takes("z", 2),
    )
    (leaning,) = cut(*blocks, limit=20).leaning
    assert (leaning.block, leaning.how, leaning.on) == ("y", Lean.ANSWER, "x")


def test_an_attack_that_nothing_answers_any_more_is_reported() -> None:
    blocks = (
        takes("o", 2),
        Block(takes("x", 0).id, attack=CARD_ID, text="word " * 10, level=1, weight="must"),
        takes("y", 60, level=2),
        takes("z", 2),
    )
    (leaning,) = cut(*blocks, limit=20).leaning
    assert (leaning.block, leaning.how) == ("x", Lean.UNANSWERED)


def test_a_rung_is_applied_as_an_outline_of_what_it_says() -> None:
    speech = outline(
        takes("o", 2), heading("h"), takes("a", 40), takes("b", 20, needs="a"), takes("z", 20, short="Few words.")
    )
    (rung,) = climb(speech, library(), [12])
    applied = apply(speech, library(), rung)
    assert [(block.id, block.text, block.short, block.with_) for block in applied.blocks[-1:]] == [
        ("z", "Few words.", "", "")
    ]
    assert applied.slot == "0:12"
    assert time_outline(applied, library()).seconds <= rung.plan


@pytest.mark.parametrize("number", range(60))
def test_every_version_keeps_what_is_asked_of_it(number: int) -> None:
    chance = Random(SEED + number)
    speech = some_outline(chance)
    cutting = cut_up(speech, library())
    for rung in climb(speech, library(), [chance.randint(10, 300) for _ in range(3)]):
        if not rung.fits:
            continue
        assert rung.seconds <= rung.plan
        assert rung.milliseconds == sum(milliseconds(cutting, block, rung) for block in rung.blocks)
        assert list(rung.blocks) == [block.id for block in speech.blocks if block.id in rung.blocks]
        assert sorted((*rung.blocks, *rung.dropped)) == sorted(block.id for block in speech.blocks)
        for block, piece in zip(cutting.blocks, cutting.pieces, strict=True):
            used = block.id in rung.blocks
            assert used or piece.worth is not None or rival_used(cutting, block, rung)
            assert not used or piece.needs is None or cutting.blocks[piece.needs].id in rung.blocks
            assert not used or not rival_used(cutting, block, rung)


def some_outline(chance: Random) -> Outline:
    blocks: list[Block] = []
    for number in range(chance.randint(0, 25)):
        if chance.random() < 0.2:
            blocks.append(heading(f"h{number}", chance.randint(1, 2)))
            continue
        blocks.append(
            takes(
                f"b{number}",
                2 * chance.randint(1, 25),
                weight=chance.choice(("must", "should", "should", "could", "could")),
                either=chance.choice(("", "", "", "", "g", "k")),
                needs=chance.choice(blocks).id if blocks and chance.random() < 0.3 else "",
                short="word " * chance.randint(1, 40) if chance.random() < 0.4 else "",
                pause=chance.choice((0, 0, 0, 2)),
                level=chance.randint(1, 3),
            )
        )
    return outline(*blocks)


def milliseconds(cutting: Cutting, block_id: str, rung: Rung) -> int:
    for block, piece in zip(cutting.blocks, cutting.pieces, strict=True):
        if block.id == block_id:
            return (piece.short or 0) if block_id in rung.short else piece.full
    return 0


def rival_used(cutting: Cutting, block: Block, rung: Rung) -> bool:
    return any(
        block.either and other.either == block.either and other.id != block.id and other.id in rung.blocks
        for other in cutting.blocks
    )

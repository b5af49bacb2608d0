"""What is accepted is written into the outline: into the block it belongs to, never into a card."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model.card import Card
from briefing.model.ids import BlockId, CardId, NoteName
from briefing.model.library import WholeLibrary
from briefing.model.note import Note
from briefing.model.outline import Block
from briefing.settling.decisions import Decision, State
from briefing.settling.settlement import Wish
from tests.settling.ground import BUS, FERRY, LEFT, TAKEN, TASK, TRAIN, outline, says, settling, took, with_part
from tests.word.returned.ground import BY, gone, ins, own, p, t

THREE = outline(BUS, TRAIN, FERRY)
SAME = own(1, t(TRAIN)) + own(2, t(FERRY))
LATER = BY.replace("09:00", "10:00")


def _edited(*inner: str, mark: str = "") -> str:
    return own(0, *inner, mark=mark) + SAME


def test_a_word_for_a_word() -> None:
    act = took(THREE, _edited(t("The bus "), gone("never"), ins(t("always")), t(" runs.")))
    assert says(act) == ["The bus always runs.", TRAIN, FERRY]
    assert [(one.state, one.act) for one in act.decided] == [(State.ACCEPTED, 1)]


def test_one_of_two_changes_in_a_sentence() -> None:
    settlement = settling(
        THREE, _edited(t("The "), ins(t("night ")), t("bus never runs"), ins(t(" here"), LATER), t("."))
    )
    first, second = settlement.listed
    assert says(settlement.settle((second,), TAKEN))[0] == "The bus never runs here."
    assert says(settlement.settle((first, second), TAKEN))[0] == "The night bus never runs here."
    assert says(settlement.settle((second, first), TAKEN))[0] == "The night bus never runs here."


def test_what_is_left_changes_nothing() -> None:
    assert says(took(THREE, _edited(gone(BUS)), LEFT)) == [BUS, TRAIN, FERRY]


def test_a_paragraph_taken_away_takes_its_block() -> None:
    assert says(took(THREE, _edited(gone(BUS), mark="del"))) == [TRAIN, FERRY]


def test_a_split_is_two_paragraphs_of_the_block() -> None:
    body = own(0, t("The bus "), mark="ins") + p(t("never runs.")) + SAME
    assert says(took(THREE, body)) == ["The bus\n\nnever runs.", TRAIN, FERRY]


def test_a_new_paragraph_is_a_new_block_and_the_same_one_however_often() -> None:
    body = own(0, t(BUS), mark="ins") + p(ins(t("It did."))) + SAME
    first, again = took(THREE, body), took(THREE, body)
    assert says(first) == [BUS, "It did.", TRAIN, FERRY]
    assert first.outline == again.outline


def test_two_new_paragraphs_stand_in_their_order_whichever_is_taken_first() -> None:
    body = own(0, t(BUS), mark="ins") + p(ins(t("One.")), mark="ins") + p(ins(t("Two."), LATER)) + SAME
    settlement = settling(THREE, body)
    for order in (settlement.listed, settlement.listed[::-1]):
        assert says(settlement.settle(order, TAKEN)) == [BUS, "One.", "Two.", TRAIN, FERRY]


def test_two_paragraphs_joined() -> None:
    joined = took(THREE, own(0, t(BUS), mark="del") + SAME)
    assert says(joined) == [f"{BUS} {TRAIN}", FERRY]


def test_a_paragraph_that_rests_on_a_card_is_not_joined_to_another() -> None:
    settlement = with_part(settling(THREE, own(0, t(BUS), mark="del") + SAME), 1, card="c")
    act = settlement.settle(settlement.listed, TAKEN)
    assert says(act) == [BUS, TRAIN, FERRY]
    assert "part those words from their evidence" in act.refused[0].why


def test_from_the_middle_of_one_to_the_middle_of_the_next() -> None:
    body = (
        own(0, t("The bus"), gone(" never runs."), mark="del")
        + own(1, gone("The train"), t(" is late."))
        + own(2, t(FERRY))
    )
    assert says(took(THREE, body)) == ["The bus is late.", FERRY]


def test_a_title_is_not_joined_to_what_follows() -> None:
    settlement = with_part(
        settling(THREE, own(0, t("Roads"), mark="del") + SAME, left=("Roads", TRAIN, FERRY)), 0, block=""
    )
    act = settlement.settle(settlement.listed, TAKEN)
    assert act.outline == THREE
    assert "It would join two paragraphs" in act.refused[0].why


def test_a_move_with_tracking_on_goes_after_what_it_was_put_after() -> None:
    moved = (
        f'<w:moveFromRangeStart w:id="8" {BY} w:name="m"/><w:moveFrom w:id="9" {BY}>{t(BUS)}</w:moveFrom>'
        '<w:moveFromRangeEnd w:id="8"/>'
    )
    there = (
        f'<w:moveToRangeStart w:id="10" {BY} w:name="m"/><w:moveTo w:id="11" {BY}>{t(BUS)}</w:moveTo>'
        '<w:moveToRangeEnd w:id="10"/>'
    )
    act = took(THREE, own(0, moved, mark="moveFrom") + own(1, t(TRAIN)) + p(there, mark="moveTo") + own(2, t(FERRY)))
    assert says(act) == [TRAIN, BUS, FERRY]
    assert act.outline is not None
    assert act.outline.blocks[1].id == "b0"


def test_a_move_moves_the_block_with_its_card() -> None:
    proved = replace(THREE, blocks=(replace(THREE.blocks[0], card=CardId("c")), *THREE.blocks[1:]))
    act = took(proved, own(1, t(TRAIN)) + own(0, t(BUS)) + own(2, t(FERRY)))
    assert says(act) == [TRAIN, BUS, FERRY]
    assert act.outline is not None
    assert act.outline.blocks[1].card == "c"


def test_a_heading_stays_a_heading() -> None:
    headed = replace(THREE, blocks=(Block(BlockId("b0"), heading=BUS), *THREE.blocks[1:]))
    assert says(took(headed, _edited(t("The bus "), gone("never "), t("runs."))))[0] == "# The bus runs."


def test_words_of_a_card_become_the_blocks_own_and_the_card_stays() -> None:
    card = Card(CardId("c"), "assertion", claim="The bus never runs")
    library = WholeLibrary(notes=(Note(NoteName("n"), title="N", cards=(card,)),))
    now = outline("", TRAIN, FERRY)
    now = replace(now, blocks=(Block(BlockId("b0"), card=card.id), *now.blocks[1:]))
    body = _edited(t("The bus "), gone("never"), ins(t("hardly ever")), t(" runs."))
    settlement = replace(settling(now, body), library=library)
    act = settlement.settle(settlement.listed, TAKEN)
    assert says(act)[0] == "The bus hardly ever runs."
    assert act.outline is not None
    assert act.outline.blocks[0].card == card.id


def test_the_outline_has_moved_on_elsewhere_in_the_block() -> None:
    now = outline("Today the bus never runs.\n\nNor does the tram.", TRAIN, FERRY)
    act = took(now, _edited(t("The bus never "), gone("runs"), ins(t("comes")), t(".")))
    assert act.refused == (), "a word they did not touch is no conflict"
    assert says(act)[0] == "Today the bus never comes.\n\nNor does the tram."


def test_both_changed_the_same_words() -> None:
    settlement = settling(
        outline("The bus seldom runs.", TRAIN, FERRY),
        _edited(t("The bus "), gone("never"), ins(t("always")), t(" runs.")),
    )
    act = settlement.settle(settlement.listed, TAKEN)
    assert says(act)[0] == "The bus seldom runs.", "both are kept until somebody decides"
    (refusal,) = act.refused
    assert refusal.is_conflict
    assert "now says “The bus seldom runs.”" in refusal.why
    theirs = settlement.settle(settlement.listed, replace(TAKEN, theirs=True))
    assert says(theirs)[0] == "The bus always runs."


def test_a_block_that_is_gone() -> None:
    act = took(outline("", TRAIN, FERRY).with_blocks(THREE.blocks[1:]), _edited(t(BUS), ins(t(" Ever."))))
    assert [one.why for one in act.refused] == [
        "Block b0 is no longer in the outline: bring it back first, or reject the change."
    ]


def test_a_task_goes_into_the_note_of_the_block_once() -> None:
    settlement = settling(THREE, _edited(t("The bus "), gone("never"), ins(t("always")), t(" runs.")))
    act = settlement.settle(settlement.listed, TASK)
    assert act.outline is not None
    assert act.outline.blocks[0].note == "To do, A. Member: “never” → “always”"
    again = replace(settlement, outline=act.outline).settle(settlement.listed, TASK)
    assert again.outline == act.outline


def test_what_is_accepted_stays_so() -> None:
    settlement = settling(THREE, _edited(t(BUS), ins(t(" Ever."))))
    (change,) = settlement.listed
    held = replace(settlement, decisions={change.id: Decision(change.id, State.ACCEPTED, 1)})
    (refusal,) = held.settle((change,), LEFT).refused
    assert refusal.why.startswith("It is accepted already")


def test_a_paragraph_before_all_others_comes_first() -> None:
    assert says(took(THREE, p(ins(t("To begin with."))) + own(0, t(BUS)) + SAME)) == [
        "To begin with.",
        BUS,
        TRAIN,
        FERRY,
    ]


def test_the_title_is_a_line_of_the_outline() -> None:
    settlement = settling(THREE, own(0, t("Roads"), ins(t(" and rails"))) + SAME, left=("Roads", TRAIN, FERRY))
    act = (titled := with_part(settlement, 0, block="")).settle(titled.listed, TAKEN)
    assert act.outline is not None
    assert act.outline.title == "Roads and rails"


def test_words_the_product_puts_there_are_nobodys_to_change() -> None:
    settlement = settling(THREE, own(0, t("Contents"), ins(t(" of this"))) + SAME, left=("Contents", TRAIN, FERRY))
    act = (added := with_part(settlement, 0, block="")).settle(added.listed, TAKEN)
    assert act.outline == THREE
    assert act.refused[0].why.startswith("It is in words the product puts there")


@pytest.mark.parametrize("wish", [TAKEN, LEFT, TASK])
def test_the_same_file_twice_is_settled_once(wish: Wish) -> None:
    body = _edited(t("The bus "), gone("never"), ins(t("always")), t(" runs."))
    both = settling(THREE, body, body)
    assert len(both.listed) == 1
    one = settling(THREE, body)
    assert both.settle(both.listed, wish).outline == one.settle(one.listed, wish).outline


def test_two_readers_of_one_export() -> None:
    theirs = ins(t(" Ever."), BY.replace("A. Member", "B. Adviser"))
    both = settling(
        THREE, _edited(t("The bus "), gone("never"), ins(t("always")), t(" runs.")), _edited(t(BUS), theirs)
    )
    assert [change.author for change in both.listed] == ["A. Member", "B. Adviser"]
    assert says(both.settle(both.listed, TAKEN))[0] == "The bus always runs. Ever."
    assert both.authors == ("A. Member", "B. Adviser")
    assert [change.author for change in both.select(State.ACCEPTED, author="b. adviser")] == ["B. Adviser"]

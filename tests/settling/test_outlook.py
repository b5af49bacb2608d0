"""What would come of a change, told before anybody decides."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from briefing.settling.decisions import Decision, State
from briefing.settling.outlook import Outlook, foresee
from briefing.settling.settlement import Settlement
from tests.settling.ground import BUS, FERRY, TRAIN, outline, settling
from tests.word.returned.ground import gone, ins, own, t

THREE = outline(BUS, TRAIN, FERRY)
SAME = own(1, t(TRAIN)) + own(2, t(FERRY))
ALWAYS = own(0, t("The bus "), gone("never"), ins(t("always")), t(" runs.")) + SAME


def foreseen(settlement: Settlement) -> Outlook:
    """What would come of the first change."""
    return foresee(settlement, settlement.listed[0], datetime(2025, 3, 6, tzinfo=UTC))


def test_how_the_block_would_read() -> None:
    outlook = foreseen(settling(THREE, ALWAYS))
    assert outlook.reads == (("b0", "The bus always runs."),)
    assert outlook.now == (("b0", BUS),)
    assert outlook.refusal is None


def test_a_block_that_would_go_says_nothing() -> None:
    assert foreseen(settling(THREE, own(0, gone(BUS), mark="del") + SAME)).reads == (("b0", ""),)


def test_what_both_changed_is_told_with_both() -> None:
    outlook = foreseen(settling(outline("The bus seldom runs.", TRAIN, FERRY), ALWAYS))
    assert outlook.refusal is not None
    assert outlook.refusal.is_conflict
    assert outlook.now == (("b0", "The bus seldom runs."),)
    assert outlook.reads == (("b0", "The bus always runs."),)


def test_what_cannot_be_accepted_says_why() -> None:
    outlook = foreseen(settling(outline("", TRAIN, FERRY).with_blocks(THREE.blocks[1:]), ALWAYS))
    assert outlook.refusal is not None
    assert "no longer in the outline" in outlook.refusal.why
    assert outlook.reads == ()


def test_what_is_decided_or_has_no_outline_has_no_outlook() -> None:
    settlement = settling(THREE, ALWAYS)
    (change,) = settlement.listed
    decided = replace(settlement, decisions={change.id: Decision(change.id, State.REJECTED, 1)})
    assert foreseen(decided) == foreseen(replace(settlement, outline=None)) == Outlook(change.id)

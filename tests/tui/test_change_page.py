"""The page of a change: whatever was done, it has a row and a page, and reads without colour."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from briefing.model.card import Card
from briefing.model.ids import CardId, NoteName
from briefing.model.library import WholeLibrary
from briefing.model.note import Note
from briefing.settling.outlook import foresee
from briefing.settling.settlement import Settlement
from briefing.tui.pages.change_page import NEAR, Seen, change_page
from briefing.tui.widgets.change_rows import rows_of
from briefing.word.returned.change import What
from tests.settling.ground import BUS, FERRY, TRAIN, outline, settling, with_part
from tests.word.returned.ground import BY, gone, ins, own, p, t

THREE = outline(BUS, TRAIN, FERRY)
SAME = own(1, t(TRAIN)) + own(2, t(FERRY))
BOLD = f'<w:r><w:rPr><w:b/><w:rPrChange w:id="9" {BY}><w:rPr/></w:rPrChange></w:rPr><w:t>{BUS}</w:t></w:r>'
ONE_OF_EACH = {
    What.INSERTION: own(0, t(BUS), ins(t(" Ever."))) + SAME,
    What.DELETION: own(0, t("The bus "), gone("never "), t("runs.")) + SAME,
    What.REPLACEMENT: own(0, t("The bus "), gone("never"), ins(t("always")), t(" runs.")) + SAME,
    What.MOVE: own(1, t(TRAIN)) + own(0, t(BUS)) + own(2, t(FERRY)),
    What.SPLIT: own(0, t("The bus "), mark="ins") + p(t("never runs.")) + SAME,
    What.MERGE: own(0, t(BUS), mark="del") + SAME,
    What.FORMAT: own(0, BOLD) + SAME,
}


def page(settlement: Settlement, at: int = 0) -> str:
    """The words of the page of a change, with what would come of it."""
    change = settlement.listed[at]
    outlook = foresee(settlement, change, datetime(2025, 3, 6, tzinfo=UTC))
    pars = change_page(Seen(settlement, change, outlook=outlook)).pars
    return "\n".join("".join(run.text for run in par.line) for par in pars)


@pytest.mark.parametrize("what", ONE_OF_EACH)
def test_whatever_was_done_has_a_row_and_a_page(what: What) -> None:
    settlement = settling(THREE, ONE_OF_EACH[what])
    (change,) = settlement.listed
    assert change.what is what
    assert [row.name for row in rows_of(settlement) if row.change] == [change.id]
    told = page(settlement)
    assert what.value in told
    assert "A. Member" in told or "not tracked" in told


def test_what_goes_and_what_comes_reads_without_colour() -> None:
    assert "The bus [-never-]{+always+} runs." in page(settling(THREE, ONE_OF_EACH[What.REPLACEMENT]))
    assert "The bus [-never-] runs." in page(settling(THREE, ONE_OF_EACH[What.DELETION])), "spaces stand outside"
    assert "[-¶-]" in page(settling(THREE, ONE_OF_EACH[What.MERGE]))


def test_of_a_long_paragraph_what_is_near_the_change_is_shown() -> None:
    long = "word " * 200 + "bus" + " word" * 200
    body = own(0, t("word " * 200), gone("bus"), ins(t("tram")), t(" word" * 200)) + SAME
    told = page(settling(outline(long, TRAIN, FERRY), body, left=(long, TRAIN, FERRY)))
    marked = next(line for line in told.split("\n") if "[-bus-]" in line)
    assert len(marked) < 3 * NEAR
    assert marked.startswith("… word")
    assert marked.endswith("word …")
    assert f"{'word ' * 200}tram{' word' * 200}" in told, "how it would read is told whole"


def test_a_format_says_why_it_cannot_be_kept() -> None:
    assert "comes from the product and the template" in page(settling(THREE, ONE_OF_EACH[What.FORMAT]))


@pytest.mark.parametrize(
    ("handling", "quote", "told", "hidden"),
    [
        ("open", "It ran 3 times.", "“It ran 3 times.”", "Claimed."),
        ("open", "", "Claimed.", "“”"),
        ("restricted", "It ran 3 times.", "restricted", "It ran"),
    ],
)
def test_what_a_card_says_stands_beside_a_figure_unless_it_is_restricted(
    handling: str, quote: str, told: str, hidden: str
) -> None:
    card = Card(CardId("c"), "record", claim="Claimed.", quote=quote, handling=handling)
    body = own(0, t("The bus runs "), gone("3"), ins(t("4")), t(" times.")) + SAME
    settlement = settling(THREE, body, left=("The bus runs 3 times.", TRAIN, FERRY))
    settlement = with_part(settlement, 0, card="c")
    (change,) = settlement.listed
    (came,) = settlement.came
    changes = replace(came.changes, listed=(replace(change, card="c"),))
    library = WholeLibrary(notes=(Note(NoteName("n"), title="N", cards=(card,)),), outlines=(THREE,))
    said = page(replace(settlement, came=(replace(came, changes=changes),), library=library))
    assert told in said
    assert hidden not in said


def test_a_date_that_is_none_is_shown_as_it_stands() -> None:
    settlement = settling(THREE, own(0, t(BUS), ins(t(" Ever."), BY.replace("2025-03-05T09:00:00Z", "someday"))) + SAME)
    assert "A. Member · someday" in page(settlement)

"""How a text reads with one change marked in it."""

from __future__ import annotations

from briefing.settling.marked import Fate, Marked, marked
from briefing.settling.settlement import Settlement
from tests.settling.ground import BUS, FERRY, TRAIN, outline, settling
from tests.word.returned.ground import BY, gone, ins, own, t

THREE = outline(BUS, TRAIN, FERRY)
SAME = own(1, t(TRAIN)) + own(2, t(FERRY))
LATER = BY.replace("09:00", "10:00")
_SIGNS = {Fate.KEPT: "=", Fate.TAKEN: "-", Fate.PUT: "+", Fate.MEANT: "?"}


def told(texts: tuple[Marked, ...]) -> list[list[str]]:
    """Each stretch with the sign of its fate."""
    return [[f"{_SIGNS[stretch.fate]}{stretch.text}" for stretch in text] for text in texts]


def marks(settlement: Settlement, at: int = 0, *accepted: int) -> list[list[str]]:
    """The marks of one change where some others are accepted."""
    (came,) = settlement.came
    return told(marked(came, settlement.listed[at], frozenset(settlement.listed[number].id for number in accepted)))


def test_words_go_and_others_come() -> None:
    settlement = settling(THREE, own(0, t("The bus "), gone("never"), ins(t("always")), t(" runs.")) + SAME)
    assert marks(settlement) == [["=The bus ", "-never", "+always", "= runs."]]


def test_of_two_changes_one_is_marked_and_the_other_is_there_where_it_is_accepted() -> None:
    body = own(0, t("The "), ins(t("night ")), t("bus never runs"), ins(t(" here"), LATER), t(".")) + SAME
    settlement = settling(THREE, body)
    assert marks(settlement, 1) == [["=The bus never runs", "+ here", "=."]]
    assert marks(settlement, 1, 0) == [["=The night bus never runs", "+ here", "=."]]
    assert marks(settlement, 1, 0, 1) == marks(settlement, 1, 0), "accepted itself it is marked all the same"


def test_the_end_of_a_paragraph_that_goes_can_be_seen() -> None:
    settlement = settling(THREE, own(0, t(BUS), mark="del") + SAME)
    assert "-¶" in "".join(marks(settlement)[0])


def test_what_changes_no_word_is_about_the_text_it_stands_in() -> None:
    comment = f'<w:comment w:id="7" {BY}><w:p><w:r><w:t>Really?</w:t></w:r></w:p></w:comment>'
    on = f'<w:commentRangeStart w:id="7"/>{t("never")}<w:commentRangeEnd w:id="7"/>'
    settlement = settling(THREE, own(0, t("The bus "), on, t(" runs.")) + SAME, comments=comment)
    assert marks(settlement) == [["=The bus ", "?never", "= runs."]]

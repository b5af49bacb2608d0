"""Where a line must not end: a number stays with its unit, a clause with its number, a day with its month."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from briefing.document.typography import bind


@pytest.mark.parametrize(
    ("written", "stays_together"),
    [
        ("It costs £3 million a year.", "£3 million"),
        ("It costs £1,250 million a year.", "£1,250 million"),
        ("Up 5 per cent since May.", "5 per cent"),
        ("It lasted 7 years and more.", "7 years"),
        ("On 5 March 2026 the House sat.", "5 March"),
        ("See clause 4 of the Bill.", "clause 4"),
        ("Clause 4 says so.", "Clause 4"),
        ("They say (clause 4) it is.", "clause 4"),
        ("See p. 12 of it.", "p. 12"),
        ("It is HC 521 of the session.", "HC 521"),
        ("I thank Mr Example for it.", "Mr Example"),
        ("Not in subsection 2 but later.", "subsection 2"),
    ],
)
def test_what_belongs_together_stays_in_one_line(written: str, stays_together: str) -> None:
    assert stays_together.replace(" ", "\u00a0") in bind(written)
    assert bind(written).count("\u00a0") == stays_together.count(" ")


@pytest.mark.parametrize(
    "written", ["In 2016 Parliament sat.", "I saw 20 May then.", "May 5 people come?", "It is so."]
)
def test_other_words_may_be_parted_as_before(written: str) -> None:
    assert "\u00a0" not in bind(written).replace("20\u00a0May", "")


@given(some.text())
def test_nothing_but_spaces_is_changed(written: str) -> None:
    assert bind(written).replace("\u00a0", " ") == written.replace("\u00a0", " ")


@given(some.text())
def test_a_text_that_is_bound_stays_as_it_is(written: str) -> None:
    assert bind(bind(written)) == bind(written)

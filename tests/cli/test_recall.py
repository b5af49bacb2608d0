"""What the command line says of what is now wrong."""

from __future__ import annotations

import pytest

from tests.cli.ground import Give

OLD = "Half the schools in Eastmere have a breakfast club"


@pytest.fixture
def exported(give: Give) -> None:
    """An export of the debate, for the Member."""
    assert give("export", "debate", "--for", "Ada Marlow", "--on", "2025-02-01T09:00").code == 0


@pytest.mark.usefixtures("exported")
def test_a_card_that_stands_is_not_recalled(give: Give) -> None:
    answer = give("recall", "half")
    assert answer.code == 1
    assert "nothing is to be corrected" in answer.err


@pytest.mark.usefixtures("exported")
def test_it_drafts_the_correction_with_the_words_and_what_is_right(give: Give) -> None:
    assert give("edit", "half", "status=superseded", "superseded_by=bypass", "why=counted again").code == 0
    answer = give("recall", "half")
    assert answer.code == 0
    assert "Ada Marlow" in answer.out
    assert "I said on 2025-02-03" in answer.out
    assert OLD in answer.out
    assert "The bypass opens in spring" in answer.out
    assert "Dear" not in answer.out


@pytest.mark.usefixtures("exported")
def test_what_is_withdrawn_is_withdrawn_in_the_draft(give: Give) -> None:
    assert give("edit", "half", "status=withdrawn", "why=not so").code == 0
    assert "I withdraw that statement" in give("recall", "half", "--json").out


def test_a_card_withdrawn_before_it_was_used_needs_no_correction(give: Give) -> None:
    assert give("edit", "bypass", "status=withdrawn", "why=not so").code == 0
    answer = give("recall", "bypass")
    assert (answer.code, answer.out.count("nothing to correct")) == (0, 1)


def test_a_letter_that_went_out_is_corrected_to_its_reader(give: Give) -> None:
    made = give("export", "debate", "--as", "reply", "--for", "Mr Alder", "--on", "2025-02-01T09:00")
    assert made.code == 0, made.err
    give("edit", "half", "status=withdrawn", "why=not so")
    answer = give("recall", "half")
    assert "Dear Mr Alder" in answer.out
    assert "I said on" not in answer.out


@pytest.mark.usefixtures("exported")
def test_the_words_of_a_card_restricted_since_are_in_no_draft(give: Give) -> None:
    assert give("edit", "half", "status=withdrawn", "why=not so", "handling=restricted").code == 0
    for answer in (give("recall", "half"), give("recall", "half", "--json"), give("trace", "half", "--json")):
        assert answer.code == 0
        assert OLD not in answer.out

"""What the command line says of what is now wrong."""

from __future__ import annotations

import json

import pytest

from tests.cli.ground import Give

CHECKED = "source=survey-2024", "owner=The county", "due=2025-04", "status=checked", "--by", "A. Clerk"
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
    assert give("edit", "bypass", *CHECKED).code == 0
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


@pytest.mark.usefixtures("exported")
def test_what_stands_in_its_place_is_not_said_before_it_is_checked(give: Give) -> None:
    give("edit", "half", "status=superseded", "superseded_by=bypass", "why=counted again")
    answer = give("recall", "half")
    assert "The bypass opens in spring" not in answer.out
    assert "Card bypass stands in its place and may not be said yet: check it first." in answer.out
    assert "I will say what is as soon as it has been checked" in answer.out


@pytest.mark.usefixtures("exported")
def test_the_last_of_those_that_took_its_place_is_what_is_right(give: Give) -> None:
    give("edit", "half", "status=superseded", "superseded_by=nanny", "why=counted again")
    give("edit", "nanny", "status=superseded", "superseded_by=bypass", "why=counted once more")
    assert "Card bypass stands in its place" in give("recall", "half").out
    give("edit", "bypass", "superseded_by=half")
    assert "stands in its place" not in give("recall", "half").out


@pytest.mark.usefixtures("exported")
def test_a_card_in_doubt_is_not_called_wrong(give: Give) -> None:
    give("edit", "half", "status=disputed", "why=another count")
    answer = give("recall", "half")
    assert "That is now in doubt. I am looking into it" in answer.out
    assert "withdraw" not in answer.out


def test_what_others_were_said_to_say_is_not_taken_for_ones_own_words(give: Give) -> None:
    attack = give("outline", "answer", "--as", "speech", "title=Answer", "date=2025-02-03")
    assert attack.code == 0, attack.err
    assert give("block", "answer", "attack=nanny", "text=They say that breakfast is no affair of ours.").code == 0
    assert give("export", "answer", "--on", "2025-02-01T09:00").code == 0
    give("edit", "nanny", "status=withdrawn", "why=nobody says so")
    draft = give("recall", "nanny").out
    assert "On 2025-02-03 I gave as what others say: “They say that breakfast is no affair of ours.”" in draft
    assert "I said on" not in draft


@pytest.mark.usefixtures("exported")
def test_a_card_that_was_made_from_it_falls_with_it(give: Give) -> None:
    give("edit", "bypass", "from=half")
    give("edit", "nanny", "from=bypass")
    give("edit", "half", "status=withdrawn", "why=not so", "from=nanny")
    told = json.loads(give("recall", "half", "--json").out)
    assert [other["card"] for other in told["resting"]] == ["bypass", "nanny"]
    assert "Card nanny is made from it, and falls with it" in give("recall", "half").out

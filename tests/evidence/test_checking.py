"""What a card needs before it can be marked as checked, and what a check is a check of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from briefing.evidence.checking import check, find_lacking, is_other_source, source_print
from briefing.evidence.quotations.comparing import Result
from briefing.evidence.recording import Checker, Unready, Values, with_check
from briefing.model.card import Card
from briefing.model.fields import CARD_FIELDS, named
from briefing.model.ids import SourceId
from briefing.model.kinds import Kind
from briefing.model.library import WholeLibrary
from briefing.model.office import Office
from briefing.model.source import Source
from briefing.wording import standing as say
from tests.evidence.ground import card, note

KINDS = {
    "quotation": Kind("quotation", "Quotation", ("quote", "speaker", "source", "at")),
    "statistic": Kind("statistic", "Statistic", ("source", "of", "unit", "period", "place")),
    "commitment": Kind("commitment", "Commitment", ("source", "owner", "due")),
    "vote": Kind("vote", "Vote", ("source", "division")),
    "record": Kind("record", "Record"),
    "opposing-claim": Kind("opposing-claim", "Opposing claim", theirs=True),
    "petition": Kind("petition", "Petition", ("signatures",)),
}
SURVEY = Source(SourceId("survey"), "report", "A survey of school breakfasts", published="2024", text={"sha256": "aa"})
SCOPE = {"of": "schools", "unit": "of all schools", "period": "2024", "place": "Marlow Vale"}
DIVISION = {"date": date(2024, 5, 1), "number": 7, "ayes": 20, "noes": 0, "did": "aye"}
DAY = date(2025, 1, 9)


def library(*cards: Card) -> WholeLibrary:
    """A library with the office's kinds."""
    return WholeLibrary(Office(kinds=KINDS), (note("schools", *cards, sources=(SURVEY,)),))


def lacking(words: str = Result.NO_TEXT, **fields: object) -> list[str]:
    """Return the fields a card with these lacks."""
    return [each.field for each in find_lacking(card("k1", **fields), library(), words)]


class DescribeWhatACheckNeeds:
    def it_is_nothing_more_where_the_kind_asks_for_nothing(self) -> None:
        assert lacking(kind="record") == []

    def it_is_what_the_kind_says(self) -> None:
        assert lacking(kind="quotation", speaker="Rosa Field") == ["quote", "source", "at"]
        assert lacking(kind="commitment", source="survey", owner="Jo", due="2025") == []
        assert lacking(kind="commitment", source="survey") == ["owner", "due"]

    def it_may_be_a_field_of_the_offices_own(self) -> None:
        assert lacking(kind="petition") == ["signatures"]
        assert lacking(kind="petition", extra={"signatures": 900}) == []

    def it_takes_blanks_for_nothing(self) -> None:
        assert lacking(kind="quotation", quote=" ", speaker="R", source="survey", at="p. 2") == ["quote"]

    @pytest.mark.parametrize(
        "words", ["5% of schools", "Five per cent of schools", "12.5\u00a0percent", "Up by 2 percentage points"]
    )
    @pytest.mark.parametrize("field", ["claim", "quote"])
    def it_is_for_a_percentage_its_population_period_place_and_unit(self, words: str, field: str) -> None:
        assert lacking(kind="record", **{field: words}) == ["of", "unit", "period", "place"]
        assert lacking(kind="record", **{field: words}, **SCOPE) == []

    def it_takes_no_other_figure_for_a_percentage(self) -> None:
        assert lacking(kind="record", claim="5 schools of 100, percentages unknown") == []

    def it_is_for_a_vote_its_division(self) -> None:
        assert lacking(kind="vote", source="survey") == ["division"]
        assert lacking(kind="vote", source="survey", division=DIVISION) == []
        for part in DIVISION:
            without = {name: value for name, value in DIVISION.items() if name != part}
            assert lacking(kind="vote", source="survey", division=without) == ["division"]

    @pytest.mark.parametrize(
        ("did", "known"),
        [("No", []), ("teller for the ayes", []), ("no vote recorded", []), ("no idea", ["division"])],
    )
    def it_is_for_a_vote_what_the_member_did(self, did: str, known: list[str]) -> None:
        assert lacking(kind="vote", source="survey", division={**DIVISION, "did": did}) == known

    @pytest.mark.parametrize(
        "claim",
        [
            "He has not once asked about breakfast",
            "She hadn\u2019t once been there",
            "He never asked about breakfast",
            "No one has ever asked",
            "No-one in the House ever asked",
            "They didn't ever ask",
            "Not a single school was asked",
            "At no time was a school asked",
        ],
    )
    def it_is_for_what_never_happened_the_log_of_a_search(self, claim: str) -> None:
        assert lacking(kind="record", claim=claim) == ["search_log"]
        assert lacking(kind="record", claim=claim, search_log="Hansard, 2017 to 2025, breakfast: nothing") == []

    @pytest.mark.parametrize(
        "claim",
        ["Never mind the weather", "It must never happen", "Never again", "All at once, not at once", "Once a year"],
    )
    def it_is_no_search_for_a_wish_or_an_idiom(self, claim: str) -> None:
        assert lacking(kind="record", claim=claim) == []

    def it_is_no_search_for_what_the_other_side_says(self) -> None:
        assert lacking(kind="opposing-claim", claim="They never asked") == []

    def its_source_must_be_there(self) -> None:
        assert lacking(kind="record", source="gone") == ["source"]

    def its_words_must_be_those_of_the_kept_text(self) -> None:
        assert lacking(Result.DIFFERS, kind="record", quote="Words") == ["quote"]
        assert lacking(Result.MOVED, kind="record", quote="Words", at="page 2") == ["at"]
        assert lacking(Result.EXACT, kind="record", quote="Words") == []

    def it_names_each_field_once_in_the_order_of_a_form(self) -> None:
        assert lacking(kind="statistic", claim="5%") == ["source", "of", "unit", "period", "place"]

    def it_is_said_in_one_sentence(self) -> None:
        wanted = [each.wanted for each in find_lacking(card("k1", kind="commitment", source="survey"), library())]
        assert say.cannot_be_checked(wanted) == (
            "It cannot be marked as checked yet: it needs who must do it (owner) and by when (due)."
        )


class DescribeACheck:
    CHECKED = check(card("k1", claim="Half of them", source="survey"), SURVEY, "Jo Hall", DAY)

    def it_says_who_and_when_and_of_which_words(self) -> None:
        assert self.CHECKED.standing == "checked"
        assert (self.CHECKED.checked["by"], self.CHECKED.checked["on"]) == ("Jo Hall", DAY)

    @pytest.mark.parametrize(
        "name",
        "claim quote say short speaker for source at of unit period place as_of formula search_log owner due".split(),
    )
    def it_is_void_once_claim_words_source_or_scope_change(self, name: str) -> None:
        attribute = named(CARD_FIELDS)[name].attribute
        assert replace(self.CHECKED, **{attribute: "other"}).standing == "unchecked"  # type: ignore[arg-type]  # one field

    def it_stands_while_its_source_is_the_same_wherever_it_is_to_be_had(self) -> None:
        assert not is_other_source(self.CHECKED, replace(SURVEY, url="https://elsewhere.example", note="Moved"))

    @pytest.mark.parametrize("change", [{"edition": "2nd"}, {"title": "Another"}, {"text": {"sha256": "bb"}}])
    def it_is_told_that_the_source_is_another_and_is_not_void(self, change: dict[str, object]) -> None:
        other = replace(SURVEY, **change)  # type: ignore[arg-type]  # one field each
        assert is_other_source(self.CHECKED, other)
        assert self.CHECKED.standing == "checked"

    def it_knows_a_source_that_is_gone(self) -> None:
        assert is_other_source(self.CHECKED, None)
        assert not is_other_source(check(card("k2"), None, "Jo Hall", DAY), None)


class DescribeACheckAmongOtherChanges:
    CHECKER = Checker("Jo Hall", DAY, lambda _: Result.NO_TEXT)

    def made(self, before: Card) -> Callable[[Values], Card]:
        """Return what makes the card that changes lead to."""

        def make(values: Values) -> Card:
            assert values["checked"] is None, "a check is not part of what is checked"
            plain = {name: value for name, value in values.items() if name not in {"status", "checked"}}
            return replace(before, **plain)  # type: ignore[arg-type]  # each test names real fields

        return make

    def it_covers_what_is_changed_with_it(self) -> None:
        before = card("k1", kind="commitment", source="survey")
        asked: Values = {"owner": "Jo", "due": "2025", "status": "checked"}
        saved = with_check(asked, self.made(before), library(before), self.CHECKER)
        expected = check(replace(before, owner="Jo", due="2025"), SURVEY, "Jo Hall", DAY)
        assert saved == {"owner": "Jo", "due": "2025", "status": "checked", "checked": expected.checked}

    def it_is_refused_with_what_is_missing_and_where(self) -> None:
        before = card("k1", kind="commitment", source="survey")
        with pytest.raises(Unready, match=r"owner.*due") as refused:
            with_check({"status": "checked"}, self.made(before), library(before), self.CHECKER)
        assert refused.value.field == "owner"

    def it_needs_the_name_of_who_checked(self) -> None:
        before = card("k1")
        with pytest.raises(Unready, match="who checked"):
            with_check({"status": "checked"}, self.made(before), library(before), replace(self.CHECKER, by=" "))

    def it_takes_the_name_and_the_day_that_were_typed_and_never_a_hash(self) -> None:
        before = card("k1", source="survey")
        typed = {"by": "Ann", "on": date(2024, 5, 1), "sha256": "0"}
        saved = with_check({"status": "checked", "checked": typed}, self.made(before), library(before), self.CHECKER)
        assert saved["checked"] == check(before, SURVEY, "Ann", date(2024, 5, 1)).checked

    @pytest.mark.parametrize("asked", [{"claim": "x"}, {"status": "disputed"}, {"checked": {"by": "Jo"}}])
    def it_stays_out_of_other_changes(self, asked: Values) -> None:
        before = card("k1")
        assert with_check(asked, self.made(before), library(before), self.CHECKER, before.status) is asked


def test_the_print_of_a_source_is_the_same_tomorrow() -> None:
    assert source_print(SURVEY) == "83e7aca804c55cb7069dc14f1d0ec4db9cfacba09b0f4ed00f5a859d2a0e0073"

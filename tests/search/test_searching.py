"""What is found, in which order, and what a hit says of itself."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.search.index import Index
from tests.search.ground import card, checked, fill, ids, index_of, library, note, search, source

REPORT = source("survey-2024", "Survey of school breakfasts", author="Nadia Okonjo", publisher="Meals Institute")


@pytest.fixture
def schools() -> Index:
    return index_of(
        note(
            "schools/breakfast",
            card("bkf1", "Half the schools have a club", kind="statistic", source="survey-2024", tags=("money",)),
            card("bkf2", "Clubs are popular", quote="the club is full by half past eight", speaker="Ivor Llewellyn"),
            title="Breakfast",
            sources=(REPORT,),
        ),
        note(
            "bill",
            card("reg1", "A register of children not in school", kind="provision", topics=("Safeguarding",)),
            card(
                "sec1",
                "Wren Ashdown told us herself",
                handling="restricted",
                speaker="Wren Ashdown",
                source="survey-2024",
            ),
            title="The Bill",
            summary="What the Bill would do about breakfast.",
        ),
        note(
            "bill-lords",
            card("lds1", "Peers asked for a club register", as_of="2024-06"),
            title="The Bill in the Lords",
        ),
        used=("reg1",),
    )


def found(index: Index, typed: str) -> list[str]:
    return ids(search(index, typed).hits)


class DescribeFinding:
    def it_lists_every_card_the_latest_first_where_nothing_is_asked(self, schools: Index) -> None:
        assert found(schools, "") == ["lds1", "bkf1", "bkf2", "reg1", "sec1"]

    def it_finds_cards_that_hold_every_word(self, schools: Index) -> None:
        assert found(schools, "club schools ") == ["bkf1"]

    def it_finds_a_word_by_its_beginning_while_it_is_typed(self, schools: Index) -> None:
        assert all("reg1" in found(schools, "register"[:length]) for length in range(1, 9))

    def it_finds_only_the_whole_word_once_it_is_finished(self, schools: Index) -> None:
        assert found(schools, "regis ") == []

    def it_finds_a_phrase_only_where_the_words_stand_side_by_side(self, schools: Index) -> None:
        assert found(schools, '"club register"') == ["lds1"]
        assert found(schools, '"register club"') == []

    def it_never_finds_a_phrase_across_two_fields(self) -> None:
        index = index_of(note("n", card("a", "x", say="free school", short="meals today")))
        assert found(index, '"school meals"') == []
        assert found(index, "school meals ") == ["a"]

    def it_leaves_out_what_must_not_be_there(self, schools: Index) -> None:
        assert found(schools, "register -club") == ["reg1"]
        assert found(schools, "-club") == ["reg1", "sec1"]

    @pytest.mark.parametrize(
        "field", ["quote", "say", "short", "speaker", "role", "for_", "of", "period", "place", "why"]
    )
    def it_reads_every_field_that_is_said_or_tells_the_scope(self, field: str) -> None:
        assert found(index_of(note("n", card("a", **{field: "A Zebra's word"}))), "zebra") == ["a"]

    def it_reads_tags_and_the_source(self, schools: Index) -> None:
        assert [found(schools, word) for word in ("money", "survey", "okonjo", "institute")] == [["bkf1"]] * 4

    def it_never_reads_what_is_private(self) -> None:
        assert found(index_of(note("n", card("a", private="Zebra"))), "zebra") == []

    def it_finds_a_card_by_its_id_kind_and_status(self, schools: Index) -> None:
        assert found(schools, "reg1") == ["reg1"]
        assert found(schools, "provision") == ["reg1"]
        assert found(schools, "unchecked register ") == ["lds1", "reg1"]

    @pytest.mark.parametrize("typed", ["children's", "children’s", "CHILDREN’S ", "enquête", "ENQUETE "])
    def it_folds_apostrophes_capitals_and_accents(self, typed: str) -> None:
        assert found(index_of(note("n", card("a", "The children’s Enquête"))), typed) == ["a"]

    def it_gives_a_page_and_the_exact_number_of_all(self, schools: Index) -> None:
        page = search(schools, "", limit=2, offset=1)
        assert (page.count, page.exact, ids(page.hits)) == (5, True, ["bkf1", "bkf2"])
        assert search(schools, "", limit=0).count == 5
        assert search(schools, "", offset=99).count == 5

    def it_shows_both_cards_that_share_an_id(self) -> None:
        index = index_of(note("n", card("a", "One")), note("m", card("a", "Two")))
        assert [(hit.id, hit.note, hit.claim) for hit in search(index, "").hits] == [
            ("a", "n", "One"),
            ("a", "m", "Two"),
        ]


class DescribeFields:
    @pytest.mark.parametrize(
        ("typed", "expected"),
        [
            ("kind:stat", ["bkf1"]),
            ("-kind:record", ["bkf1", "reg1"]),
            ('note:"the bill"', ["reg1", "sec1"]),
            ('note:"THE BILL in"', ["lds1"]),
            ("note:the", ["lds1", "reg1", "sec1"]),
            ("note:schools", ["bkf1", "bkf2"]),
            ("note:schools/break", ["bkf1", "bkf2"]),
            ("note:bill-l", ["lds1"]),
            ("source:survey", ["bkf1"]),
            ("source:okonjo", ["bkf1"]),
            ('source:"meals inst"', ["bkf1"]),
            ("by:llew", ["bkf2"]),
            ('by:"ivor l"', ["bkf2"]),
            ("tag:mon", ["bkf1"]),
            ("topic:safe", ["reg1"]),
            ("topic:break", ["bkf1", "bkf2"]),
            ("status:un", ["lds1", "bkf1", "bkf2", "reg1", "sec1"]),
            ("status:checked", []),
            ("handling:restricted", ["sec1"]),
            ("used:yes", ["reg1"]),
            ("used:no", ["lds1", "bkf1", "bkf2", "sec1"]),
            ("used:no -note:schools club", ["lds1"]),
        ],
    )
    def they_narrow_what_is_found(self, schools: Index, typed: str, expected: list[str]) -> None:
        assert found(schools, typed) == expected

    @pytest.mark.parametrize(
        ("typed", "expected"),
        [
            ("since:2024", ["from-source", "year", "month", "day"]),
            ("since:2024-03", ["from-source", "year", "month"]),
            ("since:2024-03-31", ["from-source", "year", "month"]),
            ("since:2024-04", ["from-source", "year"]),
            ("since:202", ["from-source", "year", "month", "day", "old"]),
            ("since:2025", ["from-source"]),
            ("-since:2024", ["old", "none"]),
        ],
    )
    def its_date_is_when_it_was_true_or_else_when_its_source_came_out(self, typed: str, expected: list[str]) -> None:
        index = index_of(
            note(
                "n",
                card("day", as_of=date(2024, 1, 8)),
                card("month", as_of="2024-03"),
                card("year", as_of="2024"),
                card("from-source", source="s"),
                card("old", as_of=date(2023, 12, 31), source="s"),
                card("none"),
                sources=(source("s", published=date(2025, 2, 1)),),
            )
        )
        assert found(index, typed) == expected

    def they_follow_what_is_used(self) -> None:
        index = index_of(note("n", card("a"), card("b")), used=("a",))
        fill(index, library(note("n", card("a"), card("b")), used=("b",)))
        assert found(index, "used:yes") == ["b"]


class DescribeOrder:
    def its_first_cards_say_it_in_the_claim_then_in_the_exact_words_then_elsewhere(self) -> None:
        index = index_of(
            note(
                "n",
                checked(card("a", "x", say="free meals")),
                checked(card("b", "x", quote="free meals")),
                card("c", "free x", quote="meals"),
                card("d", "Meals are free"),
            )
        )
        assert found(index, "free meals ") == ["d", "b", "c", "a"]

    def its_whole_words_come_before_longer_ones(self) -> None:
        index = index_of(note("n", card("a", "A billion"), card("b", "The bill"), card("c", "x", quote="a bill")))
        assert found(index, "bill") == ["b", "a", "c"]

    def its_equals_are_ordered_by_status_then_date_then_id(self) -> None:
        index = index_of(
            note(
                "n",
                card("z", "meals", status="withdrawn", why="wrong"),
                card("y", "meals", status="disputed", why="doubtful"),
                card("x", "meals"),
                card("w", "meals", as_of="2023"),
                card("v", "meals", as_of="2024"),
                card("u", "meals", as_of="2024"),
                checked(card("t", "meals")),
            )
        )
        assert found(index, "meals") == ["t", "u", "v", "w", "x", "y", "z"]

    def its_status_is_the_one_that_holds_today(self) -> None:
        void = card("a", "meals", status="checked", checked={"by": "R. Marsh", "sha256": "0"})
        index = index_of(note("n", void, checked(card("b", "meals"))))
        assert [(hit.id, hit.status) for hit in search(index, "meals").hits] == [("b", "checked"), ("a", "unchecked")]


class DescribeHits:
    def they_carry_what_a_list_shows(self, schools: Index) -> None:
        (hit,) = search(schools, "half schools ").hits
        assert (hit.kind, hit.claim, hit.note) == ("statistic", "Half the schools have a club", "schools/breakfast")
        assert (hit.source, hit.status, hit.handling) == ("survey-2024", "unchecked", "office")

    def they_show_the_words_that_match_best(self, schools: Index) -> None:
        (hit,) = search(schools, "half past").hits
        assert hit.snippet == "the club is full by half past eight"

    def they_prefer_the_claim_among_equals(self, schools: Index) -> None:
        assert [hit.snippet for hit in search(schools, "clubs").hits] == ["Clubs are popular"]

    def they_show_no_words_where_only_fields_were_asked(self, schools: Index) -> None:
        assert {hit.snippet for hit in search(schools, "kind:record").hits} == {""}

    def they_cut_long_words_around_the_match(self) -> None:
        quote = "one two three four five " * 20 + "the zebra crossed " + "six seven eight nine " * 20
        (hit,) = search(index_of(note("n", card("a", quote=quote))), "zebra").hits
        assert hit.snippet.startswith("…")
        assert hit.snippet.endswith("…")
        assert "five the zebra crossed six" in hit.snippet
        assert len(hit.snippet) <= 162

    def they_add_no_character_to_the_words(self) -> None:
        text = "[@click=app.quit]x[/] <b>zebra</b> \x1b]52;c;\x07 **"
        (hit,) = search(index_of(note("n", card("a", text))), "zebra").hits
        assert (hit.claim, hit.snippet) == (text, text)


class DescribeRestrictedCards:
    def they_are_found_by_id_kind_status_and_the_note_they_stand_in(self, schools: Index) -> None:
        for typed in ("sec1", "kind:record handling:restricted", "record unchecked sec1 ", 'note:"the bill" -register'):
            assert "sec1" in found(schools, typed)

    @pytest.mark.parametrize("typed", ["wren", "ashdown", "told", "by:wren", "source:survey", '"told us"'])
    def they_are_never_found_by_their_words(self, schools: Index, typed: str) -> None:
        assert "sec1" not in found(schools, typed)

    def they_show_no_words(self, schools: Index) -> None:
        (hit,) = search(schools, "sec1").hits
        assert (hit.claim, hit.snippet, hit.source, hit.handling) == ("", "", "", "restricted")


class DescribeNotes:
    def they_are_found_by_title_first_and_then_by_summary(self, schools: Index) -> None:
        assert schools.find_notes("break") == ("schools/breakfast", "bill")

    def they_are_found_by_name(self, schools: Index) -> None:
        assert schools.find_notes("schools ") == ("schools/breakfast",)

    def they_all_come_in_order_where_nothing_is_asked(self, schools: Index) -> None:
        assert schools.find_notes("") == ("bill", "bill-lords", "schools/breakfast")
        assert schools.find_notes("kind:x", limit=1) == ("bill",)

    def they_can_be_left_out(self, schools: Index) -> None:
        assert schools.find_notes("bill -lords") == ("bill",)
        assert schools.find_notes("-bill") == ("schools/breakfast",)

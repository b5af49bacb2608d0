"""What is typed into the search box, and what is lit."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.search.query import Filter, Query, Term, lit, parse_query


def terms(typed: str) -> list[str]:
    """The terms of a query as one would write them: words in order, a star where the last is being typed."""
    return [" ".join(term.words) + ("*" if term.typing else "") for term in parse_query(typed).terms]


def without(typed: str) -> list[str]:
    return [" ".join(term.words) for term in parse_query(typed).without]


def filters(typed: str) -> tuple[Filter, ...]:
    return parse_query(typed).filters


def lights(typed: str, text: str) -> list[str]:
    return [text[start:end] for start, end in lit(parse_query(typed), text)]


class DescribeWords:
    def it_takes_the_last_word_as_one_that_is_still_being_typed(self) -> None:
        assert terms("grooming inq") == ["grooming", "inq*"]

    @pytest.mark.parametrize("typed", ["re-", "re_", "re--", '"a re-'])
    def it_takes_a_word_with_a_hyphen_after_it_as_one_that_goes_on(self, typed: str) -> None:
        assert terms(typed)[-1].endswith("re*")

    @pytest.mark.parametrize("typed", ["bill ", "bill, ", "bill,", "bill.", '"bill"', "bill)", "bill- "])
    def it_takes_a_word_with_something_after_it_as_finished(self, typed: str) -> None:
        assert terms(typed) == ["bill"]

    def it_folds_capitals_and_accents(self) -> None:
        assert terms("CAFÉ Ünder ") == ["cafe", "under"]

    @pytest.mark.parametrize("typed", ["children's ", "children’s ", "children`s ", "children‘s "])
    def it_reads_every_apostrophe_alike(self, typed: str) -> None:
        assert terms(typed) == ["children s"]

    def it_keeps_what_punctuation_joins_side_by_side(self) -> None:
        assert terms("well-known cl.4(2) £1.2m https://example.org/a ") == [
            "well known",
            "cl 4 2",
            "1 2m",
            "https example org a",
        ]

    def it_takes_a_number_that_is_being_typed_as_one_number(self) -> None:
        written = "1,547,000"
        read = [terms(f"£{written[:length]}") for length in range(1, len(written) + 1)]
        assert read == [
            [f"{begun}*"] for begun in ("1", "1", "15", "154", "1547", "1547", "15470", "154700", "1547000")
        ]

    @pytest.mark.parametrize(("typed", "read"), [("3,4 ", "3 4"), ('"3,4"', "3 4"), ("1,5470", "1 5470*")])
    def it_takes_other_commas_as_the_ends_of_words(self, typed: str, read: str) -> None:
        assert terms(typed) == [read]

    def it_asks_for_the_same_word_once(self) -> None:
        assert terms("bill BILL the bill ") == ["bill", "the"]

    def it_sees_through_characters_one_cannot_see(self) -> None:
        assert terms("regi\u200bster soft\u00adly \ufb01ne ") == ["register", "softly", "fine"]

    @pytest.mark.parametrize("typed", ["", " ", "-", "--", '"', '""', "“”", "- -", "***", "^", "()", "\x00", "\udcff"])
    def it_asks_for_nothing_where_there_is_no_letter(self, typed: str) -> None:
        assert parse_query(typed) == Query()

    @pytest.mark.parametrize(
        ("typed", "read"),
        [
            ("a AND b ", ["a", "and", "b"]),
            ("a OR NOT b ", ["a", "or", "not", "b"]),
            ("NEAR(a b, 5) ", ["near a", "b", "5"]),
            ("bill* ", ["bill"]),
            ("^bill ", ["bill"]),
            ("{claim}:bill ", ["claim bill"]),
            ("a + b ", ["a", "b"]),
        ],
    )
    def it_reads_the_operators_of_the_database_as_words(self, typed: str, read: list[str]) -> None:
        assert terms(typed) == read


class DescribePhrases:
    @pytest.mark.parametrize("typed", ['"the bill"', "“the bill”", "„the bill“", '"the  bill" '])
    def it_keeps_the_words_of_a_phrase_side_by_side(self, typed: str) -> None:
        assert terms(typed) == ["the bill"]

    def it_takes_an_open_phrase_as_one_that_is_still_being_typed(self) -> None:
        assert terms('school "the bi') == ["school", "the bi*"]

    def it_ends_a_phrase_at_its_closing_mark(self) -> None:
        assert terms('a"b c"d') == ["a", "b c", "d*"]


class DescribeWithout:
    def it_leaves_out_words_and_phrases(self) -> None:
        assert without('school -meals -"free meals" x') == ["meals", "free meals"]
        assert terms('school -meals -"free meals" x') == ["school", "x*"]

    def it_never_takes_a_word_to_leave_out_as_half_typed(self) -> None:
        assert parse_query("-scho").without == (Term(("scho",)),)

    def it_does_not_take_a_hyphen_inside_a_word_for_one(self) -> None:
        assert terms("anti-slavery ") == ["anti slavery"]


class DescribeFields:
    @pytest.mark.parametrize(
        ("typed", "field", "value"),
        [
            ("kind:statistic", "kind", "statistic"),
            ("Kind:Stat", "kind", "stat"),
            ('note:"the bill"', "note", "the bill"),
            ('note:"the b', "note", "the b"),
            ("note:schools/breakfast", "note", "schools breakfast"),
            ("source:iicsa-2022", "source", "iicsa 2022"),
            ("by:O’Hara", "by", "o hara"),
            ("tag:money", "tag", "money"),
            ("topic:school", "topic", "school"),
            ("status:un", "status", "un"),
            ("handling:restricted", "handling", "restricted"),
            ("used:yes", "used", "yes"),
            ("used:N", "used", "no"),
            ("since:2024", "since", "2024"),
            ("since:202", "since", "202"),
            ("since:2024-06-30", "since", "2024-06-30"),
            ("-used:no", "used", "yes"),
            ("-used:yes", "used", "no"),
        ],
    )
    def it_reads_a_field(self, typed: str, field: str, value: str) -> None:
        assert parse_query(typed) == Query(filters=(Filter(field, value),))

    def it_leaves_out_what_a_field_holds(self) -> None:
        assert filters("-kind:attack bill") == (Filter("kind", "attack", without=True),)

    @pytest.mark.parametrize("typed", ["kind:", "note: ", 'by:""', "since:", "used:", "-tag:"])
    def it_waits_for_the_value_of_a_field(self, typed: str) -> None:
        assert parse_query(typed) == Query()

    @pytest.mark.parametrize(
        ("typed", "read"),
        [
            ("colour:red ", ["colour red"]),
            ("10:30 ", ["10 30"]),
            ("used:maybe ", ["used maybe"]),
            ("since:yesterday ", ["since yesterday"]),
            ("since:2024-13 ", ["since 2024 13"]),
            ("since:15/06/24 ", ["since 15 06 24"]),
            ("since:06/15/2024 ", ["since 06 15 2024"]),
            ('he said:"no more" ', ["he", "said", "no more"]),
            (":x ", ["x"]),
        ],
    )
    def it_reads_anything_else_with_a_colon_as_words(self, typed: str, read: list[str]) -> None:
        assert parse_query(typed).filters == ()
        assert terms(typed) == read

    @pytest.mark.parametrize(
        "typed",
        ["2024-06-15", "2024-6-15", "2024/06/15", "2024.6.15", "15/06/2024", "15/6/2024", "15.06.2024", "15-6-2024"],
    )
    def it_reads_a_day_however_it_is_written(self, typed: str) -> None:
        assert filters(f"since:{typed}") == filters(f'since:"{typed}"') == (Filter("since", "2024-06-15"),)

    @pytest.mark.parametrize("typed", ["2024-06", "2024-6", "2024/6", "06/2024", "6.2024", "2024-06-", "2024-06-0"])
    def it_reads_a_month_however_it_is_written(self, typed: str) -> None:
        assert filters(f"since:{typed}") == (Filter("since", "2024-06"),)

    def it_reads_a_date_that_is_being_typed_as_the_earliest_it_can_be(self) -> None:
        read = [
            filters("since:2024-10-31"[:length])[0].value
            for length in range(len("since:2"), len("since:2024-10-31") + 1)
        ]
        assert read == ["2", "20", "202", "2024", "2024", "2024-01", "2024-10", "2024-10", "2024-10-03", "2024-10-31"]

    def it_reads_more_fields_than_anybody_types_as_words(self) -> None:
        query = parse_query(" ".join(f"kind:k{number}" for number in range(1000)))
        assert len(query.filters) == 20
        assert len(query.terms) == 980


class DescribeLighting:
    def it_lights_whole_words_wherever_they_stand(self) -> None:
        assert lights("inquiry nation", "A National Inquiry, and another inquiry.") == [
            "National",
            "Inquiry",
            "inquiry",
        ]

    def it_lights_finished_words_whole_and_in_their_other_forms(self) -> None:
        assert lights("bill ", "A bill, two bills and a billboard") == ["bill", "bills"]

    def it_lights_a_phrase_as_one_span(self) -> None:
        assert lights('"the bill"', "The Bill, the  bill and the other bill") == ["The Bill", "the  bill"]

    def it_lights_an_apostrophe_word_whichever_way_it_is_written(self) -> None:
        assert lights("don't", "Don’t go; don t") == ["Don’t", "don t"]

    def it_lights_accents_and_hidden_characters_with_their_word(self) -> None:
        assert lights("cafe register ", "Cafe\u0301, regi\u200bster") == ["Cafe\u0301", "regi\u200bster"]

    def it_lights_overlapping_matches_once(self) -> None:
        assert lights('"a b" "b c"', "a b c") == ["a b c"]

    def it_lights_nothing_for_what_must_not_be_there_or_for_fields(self) -> None:
        assert lights("-meals kind:statistic", "meals statistic") == []

    @given(st.text(), st.text())
    def it_gives_spans_in_order_and_apart_for_any_text(self, typed: str, text: str) -> None:
        spans = lit(parse_query(typed), text)
        edges = [edge for span in spans for edge in span]
        assert edges == sorted(edges)
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(first[1] <= second[0] for first, second in pairwise(spans))

    @given(st.text(min_size=1))
    def it_lights_a_text_that_is_searched_for_itself(self, text: str) -> None:
        typed = '"' + text.replace('"', " ") + '"'
        assert bool(lit(parse_query(typed), text)) == bool(parse_query(typed).terms)

"""What each product shows of an outline, and what it never shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from briefing.document.composing import compose, find_product, product_names
from briefing.document.document import Form, Style
from briefing.model.office import Office
from tests.document.ground import (
    ACCEPTED,
    AUDIT,
    LONG_WORDS,
    MILEAGE,
    SHORT_TERM,
    attack,
    card,
    cell_text,
    composed,
    heading,
    library,
    lines,
    notes,
    outline,
    own,
    shows,
    styled,
    tables,
)

PRODUCTS = ("briefing", "lines", "questions", "reply", "speech")


@pytest.mark.parametrize("product", PRODUCTS)
class DescribeEveryProduct:
    def it_has_one_title_and_it_is_the_documents(self, product: str) -> None:
        document = composed(own("a", "Words."), product=product)
        assert lines(document, Style.TITLE) == [document.title] == ["Rural buses"]

    def it_says_on_its_first_page_that_it_is_an_example(self, product: str) -> None:
        document = composed(own("a", "Words."), product=product, example="Example: not issued")
        assert "Example: not issued" in lines(document, Style.CALLOUT)

    def it_is_issued_by_the_office_and_never_by_a_person(self, product: str) -> None:
        assert composed(product=product).creator == "Office of Jane Example MP"

    def it_shows_own_words_as_they_stand(self, product: str) -> None:
        document = composed(own("a", "He said [Laughter] and [not victims]."), product=product)
        assert [paragraph.text for paragraph in document.of_block("a")] == ["He said [Laughter] and [not victims]."]

    def it_shows_the_own_words_beside_a_card_and_not_the_cards(self, product: str) -> None:
        document = composed(shows("a", "q1", "In our words."), product=product)
        shown = [paragraph for paragraph in document.of_block("a") if paragraph.card == "q1"]
        assert [paragraph.text for paragraph in shown] == ["In our words."]
        assert [note.source for note in shown[-1].footnotes] == ["debate"]

    def it_names_the_source_of_a_card_in_a_note(self, product: str) -> None:
        document = composed(shows("a", "s1"), product=product)
        assert [note.source for note in document.footnotes()] == ["audit"]

    def it_never_shows_notes_private_words_or_status(self, product: str) -> None:
        kept = replace(MILEAGE, private="CANARY", status="disputed", why="CANARY", search_log="CANARY")
        made = compose(outline(shows("a", "s1", note="CANARY"), product=product), library(kept, sources=(AUDIT,)))
        assert "CANARY" not in repr(made)
        assert "disputed" not in repr(made)

    def it_shows_a_sentence_in_the_place_of_a_restricted_card(self, product: str) -> None:
        document = composed(shows("a", "k1"), attack("b", "k1"), shows("c", "k1", level=2), product=product)
        assert "CANARY" not in repr(document)
        assert "Its words stay in the office." in str(styled(document, "a"))

    def it_shows_a_sentence_in_the_place_of_a_missing_card(self, product: str) -> None:
        document = composed(shows("a", "gone"), attack("b", "gone"), shows("c", "gone", level=2), product=product)
        assert "not in the library" in str(styled(document, "a"))

    def it_never_skips_a_level_of_heading(self, product: str) -> None:
        document = composed(
            heading("a", "One", level=3), heading("b", "Two", level=6), heading("c", "Three"), product=product
        )
        headings = [block.style for name in "abc" for block in document.of_block(name)]
        assert headings == [Style.HEADING_1, Style.HEADING_2, Style.HEADING_1]

    def it_says_what_every_paragraph_is_to_the_return_trip(self, product: str) -> None:
        document = composed(heading("h", "One"), shows("a", "s1"), attack("b", "x1"), own("c", "Yes."), product=product)
        assert {paragraph.kind for paragraph in document.paragraphs()} <= {"heading", "paragraph", "quotation", "cell"}
        assert [paragraph.kind for paragraph in document.of_block("h")] == ["heading"]


class DescribeTheHead:
    def it_says_when_where_who_and_how_long(self) -> None:
        document = composed(
            product="speech", event="Westminster Hall", slot="4:30", interventions=2, stage="Second Reading"
        )
        assert lines(document, Style.DETAIL) == [
            "Date\t5 March 2025",
            "Event\tWestminster Hall",
            "Stage\tSecond Reading",
            "Member\tJane Example MP, Exampleton and the Vale",
            "Time\t4 minutes 30 seconds, with 2 interventions expected",
        ]

    def it_shows_a_slot_that_is_no_time_as_it_was_written(self) -> None:
        assert "Time\tabout five" in lines(composed(slot="about five"), Style.DETAIL)

    def it_sets_the_aim_and_the_ask_apart(self) -> None:
        document = composed(aim="A bus.", ask="When?")
        assert lines(document, Style.CALLOUT) == ["Our aim: A bus.", "We ask: When?"]

    def it_says_who_may_see_it_and_until_when_it_is_kept_back(self) -> None:
        document = composed(handling="restricted", embargo=datetime(2025, 3, 5, 9, 30, tzinfo=UTC))
        assert document.header == "Restricted · Embargoed until 09:30, 5 March 2025"
        assert composed(handling="open", embargo=date(2025, 3, 5)).header == "Open · Embargoed until 5 March 2025"

    def it_puts_title_and_date_at_the_foot_on_two_lines_where_they_are_long(self) -> None:
        assert composed().footer == "Rural buses · 5 March 2025"
        assert composed(title="Buses " * 12).footer == "Buses " * 12 + "\n5 March 2025"

    def it_takes_the_creator_from_the_settings_where_there_is_one(self) -> None:
        office = Office("An office", settings={"layout": {"creator": "House of Commons"}})
        assert compose(outline(), library(office=office)).creator == "House of Commons"

    def it_says_nothing_of_a_date_there_is_not(self) -> None:
        document = composed(date=date.min)
        assert (document.date, document.footer) == ("", "Rural buses")
        assert not [line for line in lines(document, Style.DETAIL) if line.startswith("Date")]

    def it_does_not_name_the_product_twice(self) -> None:
        assert lines(composed(), Style.SUBTITLE) == ["Debate briefing"]
        assert lines(composed(product="speech", title="Speech: rural buses"), Style.SUBTITLE) == []


class DescribeABriefing:
    def it_shows_a_card_as_claim_exact_words_who_said_them_and_source(self) -> None:
        document = composed(shows("a", "q1"))
        assert styled(document, "a") == [
            (Style.CLAIM, "The Minister has accepted that villages are cut off:"),
            (Style.QUOTATION, f"“{LONG_WORDS}”"),
            (Style.SOURCE, "A. Minister, Minister for Buses, 21 November 2023"),
        ]
        assert [bool(paragraph.footnotes) for paragraph in document.of_block("a")] == [False, True, False]
        assert document.of_block("a")[1].kind == "quotation"

    def it_keeps_a_short_quotation_in_the_claims_line(self) -> None:
        assert styled(composed(shows("a", "q2")), "a") == [
            (Style.CLAIM, "The auditors looked at the money: “short term and fragmented” (Audit Office).")
        ]

    def it_says_for_whom_where_and_when_a_figure_holds(self) -> None:
        assert styled(composed(shows("a", "s1")), "a") == [
            (Style.CLAIM, "Bus mileage outside the capital fell by 27 per cent."),
            (Style.SOURCE, "Holds for: vehicle miles on local services; England; 2011 to 2023."),
        ]

    def it_says_so_in_the_note_where_own_words_stand_for_the_claim(self) -> None:
        document = composed(shows("a", "s1", "In England mileage fell by 27 per cent."))
        assert notes(document)[0].endswith("Holds for: vehicle miles on local services; 2011 to 2023.")

    def it_says_in_the_note_that_words_were_left_out(self) -> None:
        assert notes(composed(shows("a", "q2")))[0].endswith("Words are left out where marked.")
        spliced = library(replace(SHORT_TERM, cut="splice"))
        assert "Two passages" in notes(compose(outline(shows("a", "q2")), spliced))[0]

    def it_names_a_source_whole_once_and_by_its_title_afterwards(self) -> None:
        document = composed(shows("a", "s1"), shows("b", "q2"))
        assert notes(document)[0].startswith("Audit Office, ")
        assert notes(document)[1].startswith("Local bus services outside the capital, 2 October 2020, paragraph 9.")

    def it_lists_every_source_once_at_its_end(self) -> None:
        document = composed(shows("a", "q1"), shows("b", "s1"), shows("c", "q2"))
        listed = lines(document, Style.BIBLIOGRAPHY)
        assert [line.split(",")[0] for line in listed] == ["Audit Office", "House of Commons"]
        assert lines(document, Style.HEADING_1) == ["Sources"]

    def it_numbers_the_top_lines_and_lists_the_traps(self) -> None:
        document = composed(
            heading("h", "Top lines", part="top-lines"),
            shows("a", "s1"),
            own("b", "Ask for five years."),
            heading("i", "Traps", part="traps"),
            own("c", "Do not say ten."),
        )
        assert [styled(document, name)[0][0] for name in "abc"] == [Style.NUMBER, Style.NUMBER, Style.BULLET]

    def it_sets_the_words_before_a_list_as_prose(self) -> None:
        document = composed(heading("i", "Traps", part="traps"), own("c", "Three:\n- one\n- two"))
        assert [style for style, _ in styled(document, "c")] == [Style.BODY, Style.BULLET, Style.BULLET]


class DescribeTheTableOfRebuttals:
    def it_has_a_row_for_each_attack_with_answer_and_proof(self) -> None:
        document = composed(
            attack("a", "x1"),
            shows("b", "r1", level=2),
            shows("c", "s1", level=2),
            attack("d", "x1", "It costs too much."),
            own("e", "It costs less than a school run.", level=2),
        )
        (table,) = tables(document)
        assert [cell.text for cell in table.heading] == ["They say", "We say", "Proof"]
        assert [[cell_text(cell) for cell in row] for row in table.rows] == [
            [
                "Nobody uses the rural bus any more: / “The buses run empty.” (A. Councillor).",
                "People use the buses that still run.",
                "Audit Office, 2 October 2020. / Bus mileage outside the capital fell by 27 per cent.",
            ],
            ["It costs too much.", "It costs less than a school run.", "None cited."],
        ]

    def it_gives_the_exact_words_of_an_answer_as_its_proof(self) -> None:
        (table,) = tables(composed(attack("a", "x1"), shows("b", "q2", level=2)))
        assert [cell_text(cell) for cell in table.rows[0]][1:] == [
            "The auditors looked at the money.",
            "“short term and fragmented” (Audit Office).",
        ]

    def it_says_when_an_attack_has_no_answer(self) -> None:
        (table,) = tables(composed(attack("a", "x1")))
        assert [cell_text(cell) for cell in table.rows[0]][1:] == ["Not yet answered.", "None cited."]

    def it_numbers_its_notes_as_they_are_read(self) -> None:
        document = composed(attack("a", "x1"), shows("b", "s1", level=2), shows("c", "r1", level=2))
        assert [note.split(",")[0] for note in notes(document)] == [
            "House of Commons",
            "Audit Office",
            "Local bus services outside the capital",
        ]

    def it_ends_where_the_answers_end(self) -> None:
        document = composed(attack("a", "x1"), own("b", "No.", level=2), own("c", "Next."), attack("d", "x1"))
        assert len(tables(document)) == 2
        assert [paragraph.kind for paragraph in document.of_block("c")] == ["paragraph"]

    def its_every_cell_holds_words(self) -> None:
        document = composed(
            attack("a", "k1"), heading("b", "First", level=2), shows("c", "gone", level=2), attack("d", "x1", "", 2)
        )
        assert all(cell_text(cell).strip() for table in tables(document) for row in table.rows for cell in row)

    def it_is_described_to_who_cannot_see_it(self) -> None:
        (table,) = tables(composed(attack("a", "x1")))
        assert table.caption == "They say, we say, proof"
        assert "Rural buses" in table.description


class DescribeASpeech:
    def it_prints_the_words_to_be_spoken(self) -> None:
        spoken = card("c1", claim="Mileage fell by 27%", say="Mileage fell by more than a quarter.")
        document = compose(outline(shows("a", "c1"), product="speech"), library(spoken))
        assert styled(document, "a") == [(Style.SPOKEN, "Mileage fell by more than a quarter.")]

    def it_does_not_print_weights_or_shorter_forms(self) -> None:
        document = composed(own("a", "Words.", weight="must", short="CANARY"), product="speech")
        assert "CANARY" not in repr(document)
        assert styled(document, "a") == [(Style.SPOKEN, "Words.")]

    def it_says_what_is_being_answered_where_an_attack_is_not_spoken(self) -> None:
        document = composed(attack("a", "x1"), own("b", "They do.", level=2), product="speech")
        assert styled(document, "a") == [(Style.SOURCE, "They say: Nobody uses the rural bus any more.")]
        assert styled(document, "b") == [(Style.SPOKEN, "They do.")]
        assert tables(document) == []

    def it_marks_a_pause(self) -> None:
        document = composed(own("a", "Listen.", pause=1), own("b", "Again.", pause=2), product="speech")
        assert lines(document, Style.SOURCE) == ["Pause: 1 second", "Pause: 2 seconds"]

    def it_is_set_as_a_speech(self) -> None:
        assert composed(product="speech").form is Form.SPEECH


class DescribeAReply:
    def its_head_is_that_of_a_letter(self) -> None:
        document = composed(
            product="reply", reference="EX/1", to="Ms A. Writer\n1 High Street", salutation="Dear Ms Writer,"
        )
        assert [(part.style, part.text) for part in document.paragraphs()][:6] == [
            (Style.LETTERHEAD, "Office of Jane Example MP"),
            (Style.DATE, "5 March 2025"),
            (Style.DATE, "Our reference: EX/1"),
            (Style.ADDRESS, "Ms A. Writer\n1 High Street"),
            (Style.SALUTATION, "Dear Ms Writer,"),
            (Style.TITLE, "Rural buses"),
        ]

    def it_says_nothing_to_its_reader_of_who_may_see_it(self) -> None:
        assert composed(product="reply", handling="office").header == ""

    def it_restates_their_point_where_its_section_begins(self) -> None:
        document = composed(
            heading("a", "Thanks", part="thanks"),
            own("b", "Thank you."),
            heading("c", "Point", part="their-point"),
            own("d", "That is fair."),
            product="reply",
            their_point="You asked about the bus.",
        )
        assert lines(document, Style.LETTER)[:2] == ["Thank you.", "You asked about the bus."]

    def it_restates_it_after_the_thanks_where_it_has_no_section(self) -> None:
        blocks = (heading("a", "T", part="thanks"), own("b", "Thank you."), heading("c", "P", part="position"))
        document = composed(*blocks, own("d", "No."), product="reply", their_point="You asked.")
        assert lines(document, Style.LETTER) == ["Thank you.", "You asked."]
        assert lines(composed(own("d", "No."), product="reply", their_point="You asked."), Style.LETTER) == [
            "You asked."
        ]

    def it_prints_a_heading_only_where_it_names_no_section(self) -> None:
        document = composed(heading("a", "Thanks", part="thanks"), heading("b", "The timetable"), product="reply")
        assert lines(document, Style.HEADING_1) == ["The timetable"]

    @pytest.mark.parametrize(
        ("salutation", "closing"),
        [
            ("Dear Ms Writer", "Yours sincerely"),
            ("Dear Ms Writer,", "Yours sincerely,"),
            ("Dear Sir or Madam,", "Yours faithfully,"),
        ],
    )
    def it_closes_as_it_began(self, salutation: str, closing: str) -> None:
        document = composed(own("a", "No."), product="reply", salutation=salutation)
        assert lines(document, Style.CLOSING) == [closing]
        assert lines(document, Style.SIGNATURE) == [
            "Jane Example MP",
            "Member of Parliament for Exampleton and the Vale",
        ]

    def it_closes_in_the_outlines_own_words_where_it_has_some(self) -> None:
        document = composed(heading("a", "End", part="sign-off"), own("b", "With best wishes"), product="reply")
        assert lines(document, Style.CLOSING) == ["With best wishes"]

    def its_last_paragraph_goes_with_the_signature(self) -> None:
        document = composed(own("a", "One."), own("b", "Two."), product="reply")
        assert (lines(document, Style.LETTER), lines(document, Style.LETTER_END)) == (["One."], ["Two."])


class DescribeLinesToTake:
    def they_say_who_keeps_them_and_how_long_they_hold(self) -> None:
        document = composed(
            product="lines", owner="A. Owner", cleared_by="A. Chief", valid_until=date(2025, 4, 1), audience="all"
        )
        assert lines(document, Style.DETAIL)[-4:] == [
            "For\tall",
            "Owner\tA. Owner",
            "Cleared by\tA. Chief",
            "Valid until\t1 April 2025",
        ]

    def they_set_the_top_line_apart_and_list_the_rest(self) -> None:
        document = composed(
            heading("h", "Top", part="top-line"),
            own("a", "A bus for every village."),
            heading("i", "Do not say", part="do-not-say"),
            own("b", "Never."),
            product="lines",
        )
        assert styled(document, "a") == [(Style.CALLOUT, "A bus for every village.")]
        assert styled(document, "b") == [(Style.BULLET, "Never.")]


class DescribeQuestionsAndAnswers:
    def they_set_a_question_the_answer_and_its_facts(self) -> None:
        document = composed(
            attack("a", "x1", "Does anybody use it?"),
            own("b", "Yes.", level=2),
            shows("c", "s1", level=2),
            product="questions",
        )
        assert [styled(document, name)[0] for name in "abc"] == [
            (Style.ATTACK, "Does anybody use it?"),
            (Style.ANSWER, "Yes."),
            (Style.CLAIM, "Bus mileage outside the capital fell by 27 per cent."),
        ]


def test_the_products_are_those_of_the_folder() -> None:
    assert product_names() == PRODUCTS
    assert [find_product(name).name for name in PRODUCTS] == list(PRODUCTS)


def test_every_section_of_a_product_has_a_heading_and_a_part_of_its_own() -> None:
    for product in map(find_product, PRODUCTS):
        assert all(section.heading for section in product.sections)
        assert len({section.part for section in product.sections}) == len(product.sections) > 0


def test_a_quotation_without_a_speaker_is_followed_by_what_it_is_from() -> None:
    silent = replace(ACCEPTED, speaker="", role="")
    document = compose(outline(shows("a", "q1")), library(silent))
    assert lines(document, Style.SOURCE) == ["House of Commons, 21 November 2023"]

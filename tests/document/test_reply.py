"""A reply to a constituent: a letter that can be signed."""

from __future__ import annotations

import pytest

from briefing.document.document import Style
from tests.document.ground import (
    composed,
    heading,
    lines,
    own,
)


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
        blocks = (heading("a", "Thanks", part="thanks"), own("c", "Thank you."), heading("b", "The timetable"))
        document = composed(*blocks, own("d", "It is late."), product="reply")
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

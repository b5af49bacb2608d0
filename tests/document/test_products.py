"""What every product shows of an outline and what none ever shows, and how each of them begins."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from briefing.document.composing import compose, find_product
from briefing.document.document import Style
from briefing.model.office import Office
from briefing.model.products import product_names
from tests.document.ground import (
    AUDIT,
    MILEAGE,
    attack,
    composed,
    heading,
    library,
    lines,
    outline,
    own,
    shows,
    styled,
)

PRODUCTS = ("briefing", "lines", "points", "questions", "reading", "reply", "speech")


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
        assert [note.source for note in shown[-1].footnotes] == ([] if product == "reading" else ["debate"])

    def it_names_the_source_of_a_card_in_a_note(self, product: str) -> None:
        document = composed(shows("a", "s1"), product=product)
        if product == "reading":
            assert any("Audit Office" in text for _, text in styled(document, "")), "its proofs name it"
        else:
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
            *(heading("a", "One", level=3), heading("b", "Two", level=6), own("w", "Words.")),
            *(heading("c", "Three"), own("x", "More words.")),
            product=product,
        )
        headings = [block.style for name in "abc" for block in document.of_block(name)]
        within = [Style.HEADING_2, Style.HEADING_3, Style.HEADING_2]
        assert headings == (within if product == "reading" else [Style.HEADING_1, Style.HEADING_2, Style.HEADING_1])

    def it_leaves_no_heading_behind_under_which_nothing_stands(self, product: str) -> None:
        document = composed(
            *(heading("a", "Nothing"), heading("b", "Nothing within it", level=2), own("c", " \n- \n", level=2)),
            *(heading("d", "Something"), heading("e", "Something within it", level=2), own("f", "Words.", level=3)),
            heading("g", "Nothing at the end"),
            product=product,
        )
        assert [paragraph.text.strip("[]") for paragraph in document.paragraphs() if paragraph.block] == [
            "Something",
            "Something within it",
            "Words.",
        ]

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


def test_the_products_are_those_of_the_folder() -> None:
    assert product_names() == PRODUCTS
    assert [find_product(name).name for name in PRODUCTS] == list(PRODUCTS)


def test_every_section_of_a_product_has_a_heading_and_a_part_of_its_own() -> None:
    for product in map(find_product, PRODUCTS):
        assert all(section.heading for section in product.sections)
        assert len({section.part for section in product.sections}) == len(product.sections) > 0

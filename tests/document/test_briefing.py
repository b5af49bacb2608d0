"""A debate briefing: its first page, its evidence, and what they say, we say and prove."""

from __future__ import annotations

from dataclasses import replace

from briefing.document.composing import compose
from briefing.document.document import Paragraph, Style
from tests.document.ground import (
    ACCEPTED,
    LONG_WORDS,
    SHORT_TERM,
    attack,
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


class DescribeABriefing:
    def it_shows_a_card_as_claim_exact_words_who_said_them_and_source(self) -> None:
        document = composed(shows("a", "q1"))
        assert styled(document, "a") == [
            (Style.CLAIM_LEADING, "The Minister has accepted that villages are cut off:"),
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
            (Style.CLAIM_LEADING, "Bus mileage outside the capital fell by 27 per cent."),
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

    def it_begins_with_aim_ask_and_top_lines_wherever_the_outline_has_them(self) -> None:
        document = composed(
            *(heading("h", "Key facts", part="key-facts"), own("a", "A fact.")),
            *(heading("i", "Top lines", part="top-lines"), own("b", "A line."), own("c", "With proof.", level=2)),
            *(heading("j", "Traps", part="traps"), own("d", "A trap.")),
            aim="A bus.",
            ask="When?",
        )
        first = document.body[: document.at_a_glance]
        assert [part.text for part in first if isinstance(part, Paragraph)][-5:] == [
            "Our aim: A bus.",
            "We ask: When?",
            "Top lines",
            "A line.",
            "With proof.",
        ]
        assert lines(document, Style.HEADING_1) == ["Top lines", "Key facts", "Traps"]

    def it_keeps_each_top_line_to_a_line(self) -> None:
        document = composed(heading("i", "Top lines", part="top-lines"), shows("a", "q1"), shows("b", "s1"))
        assert styled(document, "a") == [(Style.NUMBER, "The Minister has accepted that villages are cut off.")]
        assert styled(document, "b") == [(Style.NUMBER, "Bus mileage outside the capital fell by 27 per cent.")]
        assert notes(document)[1].endswith("Holds for: vehicle miles on local services; England; 2011 to 2023.")

    def it_says_at_once_who_speaks_and_behind_the_evidence_whose_it_is(self) -> None:
        document = composed(
            shows("a", "s1"), opens="A. Minister", winds="B. Minister", audience="the Member", owner="C. Owner"
        )
        assert lines(document, Style.DETAIL)[-3:] == [
            "Opens\tA. Minister · winds up B. Minister",
            "For\tthe Member",
            "Owner\tC. Owner",
        ]
        assert lines(document, Style.HEADING_1) == ["About this briefing", "Sources"]
        assert lines(composed(audience="the Member"), Style.HEADING_1) == []

    def it_knows_what_its_first_page_lacks(self) -> None:
        top = (heading("i", "Top lines", part="top-lines"), own("b", "A line."))
        assert composed(own("a", "Words.")).lacks == ("our aim", "what we ask", "top lines")
        assert composed(*top, aim="A bus.").lacks == ("what we ask",)
        assert composed(*top, aim="A bus.", ask="When?").lacks == ()


class DescribeTheTableOfRebuttals:
    def it_gives_long_words_the_room_they_need(self) -> None:
        usual, theirs, proof = (
            tables(composed(attack("a", "x1", said), own("b", answer, level=2), shows("c", "q1", proven, level=2)))[0]
            for said, answer, proven in (
                ("It runs empty.", "It does not: " + LONG_WORDS, "In our words."),
                (LONG_WORDS, "It does not.", "In our words."),
                ("It runs empty.", "It does not.", ""),
            )
        )
        assert usual.widths == (23, 45, 32)
        assert theirs.widths[0] > usual.widths[0]
        assert proof.widths[2] > usual.widths[2]
        assert {sum(table.widths) for table in (usual, theirs, proof)} == {100}

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


def test_a_quotation_without_a_speaker_is_followed_by_what_it_is_from() -> None:
    silent = replace(ACCEPTED, speaker="", role="")
    document = compose(outline(shows("a", "q1")), library(silent))
    assert lines(document, Style.SOURCE) == ["House of Commons, 21 November 2023"]

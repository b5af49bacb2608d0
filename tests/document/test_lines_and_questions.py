"""Lines to take, and questions and answers: what is said when asked."""

from __future__ import annotations

from datetime import date

from briefing.document.composing import find_product
from briefing.document.document import Form, Style
from tests.document.ground import (
    attack,
    composed,
    heading,
    lines,
    notes,
    own,
    shows,
    styled,
    tables,
)


class DescribeLinesToTake:
    def they_say_who_keeps_them_and_how_long_they_hold(self) -> None:
        document = composed(
            product="lines", owner="A. Owner", cleared_by="A. Chief", valid_until=date(2025, 4, 1), audience="all"
        )
        assert lines(document, Style.DETAIL) == [
            "Date\t5 March 2025 · valid until 1 April 2025",
            "Member\tJane Example MP, Exampleton and the Vale",
            "Owner\tA. Owner · cleared by A. Chief · for all",
        ]

    def they_are_one_side_and_set_as_close_as_a_letter(self) -> None:
        assert composed(product="lines").form is Form.SIDE
        assert find_product("lines").pages == 1

    def they_answer_what_is_pressed_in_prose_under_the_question(self) -> None:
        document = composed(
            heading("h", "If pressed", part="if-pressed"),
            *(attack("a", "x1", "Who uses it?"), shows("b", "r1", level=2), own("c", "Many do.")),
            product="lines",
        )
        assert [styled(document, name) for name in "abc"] == [
            [(Style.ATTACK, "Who uses it?")],
            [(Style.ANSWER, "People use the buses that still run.")],
            [(Style.ANSWER, "Many do.")],
        ]
        assert tables(document) == []

    def they_are_short_in_their_notes_and_say_nothing_twice(self) -> None:
        document = composed(shows("a", "s1"), shows("b", "r1"), shows("c", "s1"), product="lines")
        assert [note.split(",")[0] for note in notes(document)] == ["Local bus services outside the capital"] * 2
        assert "Audit Office" not in str(notes(document))

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

    def they_begin_with_the_top_line_wherever_the_outline_has_it(self) -> None:
        facts, top = (heading("h", "Facts", part="facts"), own("a", "One.")), (heading("i", "Top", part="top-line"),)
        document = composed(*facts, *top, own("b", "A bus."), product="lines")
        assert lines(document, Style.HEADING_1) == ["Top", "Facts"]


class DescribeQuestionsAndAnswers:
    def they_begin_with_the_hardest_wherever_the_outline_has_them(self) -> None:
        further, hardest = heading("h", "Further", part="further"), heading("i", "Hardest", part="hardest")
        questions = [attack(name, "x1", f"{name}?") for name in "ab"]
        document = composed(further, questions[0], hardest, questions[1], product="questions")
        assert lines(document, Style.ATTACK) == ["b?", "a?"]

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
            (Style.ANSWER, "Bus mileage outside the capital fell by 27 per cent."),
        ]

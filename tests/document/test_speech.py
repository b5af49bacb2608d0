"""A speech: its full text, and its outline to speak from."""

from __future__ import annotations

from briefing.document.composing import compose, find_product
from briefing.document.document import Form, Style, Words
from tests.document.ground import (
    attack,
    card,
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

_PARTS = ("thesis", "story", "ask", "close")


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

    def its_notes_do_not_say_the_same_twice_running(self) -> None:
        again = (
            shows("b", "s1", "It has fallen in England."),
            shows("c", "q1", "It has."),
            shows("d", "s1", "It fell."),
        )
        document = composed(shows("a", "s1", "It fell in England."), *again, product="speech")
        assert [bool(document.of_block(name)[0].footnotes) for name in "abcd"] == [True, False, True, True]

    def it_is_set_as_a_speech(self) -> None:
        assert composed(product="speech").form is Form.SPEECH


class DescribeASpeechOutline:
    def its_points_are_the_shorter_forms_or_the_first_sentences(self) -> None:
        document = composed(
            heading("h", "Substance", part="substance"),
            own("a", "There were buses. There are none.", short="The buses are gone."),
            own("b", "I come to the hon. Member's point. It is a good one."),
            shows("c", "s1"),
            product="points",
        )
        assert [styled(document, name) for name in "abc"] == [
            [(Style.BULLET, "The buses are gone.")],
            [(Style.BULLET, "I come to the hon. Member's point.")],
            [(Style.BULLET, "Bus mileage outside the capital fell by 27 per cent.")],
        ]

    def it_leaves_our_case_what_we_ask_and_the_close_whole(self) -> None:
        blocks = [
            (part, (heading(part, part, part=part), own(f"{part}1", "It is late. So we ask when."))) for part in _PARTS
        ]
        document = composed(*(block for _, both in blocks for block in both), product="points")
        assert {part: styled(document, f"{part}1")[0][1] for part in _PARTS} == {
            "thesis": "It is late. So we ask when.",
            "story": "It is late.",
            "ask": "It is late. So we ask when.",
            "close": "It is late. So we ask when.",
        }

    def it_names_what_each_point_rests_on(self) -> None:
        document = composed(shows("a", "s1"), product="points")
        (note,) = notes(document)
        assert note == (
            "Local bus services outside the capital, 2 October 2020, page 12. "
            "Holds for: vehicle miles on local services; England; 2011 to 2023."
        )

    def it_sets_answers_under_what_they_answer(self) -> None:
        document = composed(attack("a", "x1"), own("b", "They do.", level=2), product="points")
        assert styled(document, "a") == [(Style.BULLET, "They say: Nobody uses the rural bus any more.")]
        assert styled(document, "b") == [(Style.BULLET_2, "They do.")]

    def it_sets_in_bold_what_must_be_said_and_says_so(self) -> None:
        document = composed(own("a", "One.", weight="must"), own("b", "Two."), product="points")
        bold = [document.of_block(name)[0].words[0] for name in "ab"]
        assert bold == [Words("One.", bold=True), Words("Two.")]
        assert "In bold\twhat must be said, however short the time" in lines(document, Style.DETAIL)
        assert not [
            line for line in lines(composed(own("b", "Two."), product="points"), Style.DETAIL) if "bold" in line
        ]

    def it_has_the_sections_of_the_speech(self) -> None:
        assert [section.part for section in find_product("points").sections] == [
            section.part for section in find_product("speech").sections
        ]

"""Lists, and lists within them."""

from __future__ import annotations

from briefing.document.document import Style
from briefing.document.markdown import markdown_text
from briefing.document.plain import plain_text
from tests.document.ground import (
    composed,
    heading,
    notes,
    own,
    shows,
    styled,
)


class DescribeAListWithinAList:
    def it_is_made_of_blocks_that_stand_deeper_than_the_items(self) -> None:
        document = composed(
            heading("h", "Key facts", part="key-facts"),
            *(own("a", "Fewer buses.", level=2), shows("b", "s1", level=3), own("c", "Longer waits.", level=2)),
        )
        assert [styled(document, name)[0][0] for name in "abc"] == [Style.BULLET, Style.BULLET_2, Style.BULLET]

    def its_figures_say_in_their_notes_what_they_hold_for(self) -> None:
        document = composed(
            heading("h", "Key facts", part="key-facts"), own("a", "Fewer buses.", level=2), shows("b", "s1", level=3)
        )
        assert [style for style, _ in styled(document, "b")] == [Style.BULLET_2]
        assert "Holds for: " in notes(document)[0]

    def it_is_made_of_dashes_set_in(self) -> None:
        document = composed(own("a", "Two:\n- one\n  - its half\n- two"))
        assert [style for style, _ in styled(document, "a")] == [
            *(Style.BODY, Style.BULLET, Style.BULLET_2, Style.BULLET)
        ]

    def it_begins_under_a_number_or_a_claim_at_once(self) -> None:
        document = composed(heading("h", "Top lines", part="top-lines"), own("a", "Two:\n- one\n- two"))
        assert [style for style, _ in styled(document, "a")] == [Style.NUMBER, Style.BULLET_2, Style.BULLET_2]

    def it_ends_with_its_section_and_is_none_under_prose(self) -> None:
        document = composed(
            heading("h", "Key facts", part="key-facts"),
            own("a", "Fewer buses.", level=2),
            heading("i", "What the other side will say", part="they-say"),
            *(own("b", "They will say much.", level=2), shows("c", "s1", level=3)),
        )
        assert [styled(document, name)[0][0] for name in "bc"] == [Style.BODY, Style.CLAIM_LEADING]

    def it_shows_in_plain_text_and_in_markdown(self) -> None:
        document = composed(own("a", "- one\n  - its half"))
        assert "• one\n\n  - its half\n" in plain_text(document)
        assert "- one\n\n  - its half\n" in markdown_text(document)

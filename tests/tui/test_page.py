"""A page laid out to a width."""

from __future__ import annotations

from briefing.tui.widgets.literal import Line, Look, Run
from briefing.tui.widgets.page import BLANK, Page, Par, labelled, lay_out, targets


def lines(page: Page, width: int) -> list[str]:
    """The text of a page, line by line."""
    return ["".join(run.text for run in line) for line in lay_out(page, width)]


def test_paragraphs_follow_one_another() -> None:
    assert lines(Page("", (Par((Run("one"),)), BLANK, Par((Run("two"),)))), 20) == ["one", "", "two"]


def test_what_belongs_at_the_right_stands_there_while_there_is_room() -> None:
    page = Page("", (Par((Run("RECORD"),), right=(Run("? unchecked"),)),))
    assert lines(page, 24) == ["RECORD       ? unchecked"]
    assert lines(page, 14) == ["RECORD", "? unchecked"]


def test_a_label_stands_beside_all_its_lines() -> None:
    page = Page("", (labelled(Run("Note", Look.SOFT), (Run("one two three"),), width=6),))
    assert lines(page, 14) == ["Note  one two", "      three"]


def test_a_link_is_found_once_in_the_row_where_it_begins() -> None:
    link: Line = (
        Run("see "),
        Run("a very long link indeed", Look.LINK, "card:a"),
        Run(" and "),
        Run("b", Look.LINK, "card:b"),
    )
    laid = lay_out(Page("", (Par((Run("first"),)), Par(link))), 12)
    assert targets(laid) == ((1, "card:a"), (3, "card:b"))

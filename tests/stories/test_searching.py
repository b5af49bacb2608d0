"""Searching: typing refines at once, a count is always there, and what matched is lit."""

from __future__ import annotations

from briefing.tui.themes import looks_of
from briefing.tui.widgets.literal import Look
from tests.stories.ground import Sit, Sitting


def lit_words(at: Sitting) -> set[str]:
    """The words on the screen that are lit."""
    background = looks_of(at.desk.theme)[Look.LIT].bgcolor
    return {
        segment.text.casefold()
        for strip in at.strips()
        for segment in strip
        if segment.style and segment.style.bgcolor == background
    }


async def test_typing_refines_at_once_and_the_count_follows(sit: Sit) -> None:
    async with sit() as at:
        assert "6 of 6" in at.text("#evidence")
        await at.type("river")
        assert "2 of 6" in at.text("#evidence")
        await at.type(" swim")
        assert "1 of 6" in at.text("#evidence")
        assert "RECORD" in at.text("#reader")


async def test_what_matched_is_lit_in_the_list_and_in_the_card(sit: Sit) -> None:
    async with sit() as at:
        await at.type("41")
        assert "Some 41 per cent" in at.text("#reader")
        assert "41" in lit_words(at)


async def test_escape_clears_and_then_leaves(sit: Sit) -> None:
    async with sit() as at:
        await at.type("river")
        await at.press("escape")
        assert "6 of 6" in at.text("#evidence")
        assert at.desk.screen.focused is at.desk.screen.query_one("#search")
        await at.press("escape")
        assert at.desk.screen.focused is at.desk.screen.query_one("#results")


async def test_the_arrows_go_through_the_hits_while_one_types_on(sit: Sit) -> None:
    async with sit() as at:
        await at.type("meal")
        first = at.text("#reader")
        await at.press("down")
        assert at.text("#reader") != first
        await at.type("s")
        assert at.desk.screen.focused is at.desk.screen.query_one("#search")


async def test_enter_opens_the_card_and_escape_comes_back(sit: Sit) -> None:
    async with sit() as at:
        await at.type("swim")
        await at.press("enter")
        assert at.desk.screen.focused is at.desk.screen.query_one("#reader")
        await at.press("escape")
        assert at.desk.screen.focused is at.desk.screen.query_one("#results")
        await at.press("slash")
        await at.type("meal")
        assert "swim" not in at.text("#search")


async def test_nothing_found_is_said_by_the_count(sit: Sit) -> None:
    async with sit() as at:
        await at.type("zeppelin")
        assert "0 of 6" in at.text("#evidence")
        assert "Nothing matches" in at.text("#evidence")


async def test_where_nothing_is_found_no_card_of_another_search_is_read(sit: Sit) -> None:
    async with sit() as at:
        await at.type("swim")
        assert "swim in" in at.text("#reader")
        await at.type("qqq")
        assert "swim" not in at.text("#reader")
        assert not lit_words(at)


async def test_going_to_another_note_puts_the_search_away(sit: Sit) -> None:
    async with sit() as at:
        await at.type("river")
        await at.press("enter", "escape", "escape", "down")
        assert "3 of 6" in at.text("#evidence")
        assert "river" not in at.text("#search")

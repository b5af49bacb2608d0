"""Reading a card: everything that must not be lost, its links, its citation, and what stays shut."""

from __future__ import annotations

from pathlib import Path

from tests.stories.ground import Sit


async def test_a_card_shows_its_words_its_source_its_scope_and_its_dates(sit: Sit) -> None:
    async with sit() as at:
        await at.type("lunch")
        seen = at.text("#reader")
        assert "Four in ten pupils in Westmarch eat a school lunch" in seen
        assert "“Some 41 per cent of pupils took a meal on the day of the survey [sic].”" in seen
        assert "Westmarch Council, Meals in Westmarch Schools, 4 May 2023, page 7" in seen
        assert "pupils aged 5 to 16 · Westmarch · 2022-23" in seen
        assert "true on 4 May 2023" in seen


async def test_a_disputed_card_says_why(sit: Sit) -> None:
    async with sit() as at:
        await at.type("ninety")
        assert "! disputed" in at.text("#reader")
        assert "Disputed The report gives the price of 2019." in at.text("#reader")


async def test_private_words_are_marked_as_private(sit: Sit) -> None:
    async with sit() as at:
        await at.type("offer")
        assert "PRIVATE, never leaves the office Ask the cook before saying so" in at.text("#reader")


async def test_a_link_is_followed_and_one_comes_back(sit: Sit) -> None:
    async with sit() as at:
        await at.type("swim")
        await at.press("enter", "down", "enter")
        assert "OPPOSING CLAIM" in at.text("#reader")
        assert "Answered by ? The river was clean enough" in at.text("#reader")
        await at.press("backspace")
        assert "RECORD" in at.text("#reader")


async def test_a_card_says_where_it_is_used_and_in_which_note_it_stands(sit: Sit) -> None:
    async with sit() as at:
        await at.type("swim")
        assert "Used in Rivers debate" in at.text("#reader")
        assert "Note River water" in at.text("#reader")


async def test_one_goes_through_the_cards_while_reading(sit: Sit) -> None:
    async with sit() as at:
        await at.press("escape", "enter")
        assert "Four in ten" in at.text("#reader")
        await at.press("J")
        assert "Every pupil should have" in at.text("#reader")
        await at.press("K")
        assert "Four in ten" in at.text("#reader")


class DescribeARestrictedCard:
    async def it_shows_a_lock_and_no_words_until_it_is_opened(self, sit: Sit) -> None:
        async with sit() as at:
            await at.type("kind:story")
            assert "1 of 6" in at.text("#evidence")
            assert "🔒 restricted" in at.text("#evidence")
            assert "Bloggs" not in at.text()
            await at.press("enter")
            assert "Show the words of this restricted card?" in at.text()
            assert "Bloggs" not in at.text()
            await at.press("y")
            assert "Jo Bloggs of Mill Lane" in at.text("#reader")
            assert "Bloggs" not in at.text("#evidence")

    async def it_stays_shut_when_the_question_is_just_confirmed(self, sit: Sit) -> None:
        async with sit() as at:
            await at.type("kind:story")
            await at.press("enter", "enter")
            assert "Bloggs" not in at.text()

    async def it_asks_once(self, sit: Sit) -> None:
        async with sit() as at:
            await at.type("kind:story")
            await at.press("enter", "y", "escape", "enter")
            assert "Jo Bloggs of Mill Lane" in at.text("#reader")

    async def it_is_never_copied(self, sit: Sit) -> None:
        async with sit() as at:
            await at.type("kind:story")
            await at.press("enter", "y", "y")
            assert any("Not copied" in said for said in at.told)
            assert at.desk.clipboard == ""

    async def its_words_cannot_be_selected_with_the_mouse(self, sit: Sit) -> None:
        async with sit() as at:
            await at.type("kind:story")
            await at.press("enter", "y")
            assert not at.desk.screen.query_one("#reader").allow_select

    async def its_words_do_not_stand_in_links_outlines_or_the_palette(self, library: Path, sit: Sit) -> None:
        rivers = library / "water/rivers.toml"
        linked = rivers.read_text().replace('answers = ["dirty1"]', 'answers = ["dirty1", "shut1"]')
        rivers.write_text(linked)
        async with sit() as at:
            await at.type("swim")
            assert "Answers ? 🔒 restricted" in at.text("#reader")
            await at.press("ctrl+p")
            await at.type("shut1")
            assert "🔒 restricted" in at.text()
            assert "Bloggs" not in at.text()

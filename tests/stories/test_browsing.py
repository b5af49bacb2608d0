"""Browsing: notes at the left, cards in the middle, what one reads at the right."""

from __future__ import annotations

from tests.stories.ground import SMALL, Sit


async def test_one_sees_the_office_the_counts_and_that_all_is_saved(sit: Sit) -> None:
    async with sit() as at:
        assert "Office of the Member for Westmarch" in at.lines()[0]
        assert "6 cards · 2 notes · saved" in at.lines()[0]


async def test_the_notes_show_their_folders_their_cards_and_the_outlines(sit: Sit) -> None:
    async with sit() as at:
        notes = [" ".join(line.strip("│ ").split()) for line in at.lines("#notes")]
        assert notes[1:5] == ["All cards 6", "School meals 3", "▾ water", "River water 3"]
        assert notes[6] == "Outlines"
        assert notes[7].startswith("Rivers debate 0:")


async def test_a_note_shows_its_summary_as_it_was_written_and_its_cards(sit: Sit) -> None:
    async with sit() as at:
        await at.press("escape", "escape", "down")
        assert "**Always** say which year." in at.text("#reader")
        assert "[Westmarch only]" in at.text("#reader")
        assert "Meals in Westmarch Schools" in at.text("#reader")
        assert "3 of 6" in at.text("#evidence")
        assert "Four in ten" in at.text("#evidence")
        assert "river" not in at.text("#evidence")


async def test_a_folder_shows_the_cards_in_it_and_folds(sit: Sit) -> None:
    async with sit() as at:
        await at.press("escape", "escape", "j", "j")
        assert "3 of 6" in at.text("#evidence")
        await at.press("space")
        assert "River water" not in at.text("#notes")
        assert "▸ water" in at.text("#notes")
        await at.press("enter")
        assert "River water" in at.text("#notes")


async def test_an_outline_is_seen_at_a_glance_before_it_is_opened(sit: Sit) -> None:
    async with sit() as at:
        await at.press("escape", "escape", "G")
        seen = at.text("#reader")
        assert "Rivers debate Speech · 4 March 2025" in seen
        assert "Where we stand" in seen
        assert "The river was clean enough to swim in" in seen


async def test_the_footer_shows_the_keys_of_the_pane_and_no_more_than_seven(sit: Sit) -> None:
    async with sit() as at:
        assert "esc clear, leave" in at.footer
        await at.press("escape")
        assert "a add to outline" in at.footer
        await at.press("escape")
        assert "N new outline" in at.footer
        assert "? keys" in at.footer
        assert "a add" not in at.footer


async def test_at_eighty_columns_the_card_slides_in_and_out_and_nothing_is_lost(sit: Sit) -> None:
    async with sit(size=SMALL) as at:
        assert at.desk.screen.query_one("#notes").display
        assert not at.desk.screen.query_one("#reader").display
        await at.press("escape", "enter")
        assert not at.desk.screen.query_one("#notes").display
        assert "STATISTIC ? unchecked" in at.text("#reader")
        assert "Four in ten pupils in Westmarch eat a school lunch" in at.text("#reader")
        await at.press("escape", "escape")
        assert "School meals" in at.text("#notes")
        assert "? keys" in at.footer


async def test_everything_can_be_done_with_the_mouse(sit: Sit) -> None:
    async with sit() as at:
        await at.click("#notes", "River water")
        assert "3 of 6" in at.text("#evidence")
        await at.click("#results", "clean enough")
        assert "The river was clean enough to swim in for two summers" in at.text("#reader")
        await at.click("#reader", "They say the river")
        assert "OPPOSING CLAIM" in at.text("#reader")
        await at.click("#keys", "keys")
        assert "Keys: Card" in at.text()

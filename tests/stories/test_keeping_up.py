"""The files and the desk keep up with each other: edits from outside, undo, drafts of a theme, what is remembered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

import pytest

from briefing.library.authoring import change_entry
from briefing.library.preferences import read_preferences
from briefing.model.ids import OutlineName
from briefing.tui.dialogs.find_card import FindCard
from briefing.tui.screens.outline import OutlineScreen
from tests.stories.ground import RIVERS, Sit


async def test_a_card_edited_outside_shows_up_and_the_choice_stays(library: Path, sit: Sit) -> None:
    async with sit() as at:
        await at.press("escape", "down", "down")
        assert "A meal costs ninety-nine pence" in at.text("#reader")
        meals = library / "school-meals.toml"
        meals.write_text(meals.read_text().replace("ninety-nine pence", "one pound and ten pence"))
        await at.look_outside()
        assert "A meal costs one pound and ten pence" in at.text("#reader")
        assert any("school-meals.toml: 1 card changed" in said for said in at.told)


async def test_a_row_and_a_linked_card_changed_outside_are_seen_at_a_glance(library: Path, sit: Sit) -> None:
    async with sit() as at:
        await at.type("clean")
        assert "The river was clean enough" in at.text("#reader")
        rivers = library / "water/rivers.toml"
        rivers.write_text(rivers.read_text().replace("has never been clean", "was cleaned too late"))
        await at.glance_outside()
        assert "was cleaned too late" in at.text("#reader")
        await at.press("escape")
        meals = library / "school-meals.toml"
        meals.write_text(meals.read_text().replace("ninety-nine pence", "one pound and ten pence"))
        await at.glance_outside()
        assert "A meal costs one pound" in at.text("#evidence")
        await at.until(lambda: any("school-meals.toml" in said for said in at.told))
        await at.type("pound ten")
        assert "1 of 6" in at.text("#evidence")


async def test_a_card_that_an_outline_holds_is_seen_at_a_glance(library: Path, sit: Sit) -> None:
    async with sit() as at:
        await at.press("escape", "escape", "G", "enter")
        await at.type("meal")
        rivers = library / "water/rivers.toml"
        rivers.write_text(rivers.read_text().replace("for two summers", "for three summers"))
        await at.glance_outside()
        assert "swim in for three" in at.text("#blocks")


@pytest.mark.parametrize("opened", [partial(OutlineScreen, OutlineName("rivers-debate")), partial(FindCard, "Find")])
async def test_a_glance_while_a_screen_is_put_up_does_no_harm(
    sit: Sit, opened: Callable[[], OutlineScreen | FindCard]
) -> None:
    async with sit() as at:
        await at.settle()
        at.desk.push_screen(opened())
        at.desk._glance_outside()
        await at.glance_outside()
        assert at.desk.screen is at.desk.screen_stack[1]
        assert "The river was clean enough" in at.text()


async def test_the_card_one_reads_is_followed_while_an_index_is_made(library: Path, sit: Sit) -> None:
    async with sit() as at:
        await at.type("lunch")
        made = Event()
        at.desk.run_worker(made.wait, thread=True, group="library")
        meals = library / "school-meals.toml"
        meals.write_text(meals.read_text().replace("Four in ten", "Half of all"))
        at.desk._glance_outside()
        try:
            await at.until(lambda: "Half of all pupils in Westmarch" in at.text("#reader"))
        finally:
            made.set()


async def test_a_card_deleted_outside_goes_and_a_neighbour_is_chosen(library: Path, sit: Sit) -> None:
    async with sit() as at:
        await at.type("river")
        (library / "water/rivers.toml").write_text(RIVERS[: RIVERS.rindex("[[card]]")].lstrip())
        await at.look_outside()
        assert "5 cards" in at.lines()[0]
        assert any("1 card gone" in said for said in at.told)


async def test_a_note_written_outside_appears(library: Path, sit: Sit) -> None:
    async with sit() as at:
        (library / "bees.toml").write_text('title = "Bees"\n')
        await at.look_outside()
        assert "Bees 0" in at.text("#notes")


async def test_a_damaged_card_is_counted_and_the_rest_goes_on(library: Path, sit: Sit) -> None:
    async with sit() as at:
        meals = library / "school-meals.toml"
        meals.write_text(meals.read_text().replace('id = "costs99"', "id = "))
        await at.look_outside()
        assert "press c" in at.lines()[0]
        assert "Four in ten" in at.text("#evidence")


async def test_an_edit_is_undone_and_done_again(sit: Sit) -> None:
    async with sit() as at:
        await at.type("lunch")
        at.desk.save(change_entry(at.desk.library, "eat4lunch", {"claim": "Half of all pupils eat lunch"}))
        await at.settle()
        assert "Half of all pupils" in at.text("#evidence")
        await at.press("escape", "escape", "z")
        assert "Half of all pupils" not in at.text("#evidence")
        assert any(said.startswith("Undone: ") for said in at.told)
        await at.press("Z")
        assert "Half of all pupils" in at.text("#evidence")


async def test_undo_works_after_a_restart(sit: Sit) -> None:
    async with sit() as at:
        at.desk.save(change_entry(at.desk.library, "eat4lunch", {"claim": "Half of all pupils eat lunch"}))
        await at.settle()
    async with sit() as at:
        await at.press("escape", "ctrl+z")
        assert "Four in ten" in at.text("#evidence")


async def test_with_nothing_to_undo_it_says_so(sit: Sit) -> None:
    async with sit() as at:
        await at.press("escape", "z", "Z")
        assert "There is nothing to undo." in at.told
        assert "There is nothing to do again." in at.told


async def test_deleting_asks_once_and_undo_brings_the_card_back(sit: Sit) -> None:
    async with sit() as at:
        await at.type("swim")
        await at.press("enter", "d")
        assert "Delete “The river was clean enough to swim in for two summers”?" in at.text(".sheet")
        assert "It is used in Rivers debate" in at.text(".sheet")
        await at.press("y")
        assert "5 cards" in at.lines()[0]
        await at.press("z")
        assert "6 cards" in at.lines()[0]


async def test_the_safe_answer_is_the_one_that_enter_gives(sit: Sit) -> None:
    async with sit() as at:
        await at.press("escape", "d", "enter")
        assert "6 cards" in at.lines()[0]


async def test_a_deleted_outline_comes_back_too(library: Path, sit: Sit) -> None:
    async with sit() as at:
        await at.press("escape", "escape", "G", "d", "y")
        assert "Rivers debate" not in at.text("#notes")
        await at.press("z")
        assert "Rivers debate" in at.text("#notes")
        assert (library / "outlines/rivers-debate.toml").exists()


async def test_saving_needs_no_command_and_it_says_so_kindly(sit: Sit) -> None:
    async with sit() as at:
        await at.press("ctrl+s")
        assert any("Already saved" in said for said in at.told)


async def test_the_theme_and_the_note_are_remembered(sit: Sit) -> None:
    async with sit() as at:
        await at.press("escape", "escape", "down", "enter", "T")
        assert at.desk.theme == "light"
    assert read_preferences().theme == "light"
    async with sit() as at:
        assert "3 of 6" in at.text("#evidence")


@pytest.mark.parametrize("theme", ["dark", "light", "high-contrast", "terminal"])
async def test_every_theme_shows_the_same_words(theme: str, sit: Sit) -> None:
    async with sit(theme=theme) as at:
        await at.type("lunch")
        assert "Four in ten pupils in Westmarch eat a school lunch" in at.text("#reader")
        await at.press("f1", "escape", "ctrl+p")
        assert "Find anything" in at.text()

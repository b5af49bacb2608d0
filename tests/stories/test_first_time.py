"""The first time, help, the palette and one's own keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.disk.places import settings_file
from briefing.library.preferences import read_preferences
from briefing.wording.search import HELP
from tests.stories.ground import SMALL, WIDE, Sit


async def test_five_tips_come_once_and_can_be_skipped(sit: Sit) -> None:
    async with sit(tips=True) as at:
        assert "Five tips: 1 of 5" in at.text()
        await at.press("enter")
        assert "Five tips: 2 of 5" in at.text()
        await at.press("escape")
        assert "Five tips" not in at.text()
    assert read_preferences().tips_seen


async def test_the_tips_are_found_again_in_the_palette(sit: Sit) -> None:
    async with sit() as at:
        await at.press("ctrl+p")
        await at.type("tips")
        await at.press("enter")
        assert "Five tips: 1 of 5" in at.text()
        await at.press("enter", "enter", "enter", "enter", "enter")
        assert "Five tips" not in at.text()


async def test_one_can_leave_from_everywhere(sit: Sit) -> None:
    for keys in ((), ("ctrl+p",), ("escape", "d"), ("f1",)):
        async with sit() as at:
            await at.press(*keys)
            at.send("ctrl+q")
            await at.until(lambda: at.desk.return_code is not None)
            assert at.desk.return_code == 0


async def test_the_palette_runs_a_command_where_one_was(sit: Sit) -> None:
    async with sit() as at:
        await at.press("escape")
        await at.press("colon")
        await at.type("check")
        await at.press("enter")
        assert "What is wrong in the library" in at.text() or any("All is well" in said for said in at.told)


async def test_the_palette_finds_a_note_an_outline_and_a_card(sit: Sit) -> None:
    async with sit() as at:
        await at.press("ctrl+p")
        await at.type("river")
        assert "River water Note" in at.text()
        assert "Rivers debate Outline" in at.text()
        assert "clean enough" in at.text()
        await at.press("enter")
        assert "3 of 6" in at.text("#evidence")


async def test_the_palette_opens_a_card_by_its_id(sit: Sit) -> None:
    async with sit() as at:
        await at.press("ctrl+p")
        await at.type("costs99")
        await at.press("enter")
        assert "A meal costs ninety-nine pence" in at.text("#reader")


async def test_enter_opens_what_is_typed_however_fast_it_was_typed(sit: Sit) -> None:
    async with sit() as at:
        for key in ("ctrl+p", *"swim", "enter"):
            at.send(key)
        await at.settle()
        assert "The river was clean enough" in at.text("#reader")
        assert at.desk.screen.focused is at.desk.screen.query_one("#reader")


async def test_where_nothing_is_called_that_the_palette_says_so_and_stays(sit: Sit) -> None:
    async with sit() as at:
        await at.press("ctrl+p")
        await at.type("zeppelin")
        await at.press("enter")
        assert "Nothing here is called that." in at.text(".sheet")
        assert "Find anything" in at.text()


async def test_where_nothing_fits_a_list_to_choose_from_says_so(sit: Sit) -> None:
    async with sit() as at:
        await at.press("escape", "a")
        assert "Add to which outline?" in at.text()
        await at.type("fgh")
        await at.press("enter")
        assert "Nothing here is called that." in at.text(".sheet")


async def test_help_of_the_search_box_says_all_that_can_be_typed(sit: Sit) -> None:
    async with sit() as at:
        await at.press("f1")
        assert "What can be typed" in at.text(".sheet")
        assert [
            f"{typed} {found}" for typed, found in HELP.items() if f"{typed} {found}" not in at.text(".sheet")
        ] == []


@pytest.mark.parametrize("size", [WIDE, SMALL])
async def test_an_empty_search_box_says_what_it_has_room_for(size: tuple[int, int], sit: Sit) -> None:
    async with sit(size=size) as at:
        assert '/ words "phrase" -not kind:' in at.text("#evidence")


async def test_help_shows_the_keys_of_the_pane_and_finds_one(sit: Sit) -> None:
    async with sit() as at:
        await at.press("escape", "question_mark")
        assert "Keys: Evidence" in at.text()
        await at.type("copy")
        assert "Copy the claim, the exact words and the citation." in at.text()
        assert "Undo" not in at.text(".sheet")
        await at.press("ctrl+u")
        await at.type("search")
        assert "Type what you look for" in at.text(".sheet")
        await at.press("escape")
        assert "Keys: Evidence" not in at.text()


async def test_help_in_the_search_box_shows_only_keys_that_are_not_letters(sit: Sit) -> None:
    async with sit() as at:
        await at.press("f1")
        assert "Keys: Search box" in at.text()
        assert "Clear the search" in at.text()
        assert " T " not in at.text(".sheet")


async def test_a_key_can_be_changed_in_the_settings(sit: Sit) -> None:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text('tips_seen = true\n[keys]\nadd = "A"\n')
    async with sit() as at:
        await at.press("escape")
        assert "A add to outline" in at.footer
        await at.press("a")
        assert "Add to which outline?" not in at.text()
        await at.press("A")
        assert "Add to which outline?" in at.text()


async def test_a_key_given_to_two_commands_is_reported(sit: Sit) -> None:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text('tips_seen = true\n[keys]\nadd = "y"\nnonsense = "x"\n')
    async with sit() as at:
        assert any("y to both add and copy" in said for said in at.told)
        assert any("nonsense, which is no command" in said for said in at.told)


async def test_an_empty_library_says_how_to_begin(tmp_path: Path, sit: Sit) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    async with sit(empty) as at:
        assert "0 cards · 0 notes" in at.lines()[0]
        await at.press("escape", "escape")
        assert "Press t to start the first." in at.text("#reader")


async def test_a_folder_that_is_not_there_is_told_in_a_sentence(tmp_path: Path, sit: Sit) -> None:
    async with sit(tmp_path / "nowhere") as at:
        assert at.told
        assert "Traceback" not in " ".join(at.told)

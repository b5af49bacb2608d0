"""The outline, its dialogs and every form, on a library made to do harm."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from random import Random

import pytest

from briefing.model.ids import OutlineName
from briefing.model.literal import show, show_line
from briefing.tui.forms.form import Form
from briefing.tui.screens.outline import OutlineScreen
from tests.stories.ground import SMALL, WIDE, Sit, Sitting
from tests.stories.test_hostile_cards import NASTY, assert_harmless, hostile

__all__ = ["hostile"]

pytestmark = pytest.mark.hostile

SCREENS = {
    "outline": (),
    "search": ("x",),
    "blocks": ("tab", "down"),
    "a card read": ("tab", "down", "enter"),
    "own words": ("tab", "t"),
    "a block edited": ("tab", "down", "e"),
    "the outline's details": ("tab", "i"),
    "attacks": ("tab", "A"),
    "findings": ("tab", "c"),
    "export": ("tab", "x"),
    "export refused": ("tab", "x", "enter"),
    "deleting": ("tab", "D"),
    "undone": ("tab", "d", "z"),
}
"""Every screen of the outline, and the keys that lead to it."""

FORMS = {
    "card": ("escape", "e"),
    "new card": ("escape", "n"),
    "note": ("escape", "escape", "down", "e"),
    "outline": ("escape", "escape", "G", "e"),
}
"""Every form of the desk."""


async def open_outline(at: Sitting) -> None:
    """Sit down before the nasty outline."""
    await at.desk.push_screen(OutlineScreen(OutlineName("nasty")))
    await at.settle()


async def back_to_the_search(at: Sitting) -> None:
    """Leave whatever has opened, and begin again in the empty search box."""
    while not isinstance(at.desk.screen, OutlineScreen):
        await at.press("escape")
    at.desk.screen.action_search()
    await at.press("backspace")


@pytest.mark.parametrize("size", [WIDE, SMALL], ids=["120x36", "80x24"])
async def test_no_screen_of_the_outline_obeys_the_words_of_a_file(
    size: tuple[int, int], hostile: Path, sit: Sit
) -> None:
    async with sit(hostile, size=size) as at:
        await open_outline(at)
        for keys in SCREENS.values():
            await at.press(*keys)
            assert_harmless(at)
            await back_to_the_search(at)


@pytest.mark.parametrize("keys", FORMS.values(), ids=FORMS.keys())
async def test_no_form_obeys_the_words_of_a_file(keys: tuple[str, ...], hostile: Path, sit: Sit) -> None:
    async with sit(hostile) as at:
        await at.press(*keys)
        assert isinstance(at.desk.screen, Form)
        assert_harmless(at)


async def test_the_outline_shows_every_word_as_it_stands(hostile: Path, sit: Sit) -> None:
    async with sit(hostile, size=(400, 60)) as at:
        await open_outline(at)
        await at.press("tab", "down")
        words = " ".join(show_line(NASTY).split())
        assert words in at.text("#head")
        assert at.text("#blocks").count(words) >= 3
        assert words in at.text("#preview")


async def test_a_form_holds_every_character_and_changes_none(hostile: Path, sit: Sit) -> None:
    before = (hostile / "nasty.toml").read_bytes()
    async with sit(hostile) as at:
        await at.press("escape", "e")
        form = at.desk.screen
        assert isinstance(form, Form)
        held = {each.field.name: each.text for each in form.fields()}
        assert (held["claim"], held["quote"], held["why"]) == (NASTY, NASTY, NASTY)
        assert form.changed() == {}
        await at.press("f2")
        assert not isinstance(at.desk.screen, Form)
    assert (hostile / "nasty.toml").read_bytes() == before


async def test_the_words_of_a_conflict_are_shown_and_not_obeyed(hostile: Path, sit: Sit) -> None:
    path = hostile / "outlines/nasty.toml"
    async with sit(hostile) as at:
        await open_outline(at)
        await at.press("tab", "end", "e", "x")
        path.write_text(path.read_text(encoding="utf-8").replace("[not victims]", "[the victims]"), encoding="utf-8")
        await at.press("f2")
        assert "Somebody else changed the same words" in at.text()
        assert show("[the victims]") in at.text()
        assert_harmless(at)


async def test_cells_of_the_outline_can_be_clicked_all_over(hostile: Path, sit: Sit, chance: Random) -> None:
    async with sit(hostile, size=SMALL) as at:
        await open_outline(at)
        await at.press("tab", "down")
        cells = list(product(range(80), range(23)))
        for cell in chance.sample(cells, 40):
            await at.hand.click(offset=cell)
            while not isinstance(at.desk.screen, OutlineScreen):
                await at.press("escape")
        assert at.desk.is_running
        assert_harmless(at)

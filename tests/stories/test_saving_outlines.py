"""Saving as one goes: what is said when it fails, and what happens when somebody else saves too."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.tui.screens.outline import OutlineScreen
from tests.stories.assembling import assembling, written
from tests.stories.ground import Sitting


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "notes"


def obstruct(folder: Path) -> Path:
    """Put a folder where a save writes its new file first, so that every save of the outline fails."""
    obstacle = folder / "outlines" / f".done.toml.{os.getpid()}.tmp"
    (obstacle / "in the way").mkdir(parents=True)
    return obstacle


def clear(obstacle: Path) -> None:
    """Let saves succeed again."""
    (obstacle / "in the way").rmdir()
    obstacle.rmdir()


def change_outside(folder: Path, old: str, new: str) -> None:
    """What somebody else's save does to the outline's file."""
    path = folder / "outlines/done.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


async def change_with_somebody_else(at: Sitting, folder: Path) -> None:
    """Write own words, and change them in a form while somebody else saves others in their place."""
    await at.press("tab", "t")
    await at.type("Ours")
    await at.press("f2", "e", "end")
    await at.type(" again")
    change_outside(folder, "Ours", "Theirs")


class DescribeASaveThatFails:
    async def it_is_said_and_tried_again_with_the_next_change(self, folder: Path) -> None:
        async with assembling(folder) as at:
            obstacle = obstruct(folder)
            await at.type("ferry")
            await at.press("enter")
            assert "could not be saved" in " ".join(at.told)
            assert "not saved" in at.text("#head")
            assert "The ferry" in at.text("#blocks")
            clear(obstacle)
            await at.type("pond")
            await at.press("enter")
            assert "not saved" not in at.text("#head")
        assert written(folder) == ["ferry1", "pond1"]

    async def it_is_kept_as_a_draft_and_brought_back_when_the_outline_is_opened_again(self, folder: Path) -> None:
        async with assembling(folder) as at:
            obstacle = obstruct(folder)
            for word in ("ferry", "pond"):
                await at.type(word)
                await at.press("enter")
        assert written(folder) == []
        clear(obstacle)
        async with assembling(folder) as at:
            assert "Brought back what could not be saved" in " ".join(at.told)
        assert written(folder) == ["ferry1", "pond1"]
        async with assembling(folder) as at:
            assert at.told == []


class DescribeSomebodyElsesSave:
    async def it_shows_beside_ours(self, folder: Path) -> None:
        async with assembling(folder) as at:
            change_outside(folder, "what was done", "what was seen")
            await at.type("ferry")
            await at.press("enter")
            assert "Westmarch: what was seen" in at.text("#head")
            assert "The ferry" in at.text("#blocks")
        assert written(folder) == ["ferry1"]

    async def it_is_chosen_from_where_both_changed_the_same_words(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await change_with_somebody_else(at, folder)
            await at.press("f2")
            assert "Somebody else changed the same words" in at.text()
            await at.press("right", "f2")
            assert "Ours again" in at.text("#blocks")
        assert written(folder) == ["Ours again"]

    async def it_is_chosen_from_though_the_desk_has_long_read_theirs(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await change_with_somebody_else(at, folder)
            await at.look_outside()
            await at.press("f2")
            assert "Somebody else changed the same words" in at.text()
            await at.press("right", "f2")
        assert written(folder) == ["Ours again"]

    async def it_stays_where_a_form_that_was_open_meanwhile_says_nothing_of_it(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await at.press("tab", "t")
            await at.type("Ours")
            await at.press("f2", "e", "end")
            await at.type(" again")
            change_outside(folder, 'text = "Ours"', 'text = "Ours"\nweight = "must"')
            await at.look_outside()
            await at.press("f2")
            assert "must" in at.text("#blocks")
            await at.press("i")
            await at.type(" and felt")
            change_outside(folder, "Westmarch Hall", "the Guildhall")
            await at.look_outside()
            await at.press("f2")
            assert "the Guildhall" in at.text("#head")
            assert "Westmarch: what was done and felt" in at.text("#head")
        assert written(folder) == ["Ours again"]
        assert 'weight = "must"' in (folder / "outlines/done.toml").read_text(encoding="utf-8")

    async def it_stands_where_theirs_was_chosen_and_later_changes_follow(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await change_with_somebody_else(at, folder)
            await at.press("f2", "right", "right", "f2")
            assert "Theirs" in at.text("#blocks")
            await at.press("w")
        assert written(folder) == ["Theirs"]

    async def it_may_be_put_off_and_nothing_of_ours_is_lost(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await change_with_somebody_else(at, folder)
            await at.press("f2", "escape")
            assert "not saved" in at.text("#head")
            assert "Ours again" in at.text("#blocks")
            await at.press("w")
            assert "Somebody else changed the same words" in at.text()
            await at.press("right", "f2")
            assert "not saved" not in at.text("#head")
        assert written(folder) == ["Ours again"]

    async def it_may_take_the_outline_away(self, folder: Path) -> None:
        async with assembling(folder) as at:
            (folder / "outlines/done.toml").unlink()
            await at.look_outside()
            assert not isinstance(at.desk.screen, OutlineScreen)
            assert "This outline is no longer in the library." in at.told

"""Cutting a speech to the time there is: versions side by side, one of them applied, and brought back."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from briefing.tui.dialogs.check_card import CheckCard
from briefing.tui.dialogs.ladder import LadderRows, LadderScreen
from tests.stories.assembling import assembling
from tests.stories.ground import SMALL, WIDE, Sitting

BLOCKS = """
[[block]]
id = "open"
text = "{ten}"
role = "opening"

[[block]]
id = "head"
heading = "What was done"

[[block]]
id = "one"
text = "First, {sixty}"
weight = "could"

[[block]]
id = "two"
text = "Secondly, {sixty}"
short = "Secondly, {ten}"

[[block]]
id = "card"
card = "ferry1"

[[block]]
id = "end"
text = "{ten}"
role = "close"
""".format(ten="word " * 25, sixty="word " * 150)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "notes"


def written(folder: Path) -> dict[str, Any]:  # type: ignore[explicit-any]  # a file as TOML gives it
    return tomllib.loads((folder / "outlines/done.toml").read_text(encoding="utf-8"))


def ids(folder: Path) -> list[str]:
    return [block["id"] for block in written(folder)["block"]]


async def open_ladder(at: Sitting, folder: Path, slot: str = "3:00") -> LadderRows:
    """Make a speech of the outline and ask for its versions."""
    path = folder / "outlines/done.toml"
    text = path.read_text(encoding="utf-8").replace('slot = "3:00"', f'slot = "{slot}"')
    path.write_text(text.replace('product = "briefing"', 'product = "speech"') + BLOCKS, encoding="utf-8")
    await at.look_outside()
    await at.until(lambda: "366 words" in at.text())
    await at.press("tab", "f")
    rows = at.desk.screen.query_one(LadderRows)
    await at.until(lambda: bool(rows.rungs))
    await at.settle()
    return rows


async def test_the_versions_stand_side_by_side_with_what_goes(folder: Path) -> None:
    async with assembling(folder) as at:
        rows = await open_ladder(at, folder, slot="1:00")
        assert [rung.limit for rung in rows.rungs] == [600, 360, 300, 240, 180, 60]
        assert "10:00 6:00 5:00 4:00 3:00 ▸1:00 the limit" in at.text("#limits")
        assert "1:00 takes 0:36 of 0:55 to plan for, 5 blocks, 1 dropped, 1 in short" in at.text("#about")
        assert "“Secondly” counts on from block 3 (one), which is dropped." in at.text("#about")
        (row,) = (line for line in at.lines("#ladder") if "Secondly" in line)
        assert row.split()[:6] == ["●", "●", "●", "●", "●", "◐"]


async def test_a_version_is_applied_and_brought_back(folder: Path) -> None:
    async with assembling(folder) as at:
        await open_ladder(at, folder, slot="1:00")
        await at.press("enter")
        await at.until(lambda: ids(folder) == ["open", "head", "two", "card", "end"])
        cut = written(folder)
        assert cut["slot"] == "1:00"
        assert cut["block"][2]["text"].startswith("Secondly, word word")
        assert "short" not in cut["block"][2]
        await at.press("z")
        await at.until(lambda: ids(folder) == ["open", "head", "one", "two", "card", "end"])


async def test_another_limit_is_chosen_by_the_arrows(folder: Path) -> None:
    async with assembling(folder) as at:
        rows = await open_ladder(at, folder, slot="1:00")
        await at.press("left", "left")
        assert rows.rung is not None
        assert rows.rung.limit == 240
        await at.press("enter")
        await at.until(lambda: written(folder)["slot"] == "4:00")
        assert len(ids(folder)) == 6


async def test_what_does_not_fit_is_refused_with_the_seconds_over(folder: Path) -> None:
    async with assembling(folder) as at:
        await open_ladder(at, folder, slot="0:20")
        assert "at its shortest it takes 0:20, and there are 0:18 to plan for: 2 seconds over." in at.text("#about")
        await at.press("enter")
        assert isinstance(at.desk.screen, LadderScreen)
        await at.press("escape")
        assert len(ids(folder)) == 6


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_it_fits_the_screen(folder: Path, size: tuple[int, int]) -> None:
    async with assembling(folder, size) as at:
        await open_ladder(at, folder)
        assert at.desk.screen.query_one(LadderRows).region.height >= 5
        assert at.desk.screen.query_one("#about").region.height >= 3
        assert at.desk.screen.query_one("#about").region.bottom < size[1]


async def test_the_card_of_a_block_is_checked_from_the_outline(folder: Path) -> None:
    async with assembling(folder) as at:
        await open_ladder(at, folder)
        await at.press("escape")
        await at.press("end", "up", "v")
        assert isinstance(at.desk.screen, CheckCard)
        assert "The ferry to Fairholm sailed" in at.text("#check-card")
        await at.press("escape", "home", "v")
        assert not isinstance(at.desk.screen, CheckCard)


async def test_what_is_left_after_the_chosen_block_is_shown(folder: Path) -> None:
    async with assembling(folder) as at:
        await open_ladder(at, folder)
        pane = at.desk.screen_stack[-2].query_one("#outline-pane")
        await at.press("escape", "home")
        await at.settle()
        assert pane.border_subtitle == "6 blocks · 2:16 after this one"
        await at.press("end")
        await at.settle()
        assert pane.border_subtitle == "6 blocks · 0:00 after this one"

"""What is noticed while one writes: marked at the block, read with its reason, and let be with a reason."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.stories.assembling import assembling
from tests.stories.ground import Sitting

YOU = "Minister, you have had two years."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "notes"


def written(folder: Path) -> dict[str, Any]:  # type: ignore[explicit-any]  # a file as TOML gives it
    return tomllib.loads((folder / "outlines/done.toml").read_text(encoding="utf-8"))


async def say_you(at: Sitting, folder: Path) -> None:
    """Make a speech of the outline, in which a Minister is spoken to as nobody may."""
    path = folder / "outlines/done.toml"
    text = path.read_text(encoding="utf-8").replace('product = "briefing"', 'product = "speech"')
    path.write_text(f'{text}\n[[block]]\nid = "said"\ntext = "{YOU}"\n', encoding="utf-8")
    await at.look_outside()
    await at.until(lambda: any("two years" in line and "!" in line for line in at.lines()))


async def test_a_block_is_marked_while_one_writes(folder: Path) -> None:
    async with assembling(folder) as at:
        await say_you(at, folder)
        row = next(line for line in at.lines() if "two years" in line)
        assert "!" in row


async def test_a_finding_says_why_on_whose_authority_and_what_to_do(folder: Path) -> None:
    async with assembling(folder) as at:
        await say_you(at, folder)
        await at.press("tab", "c")
        assert "is the Chair" in at.text()
        assert "Rules of behaviour" in at.text()
        assert "Say the hon. Gentleman" in at.text()


async def test_a_finding_is_let_be_with_a_reason_that_is_kept_and_z_brings_it_back(folder: Path) -> None:
    async with assembling(folder) as at:
        await say_you(at, folder)
        await at.press("tab", "c", "w", "enter")
        assert "Say why it may stand" in at.text()
        await at.type("She is asked in the Chair")
        await at.press("enter")
        assert "Say who lets it be" in at.text()
        await at.type("A. Researcher")
        await at.press("enter")
        await at.until(lambda: "1 finding" not in at.text())
        waived = written(folder)["block"][-1]["waived"]["ORD-12"]
        assert (waived["reason"], waived["by"]) == ("She is asked in the Chair", "A. Researcher")
        await at.press("z")
        await at.until(lambda: "1 finding" in at.text())
        assert "waived" not in written(folder)["block"][-1]


async def test_what_stops_the_document_is_not_let_be(folder: Path) -> None:
    async with assembling(folder) as at:
        path = folder / "outlines/done.toml"
        path.write_text(
            path.read_text(encoding="utf-8") + '\n[[block]]\nid = "gone"\ncard = "nobody00"\n', encoding="utf-8"
        )
        await at.look_outside()
        await at.until(lambda: "1 finding" in at.text())
        await at.press("tab", "c", "w")
        assert "This stops the document" in " ".join(at.told)
        assert not at.desk.screen.query("#reason")

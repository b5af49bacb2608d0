"""The pictures of the README: made here from the example library, and stale when the desk no longer looks like that."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from briefing.model.ids import OutlineName
from briefing.tui.screens.outline import OutlineScreen
from briefing.tui.screens.returned import ReturnedScreen
from tests.stories.ground import SMALL, WIDE, Sitting, sitting
from tests.stories.marking import exported, marks_on, sent_back

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "tests" / "pictures"
MAKE = "BRIEFING_PICTURES"
"""Set, the pictures are written instead of compared."""

_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


async def desk(at: Sitting) -> None:
    """Search, and read the card that comes first."""
    await at.type("register")


async def outline(at: Sitting) -> None:
    """Look for a card to add to the speech."""
    screen = OutlineScreen(OutlineName("second-reading-speech"))
    await at.desk.push_screen(screen)
    await at.settle()
    await at.type("register")
    await at.until(lambda: screen.found is not None)
    await at.settle()


async def rehearsal(at: Sitting) -> None:
    """Say the first blocks of the speech, each in about the time it is planned to take."""
    hands = [0.0]
    at.desk.clock = lambda: hands[0]
    await at.desk.push_screen(OutlineScreen(OutlineName("second-reading-speech")))
    await at.settle()
    await at.press("tab", "R", "space")
    for seconds in (7, 11, 9, 11, 5, 10):
        hands[0] += seconds
        await at.press("right")
    hands[0] += 5
    await at.until(lambda: "4:02 left of 5:00" in at.text())


async def returned(at: Sitting) -> None:
    """Look at what came back of the speech: a figure was taken out, beside what its card says."""
    left = exported(at.desk.papers.folder, "second-reading-speech")
    marks = marks_on(left)
    marks.replace("I am grateful to", "I thank")
    marks.replace(" closely", "")
    marks.insert("I shall vote No on the amendment", " tonight")
    marks.replace("those 20", "the")
    marks.remark("the regulations on the identifier", "Do we know the month?")
    marks.type_over("I come now to", "I turn to")
    await at.desk.push_screen(ReturnedScreen((sent_back(left, marks, "speech-AM.docx"),)))
    await at.settle()
    await at.press("a", "n", "n")


def picture(at: Sitting) -> str:
    """The screen as SVG, with no address in it that a reader's browser would fetch a font from."""
    return _FONTS.sub("", at.desk.export_screenshot(title="briefing"))


def kept(name: str, drawn: str) -> str:
    """The picture as it is kept; written first where that was asked for, or where there is none yet."""
    path = PICTURES / f"{name}.svg"
    if os.environ.get(MAKE) or not path.exists():
        path.parent.mkdir(exist_ok=True)
        path.write_text(drawn, encoding="utf-8")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("scene", "size"),
    [(desk, WIDE), (outline, WIDE), (rehearsal, SMALL), (returned, WIDE)],
    ids=["desk", "outline", "rehearsal", "returned"],
)
async def test_the_readme_shows_the_desk_as_it_is(
    scene: Callable[[Sitting], Awaitable[None]], size: tuple[int, int], tmp_path: Path
) -> None:
    folder = tmp_path / "notes"
    shutil.copytree(ROOT / "notes", folder)
    async with sitting(folder, size, tips=False, theme="dark") as at:
        await scene(at)
        drawn = picture(at)
    assert drawn == kept(scene.__name__, drawn), f"look at the desk, then make its pictures anew: {MAKE}=1 make test"

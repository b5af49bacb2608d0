"""A library made to do harm: every word of it is shown as it stands, nothing of it is obeyed, the desk runs on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product
from pathlib import Path
from random import Random

import pytest
import tomli_w

from briefing.model.literal import show_line
from briefing.tui.widgets.search_box import SearchBox
from tests.stories.ground import SMALL, WIDE, Sit, Sitting, write_library

pytestmark = pytest.mark.hostile

MARKUP = "[@click=app.quit]x[/] [not victims] [/] [bold [red]y"
ESCAPES = "\x1b]52;c;cHduZWQ=\x07 \x9b31m \u202egnihton\u202c \u200b"
NASTY = f"{MARKUP} {ESCAPES}"
HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def card(name: str, **more: object) -> dict[str, object]:
    """A card that holds something nasty in every field that can hold words."""
    words = ("claim", "quote", "say", "short", "speaker", "role", "for", "at", "of", "unit", "period", "place", "why")
    more_words = ("formula", "search_log", "owner", "private")
    return {
        "id": name,
        "kind": f"statistic {MARKUP}",
        **dict.fromkeys((*words, *more_words), NASTY),
        "source": "bad",
        "status": "disputed",
        "tags": [NASTY],
        "topics": [NASTY],
        "division": {"date": NASTY, MARKUP: NASTY},
        **more,
    }


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """The library."""
    source = {"id": "bad", "kind": "web", "title": NASTY, "author": NASTY, "url": "javascript:app.quit()", "at": NASTY}
    damaged = {"id": "torn", "kind": "record", "claim": 7, "as_of": NASTY}
    note = {
        "title": NASTY,
        "summary": f"# {NASTY}\n\n- **{NASTY}**\n\n{NASTY}",
        "source": [source],
        "card": [card("evil1", supports=["evil2", "nowhere"]), card("evil2", answers=["evil1"]), damaged],
    }
    outline = {
        "title": NASTY,
        "product": "speech",
        "date": "2025",
        "event": NASTY,
        "block": [
            {"id": "b1", "heading": NASTY},
            {"id": "b2", "card": "evil1", "level": 2},
            {"id": "b3", "text": NASTY},
        ],
    }
    files = {
        "library.toml": tomli_w.dumps({"office": {"name": NASTY}}),
        "nasty.toml": tomli_w.dumps(note),
        "outlines/nasty.toml": tomli_w.dumps(outline),
    }
    return write_library(tmp_path / "nasty", files)


def assert_harmless(at: Sitting) -> None:
    """Fail where a painted cell would act when clicked, or holds a character a terminal obeys."""
    for strip in at.strips():
        for segment in strip:
            assert not HIDDEN.search(segment.text)
            if segment.style:
                assert "@click" not in segment.style.meta
                assert segment.style.link is None


SCREENS = {
    "desk": (),
    "search": ("x",),
    "notes": ("escape", "escape", "down"),
    "outline at a glance": ("escape", "escape", "G"),
    "card": ("escape", "enter"),
    "asking": ("escape", "d"),
    "choosing": ("escape", "a"),
    "findings": ("escape", "c"),
    "palette": ("ctrl+p", "n"),
    "keys": ("escape", "question_mark"),
    "toast": ("escape", "d", "y"),
}
"""Every screen of the desk, and the keys that lead to it."""


@pytest.mark.parametrize("size", [WIDE, SMALL], ids=["120x36", "80x24"])
@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS.keys())
async def test_no_screen_obeys_the_words_of_a_file(
    keys: tuple[str, ...], size: tuple[int, int], hostile: Path, sit: Sit
) -> None:
    async with sit(hostile, size=size) as at:
        await at.press(*keys)
        assert_harmless(at)


async def test_the_words_are_all_there_as_they_stand(hostile: Path, sit: Sit) -> None:
    async with sit(hostile, size=(200, 120)) as at:
        await at.press("escape", "enter")
        words = "".join(show_line(NASTY).split())
        seen = "".join("".join(line.strip("│ ") for line in at.lines("#reader")).split())
        for label in ("Disputed", "Spoken", "Short", "Formula", "Searched", "Tags"):
            assert f"{label}{words}" in seen
        assert f"“{words}”" in seen


async def click_cells(at: Sitting, cells: Iterable[tuple[int, int]]) -> None:
    """Click one cell after the other, leaving whatever opens."""
    for cell in cells:
        await at.hand.click(offset=cell)
        if len(at.desk.screen_stack) > 1:
            await at.press("escape")
    await at.settle()


async def test_cells_can_be_clicked_all_over_and_the_desk_runs_on(hostile: Path, sit: Sit, chance: Random) -> None:
    async with sit(hostile, size=SMALL) as at:
        await at.press("escape", "enter")
        await click_cells(at, [(chance.randrange(80), chance.randrange(23)) for _ in range(60)])
        assert at.desk.is_running
        assert_harmless(at)


@pytest.mark.long
async def test_every_cell_can_be_clicked_and_the_desk_runs_on(hostile: Path, sit: Sit) -> None:
    async with sit(hostile, size=SMALL) as at:
        await at.press("escape", "enter")
        await click_cells(at, product(range(80), range(23)))
        assert at.desk.is_running
        assert_harmless(at)


async def test_what_is_typed_or_pasted_is_shown_and_not_obeyed(hostile: Path, sit: Sit) -> None:
    async with sit(hostile, size=(300, 30)) as at:
        at.desk.screen.query_one(SearchBox).value = NASTY
        await at.settle()
        assert_harmless(at)
        assert "␛]52;c;" in at.text("#search")


async def test_a_changed_hostile_file_is_told_literally(hostile: Path, sit: Sit) -> None:
    async with sit(hostile) as at:
        evil = hostile / "x.toml"
        evil.write_text('title = "[@click=app.quit]x[/]"\n')
        await at.look_outside()
        at.desk.say(NASTY, severity="error")
        await at.settle()
        assert_harmless(at)
        await at.until(lambda: any("[@click=app.quit]x[/] [not victims]" in toast for toast in at.toasts))
        assert_harmless(at)

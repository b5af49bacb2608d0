"""Saying a speech aloud at the desk: its words, the clock, where one stopped, and the pace added when it is asked for.

The clock is handed in, and goes on only when a story says so.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.widgets import Button

from briefing.model.ids import OutlineName
from briefing.tui.dialogs.rehearsed import RehearsedScreen
from briefing.tui.dialogs.stopped import StoppedScreen
from briefing.tui.screens.asking import Ask
from briefing.tui.screens.desk import DeskScreen
from briefing.tui.screens.outline import OutlineScreen
from briefing.tui.screens.rehearsal import RehearsalScreen
from briefing.tui.widgets.prompter import Prompter
from tests.stories.ground import SMALL, WIDE, Sitting, sitting, write_library

TINY = (60, 20)

OFFICE = """
[office]
name = "Ours"

[[member]]
id = "vale"
name = "Rowan Hale MP"   # as the House has it
interests = [{ name = "A farm" }]
"""
PACED = OFFICE.replace("interests", "pace = { words = 1500, minutes = 10 }   # at the fair\ninterests")

NOTE = """
title = "Westmarch"

[[card]]
id = "shut1"
kind = "story"
claim = "Jo Bloggs of Mill Lane fell ill"
handling = "restricted"
flags = ["victim"]
"""

HEAD = """
title = "Westmarch: what was done"
product = "speech"
date = 2025-03-04
member = "vale"
slot = "3:00"
"""

SPEECH = """
[[block]]
id = "open"
text = "The ferry {words}came."

[[block]]
id = "head"
heading = "What was done"

[[block]]
id = "wall"
text = "The wall {words}{words}held."
pause = 2

[[block]]
id = "shut"
card = "shut1"

[[block]]
id = "end"
text = "The beacon {more}is lit."
""".format(words="sailed " * 47, more="burned " * 46)
"""Blocks of 50, 97 and 50 words: 20, 38.8 and 20 seconds at 150 words a minute."""


class Hands:
    """The hands of a clock."""

    def __init__(self) -> None:
        """Begin at any hour."""
        self.now = 4711.0

    def __call__(self) -> float:
        """Return what the clock shows."""
        return self.now


class Rehearsing(Sitting):
    """Somebody who rehearses."""

    hands: Hands

    async def speak(self, *seconds: float) -> None:
        """Say a block after the other, each in so many seconds, and go on after each, page by page."""
        for each in seconds:
            self.hands.now += each
            before = self.block
            while self.block == before:
                await self.press("right")

    @property
    def block(self) -> str:
        """Which block is said; none once all are."""
        found = re.search(r"block (\d+) of", self.lines()[0])
        return found[1] if found and isinstance(self.desk.screen, RehearsalScreen) else ""

    @property
    def office(self) -> str:
        """What library.toml says."""
        return (self.desk.papers.folder / "library.toml").read_text(encoding="utf-8")


@asynccontextmanager
async def rehearsing(
    tmp_path: Path, speech: str = SPEECH, *, head: str = HEAD, office: str = OFFICE, size: tuple[int, int] = WIDE
) -> AsyncIterator[Rehearsing]:
    """Sit down before an outline and press R."""
    files = {"library.toml": office, "westmarch.toml": NOTE, "outlines/done.toml": head + speech}
    folder = write_library(tmp_path / "notes", files)
    async with sitting(folder, size, tips=False, theme="dark") as seat:
        at = Rehearsing(seat.desk, seat.hand)
        at.hands = Hands()
        at.desk.clock = at.hands
        await at.desk.push_screen(OutlineScreen(OutlineName("done")))
        await at.settle()
        await at.press("tab", "R")
        yield at


async def test_the_first_block_stands_there_with_the_plan_and_the_clock_at_nothing(tmp_path: Path) -> None:
    async with rehearsing(tmp_path) as at:
        at.hands.now += 50
        await at.press("?", "escape")
        assert at.text("Prompter").startswith("The ferry sailed")
        assert "… The wall sailed" in at.text("Prompter")
        assert "block 1 of 3 · ready" in at.lines()[0]
        assert "space starts the clock" in at.text("RehearsalClock")
        assert "1:21 by the plan, at 150 words a minute" in at.text("RehearsalClock")
        assert "3:00 left of 3:00 2:47 to plan for" in at.text("RehearsalClock")
        assert "space start, pause" in at.footer


async def test_a_speech_is_said_block_by_block_against_the_plan(tmp_path: Path) -> None:
    async with rehearsing(tmp_path) as at:
        await at.press("space")
        await at.speak(23)
        assert "block 2 of 3, page 1 of 2 · speaking" in at.lines()[0]
        assert at.text("Prompter").startswith("[What was done] The wall")
        await at.press("right")
        assert "block 2 of 3, page 2 of 2 · speaking" in at.lines()[0]
        assert "[pause, 2 seconds]" in at.text("Prompter")
        clock = at.text("RehearsalClock")
        assert "on time due 0:20 to 1:01" in clock
        assert "2:37 left of 3:00" in clock
        await at.speak(50)
        clock = at.text("RehearsalClock")
        assert "on time due 1:01 to 1:21" in clock
        assert "0:08 still to say would end at 1:21" in clock
        assert "… the end" in at.text("Prompter")


async def test_the_clock_goes_on_by_itself(tmp_path: Path) -> None:
    async with rehearsing(tmp_path) as at:
        await at.press("space")
        at.hands.now += 25
        await at.until(lambda: "5 s over" in at.text("RehearsalClock"))
        assert "2:35 left of 3:00" in at.text("RehearsalClock")


async def test_a_pause_does_not_count(tmp_path: Path) -> None:
    async with rehearsing(tmp_path) as at:
        await at.press("space")
        at.hands.now += 5
        await at.press("space")
        assert "block 1 of 3 · paused" in at.lines()[0]
        at.hands.now += 500
        await at.press("space")
        at.hands.now += 5
        await at.press("space")
        assert "2:50 left of 3:00" in at.text("RehearsalClock")


async def test_the_pace_is_added_when_it_is_asked_for(tmp_path: Path) -> None:
    async with rehearsing(tmp_path) as at:
        await at.press("space")
        await at.speak(24, 50, 26)
        assert isinstance(at.desk.screen, RehearsedScreen)
        told = at.text("#rehearsed")
        assert "Said the whole: 197 words" in told
        assert "Took 1:40 (2 s of pauses); by the plan 1:21: 19 s over" in told
        assert "Pace 121 words a minute; the plan counts on 150" in told
        assert "Slot 1:20 left of 3:00" in told
        assert "a adds this to what is known of Rowan Hale MP." in told
        assert "Counted on now: 150 words a minute (130 to 170). Then: 146 words a minute (125 to 165)." in told
        assert "0:50 9 s over The wall sailed sailed sailed sailed sailed…" in told
        line = "pace = { words = 197, minutes = 1.63 }"
        assert line in told
        assert at.office == OFFICE.lstrip()
        await at.press("a")
        assert line in at.office
        assert at.office.replace(line + "\n", "") == OFFICE.lstrip()
        assert at.told[-1].startswith("Rowan Hale MP: 197 words in 1:38, 121 a minute, added.")
        assert isinstance(at.desk.screen, OutlineScreen)


async def test_it_is_added_to_what_was_known_and_taken_back_at_the_desk(tmp_path: Path) -> None:
    async with rehearsing(tmp_path, office=PACED) as at:
        await at.press("space")
        await at.speak(20, 42, 21)
        assert "pace = { words = 1697, minutes = 11.35 }" in at.text("#rehearsed")
        await at.press("a")
        assert at.office == PACED.lstrip().replace("words = 1500, minutes = 10", "words = 1697, minutes = 11.35")
        await at.press("escape", "escape", "z")
        assert at.office == PACED.lstrip()


async def test_nothing_is_written_where_it_is_not_asked_for(tmp_path: Path) -> None:
    async with rehearsing(tmp_path) as at:
        await at.press("space")
        await at.speak(20, 42, 21)
        await at.press("enter", "space", "right", "escape")
        assert isinstance(at.desk.screen, OutlineScreen)
        assert at.office == OFFICE.lstrip()


async def test_one_goes_back_to_the_speech_from_its_end(tmp_path: Path) -> None:
    async with rehearsing(tmp_path) as at:
        await at.press("space")
        await at.speak(20, 42, 21)
        await at.press("r")
        assert "block 3 of 3 · paused" in at.lines()[0]
        await at.press("right")
        assert "This is the last block" in at.told[-1]
        await at.press("space")
        await at.speak(6)
        assert "Took 1:29" in at.text("#rehearsed")


async def test_where_one_stopped_is_marked_at_the_word(tmp_path: Path) -> None:
    async with rehearsing(tmp_path) as at:
        await at.press("space")
        await at.speak(20)
        at.hands.now += 50
        await at.press("m")
        assert isinstance(at.desk.screen, StoppedScreen)
        assert at.desk.screen.query_one(".sheet").border_subtitle == "after the last word of the block"
        at.hands.now += 500
        await at.press("up")
        assert at.desk.screen.query_one(".sheet").border_subtitle == "before the first word of the block"
        await at.press("up", *["right"] * 84, "left", "left")
        assert at.desk.screen.query_one(".sheet").border_subtitle == "after word 82 of 97"
        await at.press("enter")
        told = at.text("#rehearsed")
        assert "Said 1 of 3 blocks, and part of the next: 132 words" in told
        assert "Took 1:10; by the plan 0:53: 17 s over" in told
        assert "Slot" not in told
        await at.press("a")
        assert "pace = { words = 132, minutes = 1.17 }" in at.office


async def test_the_word_that_is_likely_is_chosen_first_and_another_with_the_mouse(tmp_path: Path) -> None:
    async with rehearsing(tmp_path, SPEECH.replace("The wall sailed sailed", "The wall sailed harbour")) as at:
        await at.press("space")
        await at.speak(20)
        at.hands.now += 20
        await at.press("m")
        assert at.desk.screen.query_one(".sheet").border_subtitle == "after word 50 of 97"
        await at.press("home")
        await at.click("Prompter", "harbour")
        assert at.desk.screen.query_one(".sheet").border_subtitle == "after word 4 of 97"


async def test_one_did_not_stop_after_all(tmp_path: Path) -> None:
    async with rehearsing(tmp_path) as at:
        await at.press("m")
        assert at.told == ["The clock has not run yet: space starts it."]
        await at.press("space")
        await at.speak(20)
        at.hands.now += 5
        await at.press("m", "escape")
        assert "block 2 of 3, page 1 of 2 · paused" in at.lines()[0]
        assert "2:35 left of 3:00" in at.text("RehearsalClock")


async def test_a_block_is_said_again_and_the_clock_goes_back_with_it(tmp_path: Path) -> None:
    async with rehearsing(tmp_path) as at:
        await at.press("space")
        await at.speak(20)
        at.hands.now += 30
        await at.press("r")
        assert "2:40 left of 3:00" in at.text("RehearsalClock")
        assert "block 2 of 3, page 1 of 2 · speaking" in at.lines()[0]


async def test_one_looks_back_while_the_clock_stands_and_is_told_where_it_would_go_back_to(tmp_path: Path) -> None:
    async with rehearsing(tmp_path) as at:
        await at.press("space")
        await at.speak(20, 42)
        await at.press("space", "left")
        assert "block 2 of 3, page 2 of 2 · paused" in at.lines()[0]
        assert "space: back to 0:20" in at.text("RehearsalClock")
        assert "1:58 left of 3:00" in at.text("RehearsalClock")
        await at.press("space")
        assert "2:40 left of 3:00" in at.text("RehearsalClock")


async def test_a_long_block_is_turned_page_by_page_and_a_remote_turns_them_too(tmp_path: Path) -> None:
    async with rehearsing(tmp_path, size=SMALL) as at:
        assert "block 1 of 3, page 1 of 2" in at.lines()[0]
        await at.press("pagedown")
        assert "block 1 of 3, page 2 of 2" in at.lines()[0]
        await at.press("pagedown")
        assert "block 2 of 3, page 1 of 4" in at.lines()[0]
        await at.press("pageup")
        assert "block 1 of 3, page 2 of 2" in at.lines()[0]
        await at.press("pageup", "pageup")
        assert "block 1 of 3, page 1 of 2" in at.lines()[0]


async def test_leaving_is_asked_once_where_something_was_measured(tmp_path: Path) -> None:
    async with rehearsing(tmp_path) as at:
        await at.press("space")
        await at.speak(20)
        await at.press("escape")
        assert isinstance(at.desk.screen, Ask)
        assert "The clock stands at 0:20." in at.text()
        at.hands.now += 50
        await at.press("n")
        assert "2:40 left of 3:00" in at.text("RehearsalClock")
        await at.press("escape", "y")
        assert isinstance(at.desk.screen, OutlineScreen)


async def test_leaving_before_the_clock_ran_is_not_asked_about(tmp_path: Path) -> None:
    async with rehearsing(tmp_path) as at:
        await at.press("right", "escape")
        assert isinstance(at.desk.screen, OutlineScreen)


@pytest.mark.parametrize(
    ("head", "seconds", "sentence"),
    [
        (HEAD.replace('member = "vale"\n', ""), 20, "The outline names no Member (i sets one), so this pace is added"),
        (HEAD.replace('"vale"', '"dale"'), 22, "There is no Member 'dale'."),
        (HEAD, 15, "Less than 1:00 of speaking says little about a pace, so there is nothing to add."),
        (HEAD, 200, "197 words in 9:58, 20 a minute: nobody speaks so, and nothing was added."),
    ],
)
async def test_what_cannot_be_added_is_said_with_the_reason(
    tmp_path: Path, head: str, seconds: float, sentence: str
) -> None:
    async with rehearsing(tmp_path, head=head) as at:
        await at.press("space")
        await at.speak(seconds, seconds, seconds)
        assert sentence in at.text("#rehearsed")
        assert [button.id for button in at.desk.screen.query(Button)] == ["go-on", "leave"]
        await at.press("a", "escape")
        assert at.office == OFFICE.lstrip()


async def test_an_outline_in_which_nothing_is_said_is_not_rehearsed(tmp_path: Path) -> None:
    async with rehearsing(tmp_path, '[[block]]\nid = "head"\nheading = "What was done"\n') as at:
        assert at.told == ["Nothing in this outline is said yet, so there is nothing to rehearse."]
        assert isinstance(at.desk.screen, OutlineScreen)


async def test_no_word_of_a_restricted_card_is_shown(tmp_path: Path) -> None:
    async with rehearsing(tmp_path) as at:
        seen = [at.text()]
        await at.press("space")
        for _ in range(3):
            await at.speak(20)
            seen.append(at.text())
        assert "Bloggs" not in " ".join(seen)


async def test_an_outline_that_others_delete_is_rehearsed_to_its_end(tmp_path: Path) -> None:
    async with rehearsing(tmp_path) as at:
        await at.press("space")
        await at.speak(20)
        (at.desk.papers.folder / "outlines/done.toml").unlink()
        await at.look_outside()
        assert "block 2 of 3" in at.lines()[0]
        await at.speak(42, 21)
        assert "Said the whole: 197 words" in at.text("#rehearsed")
        await at.press("a")
        assert "pace = { words = 197, minutes = 1.35 }" in at.office
        assert isinstance(at.desk.screen, DeskScreen)


@pytest.mark.parametrize("size", [TINY, SMALL, WIDE])
async def test_it_fits_the_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    async with rehearsing(tmp_path, size=size) as at:
        assert at.desk.screen.query_one(Prompter).region.height >= 10
        await at.press("space")
        await at.speak(20)
        at.hands.now += 51
        await at.press("space")
        assert "10 s over" in at.text("RehearsalClock")
        assert "due 0:20 to 1:01" in at.text("RehearsalClock")
        assert "1:49 left of 3:00" in at.text("RehearsalClock")
        await at.press("m")
        assert "esc: not yet" in at.text()
        await at.press("enter")
        assert "Said 2 of 3 blocks: 147 words" in at.text("#rehearsed")
        for answer in ("Add (a)", "Resume (r)", "Leave (esc)"):
            assert answer in at.text(".answers")


async def test_words_are_words_whatever_they_look_like(tmp_path: Path) -> None:
    hostile = '[[block]]\nid = "open"\ntext = "[red]Stop[/red] \\u001b[2Jhere {0} \\u202Eand back"\n'
    async with rehearsing(tmp_path, hostile) as at:
        shown = at.text("Prompter")
        assert "[red]Stop[/red]" in shown
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        await at.press("space", "m")
        assert "[red]Stop[/red]" in at.text("Prompter")


async def test_another_size_of_the_screen_keeps_the_place(tmp_path: Path) -> None:
    long = f"""[[block]]\nid = "open"\ntext = "{" ".join(f"sea{number}" for number in range(300))}"\n"""
    async with rehearsing(tmp_path, long, size=SMALL) as at:
        await at.press("right", "right", "right")
        first = at.text("Prompter").split()[0]
        assert first not in {"sea0", "…"}
        for size in (TINY, WIDE):
            await at.hand.resize_terminal(*size)
            await at.settle()
            assert first in at.text("Prompter").split()
        assert "block 1 of 1, page" in at.lines()[0]

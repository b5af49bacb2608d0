"""What the stories stand on: a small invented library, and somebody sitting at the desk with it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, Self

from textual import events
from textual.keys import _character_to_key
from textual.notifications import Notification, Notifications
from textual.strip import Strip
from textual.widgets._toast import Toast

from briefing.tui.app import Desk
from tests.stories.resting import Hand, come_to_rest, until

WIDE = (120, 36)
SMALL = (80, 24)

OFFICE = """
[office]
name = "Office of the Member for Westmarch"
"""

MEALS = """
title = "School meals"
summary = \"\"\"
Who eats at school, and what it costs.

- **Always** say which year.
- The survey covers [Westmarch only].
\"\"\"

[[source]]
id = "meals-2023"
kind = "report"
title = "Meals in Westmarch Schools"
author = "Westmarch Council"
published = 2023-05-04
url = "https://www.example.org/meals"

[[card]]
id = "eat4lunch"
kind = "statistic"
claim = "Four in ten pupils in Westmarch eat a school lunch"
quote = "Some 41 per cent of pupils took a meal on the day of the survey [sic]."
source = "meals-2023"
at = "page 7"
of = "pupils aged 5 to 16"
place = "Westmarch"
period = "2022-23"
as_of = 2023-05-04
supports = ["meals4all"]

[[card]]
id = "meals4all"
kind = "assertion"
claim = "Every pupil should have the offer of a meal"
private = "Ask the cook before saying so"

[[card]]
id = "costs99"
kind = "statistic"
claim = "A meal costs ninety-nine pence"
source = "meals-2023"
status = "disputed"
why = "The report gives the price of 2019."
"""

RIVERS = """
title = "River water"

[[source]]
id = "rivers"
kind = "web"
title = "Readings of the river"
publisher = "Westmarch Rivers Trust"
url = "javascript:alert(1)"

[[card]]
id = "clean1"
kind = "record"
claim = "The river was clean enough to swim in for two summers"
source = "rivers"
answers = ["dirty1"]

[[card]]
id = "dirty1"
kind = "opposing-claim"
claim = "They say the river has never been clean"

[[card]]
id = "shut1"
kind = "story"
claim = "Jo Bloggs of Mill Lane fell ill after swimming"
quote = "I was in bed for a week."
handling = "restricted"
flags = ["victim"]
"""

SPEECH = """
title = "Rivers debate"
product = "speech"
date = 2025-03-04
slot = "5:00"

[[block]]
id = "b001"
heading = "Where we stand"

[[block]]
id = "b002"
card = "clean1"
level = 2
"""

FILES = {
    "library.toml": OFFICE,
    "school-meals.toml": MEALS,
    "water/rivers.toml": RIVERS,
    "outlines/rivers-debate.toml": SPEECH,
}


def write_library(folder: Path, files: dict[str, str]) -> Path:
    """Write the files of a library into a folder and return it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip("\n"), encoding="utf-8")
    return folder


class Heard(Notifications):
    """All that was said in toasts: one that is gone was said all the same, and a busy machine may be slower than it."""

    def __init__(self) -> None:
        """Nothing was said yet."""
        super().__init__()
        self.said: list[str] = []

    def add(self, notification: Notification) -> Self:
        """Show a toast, and keep what it says."""
        self.said.append(notification.message)
        return super().add(notification)


@dataclass
class Sitting:
    """Somebody at the desk: what they press, and what they then see."""

    desk: Desk
    hand: Hand

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, and let the desk come to rest."""
        for key in keys:
            self.send(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type as fast as the desk takes it, then let it come to rest."""
        for letter in text:
            self.send("space" if letter == " " else letter)
        await self.settle()

    def send(self, key: str) -> None:
        """Send a key as the terminal does: the desk lets keys take turns, so there is nothing to wait for."""
        character = " " if key == "space" else key if len(key) == 1 else None
        named = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        self.desk.post_message(events.Key(named, character))

    async def click(self, pane: str, words: str) -> None:
        """Click the first place in a pane where the words begin."""
        widget = self.desk.screen.query_one(pane)
        for y, line in enumerate(self.lines(pane)):
            if words in line:
                await self.hand.click(pane, offset=(line.index(words), y))
                await self.settle()
                return
        raise AssertionError(f"{words!r} is not in {pane} of {widget.size}: {self.lines(pane)}")

    async def settle(self) -> None:
        """Wait until no key waits, no work is under way, every search has answered and all of it is painted."""
        await come_to_rest(self.hand, self.desk)

    async def look_outside(self) -> None:
        """Let the desk look at all of its files, once it does not look at some already."""
        await self.settle()
        self.desk._look_outside()
        await self.settle()

    async def glance_outside(self) -> None:
        """Let the desk look at what is on the screen, as it does each second, once it does not look already."""
        await self.settle()
        self.desk._glance_outside()
        await self.settle()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds that comes of itself, without a key."""
        await until(self.hand, holds, self.text)

    def strips(self) -> list[Strip]:
        """The painted lines of the whole screen."""
        return self.desk.screen._compositor.render_strips()

    def lines(self, pane: str = "") -> list[str]:
        """The text on the screen, or in one pane of it, line by line."""
        rows = [strip.text for strip in self.strips()]
        if not pane:
            return rows
        region = self.desk.screen.query_one(pane).region
        return [row[region.x : region.right] for row in rows[region.y : region.bottom]]

    def text(self, pane: str = "") -> str:
        """The words on the screen, or in one pane, without the line breaks a narrow pane brings."""
        cleaned = (line.strip("│╭╮╰╯ ") for line in self.lines(pane))
        return " ".join(" ".join(cleaned).split())

    @property
    def told(self) -> list[str]:
        """What was said in toasts since one sat down."""
        heard = self.desk._notifications
        assert isinstance(heard, Heard)
        return heard.said

    @property
    def toasts(self) -> list[str]:
        """What the toasts say that are still there."""
        return [str(toast.render()) for toast in self.desk.screen.query(Toast)]

    @property
    def footer(self) -> str:
        """The line of keys."""
        return self.lines()[-1]


class Sit(Protocol):
    """Sits down at the desk with a library."""

    def __call__(
        self, folder: Path | None = None, *, size: tuple[int, int] = WIDE, tips: bool = False, theme: str = "dark"
    ) -> AbstractAsyncContextManager[Sitting]:
        """Open the desk; close it when the story is over."""


@asynccontextmanager
async def sitting(folder: Path, size: tuple[int, int], *, tips: bool, theme: str) -> AsyncIterator[Sitting]:
    """Open the desk on a library, wait until it is read, and close it at the end."""
    desk = Desk(folder)
    desk._notifications = Heard()
    desk.preferences = replace(desk.preferences, tips_seen=not tips)
    desk.theme = theme
    async with desk.run_test(size=size, notifications=True):
        at = Sitting(desk, Hand(desk))
        await at.settle()
        yield at
        desk.exit()  # as whoever leaves does: from here on no clock of the desk's rings

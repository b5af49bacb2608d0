"""A seat at the desk of a library of a million cards, with answers to searches that come when a story says so."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Collection, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event

from briefing.library.opened import OpenLibrary
from briefing.library.reading import Reading
from briefing.library.shelf import FileChange
from briefing.model.ids import CardId, NoteName, SourceId
from briefing.search.results import Hit, Hits
from briefing.tui.app import Desk
from briefing.tui.papers import Papers, Stop
from tests.stories.ground import WIDE, Heard, Sitting
from tests.stories.resting import Hand
from tests.tui.invented import NOTES, Invented


class InventedShelf:
    """Holds the invented library; nothing ever changes in it."""

    def __init__(self) -> None:
        """Make nothing yet."""
        self.library = Invented()

    def reading(self, file: str) -> Reading | None:
        """Nothing was read from a file."""
        return None

    def refresh(self) -> tuple[FileChange, ...]:
        """Nothing changes."""
        return ()

    def take(self, file: str, reading: Reading | None) -> None:
        """Nothing is saved."""


def hits(*numbers: int, count: int | None = None, settled: bool = True, suggestion: str = "") -> Hits:
    """An answer: cards of the invented library by their numbers."""
    found = tuple(
        Hit(CardId(f"c{number}"), "record", f"What was seen, number {number:,}", NoteName("f00/n000"), SourceId(""),
            "unchecked", "", "office")
        for number in numbers
    )  # fmt: skip
    return Hits(len(found) if count is None else count, count is None, found, settled, suggestion)


class InventedPapers(Papers):
    """Papers on an invented library. Whoever tells the story says what each search finds, and when."""

    def __init__(self, folder: Path) -> None:
        """Know no answer yet."""
        super().__init__(folder)
        self.shelf = InventedShelf()
        self.at_once: dict[str, Hits] = {}
        self.later: dict[str, Hits] = {}
        self.may_answer = Event()
        """Until it is set, the better answers are on their way."""
        self.may_answer.set()
        self.looks_for: list[str] = []
        """What better answers were begun for."""
        self.gave_up: list[str] = []
        """What was looked for until somebody typed on."""

    @property
    def is_current(self) -> bool:
        """Always."""
        return True

    def read(self, then: Callable[[], object], told: object) -> None:
        """Open it; there is nothing to bring up to date."""
        self.opened = OpenLibrary(self.folder, self.shelf)
        then()

    def refresh(self, then: object, told: object) -> tuple[FileChange, ...]:
        """Nothing changes."""
        return ()

    def glance(self, files: Collection[str], cards: Collection[str]) -> tuple[FileChange, ...]:
        """Nothing changes."""
        return ()

    def first(self, query: str, limit: int, stop: Stop) -> Hits | None:
        """Answer at once."""
        return self.at_once.get(query, hits())

    def find(self, query: str, limit: int, offset: int, stop: Stop) -> Hits | None:
        """Answer when that may be, unless nobody waits for it any more."""
        self.looks_for.append(query)
        while not self.may_answer.wait(0.005):
            if stop():
                self.gave_up.append(query)
                return None
        found = self.later[query]
        return replace(found, hits=found.hits[offset : offset + limit])

    def find_notes(self, query: str, limit: int) -> tuple[NoteName, ...]:
        """Find a topic by its number."""
        digits = "".join(filter(str.isdigit, query))
        place = int(digits) if digits else 0
        return (NoteName(f"f{place // NOTES:02}/n{place % NOTES:03}"),)


class LargeSitting(Sitting):
    """Somebody before the large library."""

    desk: Desk
    papers: InventedPapers

    @property
    def library(self) -> Invented:
        """The library, which counts what is asked of it."""
        return self.papers.shelf.library

    def rows(self, pane: str) -> Sequence[str]:
        """The lines of a pane without its frame and the spaces at the ends."""
        return [line.strip("│╭╮╰╯ ") for line in self.lines(pane)]


@asynccontextmanager
async def large_sitting(folder: Path, size: tuple[int, int] = WIDE) -> AsyncIterator[LargeSitting]:
    """Sit down before a library of a million cards."""
    desk = Desk(folder)
    papers = InventedPapers(folder)
    desk._notifications = Heard()
    desk.papers = papers
    desk.preferences = replace(desk.preferences, tips_seen=True)
    async with desk.run_test(size=size, notifications=True):
        at = LargeSitting(desk, Hand(desk))
        at.papers = papers
        await at.settle()
        yield at
        desk.exit()

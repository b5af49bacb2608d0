"""What follows a key comes in one frame."""

from __future__ import annotations

import asyncio

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Static

from briefing.tui.widgets import one_frame
from briefing.tui.widgets.one_frame import OneFrame


class Words(App[None]):
    """Two lines of words; it counts how often they were painted."""

    def __init__(self) -> None:
        """Nothing is painted yet."""
        super().__init__()
        self.painted = 0
        self.was_painted = asyncio.Event()

    def forget(self) -> None:
        """Count from now on."""
        self.painted = 0
        self.was_painted.clear()

    def compose(self) -> ComposeResult:
        """The words."""
        yield Static("one", id="upper")
        yield Static("one", id="lower")

    def _display(self, *what: object) -> None:
        self.painted += 1
        self.was_painted.set()
        super()._display(*what)  # type: ignore[arg-type]  # whatever the framework gives

    def change(self, name: str) -> None:
        """Write other words."""
        self.query_one(name, Static).update("two")

    @property
    def shown(self) -> list[str]:
        """The words that were painted."""
        return [strip.text.strip() for strip in self.screen._compositor.render_strips()][:2]


async def test_what_comes_one_after_the_other_is_painted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_frame, "FRAME", 0.5)
    app = Words()
    async with app.run_test(size=(40, 5)) as pilot:
        await pilot.pause()
        app.forget()
        OneFrame(app.query_one("#upper")).begin()
        app.change("#upper")
        await asyncio.sleep(0.05)
        assert not app.was_painted.is_set()
        app.change("#lower")
        await app.was_painted.wait()
        assert app.painted == 1
        assert app.shown == ["two", "two"]


async def test_it_is_painted_though_what_began_it_is_gone() -> None:
    app = Words()
    async with app.run_test(size=(40, 5)) as pilot:
        await pilot.pause()
        app.forget()
        OneFrame(app.query_one("#upper")).begin()
        await app.query_one("#upper").remove()
        app.change("#lower")
        await app.was_painted.wait()
        await pilot.pause()
        assert app.shown == ["two", ""]


async def test_begun_again_and_again_it_still_ends() -> None:
    app = Words()
    async with app.run_test(size=(40, 5)) as pilot:
        await pilot.pause()
        app.forget()
        frame = OneFrame(app.query_one("#upper"))
        app.change("#upper")
        while not app.painted:
            frame.begin()
            await asyncio.sleep(0.001)
        assert app.shown == ["two", "one"]


async def test_it_is_painted_at_once_when_all_has_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_frame, "FRAME", 3600.0)
    app = Words()
    async with app.run_test(size=(40, 5)) as pilot:
        await pilot.pause()
        app.forget()
        frame = OneFrame(app.query_one("#upper"))
        frame.begin()
        app.change("#upper")
        frame.end()
        await app.was_painted.wait()
        assert app.shown == ["two", "one"]


async def test_to_end_what_is_over_does_nothing() -> None:
    app = Words()
    async with app.run_test(size=(40, 5)) as pilot:
        await pilot.pause()
        frame = OneFrame(app.query_one("#upper"))
        frame.end()
        frame.begin()
        frame.end()
        frame.end()
        app.forget()
        app.change("#lower")
        await app.was_painted.wait()
        assert app.shown == ["one", "two"]

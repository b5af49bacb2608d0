"""The list that costs one screen however long it is."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.strip import Strip

from briefing.tui.bindings import bindings
from briefing.tui.commands import Place
from briefing.tui.widgets.literal import Line, Run
from briefing.tui.widgets.virtual_list import VirtualList

MILLION = 1_000_000


class Numbers(VirtualList):
    """A row for each number; it counts how often a row was asked for, and which lines were painted."""

    BINDINGS = bindings(Place.LIST)
    asked = 0

    def __init__(self) -> None:
        """Start with nothing painted."""
        super().__init__()
        self.painted: list[int] = []

    def paint_line(self, y: int) -> Strip:
        """Count the line."""
        self.painted.append(y)
        return super().paint_line(y)

    def line(self, index: int, width: int) -> Line:
        """Return the number."""
        self.asked += 1
        return (Run(f"{index:,}"),)

    def can_choose(self, index: int) -> bool:
        """Whether the number is not one of the headings."""
        return index not in {0, 3}


class Listing(App[None]):
    """A screen that is one list."""

    def __init__(self) -> None:
        """Keep what the list says."""
        super().__init__()
        self.moved: list[int] = []
        self.opened: list[int] = []

    def compose(self) -> ComposeResult:
        """The list."""
        yield Numbers()

    @property
    def numbers(self) -> Numbers:
        """The list."""
        return self.query_one(Numbers)

    def on_virtual_list_moved(self, event: VirtualList.Moved) -> None:
        """Keep which row was chosen."""
        self.moved.append(event.index)

    def on_virtual_list_opened(self, event: VirtualList.Opened) -> None:
        """Keep which row was opened."""
        self.opened.append(event.index)


def shown(pilot: Pilot[None]) -> list[str]:
    """The rows that can be seen."""
    return [strip.text.strip() for strip in pilot.app.screen._compositor.render_strips()]


async def test_a_million_rows_are_asked_for_one_screen_at_a_time() -> None:
    app = Listing()
    async with app.run_test(size=(40, 20)) as pilot:
        app.numbers.show_rows(MILLION)
        await pilot.pause()
        assert shown(pilot)[19] == "19"
        await pilot.press("end")
        await pilot.pause()
        assert shown(pilot)[19] == "999,999"
        await pilot.press("pageup", "up", "home")
        await pilot.pause()
        assert app.numbers.asked < 40 * 20


async def test_a_row_is_painted_once_while_it_lasts() -> None:
    app = Listing()
    async with app.run_test(size=(40, 20)) as pilot:
        app.numbers.show_rows(10)
        await pilot.press("down", "down", "up", "up", "down", "down", "up", "up")
        asked = app.numbers.asked
        await pilot.press("down", "down", "up", "up")
        assert app.numbers.asked == asked


async def test_of_other_rows_only_those_that_look_otherwise_are_painted_again() -> None:
    app = Listing()
    async with app.run_test(size=(40, 20)) as pilot:
        app.numbers.show_rows(10)
        await pilot.pause()
        app.numbers.painted.clear()
        app.numbers.show_rows(MILLION)
        await pilot.pause()
        assert sorted(app.numbers.painted) == list(range(10, 20))
        assert shown(pilot) == [str(number) for number in range(20)]
        app.numbers.painted.clear()
        app.numbers.show_rows(15, 4)
        await pilot.pause()
        assert sorted(app.numbers.painted) == [1, 4, *range(15, 20)]
        assert shown(pilot) == [*(str(number) for number in range(15)), *[""] * 5]


async def test_resizing_asks_for_one_screen_more() -> None:
    app = Listing()
    async with app.run_test(size=(40, 20)) as pilot:
        app.numbers.show_rows(MILLION)
        await pilot.pause()
        asked = app.numbers.asked
        await pilot.resize_terminal(60, 30)
        await pilot.pause()
        assert app.numbers.asked - asked <= 2 * 30


async def test_headings_are_passed_over() -> None:
    app = Listing()
    async with app.run_test(size=(40, 20)) as pilot:
        app.numbers.show_rows(10)
        assert app.numbers.cursor == 1
        await pilot.press("j", "j")
        assert app.numbers.cursor == 4
        await pilot.press("k", "k", "k", "k")
        assert app.numbers.cursor == 1
        assert 3 not in app.moved


async def test_the_chosen_row_stays_in_view() -> None:
    app = Listing()
    async with app.run_test(size=(40, 10)) as pilot:
        app.numbers.show_rows(100)
        await pilot.press(*["down"] * 15)
        assert "16" in shown(pilot)
        app.numbers.show_rows(100, cursor=90)
        await pilot.pause()
        assert "90" in shown(pilot)


async def test_enter_and_a_double_click_open_a_row() -> None:
    app = Listing()
    async with app.run_test(size=(40, 10)) as pilot:
        app.numbers.show_rows(10)
        await pilot.press("enter")
        await pilot.click(Numbers, offset=(2, 5))
        assert app.numbers.cursor == 5
        await pilot.double_click(Numbers, offset=(2, 6))
        assert app.opened == [1, 6]


async def test_an_empty_list_takes_every_key_and_says_why_it_is_empty() -> None:
    app = Listing()
    async with app.run_test(size=(40, 10)) as pilot:
        app.numbers.nothing = "Nothing here"
        app.numbers.show_rows(0)
        await pilot.press("down", "up", "enter", "end", "home", "pagedown")
        assert shown(pilot)[0] == "Nothing here"
        assert app.opened == []


async def test_fewer_rows_than_before_leave_the_cursor_on_one_of_them() -> None:
    app = Listing()
    async with app.run_test(size=(40, 10)) as pilot:
        app.numbers.show_rows(100, cursor=90)
        await pilot.pause()
        app.numbers.show_rows(5, cursor=90)
        await pilot.pause()
        assert app.numbers.cursor == 4
        assert shown(pilot)[4] == "4"

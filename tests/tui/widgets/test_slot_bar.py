"""The bar over the slot."""

from __future__ import annotations

import pytest

from briefing.tui.widgets.literal import Look
from briefing.tui.widgets.slot_bar import Gauge, SlotBar, bar


def gauge(seconds: float, slot: int | None = 300) -> Gauge:
    return Gauge("", 366, seconds, seconds * 150 / 170, seconds * 150 / 130, slot, 2)


def shown(gauge: Gauge, width: int) -> str:
    widget = SlotBar()
    widget.show(gauge)
    return "".join(run.text for run in widget.line(width))


@pytest.mark.parametrize(
    ("part", "shown"),
    [(0, "░░░░"), (0.5, "██░░"), (0.53125, "██▏░"), (1, "████"), (1.4, "████"), (-1, "░░░░")],
)
def test_a_bar_is_filled_in_eighths_of_a_cell_and_never_beyond_its_end(part: float, shown: str) -> None:
    assert bar(part, 4) == shown


@pytest.mark.parametrize(
    ("seconds", "look"), [(200, Look.GOOD), (279, Look.GOOD), (280, Look.WARN), (300, Look.WARN), (301, Look.BAD)]
)
def test_the_gauge_warns_when_the_slot_is_nearly_full_and_again_when_it_is_overrun(seconds: float, look: Look) -> None:
    assert gauge(seconds).look is look


def test_without_a_slot_nothing_is_too_long() -> None:
    assert gauge(9_999, None).look is Look.GOOD


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (120, " 366 words  2:26 (2:09 to 2:48) of 3:00  █████████████░░░  about 0:34 left  2 findings "),
        (80, " 2:26 (2:09 to 2:48) of 3:00  █████████████░░░  about 0:34 left  2 findings "),
        (62, " 2:26 (2:09 to 2:48) of 3:00  █████████████░░░  2 findings "),
        (44, " 2:26 (2:09 to 2:48) of 3:00  2 findings "),
        (38, " 2:26 of 3:00  2 findings "),
        (20, "2:26 of 3:00 "),
    ],
)
def test_the_range_is_the_last_but_one_to_give_way(width: int, line: str) -> None:
    told = shown(gauge(146, 180), width)
    assert len(told) <= width
    assert told.split() == line.split()


def test_without_a_slot_it_says_how_long_it_takes() -> None:
    assert shown(gauge(146, None), 80).split() == "366 words 2:26 (2:09 to 2:48) 2 findings".split()


def test_what_takes_no_time_has_no_range() -> None:
    assert "0:00 of 3:00" in shown(gauge(0, 180), 80)


def test_it_says_by_how_much_the_slot_is_overrun() -> None:
    assert "3:20 (2:56 to 3:51) of 3:00" in shown(gauge(200, 180), 80)
    assert "over by about 0:20" in shown(gauge(200, 180), 120)

"""The bar over the slot."""

from __future__ import annotations

import pytest

from briefing.tui.widgets.literal import Look
from briefing.tui.widgets.slot_bar import Gauge, bar


def gauge(seconds: float, slot: int | None = 300) -> Gauge:
    return Gauge("", 0, seconds, slot)


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

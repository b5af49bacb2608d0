"""What the line at the top says of a library."""

from __future__ import annotations

from briefing.model.library import WholeLibrary
from briefing.tui.screens.desk_pages import Done, status
from tests.tui.invented import Invented


def words(done: Done, *, empty: bool = False) -> str:
    """The right side of the line, as words."""
    _, right = status(WholeLibrary() if empty else Invented(), done)
    return "".join(run.text for run in right)


def test_what_is_not_counted_yet_is_not_called_none() -> None:
    assert words(Done(indexed=0.0), empty=True).startswith("indexing …")
    assert words(Done(), empty=True).startswith("0 cards · 0 notes · saved")


def test_it_says_what_is_done_in_the_background() -> None:
    counts = "1,000,000 cards · 20,000 notes"
    assert words(Done()).startswith(f"{counts} · saved")
    assert words(Done(indexed=0.42)).startswith(f"{counts} · indexing 42 %")
    assert words(Done(indexed=0.42, checked=0.07)).startswith(f"{counts} · checking 7 %, c stops")

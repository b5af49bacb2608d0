"""What to check next, at the desk: one key lists it, enter checks the first, and the next one waits."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.library.opened import OpenLibrary
from briefing.tui import queue
from briefing.tui.dialogs.check_card import CheckCard, Tick
from briefing.tui.screens.choosing import Choose
from tests.stories.ground import SMALL, Sit, Sitting


async def open_queue(at: Sitting) -> None:
    """Leave the search box and ask what to check."""
    await at.press("escape", "u")


def listed(at: Sitting) -> list[str]:
    """The rows of the list."""
    found = at.lines("ChoiceList")
    return [row.strip() for row in found if row.strip()]


async def test_one_key_lists_what_to_check_the_most_used_first(sit: Sit) -> None:
    async with sit() as at:
        await open_queue(at)
        rows = listed(at)
        assert rows[0].startswith("? The river was clean enough to swim in for two summers")
        assert rows[0].endswith("unchecked · in 1")
        assert any(row.startswith("! A meal costs ninety-nine pence") and row.endswith("disputed") for row in rows)
        assert len(rows) == 6


async def test_it_narrows_as_one_types(sit: Sit) -> None:
    async with sit() as at:
        await open_queue(at)
        await at.type("disputed")
        (row,) = listed(at)
        assert "ninety-nine" in row


async def test_a_checked_card_leaves_it_and_the_next_one_waits(library: Path, sit: Sit) -> None:
    async with sit() as at:
        await open_queue(at)
        await at.type("every pupil")
        await at.press("enter")
        assert isinstance(at.desk.screen, CheckCard)
        for _ in at.desk.screen.query(Tick):
            await at.press("space", "down")
        await at.type("Jo Hall")
        await at.press("f2")
        assert OpenLibrary(library).library.cards["meals4all"].standing == "checked"
        assert isinstance(at.desk.screen, Choose)
        rows = listed(at)
        assert len(rows) == 5
        assert not any("Every pupil" in row for row in rows)


async def test_a_restricted_card_is_listed_without_its_words(sit: Sit) -> None:
    async with sit() as at:
        await open_queue(at)
        assert any("restricted" in row for row in listed(at))
        assert "Jo Bloggs" not in at.text()


async def test_of_a_large_library_it_lists_what_is_in_use_and_the_chosen_note(
    library: Path, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "MOST", 3)
    async with sit() as at:
        await open_queue(at)
        (row,) = listed(at)
        assert "The river was clean enough" in row
        await at.press("escape", "escape", "down", "u")
        assert len(listed(at)) == 4
        assert "cards in use, and of the chosen note" in at.text()


async def test_there_is_room_for_it_in_a_small_terminal(sit: Sit) -> None:
    async with sit(size=SMALL) as at:
        await open_queue(at)
        assert len(listed(at)) == 6
        assert "unchecked · in 1" in at.text()

"""Keeping the text of a source at the desk: in one step, from a file or pasted."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from briefing.library.opened import OpenLibrary
from briefing.tui.dialogs.keep_text import KeepText
from briefing.tui.forms.editors import LineEditor, TextEditor, fill
from tests.stories.ground import SMALL, WIDE, Sit, Sitting

WORDS = "Meals in Westmarch.\fSome 41 per cent of pupils took a meal on the day of the survey [sic].\n"


async def ask(at: Sitting) -> KeepText:
    """Find a card and ask to keep the text of its source."""
    await at.type("lunch")
    await at.press("enter", "S")
    assert isinstance(at.desk.screen, KeepText)
    return at.desk.screen


def kept(library: Path) -> dict[str, object]:
    """What the source says of its text."""
    opened = OpenLibrary(library).library
    return dict(opened.sources[opened.cards["eat4lunch"].source].text)


async def test_a_text_file_is_kept_and_the_cards_compared_with_it(library: Path, sit: Sit, tmp_path: Path) -> None:
    (tmp_path / "meals.txt").write_text(WORDS, encoding="utf-8")
    async with sit() as at:
        await ask(at)
        await at.type(str(tmp_path / "meals.txt"))
        await at.press("enter")
        assert "The text is kept. Exact words of 1 card: 1 moved." in " ".join(at.toasts)
    assert kept(library)["pages"] == 2


async def test_words_are_pasted_and_kept(library: Path, sit: Sit) -> None:
    async with sit() as at:
        screen = await ask(at)
        fill(screen.query_one("#pasted", TextEditor), WORDS)
        await at.press("f2")
        assert "The text is kept." in " ".join(at.toasts)
    assert kept(library)["sha256"]
    assert len(list((library / "sources").iterdir())) == 1


async def test_what_the_terminal_pastes_keeps_its_pages(library: Path, sit: Sit) -> None:
    async with sit() as at:
        screen = await ask(at)
        screen.query_one("#pasted", TextEditor).focus()
        at.desk.post_message(events.Paste(WORDS))
        await at.settle()
        assert screen.query_one("#pasted", TextEditor).whole_text == WORDS
        await at.press("f2")
    assert kept(library)["pages"] == 2


async def test_keeping_a_text_is_undone_like_any_change(library: Path, sit: Sit) -> None:
    async with sit() as at:
        screen = await ask(at)
        fill(screen.query_one("#pasted", TextEditor), WORDS)
        await at.press("f2", "z")
        assert kept(library) == {}
        await at.press("Z")
        assert kept(library)["pages"] == 2


async def test_what_cannot_be_kept_is_said_and_nothing_is_lost(library: Path, sit: Sit, tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    async with sit() as at:
        screen = await ask(at)
        for file, said in (
            ("", "Name a text file, or paste the words."),
            (str(tmp_path / "gone.txt"), "There is no file"),
            (str(tmp_path / "latin.txt"), "The text is not plain text in UTF-8."),
            (str(tmp_path), "directory"),
        ):
            screen.query_one("#file", LineEditor).value = file
            await at.press("enter")
            assert isinstance(at.desk.screen, KeepText)
            assert said in at.text("#lacking") or file == str(tmp_path)
        fill(screen.query_one("#pasted", TextEditor), WORDS)
        await at.press("enter")
        assert "not both" in at.text("#lacking")
        await at.press("escape")
    assert kept(library) == {}
    assert not (library / "sources").exists()


async def test_no_other_text_takes_the_place_of_one_that_is_kept(library: Path, sit: Sit) -> None:
    async with sit() as at:
        await at.type("lunch")
        await at.press("enter")
        for words in (WORDS, "Other words."):
            await at.press("S")
            screen = at.desk.screen
            fill(screen.query_one("#pasted", TextEditor), words)
            await at.press("f2")
        assert "is there already" in " ".join(at.toasts)
    assert kept(library)["pages"] == 2


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_it_fits_the_screen(sit: Sit, size: tuple[int, int]) -> None:
    async with sit(size=size) as at:
        await ask(at)
        await at.press("enter")
        assert at.desk.screen.query_one("#yes").region.bottom < size[1]

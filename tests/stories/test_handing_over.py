"""Making the Word document: as what, for whom, and what keeps it in the office."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.tui.screens.outline import OutlineScreen
from tests.stories.assembling import CLAIMS, assembling, burst, said_in_word
from tests.stories.ground import Sitting
from tests.word.template.ground import template_parts, zipped


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "notes"


def made(folder: Path) -> list[str]:
    """The documents that are there."""
    return sorted(path.name for path in (folder.parent / "exports").glob("*.docx"))


def record(folder: Path) -> dict[str, object]:
    """What the one record says."""
    (path,) = (folder.parent / "exports").glob("*.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def hide_a_character(folder: Path) -> None:
    """Put a zero-width space into a claim, as copying from a web page may."""
    path = folder / "westmarch.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("The ferry", "The\u200b ferry"), encoding="utf-8")


async def add(at: Sitting, *words: str) -> None:
    """Search cards and add them, then go to the outline."""
    for word in words:
        await at.type(word)
        await at.press("enter")
    await at.press("tab")


class DescribeTheDocument:
    async def it_is_recorded_with_whom_it_is_for_and_who_made_it(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await add(at, "ferry")
            await at.press("x", "shift+tab", "shift+tab")
            await at.type("the Member")
            await at.press("tab")
            await at.type("Jo Hall")
            await at.press("f2")
            assert "Show folder" in at.text()
        assert (record(folder)["for"], record(folder)["by"]) == ("the Member", "Jo Hall")

    async def it_says_what_to_look_at_before_it_is_handed_over(self, folder: Path) -> None:
        async with assembling(folder) as at:
            path = folder / "westmarch.toml"
            doubt = 'claim = "The ferry to'
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace(doubt, f'status = "disputed"\nwhy = "Not 212"\n{doubt}'), encoding="utf-8")
            await at.look_outside()
            await add(at, "ferry")
            await at.press("x", "enter")
            assert "Look at this before you hand it over" in at.text()
            assert "disputed" in at.text()

    async def it_may_be_another_product_this_once(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await add(at, "ferry")
            await at.press("x", "shift+tab", "shift+tab", "shift+tab", "right", "f2")
        assert record(folder)["product"] == "speech"

    async def its_path_is_on_the_clipboard_where_no_window_can_open(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            monkeypatch.delenv(name, raising=False)
        async with assembling(folder) as at:
            await add(at, "ferry")
            await at.press("x", "enter", "enter")
            assert at.desk.clipboard == str(folder.parent / "exports" / "done.docx")

    async def it_is_made_as_a_pdf_too_where_libreoffice_is_there(
        self, folder: Path, needs: Callable[[str], Path]
    ) -> None:
        needs("soffice")
        async with assembling(folder) as at:
            await add(at, "ferry")
            await at.press("x", "enter")
            await at.press("tab", "tab", "enter")
            await at.until(lambda: "done.pdf" in at.text())
        assert (folder.parent / "exports" / "done.pdf").read_bytes().startswith(b"%PDF-")

    async def it_is_set_on_the_office_s_own_template(self, folder: Path) -> None:
        async with assembling(folder) as at:
            (folder / "office.dotx").write_bytes(zipped(template_parts()))
            with (folder / "library.toml").open("a", encoding="utf-8") as library:
                library.write('\n[settings.layout]\ntemplate = "office.dotx"\n')
            await at.look_outside()
            await add(at, "ferry")
            await at.press("x", "enter")
            assert "The template has no style" in at.text()

    async def it_is_not_made_before_all_that_was_done_is_saved(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await add(at, "ferry", "harbour", "lantern")
            await burst(at, "K", "d", "x", "enter")
            assert "Show folder" in at.text()
        said = {text.rstrip(".") for text, _ in said_in_word(folder.parent / "exports" / "done.docx")}
        assert said & set(CLAIMS.values()) == {CLAIMS["ferry"], CLAIMS["harbour"]}

    async def it_is_never_made_twice_by_leaning_on_the_key(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await add(at, "ferry")
            await at.press("x", "f2", "f2", "f2")
        assert made(folder) == ["done.docx"]


class DescribeWhatKeepsItInTheOffice:
    async def it_is_said_with_what_to_do_and_leads_to_the_block(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await add(at, "kind:story", "ferry")
            await at.press("x", "enter")
            assert "Not made" in at.text()
            assert "Take the block out" in at.text()
            await at.press("enter")
            assert isinstance(at.desk.screen, OutlineScreen)
            assert at.desk.screen.chosen is not None
            assert at.desk.screen.chosen.card == "shut1"
        assert made(folder) == []

    async def it_cannot_be_waved_through_where_a_card_is_restricted(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await add(at, "kind:story")
            await at.press("x", "enter")
            assert not at.desk.screen.query_one("#acknowledging").display
            await at.press("f2", "f2")
        assert made(folder) == []

    async def it_can_be_acknowledged_with_a_reason_where_characters_are_hidden(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await add(at, "ferry")
            hide_a_character(folder)
            await at.look_outside()
            await at.press("x", "enter")
            assert "Not made" in at.text()
            assert at.desk.screen.query_one("#acknowledging").display
            await at.press("f2")
            assert made(folder) == []
            at.desk.screen.query_one("#reason").focus()
            await at.type("quoted as it came")
            await at.press("f2")
        assert made(folder) == ["done.docx"]
        assert "quoted as it came" in str(record(folder)["acknowledged"])


class DescribeReadingItFirst:
    async def it_is_shown_whole_as_it_will_read_with_about_how_many_pages(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await add(at, "ferry", "harbour")
            await at.press("r")
            await at.until(lambda: "about one page" in at.text())
            assert CLAIMS["ferry"] in at.text()
            assert CLAIMS["harbour"] in at.text()
            await at.press("escape")
            assert "about one page" not in at.text()

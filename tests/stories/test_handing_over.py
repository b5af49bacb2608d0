"""Making the Word document: as what, for whom, and what keeps it in the office."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.model.fields import PRODUCTS
from briefing.tui.screens.outline import OutlineScreen
from tests.stories.assembling import CLAIMS, assembling, burst, said_in_word
from tests.stories.ground import SMALL, WIDE, Sitting
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
            await at.press("x")
            at.desk.screen.query_one("#by").focus()
            await at.type("A. Researcher")
            await at.press("f2")
            assert "Not made" in at.text()
            at.desk.screen.query_one("#reason").focus()
            await at.type("they count it so")
            await at.press("f2")
            assert "Look at this before you hand it over" in at.text()
            assert "disputed" in at.text()

    async def it_may_be_another_product_this_once(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await add(at, "ferry")
            await at.press("x")
            at.desk.screen.query_one("#product").focus()
            steps = PRODUCTS.index("speech") - PRODUCTS.index("briefing")
            await at.press(*["right" if steps > 0 else "left"] * abs(steps), "f2")
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
            assert "It cannot be opened from here. The path is on the clipboard." in at.text("#told")
            assert "Open (o)" in at.lines("#export .answers")[0]
            await at.press("f")
            assert at.desk.clipboard == str(folder.parent / "exports")

    async def it_is_made_as_a_pdf_too_where_libreoffice_is_there(
        self, folder: Path, needs: Callable[[str], Path]
    ) -> None:
        needs("soffice")
        async with assembling(folder) as at:
            await add(at, "ferry")
            await at.press("x", "enter", "p")
            await at.until(lambda: "done.pdf" in at.text())
            assert "done.docx" in at.text()
        assert (folder.parent / "exports" / "done.pdf").read_bytes().startswith(b"%PDF-")

    async def it_is_made_as_plain_text_and_markdown_too_where_that_is_ticked(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await add(at, "ferry")
            await at.press("x")
            at.desk.screen.query_one("#also").focus()
            await at.press("right", "space", "right", "space", "f2")
            assert "done.txt" in at.text()
            assert "done.md" in at.text()
        for name in ("done.txt", "done.md"):
            assert CLAIMS["ferry"] in (folder.parent / "exports" / name).read_text(encoding="utf-8")
        assert {"text_sha256", "markdown_sha256"} <= record(folder).keys()

    async def it_says_which_of_its_forms_are_of_an_earlier_one(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await add(at, "ferry")
            await at.press("x")
            at.desk.screen.query_one("#also").focus()
            await at.press("right", "space", "f2")
            assert "earlier export" not in at.text("#told")
            await at.press("escape", "shift+tab")
            await at.type("harbour")
            await at.press("enter", "tab", "x", "enter")
            assert "done.txt beside it is from an earlier export" in at.text("#told")
        assert CLAIMS["harbour"] not in (folder.parent / "exports" / "done.txt").read_text(encoding="utf-8")

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


async def give_the_office_a_template(at: Sitting, folder: Path) -> None:
    """Name a template in the office's settings."""
    (folder / "office.dotx").write_bytes(zipped(template_parts()))
    with (folder / "library.toml").open("a", encoding="utf-8") as library:
        library.write('\n[settings.layout]\ntemplate = "office.dotx"\n')
    await at.look_outside()


async def choose_another_template(at: Sitting, path: str) -> None:
    """Ask for the document, and for another file as its template."""
    await at.press("x")
    at.desk.screen.query_one("#templates").focus()
    await at.press("right", "right", "tab")
    await at.type(path)


@pytest.mark.parametrize("size", [WIDE, SMALL], ids=["wide", "small"])
class DescribeItsTemplate:
    async def it_is_the_office_s_own_by_its_name_and_what_it_lacks_is_said(
        self, folder: Path, size: tuple[int, int]
    ) -> None:
        async with assembling(folder, size) as at:
            await give_the_office_a_template(at, folder)
            await add(at, "ferry")
            await at.press("x")
            assert "● office.dotx" in at.text()
            await at.press("enter")
            assert "The template has no style" in at.text("#told")

    async def it_is_the_house_template_where_that_is_chosen(self, folder: Path, size: tuple[int, int]) -> None:
        async with assembling(folder, size) as at:
            await give_the_office_a_template(at, folder)
            await add(at, "ferry")
            await at.press("x")
            at.desk.screen.query_one("#templates").focus()
            await at.press("right")
            assert "● the house template" in at.text()
            await at.press("f2")
            assert "Show folder" in at.text()
            assert "The template has no style" not in at.text("#told")

    async def it_may_be_another_file_whose_path_is_completed(self, folder: Path, size: tuple[int, int]) -> None:
        (folder.parent / "letters").mkdir(parents=True)
        (folder.parent / "letters" / "guest.dotx").write_bytes(zipped(template_parts()))
        async with assembling(folder, size) as at:
            await add(at, "ferry")
            await choose_another_template(at, "../le")
            await at.press("right")
            await at.type("gu")
            await at.press("right")
            assert "../letters/guest.dotx" in at.text()
            await at.press("f2")
            assert "The template has no style" in at.text("#told")
        assert made(folder) == ["done.docx"]

    async def it_is_refused_with_a_reason_where_it_cannot_be_used_and_another_may_be_chosen(
        self, folder: Path, size: tuple[int, int]
    ) -> None:
        async with assembling(folder, size) as at:
            (folder / "letters.docm").write_bytes(zipped({**template_parts(), "word/vbaProject.bin": b"1"}))
            await add(at, "ferry")
            await choose_another_template(at, "letters.docm")
            await at.press("f2")
            assert "letters.docm: This file holds macros, so it is not used as a template." in at.text("#told")
            assert at.desk.screen.focused is at.desk.screen.query_one("#template-path")
            assert made(folder) == []
            await at.press("up", "left", "f2")
            assert "Show folder" in at.text()
        assert made(folder) == ["done.docx"]

    async def it_is_asked_for_where_none_was_named(self, folder: Path, size: tuple[int, int]) -> None:
        async with assembling(folder, size) as at:
            await add(at, "ferry")
            await choose_another_template(at, "")
            await at.press("f2")
            assert "Type the path of the template" in at.text("#told")
        assert made(folder) == []


class DescribeAFileThatIsThereAlready:
    async def it_is_left_alone_where_somebody_has_marked_it(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await add(at, "ferry")
            await at.press("x", "enter", "escape")
            document = folder.parent / "exports" / "done.docx"
            marked = document.read_bytes() + b" "
            document.write_bytes(marked)
            await at.press("x", "enter")
            assert "done-2.docx" in at.text()
            assert "done.docx has been changed since it was exported" in at.text("#told")
            assert "The new one is done-2.docx." in at.text("#told")
        assert document.read_bytes() == marked
        assert made(folder) == ["done-2.docx", "done.docx"]

    async def it_is_left_alone_where_word_holds_it_open(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await add(at, "ferry")
            await at.press("x", "enter", "escape")
            document = folder.parent / "exports" / "done.docx"
            before = document.read_bytes()
            document.with_name("~$done.docx").write_bytes(b"Jo Hall")
            await at.press("shift+tab")
            await at.type("harbour")
            await at.press("enter", "tab", "x", "enter")
            assert "done-2.docx" in at.text()
            assert "done.docx is open in Word" in at.text("#told")
        assert document.read_bytes() == before


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
            assert "nobody is named who does" in at.text()
            at.desk.screen.query_one("#by").focus()
            await at.type("A. Researcher")
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

    async def it_is_made_from_there(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await add(at, "ferry")
            await at.press("r", "x", "enter")
            assert "Show folder" in at.text()
        assert made(folder) == ["done.docx"]

    async def it_says_where_it_is_longer_than_is_the_custom(self, folder: Path) -> None:
        async with assembling(folder) as at:
            path = folder / "outlines" / "done.toml"
            text = path.read_text(encoding="utf-8").replace("briefing", "lines")
            words = "Nobody waits here. " * 20
            blocks = (f'\n[[block]]\nid = "b{number}"\ntext = "{words}"\n' for number in range(20))
            path.write_text("".join((text, *blocks)), encoding="utf-8")
            await at.look_outside()
            await at.press("tab", "r")
            await at.until(lambda: "As it will read: about" in at.text())
            assert "Lines to take: one page by custom" in at.text("#reading")

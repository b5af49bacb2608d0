"""Acting on a card: copying it, adding it to an outline, checking the library."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest

from briefing.catalogue import checking
from briefing.catalogue.checking import check_folder
from briefing.tui import clipboard
from briefing.tui.forms.form import Form
from briefing.tui.widgets.reader import Reader
from tests.stories.ground import Sit, Sitting


def a_program(folder: Path, name: str, script: str) -> Path:
    """An outside program of the test's own, which keeps what it is given beside itself."""
    folder.mkdir(exist_ok=True)
    program = folder / name
    program.write_text(f"#!{sys.executable}\nimport pathlib, sys\n{script}\n")
    program.chmod(0o755)
    return program


@pytest.fixture
def no_clipboard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without any clipboard program."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))


@pytest.mark.usefixtures("no_clipboard")
async def test_a_copy_holds_the_claim_the_exact_words_and_the_citation(sit: Sit) -> None:
    async with sit() as at:
        await at.type("lunch")
        await at.press("enter", "y")
        assert at.desk.clipboard == (
            "Four in ten pupils in Westmarch eat a school lunch\n"
            "“Some 41 per cent of pupils took a meal on the day of the survey [sic].”\n"
            "Westmarch Council, Meals in Westmarch Schools, 4 May 2023, page 7 (www.example.org). "
            "https://www.example.org/meals"
        )
        assert any("Whether it arrived cannot be seen" in said for said in at.told)


@pytest.mark.skipif(os.name == "nt", reason="needs a program of a POSIX system")
async def test_a_copy_reaches_the_clipboard_of_the_system_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sit: Sit
) -> None:
    kept = tmp_path / "kept"
    a_program(tmp_path / "bin", "xclip", f"pathlib.Path({str(kept)!r}).write_bytes(sys.stdin.buffer.read())")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(clipboard, "PATIENCE", 60.0)  # Python starts more slowly than a clipboard
    async with sit() as at:
        await at.type("lunch")
        await at.press("enter", "y")
        assert kept.read_text().startswith("Four in ten")
        assert "Copied, through xclip and the terminal (OSC 52)." in at.told


@pytest.mark.usefixtures("no_clipboard")
async def test_a_disputed_card_takes_its_reason_along(sit: Sit) -> None:
    async with sit() as at:
        await at.type("ninety")
        await at.press("enter", "y")
        assert "Disputed: The report gives the price of 2019." in at.desk.clipboard


@pytest.mark.usefixtures("no_clipboard")
async def test_private_words_are_not_copied(sit: Sit) -> None:
    async with sit() as at:
        await at.type("offer")
        await at.press("enter", "y")
        assert "Every pupil" in at.desk.clipboard
        assert "cook" not in at.desk.clipboard


async def select(at: Sitting, pane: str, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Draw the mouse over a pane, from one cell of it to another."""
    corner = at.desk.screen.query_one(pane).region.offset
    await at.hand.mouse_down(offset=corner + start)
    await at.hand.hover(offset=corner + end)
    await at.hand.mouse_up(offset=corner + end)
    await at.settle()


@pytest.mark.usefixtures("no_clipboard")
async def test_words_selected_with_the_mouse_are_copied(sit: Sit) -> None:
    async with sit() as at:
        await at.type("lunch")
        await at.press("enter")
        await select(at, "#reader", (2, 3), (30, 4))
        await at.press("ctrl+c")
        assert at.desk.clipboard == "Four in ten pupils in Westmarch eat a\nschool lunch"


@pytest.mark.usefixtures("no_clipboard")
async def test_private_words_are_not_copied_with_the_mouse_either(sit: Sit) -> None:
    async with sit() as at:
        await at.type("offer")
        await at.press("enter")
        assert "Ask the cook" in at.text("#reader")
        await select(at, "#reader", (2, 3), (38, 20))
        await at.press("ctrl+c")
        assert "Every pupil" in at.desk.clipboard
        assert "cook" not in at.desk.clipboard


async def test_a_card_is_added_to_the_outline_one_chooses_and_the_choice_is_offered_again(
    library: Path, sit: Sit
) -> None:
    async with sit() as at:
        await at.type("lunch")
        await at.press("enter", "a")
        assert "Add to which outline?" in at.text()
        await at.press("enter")
        assert any("Added to “Rivers debate”" in said for said in at.told)
        assert 'card = "eat4lunch"' in (library / "outlines/rivers-debate.toml").read_text()
        assert "Used in Rivers debate" in at.text("#reader")
        assert at.desk.preferences.last_outline == "rivers-debate"


async def test_the_other_side_is_added_as_an_attack_to_answer(library: Path, sit: Sit) -> None:
    async with sit() as at:
        await at.type("never been clean")
        await at.press("enter", "a", "enter")
        assert 'attack = "dirty1"' in (library / "outlines/rivers-debate.toml").read_text()


async def test_checking_lists_what_is_wrong_with_its_place_and_how_to_mend_it(library: Path, sit: Sit) -> None:
    meals = library / "school-meals.toml"
    meals.write_text(meals.read_text().replace("as_of = 2023-05-04", 'as_of = "soon"'))
    async with sit() as at:
        await at.press("escape", "c")
        assert "What is wrong in the library" in at.text()
        assert "school-meals.toml:" in at.text()
        assert "as_of" in at.text()
        await at.press("escape")
        assert "What is wrong" not in at.text()


async def test_checking_tells_of_a_setting_that_cannot_be(library: Path, sit: Sit) -> None:
    with (library / "library.toml").open("a", encoding="utf-8") as file:
        file.write('\n[settings.layout]\npaper = "foolscap"\n')
    async with sit() as at:
        await at.press("escape", "c")
        assert "library.toml:" in at.text()
        assert "paper" in at.text()


async def test_an_unsafe_address_is_no_link(sit: Sit) -> None:
    async with sit() as at:
        await at.type("swim")
        assert "Readings of the river" in at.text("#reader")
        assert not any(target.startswith("url:") for _, target in at.desk.screen.query_one(Reader)._links)


@pytest.fixture
def damaged(library: Path) -> Path:
    """The library with two damaged cards."""
    meals = library / "school-meals.toml"
    meals.write_text(meals.read_text().replace('id = "costs99"', "id = ").replace("supports = [", "supports = [1, "))
    return library


@pytest.fixture
def may_end(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """A check of the library takes until this is set, unless it is stopped."""
    may_end = Event()

    def check(folder: Path, told: Callable[[float], None]) -> checking.Checked:
        while not may_end.wait(0.005):
            told(0)
        return check_folder(folder, told)

    monkeypatch.setattr(checking, "check_folder", check)
    yield may_end
    may_end.set()


@pytest.mark.usefixtures("damaged")
class DescribeChecking:
    async def it_lists_what_is_wrong(self, sit: Sit) -> None:
        async with sit() as at:
            await at.press("escape", "c")
            assert "What is wrong in the library" in at.text()
            assert "checking" not in at.lines()[0]

    @pytest.mark.usefixtures("may_end")
    async def it_says_how_far_it_is_and_stops_when_asked_again(self, sit: Sit) -> None:
        async with sit() as at:
            await at.press("escape")
            at.send("c")
            await at.until(lambda: "c stops" in at.lines()[0])
            at.send("c")
            await at.settle()
            assert "Stopped checking. c begins again." in at.told
            assert "What is wrong in the library" not in at.text()
            assert "saved" in at.lines()[0]

    async def it_does_not_lie_down_on_what_one_does_meanwhile(self, sit: Sit, may_end: Event) -> None:
        async with sit() as at:
            await at.press("escape")
            at.send("c")
            at.send("t")
            await at.until(lambda: isinstance(at.desk.screen, Form))
            may_end.set()
            await at.settle()
            assert "What is wrong in the library" not in at.text()
            assert any("On the desk c lists them." in said for said in at.told)
            await at.press("escape", "c")
            assert "What is wrong in the library" in at.text()

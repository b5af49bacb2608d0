"""Checking a card at the desk: looking at each thing, ticking it, and putting one's name to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Button

from briefing.library.opened import OpenLibrary
from briefing.model.card import Card
from briefing.tui.dialogs.check_card import CheckCard, Tick
from briefing.tui.forms.form import Form
from tests.stories.ground import SMALL, WIDE, Sit, Sitting


async def look_at(at: Sitting, words: str) -> None:
    """Find a card and ask to check it."""
    await at.type(words)
    await at.press("enter", "v")


async def tick_all(at: Sitting) -> None:
    """Tick every question, going from one to the next."""
    at.desk.screen.query(Tick).first().focus()
    for _ in at.desk.screen.query(Tick):
        await at.press("space", "down")


def kept(library: Path, card: str) -> Card:
    """The card as it stands in its file."""
    return OpenLibrary(library).library.cards[card]


def asked(at: Sitting) -> str:
    """What the question on the screen says."""
    return at.text("#check-card")


async def test_each_question_stands_over_what_one_looks_at_for_it(sit: Sit) -> None:
    async with sit() as at:
        await look_at(at, "lunch")
        said = asked(at)
        looked_at = [
            "The claim says what the source says",
            "Four in ten pupils in Westmarch eat a school lunch",
            "Westmarch Council, Meals in Westmarch Schools, 4 May 2023, page 7",
            "These are the exact words of the source",
            "“Some 41 per cent of pupils took a meal on the day of the survey [sic].”",
            "is not kept: compare the words by eye.",
            "It holds for these, there and then",
            "pupils aged 5 to 16 · Westmarch · 2022-23",
            "It is still so",
            "True on 4 May 2023",
        ]
        places = [said.index(words) for words in looked_at]
        assert places == sorted(places)


async def test_what_is_missing_is_said_and_leads_to_its_field_and_back(library: Path, sit: Sit) -> None:
    async with sit() as at:
        await look_at(at, "lunch")
        assert "It cannot be marked as checked yet: it needs the unit (unit)." in asked(at)
        await at.press("enter")
        assert isinstance(at.desk.screen, Form)
        await at.type("of all pupils")
        await at.press("f2")
        assert isinstance(at.desk.screen, CheckCard)
        assert "cannot be marked" not in asked(at)
        assert "pupils aged 5 to 16 · of all pupils · Westmarch · 2022-23" in asked(at)
        assert kept(library, "eat4lunch").standing == "unchecked"


async def test_a_field_in_a_folded_group_is_unfolded(library: Path, sit: Sit) -> None:
    rivers = library / "water/rivers.toml"
    rivers.write_text(rivers.read_text().replace('kind = "record"', 'kind = "commitment"'), encoding="utf-8")
    async with sit() as at:
        await look_at(at, "swim in")
        await at.press("e")
        await at.type("Jo Hall")
        await at.press("f2")
        assert kept(library, "clean1").owner == "Jo Hall"


async def test_a_check_is_recorded_with_who_and_when(library: Path, sit: Sit) -> None:
    async with sit() as at:
        await look_at(at, "every pupil")
        await tick_all(at)
        await at.type("Jo Hall")
        await at.press("f2")
        card = kept(library, "meals4all")
        assert (card.standing, card.checked["by"]) == ("checked", "Jo Hall")
        assert any("Checked by Jo Hall" in said for said in at.told)
        assert "✓ checked" in at.text("#reader")
        await at.press("z")
        assert kept(library, "meals4all").standing == "unchecked"


async def test_the_name_is_offered_again(library: Path, sit: Sit) -> None:
    async with sit() as at:
        await look_at(at, "every pupil")
        await tick_all(at)
        await at.type("Jo Hall")
        await at.press("f2", "v")
        assert "Jo Hall" in asked(at)


async def test_nothing_is_recorded_that_was_not_looked_at_or_not_signed(library: Path, sit: Sit) -> None:
    async with sit() as at:
        await look_at(at, "every pupil")
        await at.press("f2")
        assert "what is not ticked was not checked" in asked(at)
        await tick_all(at)
        await at.press("f2")
        assert "Say who checked it." in asked(at)
        await at.press("escape")
        assert kept(library, "meals4all").status == "unchecked"


async def test_a_doubt_is_shown_before_one_signs(sit: Sit) -> None:
    async with sit() as at:
        await look_at(at, "ninety")
        assert "Disputed: The report gives the price of 2019." in asked(at)


async def test_a_form_marks_no_card_as_checked_that_lacks_something(library: Path, sit: Sit) -> None:
    async with sit() as at:
        await at.type("every pupil")
        await at.press("enter", "e")
        form = at.desk.screen
        assert isinstance(form, Form)
        status = next(each for each in form.fields() if each.field.name == "status")
        status.put("checked")
        await at.press("f2")
        checked = next(each for each in form.fields() if each.field.name == "checked")
        assert checked.editor.has_focus
        assert "Say who" in at.text()
        assert kept(library, "meals4all").status == "unchecked"


async def test_words_that_others_changed_meanwhile_are_not_what_was_checked(library: Path, sit: Sit) -> None:
    meals = library / "school-meals.toml"
    async with sit() as at:
        await look_at(at, "every pupil")
        await tick_all(at)
        await at.type("Jo Hall")
        meals.write_text(meals.read_text().replace("Every pupil should", "No pupil should"), encoding="utf-8")
        await at.press("f2")
        assert kept(library, "meals4all").claim.startswith("No pupil")
        assert kept(library, "meals4all").standing == "unchecked"


async def test_what_a_card_says_reaches_the_screen_only_as_text(library: Path, sit: Sit) -> None:
    meals = library / "school-meals.toml"
    hostile = r'claim = "Every pupil [bold red]shouts[/] \u001b[2J \u202eylno"'
    meals.write_text(meals.read_text().replace('claim = "Every pupil should have the offer of a meal"', hostile))
    async with sit() as at:
        await look_at(at, "every pupil")
        assert "[bold red]shouts[/] ␛[2J" in asked(at)
        assert "\u202e" not in at.text()


async def test_long_words_are_read_on_with_the_page_keys(library: Path, sit: Sit) -> None:
    meals = library / "school-meals.toml"
    long = "took a meal on the day of the survey [sic]. " + "And so on. " * 200 + "The very end."
    meals.write_text(meals.read_text().replace("took a meal on the day of the survey [sic].", long), encoding="utf-8")
    async with sit(size=SMALL) as at:
        await look_at(at, "lunch")
        await at.press(*["pagedown"] * 6)
        assert "The very end." in asked(at)


async def test_a_restricted_card_asks_first(sit: Sit) -> None:
    async with sit() as at:
        await at.press("escape")
        at.desk.go_to("card:shut1")
        await at.settle()
        await at.press("n", "v")
        assert not isinstance(at.desk.screen, CheckCard)
        assert "Jo Bloggs" not in at.text()


@pytest.mark.parametrize("size", [WIDE, SMALL])
async def test_all_of_it_has_room(sit: Sit, size: tuple[int, int]) -> None:
    async with sit(size=size) as at:
        await look_at(at, "lunch")
        sheet = at.desk.screen.query_one("#check-card").region
        for button in at.desk.screen.query(Button):
            assert sheet.contains_region(button.region)
        assert "Checked by" in asked(at)

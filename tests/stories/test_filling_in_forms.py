"""Filling in forms: what is marked, what is said as one types, and that no word is lost."""

from __future__ import annotations

import tomllib
from pathlib import Path

from textual.widgets import Button

from briefing.model.fields import PRODUCTS
from briefing.tui.forms.fold import Fold
from briefing.tui.forms.form import Form
from briefing.tui.forms.form_field import FormField
from tests.stories.ground import Sit, Sitting


def cards(folder: Path, note: str) -> dict[str, dict[str, object]]:
    """The cards of a note's file, by id."""
    read = tomllib.loads((folder / f"{note}.toml").read_text(encoding="utf-8"))
    return {card["id"]: card for card in read["card"]}


def field(at: Sitting, name: str) -> FormField:
    """A field of the open form."""
    form = at.desk.screen
    assert isinstance(form, Form)
    return next(each for each in form.fields() if each.field.name == name)


def message(at: Sitting, name: str) -> str:
    """What stands beside a field."""
    return str(field(at, name).query_one(".message").render())


async def fill(at: Sitting, name: str, text: str) -> None:
    """Type into a field, in place of what it holds."""
    field(at, name).editor.focus()
    field(at, name).put("")
    await at.settle()
    await at.type(text)


def unfold(at: Sitting, name: str) -> None:
    """Unfold the group a field stands in."""
    for fold in at.desk.screen.query(Fold):
        if name in fold.names:
            fold.unfold()


async def new_card(at: Sitting) -> None:
    """Open the form for a new card in the note on school meals."""
    await at.press("escape", "escape")
    await at.click("#notes", "School meals")
    await at.press("n")
    assert isinstance(at.desk.screen, Form)


async def change_the_page_with_somebody_else(at: Sitting, library: Path) -> None:
    """Type another page into the form of a card, while somebody else saves a third."""
    await at.type("lunch")
    await at.press("escape", "escape", "e")
    await fill(at, "at", "page 8")
    path = library / "school-meals.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"page 7"', '"page 9"'), encoding="utf-8")


class DescribeANewCard:
    async def it_is_saved_in_the_chosen_note(self, sit: Sit, library: Path) -> None:
        async with sit() as at:
            await new_card(at)
            await fill(at, "kind", "statistic")
            await fill(at, "claim", "Nine schools have no kitchen")
            await fill(at, "source", "meals-2023")
            await at.press("f2")
            assert "Nine schools have no kitchen" in at.text("#evidence")
        saved = [
            card for card in cards(library, "school-meals").values() if card["claim"] == "Nine schools have no kitchen"
        ]
        assert [(card["kind"], card["source"]) for card in saved] == [("statistic", "meals-2023")]

    async def it_marks_what_must_be_filled_in(self, sit: Sit) -> None:
        async with sit() as at:
            await new_card(at)
            assert "Claim •" in at.text()
            assert "Speaker •" not in at.text()

    async def it_is_not_saved_without_what_must_be_filled_in(self, sit: Sit, library: Path) -> None:
        before = (library / "school-meals.toml").read_bytes()
        async with sit() as at:
            await new_card(at)
            await fill(at, "kind", "statistic")
            await at.press("f2")
            assert isinstance(at.desk.screen, Form)
            assert message(at, "claim") == "This must be filled in."
            assert field(at, "claim").editor.has_focus
        assert (library / "school-meals.toml").read_bytes() == before

    async def it_marks_what_a_card_of_its_kind_needs_before_it_can_be_checked(self, sit: Sit) -> None:
        async with sit() as at:
            await new_card(at)
            assert "Period ◦" not in at.text()
            await fill(at, "kind", "statistic")
            assert "Period ◦" in at.text()
            await fill(at, "kind", "quotation")
            assert "Period ◦" not in at.text()
            assert "Speaker ◦" in at.text()

    async def its_kind_may_be_one_nobody_has_thought_of(self, sit: Sit, library: Path) -> None:
        async with sit() as at:
            await new_card(at)
            await fill(at, "kind", "rumour")
            await fill(at, "claim", "The cook is leaving")
            await at.press("f2")
        assert "rumour" in {card["kind"] for card in cards(library, "school-meals").values()}


class DescribeAField:
    async def it_says_what_is_wrong_as_one_types(self, sit: Sit) -> None:
        async with sit() as at:
            await new_card(at)
            await fill(at, "as_of", "last week")
            assert "a date" in message(at, "as_of")
            await fill(at, "as_of", "2023-05")
            assert message(at, "as_of") == ""

    async def it_shows_what_an_id_stands_for(self, sit: Sit) -> None:
        async with sit() as at:
            await new_card(at)
            await fill(at, "source", "meals-2023")
            assert message(at, "source") == "Meals in Westmarch Schools"
            await fill(at, "source", "meals-2032")
            assert message(at, "source") == "There is no source meals-2032 in the library."

    async def it_shows_the_claim_of_each_card_it_names_but_not_of_a_restricted_one(self, sit: Sit) -> None:
        async with sit() as at:
            await new_card(at)
            unfold(at, "supports")
            await fill(at, "supports", "meals4all, shut1")
            assert message(at, "supports") == "Every pupil should have the offer of a meal\nrestricted"

    async def it_can_be_filled_from_a_list(self, sit: Sit) -> None:
        async with sit() as at:
            await new_card(at)
            field(at, "source").editor.focus()
            await at.press("f4")
            await at.type("river")
            await at.press("enter")
            assert field(at, "source").text == "rivers"

    async def it_says_what_it_is_for_while_one_types(self, sit: Sit) -> None:
        async with sit() as at:
            await new_card(at)
            field(at, "at").editor.focus()
            await at.settle()
            assert "where in the source: page, paragraph" in at.text("#form-foot")

    async def it_keeps_every_line_that_is_pasted_into_it(self, sit: Sit) -> None:
        from textual import events

        async with sit() as at:
            await new_card(at)
            field(at, "claim").editor.focus()
            at.desk.post_message(events.Paste("Nine schools\nhave no kitchen\n"))
            await at.settle()
            assert field(at, "claim").text == "Nine schools have no kitchen"

    async def it_gives_line_separators_back_as_they_were(self, sit: Sit, library: Path) -> None:
        path = library / "school-meals.toml"
        path.write_text(path.read_text(encoding="utf-8").replace("Some 41", "Some\\u2028\\f41"), encoding="utf-8")
        async with sit() as at:
            await at.type("lunch")
            await at.press("escape", "escape", "e")
            field(at, "quote").editor.focus()
            await at.press("end", "down", "end")
            await at.type("!")
            await at.press("f2")
        assert cards(library, "school-meals")["eat4lunch"]["quote"] == (
            "Some\u2028\f41 per cent of pupils took a meal on the day of the survey [sic].!"
        )


class DescribeAnEditedCard:
    async def it_writes_only_what_was_changed(self, sit: Sit, library: Path) -> None:
        before = (library / "school-meals.toml").read_text(encoding="utf-8")
        async with sit() as at:
            await at.type("lunch")
            await at.press("escape", "escape", "e")
            await fill(at, "at", "page 8")
            await at.press("f2")
        after = (library / "school-meals.toml").read_text(encoding="utf-8")
        assert after == before.replace('at = "page 7"', 'at = "page 8"')

    async def it_needs_a_reason_where_it_is_disputed(self, sit: Sit, library: Path) -> None:
        async with sit() as at:
            await at.type("lunch")
            await at.press("escape", "escape", "e")
            field(at, "status").editor.focus()
            await at.press("right", "right", "f2")
            assert "Say why" in message(at, "why")
            await fill(at, "why", "Counted twice.")
            await at.press("f2")
            assert not isinstance(at.desk.screen, Form)
        card = cards(library, "school-meals")["eat4lunch"]
        assert (card["status"], card["why"]) == ("disputed", "Counted twice.")

    async def it_shows_both_versions_where_somebody_else_changed_the_same_words(self, sit: Sit, library: Path) -> None:
        async with sit() as at:
            await change_the_page_with_somebody_else(at, library)
            await at.press("f2")
            assert "Somebody else changed the same words" in at.text()
            assert "page 8" in at.text()
            assert "page 9" in at.text()
            await at.press("right", "f2")
            assert cards(library, "school-meals")["eat4lunch"]["at"] == "page 8"

    async def it_shows_both_versions_though_the_desk_has_long_read_theirs(self, sit: Sit, library: Path) -> None:
        async with sit() as at:
            await change_the_page_with_somebody_else(at, library)
            await at.look_outside()
            assert at.desk.library.cards["eat4lunch"].at == "page 9"
            await at.press("f2")
            assert "Somebody else changed the same words" in at.text()
            assert cards(library, "school-meals")["eat4lunch"]["at"] == "page 9"

    async def it_leaves_their_words_where_those_are_chosen(self, sit: Sit, library: Path) -> None:
        async with sit() as at:
            await change_the_page_with_somebody_else(at, library)
            await at.press("f2", "right", "right", "f2")
            assert cards(library, "school-meals")["eat4lunch"]["at"] == "page 9"


class DescribeLeaving:
    async def it_asks_nothing_where_nothing_was_typed(self, sit: Sit) -> None:
        async with sit() as at:
            await new_card(at)
            await at.press("escape")
            assert not isinstance(at.desk.screen, Form)

    async def it_asks_once_and_keeps_what_was_typed(self, sit: Sit) -> None:
        async with sit() as at:
            await new_card(at)
            await fill(at, "claim", "Nine schools have no kitchen")
            await at.press("escape")
            assert "Leave without saving?" in at.text()
            await at.press("y")
            await new_card(at)
            assert field(at, "claim").text == "Nine schools have no kitchen"

    async def its_draft_can_be_let_go(self, sit: Sit) -> None:
        async with sit() as at:
            await new_card(at)
            await fill(at, "claim", "Nine schools")
            await at.press("escape", "y")
            await new_card(at)
            at.desk.screen.query_one("#again", Button).press()
            await at.settle()
            assert field(at, "claim").text == ""
            await at.press("escape")
            await new_card(at)
            assert field(at, "claim").text == ""

    async def it_offers_what_was_typed_when_the_desk_is_opened_again(self, sit: Sit) -> None:
        async with sit() as at:
            await new_card(at)
            await fill(at, "claim", "Nine schools have no kitchen")
        async with sit() as at:
            assert "Typed last time and not saved" in at.text()
            assert "New card in School meals: Nine schools have no kitchen" in at.text()
            await at.press("enter")
            assert field(at, "claim").text == "Nine schools have no kitchen"
            await fill(at, "kind", "assertion")
            await at.press("f2")
        async with sit() as at:
            assert "Typed last time" not in at.text()


async def test_a_note_is_started_under_a_name_made_from_its_title(sit: Sit, library: Path) -> None:
    async with sit() as at:
        await at.press("escape", "escape", "t")
        await fill(at, "title", "Crème & café: the summer")
        await at.press("f2")
        assert "Crème & café" in at.text("#notes")
    assert (library / "creme-cafe-the-summer.toml").exists()


async def test_an_outline_is_started_and_opened(sit: Sit, library: Path) -> None:
    async with sit() as at:
        await at.press("escape", "escape", "N")
        await fill(at, "title", "Meals debate")
        field(at, "product").editor.focus()
        await at.press("right", *["right"] * PRODUCTS.index("speech"))
        await fill(at, "date", "2025-03-05")
        await at.press("f2")
        assert "Meals debate" in at.text("#head")
    assert 'product = "speech"' in (library / "outlines/meals-debate.toml").read_text(encoding="utf-8")

"""Steps that met another's edit, made over by what somebody chose."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.library.authoring import change_entry, drop_entry
from briefing.library.opened import OpenLibrary, Outcome
from briefing.library.settling import place_of, settle
from briefing.model.history import Step

NOTE = """title = "Rivers"

[[card]]
id = "swim"
kind = "record"
claim = "One could swim in it"
place = "Westmarch"

[[card]]
id = "fish"
kind = "record"
claim = "There are fish in it"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "notes" / "rivers.toml"
    path.parent.mkdir()
    path.write_text(NOTE, encoding="utf-8")
    return path


def change_outside(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def meet(opened: OpenLibrary, step: Step) -> Outcome:
    """Save a step that must meet another's edit."""
    outcome = opened.apply(step)
    assert outcome.conflicts
    return outcome


def settled(opened: OpenLibrary, outcome: Outcome, *, ours: bool) -> None:
    """Choose ours, or theirs, everywhere, and save what that makes."""
    places = {place_of(conflict) for conflict in outcome.conflicts} if ours else set()
    step = settle(outcome.step, outcome.conflicts, places)
    if step:
        assert opened.apply(step).saved


class DescribeAFieldThatBothHaveChanged:
    def it_holds_ours_where_ours_was_chosen(self, file: Path) -> None:
        opened = OpenLibrary(file.parent)
        step = change_entry(opened.library, "swim", {"claim": "Ours", "place": "Fairholm"})
        change_outside(file, "One could swim in it", "Theirs")
        settled(opened, meet(opened, step), ours=True)
        assert (opened.library.cards["swim"].claim, opened.library.cards["swim"].place) == ("Ours", "Fairholm")

    def it_holds_theirs_where_theirs_was_chosen_and_the_rest_of_ours_is_saved(self, file: Path) -> None:
        opened = OpenLibrary(file.parent)
        step = change_entry(opened.library, "swim", {"claim": "Ours", "place": "Fairholm"})
        change_outside(file, "One could swim in it", "Theirs")
        settled(opened, meet(opened, step), ours=False)
        assert (opened.library.cards["swim"].claim, opened.library.cards["swim"].place) == ("Theirs", "Fairholm")

    def it_leaves_nothing_to_save_where_it_was_all_and_theirs_was_chosen(self, file: Path) -> None:
        opened = OpenLibrary(file.parent)
        step = change_entry(opened.library, "swim", {"claim": "Ours"})
        change_outside(file, "One could swim in it", "Theirs")
        outcome = meet(opened, step)
        assert settle(outcome.step, outcome.conflicts, ()) is None


class DescribeACardWeTakeOutWhileTheyChangeIt:
    def it_goes_where_ours_was_chosen(self, file: Path) -> None:
        opened = OpenLibrary(file.parent)
        step = drop_entry(opened.library, "swim")
        change_outside(file, "One could swim in it", "Theirs")
        settled(opened, meet(opened, step), ours=True)
        assert set(opened.library.cards) == {"fish"}

    def it_stays_where_theirs_was_chosen(self, file: Path) -> None:
        opened = OpenLibrary(file.parent)
        step = drop_entry(opened.library, "swim")
        change_outside(file, "One could swim in it", "Theirs")
        settled(opened, meet(opened, step), ours=False)
        opened.refresh()
        assert opened.library.cards["swim"].claim == "Theirs"


class DescribeACardTheyTakeOutWhileWeChangeIt:
    def it_comes_back_with_our_change_where_ours_was_chosen(self, file: Path) -> None:
        opened = OpenLibrary(file.parent)
        step = change_entry(opened.library, "swim", {"claim": "Ours"})
        change_outside(file, NOTE[NOTE.index("[[card]]") : NOTE.rindex("[[card]]")], "")
        settled(opened, meet(opened, step), ours=True)
        assert opened.library.cards["swim"].claim == "Ours"
        assert opened.library.cards["swim"].place == "Westmarch"

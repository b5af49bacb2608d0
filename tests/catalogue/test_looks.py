"""A look at a folder: what it says of a file, and how it is told apart from another look and from the index."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.catalogue.comparing import compare
from briefing.catalogue.looks import look_at, pack_stamp
from briefing.library.survey import stamp_of
from tests.catalogue.ground import LONG_AGO, catalogue, rested
from tests.library.ground import card

NAMES = (
    "a.toml",
    "a.toml.toml",
    "a b.toml",
    "a/x.toml",
    "a-b/x.toml",
    "a/b/x.toml",
    "b.toml",
    "ä/ö.toml",
    "library.toml",
)
"""Names of which one begins another, and folders that stand between files in the order of their bytes."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library of such names."""
    notes = {name: card(f"card-{number}") for number, name in enumerate(NAMES[:-1])}
    return rested(tmp_path / "notes", {**notes, "library.toml": ""})


def changed(folder: Path, name: str) -> None:
    """Write a file anew, as long ago and as long as it was."""
    content = (folder / name).read_text(encoding="utf-8")
    (folder / name).write_text(content.replace("A claim", "B claim"), encoding="utf-8")
    os.utime(folder / name, (LONG_AGO, LONG_AGO))


def test_it_knows_every_file_by_its_stamp(folder: Path) -> None:
    look = look_at(folder)
    assert sorted(look.files()) == sorted(NAMES)
    assert all(look.stamp(name) == pack_stamp(stamp_of((folder / name).lstat())) for name in NAMES)
    assert (look.stamp("a.tom"), look.stamp("nowhere/a.toml")) == (None, None)


def test_two_looks_at_what_nobody_touched_are_the_same(folder: Path) -> None:
    assert look_at(folder) == look_at(folder)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_the_same_size_and_time_is_noticed_wherever_it_stands(folder: Path, name: str) -> None:
    with catalogue(folder) as opened:
        before = look_at(folder)
        assert not compare(before, opened.index)
        changed(folder, name)
        assert before.otherwise(look_at(folder)) == {name}
        assert compare(look_at(folder), opened.index).changed == (name,)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_went_and_one_that_came_are_noticed(folder: Path, name: str) -> None:
    with catalogue(folder) as opened:
        before = look_at(folder)
        (folder / name).rename((folder / name).with_name("c.toml"))
        came = f"{name.rpartition('/')[0]}/c.toml".removeprefix("/")
        behind = compare(look_at(folder), opened.index)
        assert (behind.changed, behind.gone) == ((came,), (name,))
        assert before.otherwise(look_at(folder)) == {name, came}
        assert behind.had(name)
        assert not behind.had(came)
        assert all(behind.had(other).startswith(before.stamp(other) or b"?") for other in NAMES)


def test_what_was_saved_is_put_into_a_look(folder: Path) -> None:
    before = look_at(folder)
    changed(folder, "a/x.toml")
    (folder / "b.toml").unlink()
    (folder / "c").mkdir()
    (folder / "c/new.toml").write_text(card("new"), encoding="utf-8")
    after = look_at(folder)
    taken = ("a/x.toml", "b.toml", "c/new.toml")
    assert before.with_stamps({name: after.stamp(name) for name in taken}) == after
    assert after.with_stamps({name: before.stamp(name) for name in taken}) == before


def test_names_that_differ_in_capitals_alone_are_told_also_across_folders(folder: Path) -> None:
    assert not look_at(folder).odd
    (folder / "A").mkdir()
    (folder / "A/X.toml").write_text(card("twin"), encoding="utf-8")
    assert "A/X.toml" in look_at(folder).odd or "a/x.toml" in look_at(folder).odd

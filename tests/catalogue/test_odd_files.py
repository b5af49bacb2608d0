"""What is no file of the library to one who reads it whole is none to its catalogue either."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.catalogue.ground import FILES, assert_same, catalogue, rested
from tests.library.ground import OUTLINE, block, card, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library of two notes and an outline."""
    return rested(tmp_path / "notes", FILES)


@pytest.mark.skipif(sys.platform != "linux", reason="needs a system whose file names may be any bytes")
def test_an_outline_whose_name_is_no_text_is_only_said_to_be_odd(folder: Path) -> None:
    (folder / "outlines" / os.fsdecode(b"o\xff.toml")).write_text(OUTLINE + block("a"), encoding="utf-8")
    with catalogue(folder) as opened:
        assert [outline.name for outline in opened.library.outlines] == ["speech"]
        assert_same(opened.library, folder)


@pytest.mark.parametrize("make", [Path.mkdir, lambda path: path.symlink_to("elsewhere.toml")], ids=["folder", "link"])
def test_something_else_in_the_place_of_the_office_is_told_once(folder: Path, make: object) -> None:
    assert callable(make)
    with catalogue(folder) as opened:
        assert opened.library.office.name == "The office"
        (folder / "library.toml").unlink()
        write(folder.parent, {"elsewhere.toml": FILES["library.toml"]})
        make(folder / "library.toml")
        assert "library.toml" in [change.file for change in opened.refresh()]
        assert_same(opened.library, folder)
        for number in range(3):
            write(folder, {"new.toml": card(f"new{number}")})
            assert [change.file for change in opened.refresh()] == ["new.toml"]


def test_outlines_behind_a_link_are_not_the_librarys(folder: Path) -> None:
    (folder / "outlines").rename(folder.parent / "outlines")
    (folder / "outlines").symlink_to(folder.parent / "outlines")
    with catalogue(folder) as opened:
        assert opened.library.outlines == ()
        assert_same(opened.library, folder)

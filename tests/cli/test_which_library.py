"""Which library a command is about, where several could be meant."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.cli.which import find_library
from briefing.errors import NotFound
from briefing.library.preferences import read_preferences, write_preferences
from briefing.library.starting import start_library


@pytest.fixture
def usual(tmp_path: Path) -> Path:
    """The library the user's settings name."""
    folder = tmp_path / "usual"
    start_library(folder)
    write_preferences(replace(read_preferences(), library=str(folder)))
    return folder


def test_notes_here_come_first(usual: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start_library(tmp_path / "here" / "notes")
    monkeypatch.chdir(tmp_path / "here")
    assert find_library(None).resolve() == tmp_path / "here" / "notes"


def test_a_folder_that_holds_one_as_notes_stands_for_it(tmp_path: Path) -> None:
    start_library(tmp_path / "ours" / "notes")
    assert find_library(str(tmp_path / "ours")) == tmp_path / "ours" / "notes"
    with pytest.raises(NotFound, match="There is no library in"):
        find_library(str(tmp_path))


def test_the_library_one_stands_in_comes_before_the_usual_one(
    usual: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start_library(tmp_path / "another")
    monkeypatch.chdir(tmp_path / "another")
    assert find_library(None).resolve() == tmp_path / "another"


def test_elsewhere_it_is_the_usual_one(usual: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert find_library(None) == usual


def test_where_there_is_none_one_sentence_says_how_to_start_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NotFound, match="briefing new"):
        find_library(None)

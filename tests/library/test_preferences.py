"""The user's own settings: a file of theirs, of which only what changed is written."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.disk.places import settings_file
from briefing.errors import BadInput
from briefing.library.preferences import Preferences, read_preferences, write_preferences

HAND = """\
# My settings
theme = 'paper'   # easy on the eyes
font_size = 12

[keys]
save = "ctrl+s" # as everywhere

[another]
tool = true
"""


@pytest.fixture
def settings(user_folders: Path) -> Path:
    path = settings_file()
    path.parent.mkdir(parents=True)
    return path


def test_settings_come_back_as_they_were_saved(user_folders: Path) -> None:
    preferences = Preferences("dark", "/somewhere/notes", "inquiry", "speech", tips_seen=True, keys={"save": "ctrl+s"})
    write_preferences(preferences)
    assert read_preferences() == preferences
    write_preferences(Preferences())
    assert read_preferences() == Preferences()


def test_there_are_none_to_begin_with(user_folders: Path) -> None:
    assert read_preferences() == Preferences()
    write_preferences(Preferences())
    assert not settings_file().exists()


def test_only_the_line_that_changed_is_written(settings: Path) -> None:
    settings.write_text(HAND, encoding="utf-8")
    found = read_preferences()
    assert (found.theme, found.keys) == ("paper", {"save": "ctrl+s"})
    write_preferences(found)
    assert settings.read_text(encoding="utf-8") == HAND
    write_preferences(replace(found, theme="dark"))
    assert settings.read_text(encoding="utf-8") == HAND.replace("'paper'", '"dark"')
    write_preferences(replace(found, theme="dark", keys={"save": "f2", "undo": "u"}))
    expected = HAND.replace("'paper'", '"dark"').replace('"ctrl+s"', '"f2"')
    assert settings.read_text(encoding="utf-8") == expected.replace("everywhere\n", 'everywhere\nundo = "u"\n')


@pytest.mark.parametrize("content", [b"theme = \n", b"theme = 'x'\n[keys\n", b"\xff"])
def test_a_file_with_a_slip_in_it_counts_as_empty_and_is_not_overwritten(settings: Path, content: bytes) -> None:
    settings.write_bytes(content)
    assert read_preferences() == Preferences()
    with pytest.raises(BadInput) as caught:
        write_preferences(Preferences(theme="dark"))
    assert caught.value.where
    assert settings.read_bytes() == content


@pytest.mark.parametrize(
    "content", ["theme = 1\nkeys = 2\ntips_seen = 'yes'\n", "[theme]\n", "[[keys]]\n", "library = []\n"]
)
def test_a_value_of_the_wrong_kind_counts_as_not_set(settings: Path, content: str) -> None:
    settings.write_text(content, encoding="utf-8")
    assert read_preferences() == Preferences()


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_a_file_that_is_kept_elsewhere_and_linked_to_is_read_and_written_there(settings: Path, tmp_path: Path) -> None:
    """As people do who keep all their settings in one folder."""
    (tmp_path / "mine.toml").write_text(HAND, encoding="utf-8")
    settings.symlink_to(tmp_path / "mine.toml")
    write_preferences(replace(read_preferences(), theme="dark"))
    assert settings.is_symlink()
    assert (tmp_path / "mine.toml").read_text(encoding="utf-8") == HAND.replace("'paper'", '"dark"')

"""Where this program keeps its own things, and who may look at them."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from briefing.disk.places import cache_folder, settings_file, state_folder
from briefing.errors import DiskFailed

posix = pytest.mark.skipif(os.name != "posix", reason="needs the modes of a POSIX system")


def test_each_library_has_its_own_folders(tmp_path: Path) -> None:
    folders = {make(tmp_path / name) for make in (cache_folder, state_folder) for name in ("one", "two")}
    assert len(folders) == 4
    assert all(folder.is_dir() for folder in folders)


def test_a_library_is_known_by_where_it_is_however_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "notes").mkdir()
    monkeypatch.chdir(tmp_path)
    assert state_folder(Path("notes")) == state_folder(tmp_path / "notes")
    assert state_folder(tmp_path / "notes" / ".." / "notes") == state_folder(tmp_path / "notes")


def test_a_folder_gives_nothing_of_the_librarys_name_away(tmp_path: Path) -> None:
    assert "whistleblower" not in str(state_folder(tmp_path / "whistleblower"))


@posix
def test_nobody_else_may_look_into_them(tmp_path: Path) -> None:
    for folder in (cache_folder(tmp_path), state_folder(tmp_path)):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700


@posix
def test_one_that_was_left_open_is_closed(tmp_path: Path) -> None:
    folder = state_folder(tmp_path)
    folder.chmod(0o755)
    folder.parent.chmod(0o755)
    state_folder(tmp_path)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700


def test_a_place_that_cannot_be_used_is_named(tmp_path: Path, user_folders: Path) -> None:
    folder = state_folder(tmp_path)
    folder.rmdir()
    folder.write_bytes(b"in the way")
    with pytest.raises(DiskFailed) as caught:
        state_folder(tmp_path)
    assert str(folder) in caught.value.what
    assert "exists" in caught.value.what


def test_asking_for_the_settings_makes_nothing(user_folders: Path) -> None:
    assert user_folders in settings_file().parents
    assert not settings_file().parent.exists()

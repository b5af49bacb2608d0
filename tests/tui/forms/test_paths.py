"""The path of a file, as it is typed, dropped or completed."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.tui.forms.paths import complete, file_meant, files_meant

TEMPLATES = (".dotx", ".docx")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("letters/guest.dotx", "letters/guest.toml", "notes/office.docx", "notes/~$office.docx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"")
    return tmp_path / "notes"


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("of", "office.docx"),
        ("../le", "../letters/"),
        ("../letters/g", "../letters/guest.dotx"),
        ("../letters/guest.dotx", None),
        ("../letters/guest.t", None),
        ("", None),
        ("~$", None),
        ("nowhere/x", None),
        ("no\0where/x", None),
    ],
)
def test_a_path_is_completed_to_what_may_lead_to_a_template(folder: Path, typed: str, completed: str | None) -> None:
    assert complete(typed, folder, TEMPLATES) == completed


def test_a_path_from_the_root_is_completed_too(folder: Path) -> None:
    assert complete(f"{folder}/of", Path("/nowhere"), TEMPLATES) == f"{folder}/office.docx"


@pytest.mark.parametrize("typed", ["'{}'", '"{}"', " {} ", "{}"])
def test_a_path_dropped_on_the_terminal_may_be_quoted(folder: Path, typed: str) -> None:
    assert file_meant(typed.format(folder / "my office.dotx"), Path("/nowhere")) == folder / "my office.dotx"


def test_a_path_may_begin_at_home(user_folders: Path, folder: Path) -> None:
    assert file_meant("~/office.dotx", folder) == user_folders / "office.dotx"


def test_several_files_may_be_dropped_at_once(folder: Path) -> None:
    (folder / "debate AM.docx").write_bytes(b"")
    (folder / "debate BK.docx").write_bytes(b"")
    both = (folder / "debate AM.docx", folder / "debate BK.docx")
    assert files_meant("'debate AM.docx' \"debate BK.docx\"", folder) == both
    assert files_meant(r"debate\ AM.docx debate\ BK.docx", folder) == both
    assert files_meant("debate AM.docx", folder) == both[:1]
    assert files_meant("it's not there.docx", folder) == (folder / "it's not there.docx",)

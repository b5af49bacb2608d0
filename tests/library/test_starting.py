"""Starting a library: an empty one, or a copy of the example."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import BadInput, DiskFailed
from briefing.library.opened import OpenLibrary
from briefing.library.starting import start_library
from tests.library.ground import EXAMPLE, write


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_empty_library_has_settings_to_begin_with_and_nothing_to_complain_of(tmp_path: Path) -> None:
    start_library(tmp_path / "a" / "notes")
    desk = OpenLibrary(tmp_path / "a" / "notes")
    assert desk.library.office.name == "Our office"
    assert desk.library.headings == ()
    assert desk.library.damage == ()
    assert (tmp_path / "a" / "notes" / "outlines").is_dir()


def test_the_example_is_copied_whole(tmp_path: Path) -> None:
    start_library(tmp_path / "notes", example=True)
    copied = contents(tmp_path / "notes")
    assert copied == {name: content for name, content in contents(EXAMPLE).items() if name in copied}
    assert {name for name in contents(EXAMPLE) if name.endswith((".toml", ".txt"))} == copied.keys()
    assert OpenLibrary(tmp_path / "notes").library.damage == ()


@pytest.mark.parametrize("example", [True, False], ids=["example", "empty"])
class DescribeAFolderThatIsThere:
    def it_is_used_when_it_is_empty_but_for_hidden_files(self, tmp_path: Path, *, example: bool) -> None:
        write(tmp_path / "notes", {".git/config": "", ".DS_Store": ""})
        start_library(tmp_path / "notes", example=example)
        assert (tmp_path / "notes" / "library.toml").exists()

    def it_is_left_alone_when_there_is_something_in_it(self, tmp_path: Path, *, example: bool) -> None:
        write(tmp_path / "notes", {"letter.txt": "words"})
        with pytest.raises(BadInput) as caught:
            start_library(tmp_path / "notes", example=example)
        assert caught.value.hint
        assert contents(tmp_path / "notes") == {"letter.txt": b"words"}

    def it_is_left_alone_when_it_is_a_file(self, tmp_path: Path, *, example: bool) -> None:
        write(tmp_path, {"notes": "words"})
        with pytest.raises(BadInput):
            start_library(tmp_path / "notes", example=example)

    def it_must_be_one_that_can_be_made(self, tmp_path: Path, *, example: bool) -> None:
        write(tmp_path, {"file": "words"})
        with pytest.raises(DiskFailed):
            start_library(tmp_path / "file" / "notes", example=example)

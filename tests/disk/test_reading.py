"""Reading a file: no link is followed, no pipe waited for, and no more taken in than was agreed."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from briefing.disk.reading import LARGEST, read_beginning, read_file
from briefing.errors import BadInput, DiskFailed
from briefing.wording import disk as say

posix = pytest.mark.skipif(os.name != "posix", reason="needs the links and pipes of a POSIX system")


def test_a_file_is_read_to_the_letter(tmp_path: Path) -> None:
    content = bytes(range(256)) * 10_000
    (tmp_path / "note.toml").write_bytes(content)
    assert read_file(tmp_path / "note.toml") == content


def test_a_file_is_read_as_far_as_is_asked_for_however_long_it_is(tmp_path: Path) -> None:
    with (tmp_path / "long").open("wb") as long:
        long.write(b"x" * ((1 << 14) - 1) + b"\n[part]\n[more]")
        long.truncate(2 * LARGEST)
    assert read_beginning(tmp_path / "long", b"\n[") == b"x" * ((1 << 14) - 1)
    (tmp_path / "short").write_bytes(b"all of it")
    assert read_beginning(tmp_path / "short", b"\n[") == b"all of it"


def test_a_beginning_without_an_end_is_not_taken_in(tmp_path: Path) -> None:
    (tmp_path / "long").touch()
    os.truncate(tmp_path / "long", LARGEST + 1)
    with pytest.raises(BadInput, match="16 MB"):
        read_beginning(tmp_path / "long", b"\n[")


def test_a_file_that_went_meanwhile_is_simply_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "note.toml")


@posix
def test_a_link_is_named_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the words of another", encoding="utf-8")
    (tmp_path / "note.toml").symlink_to("secret")
    with pytest.raises(BadInput) as caught:
        read_file(tmp_path / "note.toml", "schools/note.toml")
    assert str(caught.value) == f"schools/note.toml: {say.LINK} {say.LINK_HINT}"


@posix
def test_a_pipe_is_named_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "note.toml")
    with pytest.raises(BadInput) as caught:
        read_file(tmp_path / "note.toml")
    assert caught.value.what == say.NOT_A_FILE


@posix
def test_a_socket_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind("note.toml")
        with pytest.raises(BadInput) as caught:
            read_file(tmp_path / "note.toml")
    assert caught.value.what == say.NOT_A_FILE


def test_a_file_larger_than_anybody_writes_is_not_taken_in(tmp_path: Path) -> None:
    with (tmp_path / "note.toml").open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(BadInput) as caught:
        read_file(tmp_path / "note.toml")
    assert "MB" in caught.value.what
    assert caught.value.hint == say.TOO_LARGE_HINT


def test_a_path_through_a_file_is_told_as_the_system_tells_it(tmp_path: Path) -> None:
    (tmp_path / "note").write_bytes(b"")
    with pytest.raises(DiskFailed) as caught:
        read_file(tmp_path / "note" / "card.toml")
    assert caught.value.what == "The file could not be read: not a directory."

"""The system's own clipboard, through whichever of its programs is there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from briefing.tui import clipboard

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs programs of a POSIX system")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole path, and a window system to talk to."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return tmp_path


def put(folder: Path, name: str, ends_with: int = 0) -> Path:
    """Put a program there that keeps what it is given and how it was called; return the file it keeps it in."""
    kept = folder / f"{name}.kept"
    program = folder / name
    program.write_text(
        f"#!{sys.executable}\nimport sys, pathlib\n"
        f"pathlib.Path({str(kept)!r}).write_bytes(' '.join(sys.argv[1:]).encode() + b'|' + sys.stdin.buffer.read())\n"
        f"sys.exit({ends_with})\n"
    )
    program.chmod(0o755)
    return kept


def test_without_a_program_it_says_so(programs: Path) -> None:
    assert clipboard.copy("words") == ""


def test_it_says_which_program_took_the_words(programs: Path) -> None:
    kept = put(programs, "xclip")
    assert clipboard.copy("£450 a child") == "xclip"
    assert kept.read_text() == "-selection clipboard|£450 a child"


def test_one_that_fails_gives_way_to_the_next(programs: Path) -> None:
    put(programs, "xclip", ends_with=1)
    kept = put(programs, "xsel")
    assert clipboard.copy("words") == "xsel"
    assert kept.read_text() == "--clipboard --input|words"


def test_one_that_has_nothing_to_talk_to_is_not_asked(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = put(programs, "wl-copy")
    assert clipboard.copy("words") == ""
    assert not kept.exists()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert clipboard.copy("words") == "wl-copy"


def test_windows_gets_the_encoding_it_reads(programs: Path) -> None:
    kept = put(programs, "clip.exe")
    assert clipboard.copy("café") == "clip.exe"
    assert kept.read_bytes().removeprefix(b"|").decode("utf-16") == "café"


def test_hidden_characters_arrive_visibly(programs: Path) -> None:
    kept = put(programs, "xclip")
    clipboard.copy("a\x1bb\nnext line")
    assert kept.read_text().endswith("|a␛b\nnext line")

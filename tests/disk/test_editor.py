"""The user's own editor: a list of words is started, never a shell."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.disk.editor import editor_command, run_editor
from briefing.errors import BadInput

FILE = Path("/somewhere/inquiry.toml")

posix = pytest.mark.skipif(os.name != "posix", reason="needs programs that are scripts")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], Path]:
    """Makes a program of that name, found on the path."""
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)

    def make(name: str, script: str = "exit 0") -> Path:
        path = tmp_path / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
        return path

    return make


@posix
class DescribeTheEditorThatIsChosen:
    def it_is_the_first_that_is_set(self, program: Callable[[str], Path]) -> None:
        for name in ("one", "two", "three"):
            program(name)
        settings = {"EDITOR": "three", "VISUAL": "two", "BRIEFING_EDITOR": "one"}
        assert editor_command(FILE, 7, settings)[0] == "one"
        del settings["BRIEFING_EDITOR"]
        assert editor_command(FILE, 7, settings)[0] == "two"
        assert editor_command(FILE, 7, {**settings, "VISUAL": "  "})[0] == "three"

    def it_keeps_its_own_words(self, program: Callable[[str], Path]) -> None:
        program("ed it")
        program("wait")
        assert editor_command(FILE, 7, {"EDITOR": "wait --now 'two words'"})[:3] == ["wait", "--now", "two words"]

    def it_may_have_spaces_in_its_path(self, program: Callable[[str], Path]) -> None:
        path = program("my editor")
        assert editor_command(FILE, 7, {"EDITOR": str(path)})[0] == str(path)
        assert editor_command(FILE, 7, {"EDITOR": f"'{path}' -w"})[:2] == [str(path), "-w"]

    @pytest.mark.parametrize("setting", ["; rm -rf x", "no-such-editor", "no-such-editor; vi", "$(vi)", '""', "| cat"])
    def it_must_be_there(self, setting: str) -> None:
        with pytest.raises(BadInput) as caught:
            editor_command(FILE, 1, {"EDITOR": setting})
        assert "EDITOR names" in caught.value.what
        assert "export EDITOR=" in caught.value.hint

    def it_must_be_written_so_that_it_can_be_read(self) -> None:
        with pytest.raises(BadInput) as caught:
            editor_command(FILE, 1, {"VISUAL": "vi 'unclosed"})
        assert caught.value.what == 'VISUAL cannot be understood: "vi \'unclosed".'

    def it_is_one_that_is_there_where_none_is_set(self, program: Callable[[str], Path]) -> None:
        program("sensible-editor")
        assert editor_command(FILE, 1, {}) == ["sensible-editor", str(FILE)]

    def it_is_asked_for_where_there_is_none(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        with pytest.raises(BadInput) as caught:
            editor_command(FILE, 1, {})
        assert caught.value.what == "No editor was found."


@posix
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("vim", ["+7", str(FILE)]),
        ("nano", ["+7", str(FILE)]),
        ("emacsclient", ["+7", str(FILE)]),
        ("hx", [f"{FILE}:7"]),
        ("code", ["--goto", f"{FILE}:7"]),
        ("unheard-of", [str(FILE)]),
    ],
)
def test_an_editor_is_told_the_line_in_its_own_way(program: Callable[[str], Path], name: str, words: list[str]) -> None:
    program(name)
    assert editor_command(FILE, 7, {"EDITOR": name})[1:] == words


@posix
class DescribeRunningIt:
    def it_gets_the_file_as_one_word_whatever_its_name(
        self, program: Callable[[str, str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program("pen", 'printf "%s\\n" "$#" "$1" > "$0.said"')
        monkeypatch.setenv("EDITOR", "pen")
        file = tmp_path / "; touch pwned; $(touch pwned) `touch pwned` & 'a' \"b\".toml"
        monkeypatch.chdir(tmp_path)
        assert run_editor(file, 1) == 0
        assert (tmp_path / "pen.said").read_text(encoding="utf-8") == f"1\n{file}\n"
        assert not (tmp_path / "pwned").exists()

    def it_runs_no_shell_that_its_setting_asks_for(
        self, program: Callable[[str, str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program("vim", 'printf "%s\\n" "$@" > "$0.said"')
        monkeypatch.setenv("EDITOR", "vim -c :!x; touch pwned")
        monkeypatch.chdir(tmp_path)
        assert run_editor(tmp_path / "note.toml", 3) == 0
        said = (tmp_path / "vim.said").read_text(encoding="utf-8").splitlines()
        assert said == ["-c", ":!x;", "touch", "pwned", "+3", str(tmp_path / "note.toml")]
        assert not (tmp_path / "pwned").exists()

    def it_tells_how_the_editor_ended(
        self, program: Callable[[str, str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program("pen", "exit 3")
        monkeypatch.setenv("EDITOR", "pen")
        assert run_editor(tmp_path / "note.toml", 1) == 3

    def it_says_so_where_the_program_cannot_be_started(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "pen").write_bytes(b"\x7fELF nonsense")
        (tmp_path / "pen").chmod(0o755)
        monkeypatch.setenv("EDITOR", str(tmp_path / "pen"))
        with pytest.raises(BadInput) as caught:
            run_editor(tmp_path / "note.toml", 1)
        assert "could not be started" in caught.value.what

    def it_survives_an_interrupt_that_was_meant_for_the_editor(
        self, program: Callable[[str, str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program("pen", f"kill -INT $PPID; exec {sys.executable} -c pass")
        monkeypatch.setenv("EDITOR", "pen")
        assert run_editor(tmp_path / "note.toml", 1) == 0

"""The program as a shell sees it: exit codes, streams, pipes, terminals, and failures told in a sentence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.ground import Give, Shell
from tests.cli.terminals import ROOT, at_terminal

POSIX = pytest.mark.skipif(os.name != "posix", reason="needs pipes, signals and terminals as POSIX has them")


class DescribeTheStreams:
    def it_puts_data_on_one_and_talk_on_the_other(self, shell: Shell) -> None:
        answer = shell("search", "bypass")
        assert answer.code == 0
        assert answer.out == b"bypass  ?  commitment  The bypass opens in spring\n".replace(b"\n", os.linesep.encode())
        assert answer.err.strip() == b"1 card."

    def it_writes_utf_8_into_a_pipe_whatever_the_locale(self, shell: Shell) -> None:
        shell("card", "roads", "id=cafe", "claim=Caf\u00e9s \u2713 open")
        answer = shell("search", "cafes", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
        assert "Caf\u00e9s \u2713 open" in answer.out.decode("utf-8")

    def it_uses_no_colour(self, shell: Shell) -> None:
        answer = shell("show", "half", FORCE_COLOR="1")
        assert b"\x1b" not in answer.out
        assert b"\x1b" not in shell("--help", FORCE_COLOR="1").out

    def it_explains_itself_without_a_library(self, shell: Shell) -> None:
        assert shell("--version").out.startswith(b"briefing 0.")
        assert shell("--help").out.startswith(b"usage: briefing")
        assert shell("export", "--help").out.startswith(b"usage: briefing export")


class DescribeTheExitCode:
    @pytest.mark.parametrize(
        ("typed", "code"),
        [
            ("search bypass", 0),
            ("search nothing", 0),
            ("show story", 1),
            ("show nobody", 2),
            ("serch bypass", 2),
            ("search", 2),
            ("card roads", 2),
            ("card roads colour=red", 2),
            ("card roads claim=x as_of=never", 65),
            ("new notes", 65),
        ],
    )
    def it_says_how_it_went(self, typed: str, code: int, shell: Shell) -> None:
        answer = shell(*typed.split())
        assert answer.code == code
        assert b"Traceback" not in answer.err
        assert bool(answer.err) or code == 0

    @POSIX
    def it_is_74_where_the_disk_fails(self, here: Path, give: Give, monkeypatch: pytest.MonkeyPatch) -> None:
        before = (here / "notes/roads.toml").read_bytes()

        def full(*_: object) -> int:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        answer = give("edit", "bypass", "claim=The bypass opens in May")
        assert answer.code == 74
        assert "no space left on device" in answer.err
        assert (here / "notes/roads.toml").read_bytes() == before


class DescribeAFailure:
    def it_is_told_in_three_lines_at_most(self, give: Give) -> None:
        assert give("show", "halb").err.splitlines() == [
            "There is no card, source or outline halb in this library.",
            "Did you mean half?",
        ]

    @pytest.mark.parametrize("typed", ["show halb --json", "show --json", "--json", "search x --json --limit none"])
    def it_is_told_to_a_program_as_json(self, typed: str, give: Give) -> None:
        answer = give(*typed.split())
        assert answer.code == 2
        assert answer.out == ""
        told = json.loads(answer.err)
        assert set(told) == {"error"}
        assert {"what"} <= set(told["error"]) <= {"what", "where", "hint"}

    def it_never_shows_a_traceback_even_where_the_program_is_at_fault(
        self, give: Give, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from briefing.cli.commands import where

        def broken(_: object) -> int:
            raise KeyError("\x1b[31m")

        monkeypatch.setattr(where, "run", broken)
        answer = give("where")
        assert answer.code == 74
        assert answer.err.startswith("Something went wrong in briefing itself (KeyError in ")
        assert "Traceback" not in answer.err
        monkeypatch.setenv("BRIEFING_DEBUG", "1")
        with pytest.raises(KeyError):
            give("where")


@POSIX
class DescribeAPipe:
    def it_may_be_closed_by_its_reader_without_a_word(self, here: Path) -> None:
        cards = "".join(f'[[card]]\nid = "n{n}"\nkind = "record"\nclaim = "{"lamp " * 40}"\n' for n in range(2000))
        (here / "notes/many.toml").write_text(cards, encoding="utf-8")
        asked = subprocess.Popen(
            [sys.executable, "-m", "briefing", "search", "lamp", "--limit", "2000"],
            cwd=here,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert asked.stdout
        assert asked.stderr
        asked.stdout.read(10)
        asked.stdout.close()
        assert asked.wait() == 141
        assert asked.stderr.read() == b""
        asked.stderr.close()

    def it_may_be_closed_before_the_first_word(self, here: Path) -> None:
        read, write = os.pipe()
        os.close(read)
        asked = subprocess.run(
            [sys.executable, "-m", "briefing", "where"],
            cwd=here,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=write,
            stderr=subprocess.PIPE,
            check=False,
        )
        os.close(write)
        assert asked.returncode == 141
        assert asked.stderr == b""


@POSIX
class DescribeTheDesk:
    def it_needs_a_terminal(self, shell: Shell) -> None:
        for typed in ((), ("notes",), ("--library", "notes")):
            answer = shell(*typed)
            assert answer.code == 2
            assert answer.out == b""
            assert answer.err.splitlines()[0] == b"The desk needs a terminal, and this is none."

    def it_offers_to_start_a_library_where_there_is_none(self, here: Path) -> None:
        with at_terminal(here, "fresh") as terminal:
            terminal.wait_for("Start one?")
            terminal.type("n\r")
            assert terminal.end() == 1
            assert b"There is no library in fresh." in terminal.shown
            assert b"Nothing was started." in terminal.shown
        assert not (here / "fresh").exists()

    def it_takes_silence_for_a_no(self, here: Path) -> None:
        with at_terminal(here, "fresh") as terminal:
            terminal.wait_for("Start one?")
            terminal.type("\x04")
            assert terminal.end() == 1
        assert not (here / "fresh").exists()

    def it_ends_without_a_word_at_ctrl_c(self, here: Path) -> None:
        with at_terminal(here, "fresh") as terminal:
            terminal.wait_for("[n] no: ")
            terminal.interrupt()
            assert terminal.end() == 130
            assert b"Traceback" not in terminal.shown

    def it_opens_on_a_library_it_was_asked_to_start(self, here: Path) -> None:
        with at_terminal(here, "fresh") as terminal:
            terminal.wait_for("Start one?")
            terminal.type("e\r")
            terminal.wait_for("\x1b[?1049h")
        assert (here / "fresh/library.toml").is_file()
        assert len(list((here / "fresh").glob("*.toml"))) > 5

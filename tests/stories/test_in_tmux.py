"""The same story at a real terminal: a process of its own under tmux, real keys, and the file it leaves behind."""

from __future__ import annotations

import os
import signal
import stat
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.stories.assembling import CLAIMS, FILES, said_in_word, written
from tests.stories.ground import write_library
from tests.stories.marking import blocks, lay_out, marks_on, sent_back
from tests.stories.tmux import PATIENCE, Terminal, desk_in_tmux


@pytest.fixture
def tmux(needs: Callable[[str], Path]) -> Path:
    return needs("tmux")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_library(tmp_path / "notes", FILES)


def open_the_outline(at: Terminal) -> None:
    """Go from the desk to the outline, as somebody does who knows one key."""
    at.see("Evidence")
    at.see("The ferry to Fairholm")
    at.press("Escape")
    at.see("add to outline")
    at.type("o")
    at.see("Open which outline?")
    at.press("Enter")
    at.see("search, enter adds")


def add(at: Terminal, word: str) -> None:
    """Search a card and add it."""
    at.type(word)
    at.press("Enter")


def test_a_briefing_is_assembled_and_handed_over_at_a_real_terminal(tmux: Path, folder: Path) -> None:
    with desk_in_tmux(tmux, folder) as at:
        open_the_outline(at)
        for word in ("ferry", "harbour", "lantern", "orchard", "bakery"):
            add(at, word)
        at.see("5 blocks")
        at.press("Tab")
        at.type("t")
        at.see("Own words")
        at.type("This is what was done.")
        at.press("F2")
        at.see("6 blocks")
        at.type("KK")
        at.press("Home")
        at.type("d")
        at.see("5 blocks")
        at.type("z")
        at.see("6 blocks")
        at.type("x")
        at.see("Make the Word document")
        at.press("Enter")
        at.see("Show folder")
        at.press("Escape")
        at.miss("Show folder")
        at.press("Escape")
        at.see("12 cards")
        at.press("C-q")
        at.wait_until_over()
    order = ["ferry", "harbour", "lantern", "", "orchard", "bakery"]
    assert written(folder) == [f"{word}1" if word else "This is what was done." for word in order]
    (document,) = (folder.parent / "exports").glob("*.docx")
    said = [(text.rstrip("."), len(notes)) for text, notes in said_in_word(document)]
    wanted = [(CLAIMS[word], 1) if word else ("This is what was done", 0) for word in order]
    assert [each for each in said if each[0] in {text for text, _ in wanted}] == wanted


def test_shifted_arrows_move_a_block_through_tmux(tmux: Path, folder: Path) -> None:
    with desk_in_tmux(tmux, folder, size=(80, 24)) as at:
        open_the_outline(at)
        for word in ("ferry", "harbour"):
            add(at, word)
        at.press("Tab")
        at.see("2 blocks")
        at.press("S-Up")
        at.press("C-q")
        at.wait_until_over()
    assert written(folder) == ["harbour1", "ferry1"]


def test_a_speech_is_rehearsed_at_a_real_terminal(tmux: Path, folder: Path) -> None:
    with desk_in_tmux(tmux, folder, size=(80, 24)) as at:
        open_the_outline(at)
        for word in ("ferry", "harbour"):
            add(at, word)
        at.press("Tab")
        at.see("2 blocks")
        at.type("R")
        at.see("block 1 of 2 · ready")
        at.press("Space")
        at.see("block 1 of 2 · speaking")
        at.miss("3:00 left of 3:00")
        at.press("PageDown")
        at.see("block 2 of 2 · speaking")
        at.press("m")
        at.see("Where did you stop?")
        at.press("Enter")
        at.see("names no Member")
        at.press("Escape")
        at.see("own words")
        at.press("C-q")
        at.wait_until_over()


def test_what_was_typed_into_a_form_is_offered_after_the_desk_was_killed(tmux: Path, folder: Path) -> None:
    with desk_in_tmux(tmux, folder) as at:
        open_the_outline(at)
        add(at, "ferry")
        at.press("Tab")
        at.type("t")
        at.see("Own words")
        at.type("Nobody must lose this")
        at.see("Nobody must lose this")
        wait_for_a_draft(folder)
        os.kill(at.process, signal.SIGKILL)
        at.wait_until_over()
    with desk_in_tmux(tmux, folder) as at:
        at.see("Typed last time and not saved")
        at.see("Nobody must lose this")
        at.press("Enter")
        at.see("f2 save")
        at.press("F2")
        at.see("2 blocks")
        at.press("C-q")
        at.wait_until_over()
    assert written(folder) == ["ferry1", "Nobody must lose this"]


def wait_for_a_draft(folder: Path) -> None:
    """Wait until a draft is kept, two idle seconds after the last key."""
    from briefing.disk.places import state_folder

    drafts = state_folder(folder) / "drafts"
    end = time.monotonic() + PATIENCE
    while not (drafts.is_dir() and any(drafts.glob("*.json"))):
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_marked_up_file_is_settled_at_a_real_terminal(tmux: Path, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    left = lay_out(folder)
    marks = marks_on(left)
    marks.replace("mended in the spring", "rebuilt in the autumn")
    came = sent_back(left, marks, "harbour AM.docx")
    with desk_in_tmux(tmux, folder) as at:
        at.see("The ferry to Fairholm")
        at.press("Escape")
        at.see("add to outline")
        at.type("m")
        at.see("Which Word file came back?")
        at.type(f"'{came}'")
        at.press("Enter")
        at.see("1 of 1 open")
        at.type("a")
        at.see("0 of 1 open")
        assert "rebuilt in the autumn" in blocks(folder)["wall"]
        at.type("z")
        at.see("1 of 1 open")
        assert "mended in the spring" in blocks(folder)["wall"]
        at.press("C-q")
        at.wait_until_over()


def script(folder: Path, name: str, text: str) -> Path:
    """A program that plays the editor."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


class DescribeTheUsersOwnEditor:
    """Each is a small program that does to the file what an editor, or an accident, would."""

    def edit(self, tmux: Path, folder: Path, editor: str, says: str) -> str:
        """Open the outline's file in the editor and return what the desk then shows."""
        with desk_in_tmux(tmux, folder, BRIEFING_EDITOR=editor) as at:
            open_the_outline(at)
            at.press("Tab")
            at.see("own words")
            at.type("E")
            shown = at.see(says)
            at.press("C-q")
            at.wait_until_over()
        return shown

    def it_saves_what_it_changed(self, tmux: Path, folder: Path, tmp_path: Path) -> None:
        editor = script(tmp_path, "ed", "sed -i 's/what was done/what was seen/' \"$1\"")
        assert "Westmarch: what was seen" in self.edit(tmux, folder, str(editor), "what was seen")

    def its_name_may_hold_spaces(self, tmux: Path, folder: Path, tmp_path: Path) -> None:
        (tmp_path / "my tools").mkdir()
        editor = script(tmp_path / "my tools", "the editor", "sed -i 's/what was done/what was seen/' \"$2\"")
        self.edit(tmux, folder, f"'{editor}' --wait", "what was seen")

    def its_words_are_never_run_by_a_shell(self, tmux: Path, folder: Path, tmp_path: Path) -> None:
        canary = tmp_path / "canary"
        editor = script(
            tmp_path, "ed", 'for word in "$@"; do printf "%s\\n" "$word"; done > ' + str(tmp_path / "words")
        )
        self.edit(tmux, folder, f"{editor} -c ':!touch {canary}' ; touch {canary}", "Nothing was changed")
        assert not canary.exists()
        words = (tmp_path / "words").read_text(encoding="utf-8").splitlines()
        assert words[:5] == ["-c", f":!touch {canary}", ";", "touch", str(canary)]

    def its_absence_is_said(self, tmux: Path, folder: Path) -> None:
        self.edit(tmux, folder, "no-such-editor", "no-such-editor")

    def it_may_delete_the_file_and_nothing_is_lost(self, tmux: Path, folder: Path, tmp_path: Path) -> None:
        before = (folder / "outlines/done.toml").read_bytes()
        self.edit(tmux, folder, str(script(tmp_path, "ed", 'rm "$1"')), "The editor left no file")
        assert (folder / "outlines/done.toml").read_bytes() == before

    def it_may_end_badly_and_what_it_left_is_kept(self, tmux: Path, folder: Path, tmp_path: Path) -> None:
        before = (folder / "outlines/done.toml").read_bytes()
        editor = script(tmp_path, "ed", "sed -i 's/what was done/what was seen/' \"$1\"; exit 3")
        self.edit(tmux, folder, str(editor), "your text is kept in")
        assert (folder / "outlines/done.toml").read_bytes() == before

    def it_may_leave_what_no_longer_reads_and_that_is_kept(self, tmux: Path, folder: Path, tmp_path: Path) -> None:
        before = (folder / "outlines/done.toml").read_bytes()
        editor = script(tmp_path, "ed", "echo 'title = [' > \"$1\"")
        self.edit(tmux, folder, str(editor), "your text is kept in")
        assert (folder / "outlines/done.toml").read_bytes() == before

"""Where the last reading stands: what a shelf tells of changes, and a library opened with one that read only a part."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from briefing.library.authoring import change_entry, drop_outline, new_note
from briefing.library.opened import OpenLibrary
from briefing.library.reading import Reading, read_library, read_one
from briefing.library.shelf import FileChange, WholeShelf
from briefing.model.ids import NoteName, OutlineName
from briefing.model.library import Library
from tests.disk.failing import leftovers
from tests.library.ground import OUTLINE, block, card, write

FILES = {
    "note.toml": card("one") + card("two"),
    "towns/bridge.toml": card("three"),
    "outlines/speech.toml": OUTLINE + block("a"),
}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library of two notes and an outline."""
    return write(tmp_path / "notes", FILES)


class SparseShelf:
    """A shelf that knows of the library as it was once, and of a file only what is put away or asked for by name."""

    def __init__(self, folder: Path, *files: str) -> None:
        self._folder = folder
        self._known = {file: read_one(folder, file) for file in files}
        self.library: Library = read_library(folder)

    def reading(self, file: str) -> Reading | None:
        """What is known of a file."""
        return self._known.get(file)

    def refresh(self) -> tuple[FileChange, ...]:
        """It never looks."""
        return ()

    def take(self, file: str, reading: Reading | None) -> None:
        """Know a file that was saved."""
        self._known[file] = reading
        self.library = read_library(self._folder)


class DescribeAShelf:
    """It tells which files read otherwise, and how much of each does."""

    def it_finds_nothing_where_nothing_was_done(self, library: Path) -> None:
        assert WholeShelf(library).refresh() == ()

    def it_counts_what_is_new_changed_and_gone(self, library: Path) -> None:
        shelf = WholeShelf(library)
        write(library, {"note.toml": card("one", "Another") + card("x") + card("y")})
        assert shelf.refresh() == (FileChange("note.toml", added=2, changed=1, gone=1),)

    def it_counts_the_blocks_of_an_outline(self, library: Path) -> None:
        shelf = WholeShelf(library)
        write(library, {"outlines/speech.toml": OUTLINE + block("a") + block("b"), "outlines/new.toml": OUTLINE})
        assert shelf.refresh() == (
            FileChange("outlines/new.toml", noun="block"),
            FileChange("outlines/speech.toml", added=1, noun="block"),
        )

    def it_tells_of_files_that_came_and_went(self, library: Path) -> None:
        shelf = WholeShelf(library)
        write(library, {"new.toml": card("new")})
        (library / "towns/bridge.toml").unlink()
        assert shelf.refresh() == (FileChange("new.toml", added=1), FileChange("towns/bridge.toml", gone=1))

    def it_tells_of_the_office_and_of_what_is_odd_without_counting(self, library: Path) -> None:
        shelf = WholeShelf(library)
        write(library, {"library.toml": '[office]\nname = "The office"\n', "odd.toml.txt": card("odd")})
        assert shelf.refresh() == (FileChange("library.toml"), FileChange("odd.toml.txt"))


class DescribeALibraryOfWhichNotAllWasRead:
    """A file that was never read here is saved as safely as one that was."""

    def it_saves_into_a_file_it_never_read(self, library: Path) -> None:
        opened = OpenLibrary(library, SparseShelf(library))
        assert opened.apply(change_entry(opened.library, "two", {"claim": "Ours"})).saved
        assert opened.library.cards["two"].claim == "Ours"
        assert opened.undo()
        assert (library / "note.toml").read_text(encoding="utf-8") == FILES["note.toml"]

    def it_waits_for_whoever_may_be_writing_into_such_a_file(
        self, library: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        opened = OpenLibrary(library, SparseShelf(library))
        step = change_entry(opened.library, "two", {"claim": "Ours"})
        write(library, {"note.toml": ""})  # a program has emptied it, and is about to write it anew

        def go_on(_seconds: float) -> None:
            write(library, {"note.toml": "# theirs\n" + FILES["note.toml"]})
            os.utime(library / "note.toml", (1_700_000_000, 1_700_000_000))

        monkeypatch.setattr(time, "sleep", lambda seconds: go_on(seconds) if seconds else None)
        assert opened.apply(step).saved
        assert (library / "note.toml").read_text(encoding="utf-8").startswith("# theirs\n")

    def it_meets_what_others_changed(self, library: Path) -> None:
        opened = OpenLibrary(library, SparseShelf(library))
        step = change_entry(opened.library, "two", {"claim": "Ours"})
        write(library, {"note.toml": card("one") + card("two", "Theirs")})
        (conflict,) = opened.apply(step).conflicts
        assert (conflict.ours, conflict.theirs) == ("Ours", "Theirs")

    def it_deletes_an_outline_it_read_and_no_other(self, library: Path) -> None:
        unread = OpenLibrary(library, SparseShelf(library))
        step = drop_outline(unread.library, OutlineName("speech"))
        assert not unread.apply(step).saved
        assert OpenLibrary(library, SparseShelf(library, "outlines/speech.toml")).apply(step).saved
        assert not (library / "outlines/speech.toml").exists()

    def it_sweeps_a_folder_as_it_first_saves_there(self, library: Path) -> None:
        folders = (library, library / "outlines", library / "towns")
        for folder in folders:
            write(folder, {".note.toml.999999999.tmp": "half"})
        opened = OpenLibrary(library, SparseShelf(library))
        assert [bool(leftovers(folder)) for folder in folders] == [False, False, True]
        opened.apply(new_note(opened.library, NoteName("towns/walls"), "Walls"))
        assert leftovers(library / "towns") == []

    @pytest.mark.skipif(os.name != "posix", reason="makes links as anybody may on POSIX systems")
    def it_sweeps_a_library_behind_a_link_but_no_outlines_behind_one(self, library: Path, tmp_path: Path) -> None:
        (library / "outlines").rename(tmp_path / "elsewhere")
        (library / "outlines").symlink_to(tmp_path / "elsewhere")
        for folder in (library, tmp_path / "elsewhere"):
            write(folder, {".note.toml.999999999.tmp": "half"})
        (tmp_path / "link").symlink_to(library)
        OpenLibrary(tmp_path / "link", SparseShelf(library))
        assert leftovers(library) == []
        assert leftovers(tmp_path / "elsewhere") != []

"""What lies in a library's folder: links are not followed, pipes not waited for, and what is odd is said."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.library.opened import OpenLibrary
from briefing.library.reading import read_library
from briefing.library.survey import DEEPEST
from briefing.model.finding import Severity
from briefing.wording import disk as disk_words
from briefing.wording import library as say
from tests.library.ground import OUTLINE, block, card, write

pytestmark = pytest.mark.hostile
posix = pytest.mark.skipif(os.name != "posix", reason="needs the links, pipes and names of a POSIX system")


def said(folder: Path) -> list[tuple[str, str]]:
    """What is odd about a library, by place; its sound card must be there all the same."""
    library = read_library(folder)
    assert "sound" in library.cards
    assert all(finding.suggestion for finding in library.damage)
    return sorted((str(finding.place), finding.message) for finding in library.damage)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write(tmp_path / "notes", {"note.toml": card("sound")})


def test_notes_stand_in_folders_by_topic(library: Path) -> None:
    write(
        library, {"schools/breakfast/clubs.toml": card("deep"), "sources/s.toml": card("no"), ".git/x.toml": card("no")}
    )
    assert [note.name for note in read_library(library).notes] == ["note", "schools/breakfast/clubs"]


@pytest.mark.parametrize("name", ["schools.toml.txt", "SCHOOLS.TOML", "deep/Schools.Toml"])
def test_a_file_whose_name_ends_otherwise_than_was_meant_is_named(library: Path, name: str) -> None:
    write(library, {name: card("unseen"), "minutes.txt": "", "letter.docx": "", "note.toml~": "", "toml": ""})
    assert said(library) == [(name, say.ENDING)]


@posix
class DescribeALink:
    def it_is_not_followed_to_a_file(self, library: Path, tmp_path: Path) -> None:
        write(tmp_path, {"elsewhere.toml": card("secret")})
        (library / "linked.toml").symlink_to(tmp_path / "elsewhere.toml")
        assert said(library) == [("linked.toml", disk_words.LINK)]
        assert "secret" not in read_library(library).cards

    def it_is_not_followed_to_a_folder(self, library: Path, tmp_path: Path) -> None:
        write(tmp_path, {"elsewhere/note.toml": card("secret")})
        (library / "linked").symlink_to(tmp_path / "elsewhere")
        (library / "round").symlink_to(library)
        assert said(library) == [("linked", disk_words.LINK), ("round", disk_words.LINK)]
        assert "secret" not in read_library(library).cards

    def it_is_named_where_it_leads_nowhere(self, library: Path) -> None:
        (library / "gone.toml").symlink_to("nowhere")
        assert said(library) == [("gone.toml", disk_words.LINK)]

    def it_is_a_remark_where_it_is_a_second_name(self, library: Path, tmp_path: Path) -> None:
        (tmp_path / "backup.toml").hardlink_to(library / "note.toml")
        assert said(library) == [("note.toml", say.SECOND_NAME)]
        assert read_library(library).damage[0].severity is Severity.INFO


@posix
def test_nothing_is_waited_for(library: Path) -> None:
    """In a process of its own, so that waiting would be noticed."""
    os.mkfifo(library / "pipe.toml")
    os.mkfifo(library / "outlines.toml")
    program = "import sys; from pathlib import Path; from briefing.library.reading import read_library; "
    program += "print([f.message for f in read_library(Path(sys.argv[1])).damage])"
    done = subprocess.run(
        [sys.executable, "-c", program, str(library)], capture_output=True, check=True, encoding="utf-8", timeout=60
    )
    assert done.stdout.strip() == repr([disk_words.NOT_A_FILE] * 2)


@posix
def test_a_folder_with_the_name_of_a_note_is_a_folder(library: Path) -> None:
    write(library, {"odd.toml/note.toml": card("inside")})
    assert said(library) == []
    assert "inside" in read_library(library).cards


@pytest.mark.skipif(sys.platform != "linux", reason="needs a system that takes any bytes for a name")
def test_a_name_that_is_no_text_is_shown_and_passed_over(library: Path) -> None:
    name = os.fsdecode(b"caf\xe9.toml")
    write(library, {name: card("hidden")})
    assert said(library) == [("caf\\xe9.toml", say.NAME_NOT_TEXT)]
    assert "hidden" not in read_library(library).cards


def test_folders_in_folders_in_folders_are_looked_into_only_so_far(library: Path) -> None:
    write(library, {"/".join(["d"] * 100) + "/note.toml": card("too-deep")})
    write(library, {"/".join(["a"] * (DEEPEST - 1)) + "/note.toml": card("as-deep-as-may-be")})
    assert said(library) == [("/".join(["d"] * DEEPEST) + "/", say.FOLDER_TOO_DEEP)]
    assert "as-deep-as-may-be" in read_library(library).cards


def test_a_folder_of_outlines_is_named_and_not_taken_for_one(library: Path) -> None:
    write(library, {"outlines/old/speech.toml": OUTLINE + block("b"), "outlines/speech.toml": OUTLINE + block("b")})
    assert said(library) == [("outlines/old/", say.FOLDER_OF_OUTLINES)]
    assert [outline.name for outline in read_library(library).outlines] == ["speech"]


@pytest.mark.skipif(sys.platform != "linux", reason="needs a system that tells capitals apart")
def test_names_that_differ_in_capitals_are_named(library: Path) -> None:
    write(library, {"Note.toml": card("other"), "x/a.toml": "", "X/A.toml": ""})
    places = [place for place, _ in said(library)]
    assert places == ["note.toml", "x/a.toml"]


@posix
def test_a_folder_that_may_not_be_looked_into_is_named(everybodys: Path) -> None:
    write(everybodys, {"note.toml": card("sound"), "closed/note.toml": card("hidden")})
    (everybodys / "closed").chmod(0)
    try:
        assert [place for place, _ in said(everybodys)] == ["closed/"]
    finally:
        (everybodys / "closed").chmod(0o755)


class DescribeLookingAgain:
    """What others do to the files is noticed; what they leave alone is not read again."""

    def it_finds_nothing_where_nothing_was_done(self, library: Path) -> None:
        desk = OpenLibrary(library)
        before = desk.library
        assert not desk.refresh()
        assert desk.library is before

    def it_opens_no_file_that_has_rested(self, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for number in range(20):
            write(library, {f"{number}.toml": card(f"c{number}")})
        for path in library.glob("*.toml"):
            os.utime(path, (1_700_000_000, 1_700_000_000))
        desk = OpenLibrary(library)
        opened: list[object] = []
        really = os.open

        def count(path: str, flags: int, mode: int = 0o777) -> int:
            opened.append(path)
            return really(path, flags, mode)

        monkeypatch.setattr(os, "open", count)
        assert not desk.refresh()
        assert opened == []
        write(library, {"7.toml": card("changed")})
        assert desk.refresh()
        assert [Path(str(path)).name for path in opened] == ["7.toml"]

    def it_notices_a_change_a_new_file_and_one_that_is_gone(self, library: Path) -> None:
        desk = OpenLibrary(library)
        write(library, {"note.toml": card("sound", "Changed")})
        assert desk.refresh()
        assert desk.library.cards["sound"].claim == "Changed"
        write(library, {"new.toml": card("new")})
        assert desk.refresh()
        assert "new" in desk.library.cards
        (library / "new.toml").unlink()
        assert desk.refresh()
        assert "new" not in desk.library.cards

    def it_notices_a_change_that_hides_its_time(self, library: Path) -> None:
        """The same size, the time of change put back: as `cp --preserve` and some synchronisers leave a file."""
        os.utime(library / "note.toml", (1_700_000_000, 1_700_000_000))
        desk = OpenLibrary(library)
        text = (library / "note.toml").read_text(encoding="utf-8")
        (library / "note.toml").write_text(text.replace("A claim", "Another"), encoding="utf-8")
        os.utime(library / "note.toml", (1_700_000_000, 1_700_000_000))
        assert desk.refresh()
        assert desk.library.cards["sound"].claim == "Another"

    def it_notices_two_changes_in_one_tick_of_the_clock(self, library: Path) -> None:
        desk = OpenLibrary(library)
        for number in range(50):
            write(library, {"note.toml": card("sound", f"Claim {number:02}")})
            assert desk.refresh()
            assert desk.library.cards["sound"].claim == f"Claim {number:02}"

    def it_tells_of_damage_that_came_and_of_damage_that_was_mended(self, library: Path) -> None:
        desk = OpenLibrary(library)
        write(library, {"bad.toml": "x = \n"})
        assert desk.refresh()
        assert len(desk.library.damage) == 1
        write(library, {"bad.toml": "x = 1\n"})
        assert desk.refresh()
        assert not desk.library.damage

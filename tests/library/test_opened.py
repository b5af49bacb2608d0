"""An open library: every edit is saved, every edit from outside is kept, and nobody's words are lost."""

from __future__ import annotations

import errno
import os
import stat
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TextIO

import pytest

from briefing.disk import saving
from briefing.disk.places import cache_folder
from briefing.disk.saving import NotAsWritten
from briefing.errors import BriefingError, DiskFailed
from briefing.library import resting
from briefing.library.authoring import change_entry, change_outline, drop_entry, drop_outline, new_card, new_note
from briefing.library.opened import OpenLibrary
from briefing.model.history import Step
from briefing.model.ids import NoteName, OutlineName
from tests.disk.failing import FailingDisk, leftovers
from tests.library.ground import OUTLINE, block, card, write

TEXT = f'title = "A note"\n\n{card("one")}\n{card("two", "Another claim")}'
NOTE = NoteName("note")


@pytest.fixture
def desk(tmp_path: Path) -> OpenLibrary:
    files = {"note.toml": TEXT, "outlines/speech.toml": f"{OUTLINE}\n{block('b1')}\n{block('b2')}"}
    return OpenLibrary(write(tmp_path / "notes", files))


def text(desk: OpenLibrary, file: str = "note.toml") -> str:
    return (desk.folder / file).read_text(encoding="utf-8")


def outside(desk: OpenLibrary, old: str, new: str) -> None:
    """Somebody else edits the note, as an editor does: a new file in the place of the old."""
    path = desk.folder / "note.toml"
    path.with_suffix(".swp").write_text(text(desk).replace(old, new), encoding="utf-8")
    path.with_suffix(".swp").replace(path)


class DescribeAnEditThatMeetsAnother:
    def it_is_made_in_the_file_as_it_is_now(self, desk: OpenLibrary) -> None:
        step = change_entry(desk.library, "two", {"claim": "Ours"})
        outside(desk, "A claim", "Theirs")
        assert desk.apply(step).saved
        assert text(desk) == TEXT.replace("A claim", "Theirs").replace("Another claim", "Ours")
        assert desk.library.cards["one"].claim == "Theirs"

    def it_is_made_beside_one_of_another_field_of_the_same_card(self, desk: OpenLibrary) -> None:
        step = change_entry(desk.library, "two", {"claim": "Ours"})
        outside(desk, 'claim = "Another claim"', 'claim = "Another claim"\nquote = "Theirs"\n# and why')
        assert desk.apply(step).saved
        assert desk.library.cards["two"].claim == "Ours"
        assert desk.library.cards["two"].quote == "Theirs"
        assert "# and why" in text(desk)

    def it_is_a_conflict_in_the_same_field_with_all_three_versions(self, desk: OpenLibrary) -> None:
        step = change_entry(desk.library, "two", {"claim": "Ours", "quote": "Ours alone"})
        outside(desk, "Another claim", "Theirs")
        outcome = desk.apply(step)
        assert not outcome.saved
        (conflict,) = outcome.conflicts
        assert (conflict.array, conflict.id, conflict.field) == ("card", "two", "claim")
        assert (conflict.base, conflict.ours, conflict.theirs) == ("Another claim", "Ours", "Theirs")
        assert text(desk) == TEXT.replace("Another claim", "Theirs")
        assert desk.undo() is None

    def it_is_no_conflict_where_both_say_the_same(self, desk: OpenLibrary) -> None:
        step = change_entry(desk.library, "two", {"claim": "Agreed"})
        outside(desk, "Another claim", "Agreed")
        assert desk.apply(step).saved

    def it_is_a_conflict_where_the_card_has_gone(self, desk: OpenLibrary) -> None:
        step = change_entry(desk.library, "two", {"claim": "Ours"})
        outside(desk, card("two", "Another claim"), "")
        (conflict,) = desk.apply(step).conflicts
        assert conflict.field == ""
        assert isinstance(conflict.ours, dict)
        assert conflict.ours["claim"] == "Ours"
        assert conflict.theirs is None

    def it_does_not_delete_what_somebody_has_just_changed(self, desk: OpenLibrary) -> None:
        step = drop_entry(desk.library, "two")
        outside(desk, "Another claim", "Theirs")
        assert not desk.apply(step).saved
        assert "Theirs" in text(desk)

    def it_deletes_what_somebody_has_only_written_otherwise(self, desk: OpenLibrary) -> None:
        step = drop_entry(desk.library, "two")
        outside(desk, '"Another claim"', "'Another claim'   # said Jo")
        assert desk.apply(step).saved
        assert "two" not in desk.library.cards

    def it_is_a_conflict_where_the_file_has_gone(self, desk: OpenLibrary) -> None:
        step = change_entry(desk.library, "two", {"claim": "Ours"})
        (desk.folder / "note.toml").unlink()
        assert not desk.apply(step).saved
        assert not (desk.folder / "note.toml").exists()

    def it_is_a_conflict_where_another_card_took_the_id(self, desk: OpenLibrary) -> None:
        _, step = new_card(desk.library, NOTE, {"id": "three", "claim": "Ours"})
        write(desk.folder, {"note.toml": TEXT + card("three", "Theirs")})
        (conflict,) = desk.apply(step).conflicts
        assert isinstance(conflict.theirs, dict)
        assert conflict.theirs["claim"] == "Theirs"

    def it_stands_where_it_was_meant_to_when_cards_were_put_in_another_order(self, desk: OpenLibrary) -> None:
        _, step = new_card(desk.library, NOTE, {"id": "three", "claim": "Ours"})
        write(desk.folder, {"note.toml": f"{card('two')}\n{card('one')}"})
        assert desk.apply(step).saved
        assert [found.id for found in desk.library.listing("note")] == ["two", "three", "one"]

    def it_is_made_in_a_file_that_was_given_windows_line_ends(self, desk: OpenLibrary) -> None:
        step = change_entry(desk.library, "two", {"claim": "Ours", "quote": "one\ntwo"})
        (desk.folder / "note.toml").write_bytes(TEXT.replace("\n", "\r\n").encode())
        assert desk.apply(step).saved
        content = (desk.folder / "note.toml").read_bytes()
        assert content.count(b"\n") == content.count(b"\r\n")
        assert desk.library.cards["two"].quote == "one\ntwo"


def test_moves_of_blocks_meet_other_moves(tmp_path: Path) -> None:
    blocks = [block(f"b{number}") for number in range(5)]
    desk = OpenLibrary(write(tmp_path, {"outlines/speech.toml": "\n".join([OUTLINE, *blocks])}))
    outline = desk.library.outlines[0]
    moved = outline.with_blocks((*outline.blocks[1:], outline.blocks[0]))
    step = change_outline(outline, moved, "Moved")
    theirs = [block("new"), *reversed(blocks)]
    write(desk.folder, {"outlines/speech.toml": "\n".join([OUTLINE, *theirs])})
    assert desk.apply(step).saved
    assert [found.id for found in desk.library.outlines[0].blocks] == ["new", "b4", "b0", "b3", "b2", "b1"]


def fill(file: TextIO, words: str) -> None:
    file.write(words)
    file.flush()


class DescribeAFileThatIsBeingWritten:
    """An editor that writes in place empties the file first; saving into that would lose all of it."""

    def it_is_waited_for(self, desk: OpenLibrary) -> None:
        path = desk.folder / "note.toml"
        _, step = new_card(desk.library, NOTE, {"id": "three", "claim": "Ours"})
        theirs = TEXT.replace("A claim", "Theirs")
        with path.open("w", encoding="utf-8") as editor:  # empty from here on
            writer = threading.Timer(0.3, lambda: fill(editor, theirs))
            writer.start()
            assert desk.apply(step).saved
            writer.join()
        assert desk.library.cards.keys() == {"one", "two", "three"}
        assert desk.library.cards["one"].claim == "Theirs"

    def it_is_waited_for_when_half_of_it_is_there(self, desk: OpenLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(resting, "REST", 0.4)  # so that a slow machine cannot make the halves look like two edits
        path = desk.folder / "note.toml"
        _, step = new_card(desk.library, NOTE, {"id": "three", "claim": "Ours"})
        with path.open("w", encoding="utf-8") as editor:
            editor.write(TEXT[:60])
            editor.flush()
            writer = threading.Timer(0.1, lambda: fill(editor, TEXT[60:]))
            writer.start()
            assert desk.apply(step).saved
            writer.join()
        assert desk.library.cards.keys() == {"one", "two", "three"}

    def it_is_not_waited_for_when_it_was_replaced(self, desk: OpenLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
        waited: list[float] = []
        monkeypatch.setattr(time, "sleep", waited.append)
        outside(desk, "A claim", "Theirs")
        assert desk.apply(change_entry(desk.library, "two", {"claim": "Ours"})).saved
        assert [length for length in waited if length >= resting.REST] == []

    def it_counts_as_empty_when_it_stays_so(self, desk: OpenLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(resting, "EMPTY_REST", 0.1)
        (desk.folder / "note.toml").write_bytes(b"")
        assert not desk.apply(change_entry(desk.library, "two", {"claim": "Ours"})).saved


class DescribeADiskThatFails:
    def it_leaves_the_file_and_the_history_as_they_were(
        self, desk: OpenLibrary, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for number in range(1, 60):
            disk = FailingDisk(number, errno.EIO)
            step = change_entry(desk.library, "two", {"claim": f"Claim {number}"})
            with monkeypatch.context() as patch:
                disk.install(patch, ("open", "write", "fsync", "replace"))
                try:
                    saved = desk.apply(step).saved
                except BriefingError as error:
                    saved = not error.what.endswith("input/output error.")
            if saved:
                break
            assert text(desk) == TEXT or disk.placed
            assert leftovers(desk.folder) == []
            desk.refresh()
        assert desk.library.cards["two"].claim == f"Claim {number}"

    def it_takes_the_history_but_not_the_undoing(self, desk: OpenLibrary) -> None:
        """The disk of the private folder is full, that of the library is not."""
        (desk.state / "history.jsonl").mkdir()
        assert desk.apply(change_entry(desk.library, "two", {"claim": "Ours"})).saved
        undone = desk.undo()
        assert undone
        assert undone.saved
        assert text(desk) == TEXT

    def it_is_told_when_a_note_cannot_have_a_folder(self, desk: OpenLibrary) -> None:
        write(desk.folder, {"schools": "a file in the way"})
        with pytest.raises(DiskFailed):
            desk.apply(new_note(desk.library, NoteName("schools/clubs"), "Clubs"))

    def it_is_told_when_another_program_never_stops_saving(
        self, desk: OpenLibrary, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path, really = desk.folder / "note.toml", os.fsync
        counted: list[int] = []

        def meanwhile(handle: int) -> None:
            counted.append(handle)
            path.with_suffix(".swp").write_text(f"# {len(counted)}\n{TEXT}", encoding="utf-8")
            path.with_suffix(".swp").replace(path)
            really(handle)

        monkeypatch.setattr(os, "fsync", meanwhile)
        monkeypatch.setattr(time, "sleep", lambda _seconds: None)
        with pytest.raises(DiskFailed) as caught:
            desk.apply(change_entry(desk.library, "two", {"claim": "Ours"}))
        assert caught.value.what == "The change could not be saved: the file keeps being saved by another program."
        assert text(desk) == f"# {len(counted)}\n{TEXT}"

    def it_keeps_a_step_that_was_overtaken_a_moment_after_it_was_saved(
        self, desk: OpenLibrary, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Another program takes our words in and saves at once: they are ours all the same, and can be undone."""
        really = saving._swap
        times: list[int] = []

        def overtaken(beside: Path, path: Path, expected: bytes | None) -> None:
            really(beside, path, expected)
            if path.name == "note.toml" and not times:
                times.append(1)
                path.write_text("# theirs\n" + path.read_text(encoding="utf-8"), encoding="utf-8")

        monkeypatch.setattr(saving, "_swap", overtaken)
        assert desk.apply(change_entry(desk.library, "two", {"claim": "Ours"})).saved
        assert text(desk).startswith("# theirs\n")
        desk.undo()
        assert text(desk) == "# theirs\n" + TEXT

    def it_says_so_when_the_file_is_never_what_was_written(
        self, desk: OpenLibrary, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        really = saving._swap

        def spoil(beside: Path, path: Path, expected: bytes | None) -> None:
            really(beside, path, expected)
            if path.name == "note.toml":
                path.write_text(TEXT, encoding="utf-8")

        monkeypatch.setattr(saving, "_swap", spoil)
        monkeypatch.setattr(time, "sleep", lambda _seconds: None)
        with pytest.raises(NotAsWritten):
            desk.apply(change_entry(desk.library, "two", {"claim": "Ours"}))


class DescribeADeletedOutline:
    def it_comes_back_to_the_byte(self, desk: OpenLibrary) -> None:
        before = "\ufeff# ours\r\n" + text(desk, "outlines/speech.toml")
        (desk.folder / "outlines/speech.toml").write_bytes(before.encode())
        desk.refresh()
        assert desk.apply(drop_outline(desk.library, OutlineName("speech"))).saved
        assert desk.library.outlines == ()
        desk = OpenLibrary(desk.folder)
        assert desk.undo()
        assert (desk.folder / "outlines/speech.toml").read_bytes() == before.encode()

    def it_is_kept_where_somebody_has_changed_it(self, desk: OpenLibrary) -> None:
        step = drop_outline(desk.library, OutlineName("speech"))
        changed = text(desk, "outlines/speech.toml").replace("Own words", "Their words")
        write(desk.folder, {"outlines/speech.toml": changed})
        assert not desk.apply(step).saved
        assert text(desk, "outlines/speech.toml") == changed
        assert not (desk.state / "trash").exists() or not list((desk.state / "trash").iterdir())

    def it_does_not_come_back_over_another_of_its_name(self, desk: OpenLibrary) -> None:
        desk.apply(drop_outline(desk.library, OutlineName("speech")))
        write(desk.folder, {"outlines/speech.toml": OUTLINE.replace("An outline", "Another")})
        undone = desk.undo()
        assert undone
        assert not undone.saved
        assert "Another" in text(desk, "outlines/speech.toml")

    def it_waits_in_the_trash_for_thirty_days(self, desk: OpenLibrary) -> None:
        desk.apply(drop_outline(desk.library, OutlineName("speech")))
        (kept,) = (desk.state / "trash").iterdir()
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        for days in (29, 31):
            os.utime(kept, (time.time() - days * 86_400,) * 2)
            write(desk.folder, {f"outlines/old-{days}.toml": OUTLINE + block("b")})
            desk.refresh()
            desk.apply(drop_outline(desk.library, OutlineName(f"old-{days}")))
            assert kept.exists() == (days == 29)


def test_a_note_that_was_started_is_not_taken_away_with_what_others_put_in(desk: OpenLibrary) -> None:
    desk.apply(new_note(desk.library, NoteName("new"), "New"))
    write(desk.folder, {"new.toml": text(desk, "new.toml") + "\n" + card("theirs")})
    desk.refresh()
    undone = desk.undo()
    assert undone
    assert not undone.saved
    assert "theirs" in text(desk, "new.toml")


def test_leftovers_of_killed_saves_are_swept_when_the_library_opens(desk: OpenLibrary) -> None:
    write(desk.folder, {"outlines/.speech.toml.999999999.tmp": "half", ".note.toml.999999999.tmp": "half"})
    write(desk.state, {".history.jsonl.999999999.tmp": "half", "drafts/.x.json.999999999.tmp": "half"})
    OpenLibrary(desk.folder)
    for folder in (desk.folder, desk.folder / "outlines", desk.state, desk.state / "drafts"):
        assert leftovers(folder) == []


@pytest.mark.skipif(os.name != "posix", reason="needs the modes of a POSIX system")
def test_whatever_this_program_keeps_is_for_the_user_alone(desk: OpenLibrary, user_folders: Path) -> None:
    from briefing.library.drafts import Drafts

    cache_folder(desk.folder)
    desk.apply(change_entry(desk.library, "two", {"private": "the name of a child"}))
    desk.apply(drop_outline(desk.library, OutlineName("speech")))
    Drafts(desk.state).keep("card two", "words")
    kept = [path for base in (".local/state", ".cache") for path in (user_folders / base / "briefing").rglob("*")]
    assert len([path for path in kept if path.is_file()]) >= 3
    assert [path for path in kept if stat.S_IMODE(path.stat().st_mode) & 0o077] == []


def test_an_open_library_is_shared_by_threads(tmp_path: Path) -> None:
    """The desk saves in one thread and looks for changes in another."""
    desk = OpenLibrary(write(tmp_path, {f"{name}.toml": card(name) for name in ("one", "two")}))
    failures: list[BaseException] = []
    ended = threading.Event()

    def look(_name: str) -> None:
        while not ended.is_set():
            desk.refresh()
            list(desk.library.cards)

    def save(name: str) -> None:
        for number in range(15):
            assert desk.apply(change_entry(desk.library, name, {"quote": f"{name} {number}"})).saved
            if number % 3 == 0:
                assert desk.undo(f"{name}.toml")

    def guard(act: Callable[[str], None], name: str) -> None:
        try:
            act(name)
        except BaseException as error:  # noqa: BLE001 - whatever it is, the test must hear of it
            failures.append(error)

    looking = threading.Thread(target=guard, args=(look, ""))
    saving = [threading.Thread(target=guard, args=(save, name)) for name in ("one", "two")]
    for thread in (looking, *saving):
        thread.start()
    for thread in saving:
        thread.join()
    ended.set()
    looking.join()
    assert failures == []
    assert [desk.library.cards[name].quote for name in ("one", "two")] == ["one 14", "two 14"]


def test_an_empty_step_is_nothing(desk: OpenLibrary) -> None:
    outcome = desk.apply(Step("Nothing", "note.toml", ()))
    assert outcome.saved
    assert desk.undo() is None


def test_a_step_of_several_edits_is_saved_whole_or_not_at_all(desk: OpenLibrary) -> None:
    one, two = (change_entry(desk.library, name, {"claim": "Ours"}) for name in ("one", "two"))
    step = replace(one, edits=(*one.edits, *two.edits))
    outside(desk, "Another claim", "Theirs")
    assert not desk.apply(step).saved
    assert text(desk) == TEXT.replace("Another claim", "Theirs")

"""Saving one file: at every moment the old one or the new one, whole."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.disk import exchanging, saving
from briefing.disk.reading import LARGEST
from briefing.disk.saving import ChangedOutside, NotAsWritten, remove_file, replace_file, sweep
from briefing.errors import BadInput, DiskFailed
from briefing.wording import disk as say
from tests.disk.failing import leftovers, system

OLD, NEW = b"what was there\n", b"what is to be there, and longer\n"

__all__ = ["system"]  # the fixture

posix = pytest.mark.skipif(os.name != "posix", reason="needs the modes, links and pipes of a POSIX system")


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.toml"
    path.write_bytes(OLD)
    return path


class DescribeASave:
    def it_puts_the_new_file_in_the_place_of_the_old(self, note: Path, system: str) -> None:
        assert replace_file(note, NEW, OLD)
        assert note.read_bytes() == NEW
        assert leftovers(note.parent) == []

    def it_makes_a_file_that_was_not_there(self, tmp_path: Path, system: str) -> None:
        assert replace_file(tmp_path / "new.toml", NEW, None)
        assert (tmp_path / "new.toml").read_bytes() == NEW

    def it_can_save_nothing_at_all(self, note: Path) -> None:
        assert replace_file(note, b"", OLD)
        assert note.read_bytes() == b""

    @pytest.mark.parametrize("expected", [None, b"", b"something else\n"])
    def it_never_overwrites_what_it_did_not_read(self, note: Path, expected: bytes | None) -> None:
        with pytest.raises(ChangedOutside):
            replace_file(note, NEW, expected)
        assert note.read_bytes() == OLD
        assert leftovers(note.parent) == []

    def it_does_not_bring_back_a_file_somebody_deleted(self, note: Path) -> None:
        note.unlink()
        with pytest.raises(ChangedOutside):
            replace_file(note, NEW, OLD)
        assert not note.exists()

    def it_says_so_where_the_folder_is_gone(self, tmp_path: Path) -> None:
        with pytest.raises(DiskFailed) as caught:
            replace_file(tmp_path / "gone" / "note.toml", NEW, None)
        assert caught.value.what == "The file could not be saved: no such file or directory."

    def it_refuses_to_grow_a_file_past_what_can_be_read_again(self, note: Path) -> None:
        with pytest.raises(BadInput) as caught:
            replace_file(note, b"x" * (LARGEST + 1), OLD)
        assert str(caught.value.where) == "note.toml"
        assert note.read_bytes() == OLD
        assert leftovers(note.parent) == []

    def it_lets_threads_of_one_desk_save_one_file_at_once(self, note: Path) -> None:
        """Under one name beside the file they would take each other's half-written file for their own."""
        wrong: list[BaseException] = []

        def save(content: bytes) -> None:
            for _ in range(20):
                try:
                    replace_file(note, content, note.read_bytes())
                except ChangedOutside:
                    continue
                except BaseException as error:  # noqa: BLE001 - whatever it is, the test must hear of it
                    wrong.append(error)

        contents = [letter * 50_000 for letter in (b"a", b"b", b"c")]
        threads = [threading.Thread(target=save, args=(content,)) for content in contents]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert wrong == []
        assert note.read_bytes() in contents
        assert leftovers(note.parent) == []


@posix
class DescribeTheModeOfASavedFile:
    @pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
    def it_is_the_one_it_had(self, note: Path, mode: int) -> None:
        note.chmod(mode)
        replace_file(note, NEW, OLD)
        assert stat.S_IMODE(note.stat().st_mode) == mode

    def it_is_what_the_umask_says_for_a_new_file(self, tmp_path: Path) -> None:
        (tmp_path / "by hand").write_bytes(b"")
        replace_file(tmp_path / "saved", NEW, None)
        assert (tmp_path / "saved").stat().st_mode == (tmp_path / "by hand").stat().st_mode

    def it_is_for_the_user_alone_where_the_file_is_private(self, tmp_path: Path) -> None:
        replace_file(tmp_path / "draft", NEW, None, private=True)
        assert stat.S_IMODE((tmp_path / "draft").stat().st_mode) == 0o600

    def it_is_private_until_the_file_is_in_place(self, note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        seen: list[int] = []
        really = os.write

        def look(handle: int, content: bytes) -> int:
            seen.append(stat.S_IMODE(os.fstat(handle).st_mode))
            return really(handle, content)

        monkeypatch.setattr(os, "write", look)
        replace_file(note, NEW, OLD)
        assert seen == [0o600]

    @pytest.mark.skipif(not hasattr(os, "setxattr"), reason="needs extended attributes")
    def it_comes_with_the_attributes_the_file_had(self, note: Path) -> None:
        try:
            os.setxattr(note, "user.office", b"ours")
        except OSError:
            pytest.skip("needs a file system with extended attributes")
        replace_file(note, NEW, OLD)
        assert os.getxattr(note, "user.office") == b"ours"

    @pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() != 0, reason="only root may give a file away")
    def its_owner_stays_when_root_saves_it(self, note: Path) -> None:
        os.chown(note, 12345, 23456)
        replace_file(note, NEW, OLD)
        assert (note.stat().st_uid, note.stat().st_gid) == (12345, 23456)

    def it_is_respected_where_somebody_made_the_file_read_only(self, everybodys: Path) -> None:
        note = everybodys / "note.toml"
        note.write_bytes(OLD)
        note.chmod(0o444)
        with pytest.raises(DiskFailed) as caught:
            replace_file(note, NEW, OLD)
        assert caught.value.what == say.READ_ONLY
        assert note.read_bytes() == OLD


@posix
class DescribeWhatIsNoOrdinaryFile:
    """Links are not followed, pipes are not waited for; what is behind them is left alone."""

    @pytest.fixture(params=["link", "dangling link", "pipe", "folder", "device"])
    def odd(self, request: pytest.FixtureRequest, tmp_path: Path) -> Path:
        path = tmp_path / "odd.toml"
        (tmp_path / "secret").write_bytes(OLD)
        make: dict[str, Callable[[], None]] = {
            "link": lambda: path.symlink_to(tmp_path / "secret"),
            "dangling link": lambda: path.symlink_to(tmp_path / "nowhere"),
            "pipe": lambda: os.mkfifo(path),
            "folder": path.mkdir,
            "device": lambda: os.mknod(path, stat.S_IFCHR | 0o600, os.makedev(1, 3)),
        }
        try:
            make[request.param]()
        except PermissionError:
            pytest.skip("needs root to make a device")
        return path

    def it_is_not_overwritten(self, odd: Path) -> None:
        for expected in (None, OLD, b""):
            with pytest.raises(BadInput):
                replace_file(odd, NEW, expected)
        assert (odd.parent / "secret").read_bytes() == OLD
        assert not (odd.parent / "nowhere").exists()
        assert leftovers(odd.parent) == []

    def it_is_not_overwritten_where_it_came_while_we_wrote(
        self, odd: Path, note: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        really = os.fsync

        def swap(handle: int) -> None:
            if note.is_file() and not note.is_symlink():
                note.unlink()
                odd.rename(note)
            really(handle)

        monkeypatch.setattr(os, "fsync", swap)
        with pytest.raises(BadInput):
            replace_file(note, NEW, OLD)
        assert (note.parent / "secret").read_bytes() == OLD
        assert leftovers(note.parent) == []

    def it_writes_through_no_link_planted_beside_the_file(self, note: Path) -> None:
        victim = note.parent / "victim"
        victim.write_bytes(OLD)
        note.with_name(f".{note.name}.{os.getpid()}.tmp").symlink_to(victim)
        replace_file(note, NEW, OLD)
        assert victim.read_bytes() == OLD
        assert note.read_bytes() == NEW


THEIRS = b"somebody else\n"


def save_theirs(path: Path, how: str) -> None:
    """What another program does: write into the file, or put another in its place, or take it away."""
    if how == "in place":
        path.write_bytes(THEIRS)
    elif how == "replaced":
        path.with_suffix(".swp").write_bytes(THEIRS)
        path.with_suffix(".swp").replace(path)
    else:
        path.unlink()


@pytest.mark.parametrize("how", ["in place", "replaced", "deleted"])
class DescribeASaveThatMeetsAnother:
    def theirs(self, note: Path) -> bytes | None:
        return note.read_bytes() if note.exists() else None

    def it_is_refused_when_the_file_changes_while_it_writes(
        self, note: Path, monkeypatch: pytest.MonkeyPatch, system: str, how: str
    ) -> None:
        really = os.fsync

        def meanwhile(handle: int) -> None:
            save_theirs(note, how)
            really(handle)

        monkeypatch.setattr(os, "fsync", meanwhile)
        with pytest.raises(ChangedOutside):
            replace_file(note, NEW, OLD)
        assert self.theirs(note) == (None if how == "deleted" else THEIRS)
        assert leftovers(note.parent) == []

    def it_is_refused_when_the_file_changes_after_the_last_look_at_it(
        self, note: Path, monkeypatch: pytest.MonkeyPatch, how: str
    ) -> None:
        """In the millionth of a second before the new file comes into place."""
        if exchanging._system_call() is None:
            pytest.skip("needs a system on which files can change places")
        really = saving._swap

        def too_late(beside: Path, path: Path, expected: bytes | None) -> None:
            save_theirs(path, how)
            really(beside, path, expected)

        monkeypatch.setattr(saving, "_swap", too_late)
        with pytest.raises(ChangedOutside):
            replace_file(note, NEW, OLD)
        assert self.theirs(note) == (None if how == "deleted" else THEIRS)
        assert leftovers(note.parent) == []

    def it_is_not_called_saved_when_another_is_there_a_moment_later(
        self, note: Path, monkeypatch: pytest.MonkeyPatch, system: str, how: str
    ) -> None:
        really = saving._swap

        def overtaken(beside: Path, path: Path, expected: bytes | None) -> None:
            really(beside, path, expected)
            save_theirs(path, how)

        monkeypatch.setattr(saving, "_swap", overtaken)
        with pytest.raises(NotAsWritten):
            replace_file(note, NEW, OLD)
        assert self.theirs(note) == (None if how == "deleted" else THEIRS)


class DescribeANewFile:
    def it_does_not_overwrite_one_that_came_after_the_last_look(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        if exchanging._system_call() is None:
            pytest.skip("needs a system that can give a file a name only if it is free")
        note = tmp_path / "note.toml"
        really = saving._swap

        def too_late(beside: Path, path: Path, expected: bytes | None) -> None:
            save_theirs(path, "in place")
            really(beside, path, expected)

        monkeypatch.setattr(saving, "_swap", too_late)
        with pytest.raises(ChangedOutside):
            replace_file(note, NEW, None)
        assert note.read_bytes() == THEIRS


class DescribeALockThatIsHeld:
    @posix
    def it_is_not_waited_for_for_ever(self, note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        import fcntl

        from briefing.disk import locking

        monkeypatch.setattr(locking, "_LONGEST_WAIT", 0.05)
        handle = os.open(note.parent, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            assert replace_file(note, NEW, OLD)
        finally:
            os.close(handle)
        assert note.read_bytes() == NEW


class DescribeRemovingAFile:
    def it_takes_away_what_was_read(self, note: Path) -> None:
        assert remove_file(note, OLD)
        assert not note.exists()

    def it_leaves_what_somebody_changed(self, note: Path) -> None:
        with pytest.raises(ChangedOutside):
            remove_file(note, NEW)
        assert note.read_bytes() == OLD

    def it_puts_back_what_somebody_changed_after_the_last_look(
        self, note: Path, monkeypatch: pytest.MonkeyPatch, system: str
    ) -> None:
        really = saving._expect

        def too_early(path: Path, expected: bytes | None) -> None:
            really(path, expected)
            path.write_bytes(THEIRS)

        monkeypatch.setattr(saving, "_expect", too_early)
        with pytest.raises(ChangedOutside):
            remove_file(note, OLD)
        assert note.read_bytes() == THEIRS
        assert leftovers(note.parent) == []


class DescribeSweeping:
    def ended(self) -> int:
        """The number of a process that is no more."""
        with subprocess.Popen([sys.executable, "-c", ""]) as child:
            child.wait()
            return child.pid

    def it_takes_away_what_a_killed_save_left(self, note: Path) -> None:
        left = note.with_name(f".{note.name}.{self.ended()}.tmp")
        left.write_bytes(NEW[:5])
        sweep(note.parent)
        assert not left.exists()
        assert note.read_bytes() == OLD

    @pytest.mark.parametrize("name", [".note.toml.tmp", ".note.toml.x1.tmp", "note.toml.1.tmp", ".note.toml.1"])
    def it_leaves_what_is_not_its_own(self, note: Path, name: str) -> None:
        (note.parent / name).write_bytes(NEW)
        sweep(note.parent)
        assert (note.parent / name).exists()

    def it_leaves_what_another_desk_is_writing(self, note: Path) -> None:
        others = note.with_name(f".{note.name}.{os.getppid()}.tmp")
        others.write_bytes(NEW)
        sweep(note.parent)
        assert others.exists()

    def it_minds_no_folder_that_is_gone(self, tmp_path: Path) -> None:
        sweep(tmp_path / "gone")


def test_a_file_may_be_as_long_as_its_reader_takes_it(tmp_path: Path) -> None:
    long, longer = b"x" * (LARGEST + 1), b"y" * (LARGEST + 2)
    replace_file(tmp_path / "record.toml", long, None, largest=None)
    replace_file(tmp_path / "record.toml", longer, long, largest=None)
    assert (tmp_path / "record.toml").stat().st_size == len(longer)

"""A disk that refuses, at whichever call it likes: the file is the old one or the new one, and the user is told."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.disk.saving import replace_file
from briefing.errors import DiskFailed
from briefing.wording import disk as say
from tests.disk.failing import FailingDisk, leftovers, system

__all__ = ["system"]  # the fixture

OLD, NEW = b"what was there\n" * 50, b"what is to be there\n" * 100
ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EMFILE, errno.EDQUOT)

posix = pytest.mark.skipif(os.name != "posix", reason="needs the calls of a POSIX system")


def save_on(disk: FailingDisk, path: Path, patch: pytest.MonkeyPatch) -> DiskFailed | bool:
    """What a save on this disk comes to: whether it was confirmed, or how it failed."""
    expected = path.read_bytes() if path.exists() else None
    with patch.context() as patched:
        disk.install(patched)
        try:
            return replace_file(path, NEW, expected)
        except DiskFailed as failure:
            return failure


@pytest.mark.hostile
@pytest.mark.parametrize("error", ERRORS, ids=lambda error: errno.errorcode[error])
@pytest.mark.parametrize("before", [OLD, None], ids=["old file", "new file"])
def test_whichever_call_fails_the_file_is_the_old_or_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, error: int, before: bytes | None
) -> None:
    for number in range(1, 200):
        folder = tmp_path / str(number)
        folder.mkdir()
        note = folder / "note.toml"
        if before:
            note.write_bytes(before)
        disk = FailingDisk(number, error)
        outcome = save_on(disk, note, monkeypatch)
        if not disk.failed:
            assert outcome is True
            break
        assert (note.read_bytes() if note.exists() else None) == (NEW if disk.placed else before)
        assert leftovers(folder) == []
        if isinstance(outcome, DiskFailed):
            assert outcome.what.endswith(f": {os.strerror(error).lower()}.")
            assert outcome.hint
    else:
        pytest.fail("a save that never ends")
    assert {"open", "write", "fsync", "close", "chmod"} <= set(disk.calls)
    assert ("replace" in disk.calls) == (system == "plain")


@posix
def test_a_folder_that_cannot_be_synced_is_told_and_the_file_is_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "note.toml"
    note.write_bytes(OLD)
    really = os.fsync

    def refuse_folders(handle: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{handle}"):  # noqa: PTH112 - a descriptor, not a path of the user's
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        really(handle)

    monkeypatch.setattr(os, "fsync", refuse_folders)
    assert replace_file(note, NEW, OLD) is False
    assert note.read_bytes() == NEW


@pytest.mark.parametrize("most", [1, 7, 512])
def test_a_disk_that_takes_a_little_at_a_time_gets_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    really = os.write
    monkeypatch.setattr(os, "write", lambda handle, content: really(handle, content[:most]))
    assert replace_file(tmp_path / "note.toml", NEW, None)
    assert (tmp_path / "note.toml").read_bytes() == NEW


def test_a_disk_that_takes_nothing_is_not_asked_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", lambda _handle, _content: 0)
    with pytest.raises(DiskFailed):
        replace_file(tmp_path / "note.toml", NEW, None)
    assert list(tmp_path.iterdir()) == []


class DescribeALyingDisk:
    """It says it wrote what it did not; the old file is still there when that is noticed."""

    @pytest.mark.parametrize("lost", ["the beginning", "the end", "everything"])
    def it_does_not_get_to_replace_the_file(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost: str) -> None:
        note = tmp_path / "note.toml"
        note.write_bytes(OLD)
        really = os.write

        def lie(handle: int, content: bytes) -> int:
            kept = {"the beginning": content[100:], "the end": content[:-100], "everything": b""}[lost]
            really(handle, kept)
            return len(content)

        monkeypatch.setattr(os, "write", lie)
        with pytest.raises(DiskFailed) as caught:
            replace_file(note, NEW, OLD)
        assert caught.value.what == say.NOT_KEPT
        assert note.read_bytes() == OLD
        assert leftovers(tmp_path) == []


SAVE = """
import sys
from pathlib import Path
from briefing.disk.saving import replace_file
from briefing.errors import BriefingError
path = Path(sys.argv[1])
try:
    print("saved" if replace_file(path, path.read_bytes() * 2, path.read_bytes()) else "unconfirmed", flush=True)
except BriefingError as error:
    print(error)
"""

TEMPORARY = ("openat", "write", "fsync", "close", "renameat2")


@pytest.mark.hostile
class DescribeARealSystemThatFails:
    """The same with the system itself failing, beneath Python."""

    @pytest.fixture
    def note(self, tmp_path: Path) -> Path:
        note = tmp_path / "note.toml"
        note.write_bytes(OLD)
        return note

    @pytest.fixture
    def saves(self, needs: Callable[[str], Path], note: Path) -> Callable[[str, str], str]:
        strace = needs("strace")

        def run(call: str, injection: str) -> str:
            """What a save prints when the system treats one call on the file beside as it is told."""
            launcher = note.parent / "launch.sh"
            # The name of the file beside holds the number of the process, which exec keeps.
            only = '-P "$1/.note.toml.$$.tmp"'
            launcher.write_text(
                f"exec {strace} -f -D -o /dev/null {only} -e trace={call} -e inject={call}:{injection} "
                f'{sys.executable} -c "$2" "$1/note.toml"\n',
                encoding="utf-8",
            )
            done = subprocess.run(
                ["/bin/sh", str(launcher), str(note.parent), SAVE], capture_output=True, check=False, encoding="utf-8"
            )
            if "Operation not permitted" in done.stderr or "PTRACE" in done.stderr:
                pytest.skip("needs to be allowed to trace")
            return done.stdout + done.stderr.replace("\n", " ")

        return run

    @pytest.mark.parametrize(
        ("call", "error", "words"),
        [
            ("openat", "EROFS", "read-only file system"),
            ("write", "ENOSPC", "no space left on device"),
            ("fsync", "EIO", "input/output error"),
            ("close", "EIO", "input/output error"),
            ("renameat2", "EACCES", "permission denied"),
        ],
    )
    def it_is_told_in_one_sentence_and_the_old_file_is_whole(
        self, saves: Callable[[str, str], str], note: Path, call: str, error: str, words: str
    ) -> None:
        said = saves(call, f"error={error}")
        assert said == f"note.toml: The file could not be saved: {words}. {say.UNSAVED_HINT}\n"
        assert note.read_bytes() == OLD
        assert leftovers(note.parent) == []

    def it_is_noticed_when_a_write_was_only_said_to_be_done(self, saves: Callable[[str, str], str], note: Path) -> None:
        assert say.NOT_KEPT in saves("write", "retval=100:when=1")
        assert note.read_bytes() == OLD

    @pytest.mark.parametrize("call", TEMPORARY)
    def it_leaves_the_old_file_when_it_kills_at_a_call(
        self, saves: Callable[[str, str], str], note: Path, call: str
    ) -> None:
        assert "saved" not in saves(call, "signal=KILL")
        assert note.read_bytes() == OLD
        assert len(leftovers(note.parent)) <= 1


@posix
def test_a_file_that_may_grow_no_further_stays_as_it_was(tmp_path: Path) -> None:
    note = tmp_path / "note.toml"
    note.write_bytes(OLD)
    limit = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
    limit += f"resource.setrlimit(resource.RLIMIT_FSIZE, ({len(OLD) + 5}, {len(OLD) + 5}))"
    done = subprocess.run(
        [sys.executable, "-c", limit + SAVE, str(note)], capture_output=True, check=True, encoding="utf-8"
    )
    assert done.stdout == f"note.toml: The file could not be saved: file too large. {say.UNSAVED_HINT}\n"
    assert note.read_bytes() == OLD
    assert leftovers(tmp_path) == []

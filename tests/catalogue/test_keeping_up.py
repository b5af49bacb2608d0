"""Keeping an index in step with its folder, whatever happens to either meanwhile."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from briefing.catalogue.opening import open_catalogue
from briefing.catalogue.progress import Progress
from briefing.disk.places import cache_folder
from briefing.errors import DiskFailed
from briefing.library.shelf import FileChange
from tests.catalogue.ground import FILES, assert_same, catalogue, many, rested
from tests.library.ground import OUTLINE, block, card, write

BUILD = [sys.executable, "-m", "briefing.catalogue"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library of two notes and an outline."""
    return rested(tmp_path / "notes", FILES)


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A library that another process makes the index of."""
    return rested(tmp_path / "notes", {**FILES, **many(120, 10)})


class DescribeRefreshing:
    def it_finds_nothing_where_nothing_was_done(self, folder: Path) -> None:
        with catalogue(folder) as opened:
            before = opened.library
            assert opened.refresh() == ()
            assert opened.library is before

    def it_counts_what_is_new_changed_and_gone(self, folder: Path) -> None:
        with catalogue(folder) as opened:
            assert opened.library.outlines
            write(folder, {"roads.toml": card("bypass", "It closed") + card("x") + card("y")})
            write(folder, {"new.toml": card("new"), "outlines/speech.toml": OUTLINE + block("a")})
            (folder / "towns/bridge.toml").unlink()
            assert opened.refresh() == (
                FileChange("new.toml", added=1),
                FileChange("outlines/speech.toml", changed=1, gone=1, noun="block"),
                FileChange("roads.toml", added=2, changed=1, gone=1),
                FileChange("towns/bridge.toml", gone=1),
            )
            assert opened.refresh() == ()
            assert_same(opened.library, folder)

    def it_looks_at_some_files_alone(self, folder: Path) -> None:
        with catalogue(folder) as opened:
            assert opened.library.cards["arch"].claim
            write(folder, {"towns/bridge.toml": card("arch", "A zeppelin"), "roads.toml": card("toll")})
            assert opened.glance(["towns/bridge.toml"]) == (FileChange("towns/bridge.toml", changed=1),)
            assert opened.library.cards["arch"].claim == "A zeppelin"
            opened.index_taken()
            found = opened.index.find("zeppelin")
            assert found
            assert found.count == 1

    def it_looks_at_files_of_which_only_the_index_has_told(self, folder: Path) -> None:
        with catalogue(folder) as opened:
            assert opened.glance(["towns/bridge.toml", "roads.toml"]) == ()
            write(folder, {"towns/bridge.toml": card("arch", "A zeppelin")})
            (folder / "roads.toml").unlink()
            files = ["towns/bridge.toml", "roads.toml", "nowhere.toml"]
            assert sorted(change.file for change in opened.glance(files)) == ["roads.toml", "towns/bridge.toml"]
            assert "A zeppelin" in [listed.claim for listed in opened.library.listing()]
            assert opened.glance(files) == ()

    def it_says_nothing_of_a_file_that_was_only_written_again(self, folder: Path) -> None:
        with catalogue(folder) as opened:
            path = folder / "towns/bridge.toml"
            path.write_bytes(path.read_bytes())
            assert opened.glance(["towns/bridge.toml"]) == ()

    def it_notices_two_changes_in_one_tick_of_the_clock(self, folder: Path) -> None:
        with catalogue(folder) as opened:
            for number in range(10, 30):
                write(folder, {"towns/bridge.toml": card("arch", f"Claim {number}")})
                assert opened.refresh()
                assert opened.library.cards["arch"].claim == f"Claim {number}"

    def it_tells_of_what_another_process_filed_meanwhile(self, folder: Path) -> None:
        with catalogue(folder) as opened:
            write(folder, {"new.toml": card("new")})
            with catalogue(folder):
                pass
            assert [change.file for change in opened.refresh()] == ["new.toml"]
            assert "new" in opened.library.cards

    def it_leaves_very_many_changes_to_catching_up(self, large: Path) -> None:
        with catalogue(large) as opened:
            write(
                large, {file: text + card(f"more-{place}") for place, (file, text) in enumerate(many(120, 10).items())}
            )
            assert opened.refresh() == ()
            assert not opened.is_current
            assert len(opened.catch_up()) == 120
            assert opened.is_current
            assert_same(opened.library, large)


class DescribeMakingAnIndex:
    def it_tells_how_far_it_has_come(self, large: Path) -> None:
        told: list[Progress] = []
        opened = open_catalogue(large)
        assert opened.catch_up(told.append) == ()
        assert opened.is_current
        assert {progress.stage for progress in told} >= {"filing", "ranking"}
        assert all(progress.done <= progress.of for progress in told)
        assert_same(opened.library, large)
        opened.close()

    def it_stops_when_it_is_told_to_and_goes_on_later(self, large: Path) -> None:
        opened = open_catalogue(large)
        opened.catch_up(stop=lambda: True)
        assert not opened.is_current
        opened.catch_up()
        assert opened.is_current
        assert_same(opened.library, large)
        opened.close()

    def it_is_done_here_where_no_process_can_be_started(self, large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "executable", "/nowhere/python")
        with catalogue(large) as opened:
            assert opened.is_current
            assert_same(opened.library, large)

    def it_passes_over_a_file_that_vanishes(self, large: Path) -> None:
        def vanish(_: Progress) -> None:
            (large / "topic-6/note-6.toml").unlink(missing_ok=True)
            (large / "roads.toml").unlink(missing_ok=True)

        opened = open_catalogue(large)
        opened.catch_up(vanish)
        opened.catch_up()
        assert_same(opened.library, large)
        opened.close()

    @pytest.mark.kill
    @pytest.mark.skipif(os.name != "posix", reason="needs kill -9")
    def it_may_be_killed_at_any_moment(self, large: Path, chance: random.Random) -> None:
        before = {path: path.read_bytes() for path in large.rglob("*.toml")}
        for _ in range(8):
            child = subprocess.Popen([*BUILD, str(large)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0.05, 0.8))
            child.send_signal(signal.SIGKILL)
            child.wait()
        assert {path: path.read_bytes() for path in large.rglob("*.toml")} == before
        with catalogue(large) as opened:
            assert opened.is_current
            assert_same(opened.library, large)
            found = opened.index.find("bridges", limit=2000)
            assert found
            assert len(found.hits) == found.count >= 1000

    def it_is_made_once_where_two_want_it(self, large: Path) -> None:
        opened = [open_catalogue(large) for _ in range(2)]
        threads = [threading.Thread(target=each.catch_up) for each in opened]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for each in opened:
            assert each.is_current
            assert_same(each.library, large)
            each.close()


@pytest.mark.skipif(sys.platform != "linux", reason="needs a disk that can be made as small as wanted")
def test_a_full_disk_is_told_in_a_sentence_and_the_library_is_as_it_was(
    large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No file may grow beyond a few pages: to SQLite the same as a disk without room."""
    before = {path: path.read_bytes() for path in large.rglob("*.toml")}
    python = write(large.parent, {"python": f'#!/bin/sh\nulimit -f 100\nexec {sys.executable} "$@"\n'}) / "python"
    python.chmod(0o755)
    opened = open_catalogue(large)
    with monkeypatch.context() as disk:
        disk.setattr(sys, "executable", str(python))
        with pytest.raises(DiskFailed):
            opened.catch_up()
    assert {path: path.read_bytes() for path in large.rglob("*.toml")} == before
    opened.catch_up()
    assert_same(opened.library, large)
    opened.close()


def test_an_index_is_safe_to_delete_at_any_time(large: Path) -> None:
    with catalogue(large):
        pass
    shutil.rmtree(cache_folder(large))
    with catalogue(large) as opened:
        assert_same(opened.library, large)

"""Making the index of very many files, which two processes read together."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from multiprocessing import active_children
from pathlib import Path

import pytest

from briefing.catalogue.filing import file_of
from briefing.catalogue.sharing import STEP, WORTH_IT, read_packed
from briefing.model.ids import NoteName
from briefing.search.index import Index
from briefing.search.lookups import count_cards, find_homes
from briefing.search.making.filing import Changed, Filed
from briefing.search.making.stages import begin, file_all
from briefing.search.tables.packing import PackedNote, pack_note
from tests.catalogue.ground import FILES, assert_same, catalogue, many, rested
from tests.library.ground import card

DICTIONARY = b"bridges claim note"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library of so many files that two processes read them, one of them no note and one not sound."""
    broken = {"broken.toml": 'title = "Broken"\n[[card]]\nid = "half"\nclaim = \n'}
    return rested(tmp_path / "notes", {**FILES, **broken, **many(WORTH_IT + 20, 2)})


def files_in(folder: Path) -> list[str]:
    """Every file of a library."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.toml"))


def packed_here(folder: Path, file: str, dictionary: bytes = DICTIONARY) -> PackedNote | None:
    """A note packed in this process."""
    filed = file_of(folder, file)
    return pack_note(filed.note, dictionary) if filed and filed.note else None


def packed(filed: Filed | None) -> PackedNote | None:
    """What was packed of a file."""
    return filed.packed if filed else None


def file_into(index: Index, filed: list[Filed]) -> dict[str, Changed]:
    """Put files into an index."""
    nothing: dict[str, Changed] = {}
    return index.write(lambda connection: file_all(connection, filed), nothing)


def homes_in(index: Index, name: str) -> list[NoteName]:
    """The notes an index has a card in."""
    nowhere: list[NoteName] = []
    return index.look(lambda connection: find_homes(connection, name), nowhere)


class DescribeReadingTogether:
    def it_reads_every_file_in_order(self, folder: Path) -> None:
        files = [*files_in(folder), "vanished.toml"]
        read = list(read_packed(folder, files, DICTIONARY))
        assert [file for file, _ in read] == files
        assert [packed(filed) for _, filed in read] == [packed_here(folder, file) for file in files]
        assert read[-1] == ("vanished.toml", None)

    def it_goes_on_alone_where_the_other_process_is_gone(self, folder: Path) -> None:
        files = files_in(folder)
        read = []
        for place, each in enumerate(read_packed(folder, files, DICTIONARY)):
            if place == 3 * STEP:
                for child in active_children():
                    child.kill()
            read.append(each)
        assert [file for file, _ in read] == files
        assert [packed(filed) for _, filed in read] == [packed_here(folder, file) for file in files]

    def it_leaves_no_process_behind_where_it_is_stopped(self, folder: Path) -> None:
        before = {child.pid for child in active_children()}
        reading = read_packed(folder, files_in(folder), DICTIONARY)
        next(reading)
        started = [child for child in active_children() if child.pid not in before]
        del reading
        for child in started:
            child.join(60)
        assert started
        assert not any(child.is_alive() for child in started)


class DescribeAnIndexMadeTogether:
    def it_says_what_the_files_say(self, folder: Path) -> None:
        with catalogue(folder) as opened:
            assert opened.is_current
            assert_same(opened.library, folder)

    def it_takes_a_note_that_changed_while_it_was_made(self, folder: Path) -> None:
        index = Index(None)
        index.write(lambda connection: begin(connection, ()), None)
        for text in (card("gone") + card("bypass"), card("bypass", "It closed") + card("new")):
            rested(folder, {"roads.toml": f'title = "Roads"\n{text}'})
            note = packed_here(folder, "roads.toml", b"")
            file_into(index, [Filed("roads.toml", b"", packed=note)])
        assert [homes_in(index, name) for name in ("gone", "bypass", "new")] == [[], ["roads"], ["roads"]]

    def it_takes_nothing_packed_for_an_index_that_was_begun_anew(self, folder: Path) -> None:
        index = Index(None)
        index.write(lambda connection: begin(connection, ()), None)
        other = [filed for _, filed in read_packed(folder, ["roads.toml"], DICTIONARY) if filed]
        assert file_into(index, other) == {}
        assert index.look(count_cards, 0) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="needs the list of a process's children")
def test_no_process_stays_where_the_one_that_makes_the_index_is_killed(folder: Path) -> None:
    command = [sys.executable, "-m", "briefing.catalogue", str(folder)]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    others: list[Path] = []
    while not (is_seen := any(map(is_reading, others))) and child.poll() is None:
        others = children_of(child.pid)
    child.send_signal(signal.SIGKILL)
    child.wait()
    assert is_seen
    for _ in range(600):
        if not any(is_running(other) for other in others):
            break
        time.sleep(0.1)
    assert not any(is_running(other) for other in others)


def children_of(process: int) -> list[Path]:
    """The processes a process started."""
    listed = Path(f"/proc/{process}/task").glob("*/children")
    try:
        return [Path("/proc", number) for each in listed for number in each.read_text().split()]
    except OSError:
        return []


def is_reading(process: Path) -> bool:
    """Whether a process is the one that reads, and not the one that keeps count of what processes share."""
    try:
        return b"spawn_main" in process.joinpath("cmdline").read_bytes()
    except OSError:
        return False


def is_running(process: Path) -> bool:
    """Whether a process is there, and is more than an entry nobody has asked for."""
    try:
        return process.joinpath("stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False

"""The index is derived: whatever happens to its file, searches go on and say what the library says."""

from __future__ import annotations

import os
import pickle
import random
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.disk.places import cache_folder
from briefing.model.ids import CardId
from briefing.model.library import WholeLibrary
from briefing.model.note import Note
from briefing.search.index import FILE, Index, open_index
from briefing.search.lookups import read_stage
from briefing.search.making import forgetting
from briefing.search.making.stages import rank
from briefing.search.tables.kept import FORGETTING, READY, Kept, read_kept
from briefing.search.tables.store import VERSION
from tests.search.ground import card, everything, fill, ids, index_for, index_of, library, note, search

ROOT = Path(__file__).parents[2]

UPDATING = """
import pickle, random, sys
from pathlib import Path
from briefing.search.index import Index
from tests.search.ground import fill, search

path, readings, times = Path(sys.argv[1]), pickle.loads(Path(sys.argv[2]).read_bytes()), int(sys.argv[3])
index = Index(path)
print("ready", flush=True)
for _ in range(times):
    fill(index, random.choice(readings))
    search(index, "claim")
"""
"""A process that keeps changing the index behind a file."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / FILE


def readings(count: int = 6) -> list[WholeLibrary]:
    """The same library at several moments."""
    return [
        library(
            *(
                note(
                    f"n{at}", *(card(f"c{at}-{n}", f"Claim {at} {n} of moment {moment % (at + 1)}") for n in range(20))
                )
                for at in range(10)
                if (moment + at) % 4
            ),
            used=(f"c{moment}-1",),
        )
        for moment in range(count)
    ]


def anew(where: WholeLibrary) -> list[object]:
    """All that an index built anew keeps."""
    return everything(index_for(where))


def found(index: Index, typed: str = "") -> list[str]:
    return ids(search(index, typed).hits)


SMALL = library(note("n", card("a", "A zebra"), card("b", "A bill")))


class DescribeItsFile:
    def it_lies_in_the_users_cache_where_nobody_else_can_read_it(self, tmp_path: Path) -> None:
        index = open_index(tmp_path)
        fill(index, SMALL)
        files = list(cache_folder(tmp_path).iterdir())
        assert FILE in {file.name for file in files}
        if os.name == "posix":
            assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}

    def it_is_there_at_the_next_start(self, path: Path) -> None:
        first = Index(path)
        fill(first, SMALL)
        first.close()
        second = Index(path)
        assert found(second, "zebra") == ["a"]
        assert not fill(second, SMALL)

    def its_notes_may_have_names_that_are_not_text(self, path: Path) -> None:
        index = Index(path)
        fill(index, library(note("caf\udce9", card("a"), title="Café")))
        assert search(index, "").hits[0].note == "caf\udce9"
        assert index.find_notes("") == ("caf\udce9",)

    def it_can_be_let_go_of_while_somebody_still_asks(self, path: Path) -> None:
        index = Index(path)
        fill(index, SMALL)
        index.close()
        assert search(index, "zebra").count == 0
        assert not fill(index, SMALL)


SECRET = card(
    "a", "Canaryclaim", quote="canaryquote", speaker="Canaryspeaker", tags=("canarytag",), topics=("canary-t",)
)
OTHER = card("b", "Other")
HIDDEN = replace(SECRET, handling="restricted")

HIDING: dict[str, list[tuple[Note, ...]]] = {
    "in place": [(note("n", HIDDEN, OTHER), note("m"))],
    "under another id": [(note("n", replace(HIDDEN, id=CardId("z")), OTHER), note("m"))],
    "while it is moved": [(note("n", OTHER), note("m", HIDDEN))],
    "before it is moved": [(note("n", SECRET, OTHER), note("m", HIDDEN)), (note("n", OTHER), note("m", HIDDEN))],
    "after it was deleted": [(note("n", OTHER), note("m")), (note("n", OTHER, HIDDEN), note("m"))],
    "while its note could not be read": [(note("m"),), (note("n", HIDDEN, OTHER), note("m"))],
    "in a note of another name": [(note("o", HIDDEN, OTHER), note("m"))],
    "beside another edit": [(note("n", HIDDEN, replace(OTHER, claim="Another")), note("m"))],
}
"""What becomes of the notes, one state after another, until a card of theirs is restricted."""


def holding(path: Path, word: bytes) -> list[str]:
    """The files beside an index that hold a word."""
    return [file.name for file in path.parent.iterdir() if word in file.read_bytes().lower()]


class DescribeRestriction:
    @pytest.mark.parametrize("way", HIDING)
    @pytest.mark.parametrize("many", [0, 400], ids=["few cards", "many cards"])
    def it_leaves_no_word_of_the_card_in_any_file(self, path: Path, way: str, many: int) -> None:
        others = note("others", *(card(f"o{at}", f"Some claim of {at} cards", say=f"said {at}") for at in range(many)))
        index = Index(path)
        fill(index, library(note("n", SECRET, OTHER), note("m"), others))
        assert holding(path, b"canary")
        for notes in HIDING[way]:
            where = library(*notes, others)
            fill(index, where)
        assert everything(index) == anew(where)
        assert holding(path, b"canary") == []
        index.close()
        assert holding(path, b"canary") == []

    def it_leaves_none_on_pages_that_were_written_over_and_over(
        self, path: Path, chance: random.Random, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(forgetting, "PAGES", 3)

        def words(many: int) -> str:
            return " ".join("".join(chance.choices("bcdfghjklm", k=16)) for _ in range(many))

        homes = [[card(f"c{at}-{n}", words(2), say=words(40)) for n in range(20)] for at in range(40)]
        index = Index(path)
        for _ in range(3):
            fill(index, library(*(note(f"n{at}", *home) for at, home in enumerate(homes))))
            for home in homes:
                home[chance.randrange(20)] = card(home[chance.randrange(20)].id + "x", words(3))
                at = chance.randrange(20)
                home[at] = replace(home[at], handling="restricted")
        where = library(*(note(f"n{at}", *home) for at, home in enumerate(homes)))
        fill(index, where)
        kept = b"".join(file.read_bytes() for file in path.parent.iterdir())
        hidden = [one for _, one in where.all_cards() if one.is_restricted]
        assert [
            one.id for one in hidden if any(word.encode() in kept for word in f"{one.claim} {one.say}".split())
        ] == []

    def it_leaves_none_that_so_many_cards_held_that_all_is_packed_with_it(self, path: Path) -> None:
        def secrets(handling: str) -> Note:
            cards = (card(f"s{at}", f"Canaryword number {at}", handling=handling) for at in range(30))
            return note("n", *cards, card("k", "Kept Number 7"))

        others = note("others", *(card(f"o{at}", f"Some claim of {at} cards") for at in range(400)))
        index = index_for(library(secrets("office"), others), path)
        assert b"Canaryword" in index.look(read_kept, Kept()).dictionary
        fill(index, library(secrets("restricted"), others))
        assert holding(path, b"canary") == []
        assert ids(search(index, "claim of 399").hits) == ["o399"]
        assert ids(search(index, "kept").hits) == ["k"]

    def it_loses_nothing_of_the_others_and_they_are_found_before_it_is_done(self, path: Path) -> None:
        index = Index(path)
        fill(index, library(note("n", SECRET, OTHER)))
        fill(index, library(note("n", HIDDEN, OTHER, card("c", "A zebra"))), is_ranked=False)
        assert index.look(read_stage, "") == FORGETTING
        assert (found(index, "zebra"), found(index, "other")) == (["c"], ["b"])

    def it_is_gone_on_with_where_it_was_stopped(self, path: Path) -> None:
        index = Index(path)
        fill(index, library(note("n", SECRET, OTHER)))
        where = library(note("n", HIDDEN, OTHER))
        fill(index, where, is_ranked=False)
        assert not index.write(lambda connection: rank(connection, lambda: True, _untold), otherwise=True)
        assert index.look(read_stage, "") == FORGETTING
        fill(index, where)
        assert (index.look(read_stage, ""), holding(path, b"canary")) == (READY, [])

    def it_is_done_once_nobody_reads_what_was_there_before(self, path: Path) -> None:
        index = Index(path, patience=0.05)
        fill(index, library(note("n", SECRET, OTHER)))
        reader = sqlite3.connect(path, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM cards").fetchone()
        where = library(note("n", HIDDEN, OTHER))
        fill(index, where)
        assert index.look(read_stage, "") == FORGETTING
        reader.close()
        fill(index, where)
        assert (index.look(read_stage, ""), holding(path, b"canary")) == (READY, [])

    def it_begins_no_index_anew(self, path: Path) -> None:
        index = Index(path)
        fill(index, library(note("n", SECRET, OTHER)))
        before = path.stat().st_ino
        fill(index, library(note("n", HIDDEN, OTHER)))
        assert path.stat().st_ino == before


def test_a_word_that_no_card_holds_any_more_is_not_suggested() -> None:
    index = index_of(note("n", card("a", "The register")))
    fill(index, library(note("n", card("a", "The registry"))))
    assert search(index, "registre").suggestion == "registry"
    assert search(index, "register").suggestion == "registry"


def _untold(_done: int, _of: int) -> None:
    """Tell nobody."""


class DescribeMending:
    @pytest.mark.parametrize("size", [0, 1, 100, 4096, 5000, 20_000])
    def it_heals_a_file_that_was_cut_short(self, path: Path, size: int) -> None:
        self._filled(path)
        os.truncate(path, size)
        self._heals(path)

    def it_heals_a_file_with_anything_else_in_it(self, path: Path) -> None:
        path.write_bytes(b"not a database\n" * 1000)
        self._heals(path)

    def it_heals_pages_that_were_overwritten(self, path: Path, chance: random.Random) -> None:
        for _ in range(10):
            self._filled(path)
            content = bytearray(path.read_bytes())
            at = chance.randrange(100, len(content))
            content[at:] = chance.randbytes(len(content) - at)
            path.write_bytes(content)
            index = Index(path)
            search(index, "zebra")
            fill(index, library(note("n", card("a", "A zebra"), card("c", "New"))))
            assert found(index, "new") == ["c"]
            index.close()
            path.unlink(missing_ok=True)

    @pytest.mark.parametrize("version", [VERSION - 1, VERSION + 1, 99])
    def it_builds_an_older_or_newer_one_anew(self, path: Path, version: int) -> None:
        self._filled(path)
        with sqlite3.connect(path) as connection:
            connection.execute("DROP TABLE facets")
            connection.execute(f"PRAGMA user_version = {version}")
        connection.close()
        self._heals(path)

    def it_builds_another_programs_anew(self, path: Path) -> None:
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE cards (whatever)")
        connection.close()
        self._heals(path)

    def it_heals_one_that_lost_a_table(self, path: Path) -> None:
        self._filled(path)
        with sqlite3.connect(path) as connection:
            connection.execute("DROP TABLE words")
        connection.close()
        self._heals(path)

    def it_goes_on_when_the_file_is_deleted_under_it(self, path: Path) -> None:
        index = Index(path)
        fill(index, SMALL)
        for file in list(path.parent.iterdir()):
            file.unlink()
        assert found(index, "zebra") in (["a"], [])
        fill(index, SMALL)
        assert found(index, "zebra") == ["a"]
        assert path.exists()
        assert found(Index(path), "zebra") == ["a"]

    @pytest.mark.parametrize("size", [0, 100, 9000])
    def it_goes_on_when_the_file_is_cut_short_under_it(self, path: Path, size: int) -> None:
        index = Index(path)
        fill(index, readings()[1])
        checkpoint = sqlite3.connect(path)
        checkpoint.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        checkpoint.close()
        os.truncate(path, size)
        assert search(index, "claim").count in {0, 140, 160}
        fill(index, SMALL)
        assert found(index, "zebra") == ["a"]

    def it_finds_what_it_held_while_another_process_writes_and_takes_up_the_rest_afterwards(self, path: Path) -> None:
        index = Index(path, patience=0.05)
        fill(index, SMALL)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        larger = library(
            note("n", card("a", "A zebra"), card("b", "A bill")), note("later", card("c", "A zebra later"))
        )
        assert not fill(index, larger)
        assert found(index, "zebra") == ["a"]
        other.execute("ROLLBACK")
        other.close()
        assert fill(index, larger)
        assert found(index, "zebra") == ["a", "c"]

    def it_searches_on_its_own_where_another_process_is_for_ever_opening_it(self, path: Path) -> None:
        other = sqlite3.connect(path.with_suffix(".lock"), isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        self._heals(path, is_kept=False)
        other.close()

    def it_searches_on_its_own_where_there_is_a_folder_in_its_place(self, path: Path) -> None:
        path.mkdir()
        self._heals(path, is_kept=False)
        assert path.is_dir()

    def it_searches_on_its_own_where_there_is_no_folder_for_it(self, path: Path) -> None:
        self._heals(path.parent / "gone" / FILE, is_kept=False)

    def it_searches_on_its_own_where_no_cache_can_be_made(self, user_folders: Path, tmp_path: Path) -> None:
        (user_folders / ".cache").write_text("in the way")
        index = open_index(tmp_path)
        fill(index, SMALL)
        assert found(index, "zebra") == ["a"]

    @staticmethod
    def _filled(path: Path) -> None:
        index = Index(path)
        fill(index, SMALL)
        index.close()

    def it_goes_on_when_its_folder_is_gone(self, path: Path) -> None:
        home = path.parent / "cache"
        home.mkdir()
        index = index_for(SMALL, home / FILE)
        shutil.rmtree(home)
        assert found(index, "zebra") in (["a"], [])
        fill(index, SMALL)
        assert found(index, "zebra") == ["a"]

    @pytest.mark.skipif(os.name != "posix", reason="needs permissions")
    @pytest.mark.parametrize("mode", [0o400, 0o000])
    def it_searches_on_its_own_where_it_may_not_write(self, everybodys: Path, mode: int) -> None:
        path = everybodys / FILE
        self._filled(path)
        path.chmod(mode)
        index = Index(path, patience=0.05)
        assert found(index, "zebra") in (["a"], [])
        fill(index, SMALL)
        assert found(index, "zebra") == ["a"]
        assert stat.S_IMODE(path.stat().st_mode) == mode

    @pytest.mark.skipif(os.name != "posix", reason="needs permissions")
    def it_searches_on_its_own_where_its_folder_is_closed(self, everybodys: Path) -> None:
        path = everybodys / FILE
        self._filled(path)
        everybodys.chmod(0o500)
        index = Index(path, patience=0.05)
        fill(index, SMALL)
        assert found(index, "zebra") == ["a"]
        everybodys.chmod(0o700)

    @staticmethod
    def _heals(path: Path, *, is_kept: bool = True) -> None:
        """Whoever finds it so can go on, and whoever comes later finds it mended, unless nobody can."""
        index = Index(path, patience=0.05)
        assert found(index, "zebra") in (["a"], [])
        fill(index, SMALL)
        assert everything(index) == anew(SMALL)
        assert found(index, "zebra") == ["a"]
        index.close()
        later = Index(path, patience=0.05)
        assert found(later, "zebra") == (["a"] if is_kept else [])
        later.close()


class DescribeSharing:
    def it_serves_several_threads_at_once(self, path: Path) -> None:
        index = Index(path)
        moments = readings()
        fill(index, moments[0])
        wrong: list[object] = []

        def work(seed: int) -> None:
            chance = random.Random(seed)
            for _ in range(30):
                try:
                    fill(index, chance.choice(moments)) if seed % 2 else search(
                        index, chance.choice(["claim", "1", ""])
                    )
                except Exception as error:  # noqa: BLE001 - whatever it is, the test must see it
                    wrong.append(error)

        threads = [threading.Thread(target=work, args=(seed,)) for seed in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        fill(index, moments[2])
        assert wrong == []
        assert everything(index) == anew(moments[2])

    def it_lets_two_processes_update_it_at_once(self, path: Path) -> None:
        moments = readings()
        running = [self._start(path, moments, times=40) for _ in range(2)]
        for process in running:
            _, complaints = process.communicate(timeout=120)
            assert (process.returncode, complaints) == (0, b"")
        index = Index(path)
        fill(index, moments[3])
        assert everything(index) == anew(moments[3])

    def it_shows_one_process_what_another_has_brought_up_to_date(self, path: Path) -> None:
        one, other = Index(path), Index(path)
        fill(one, SMALL)
        assert found(other, "zebra") == ["a"]
        assert not fill(other, SMALL)

    def it_is_mended_once_for_all_who_use_it(self, path: Path) -> None:
        one, other = Index(path), Index(path)
        fill(one, SMALL)
        path.write_bytes(b"x" * 10_000)
        for file in (path.with_name(FILE + "-wal"), path.with_name(FILE + "-shm")):
            file.unlink(missing_ok=True)
        for index in (Index(path), one, other):
            fill(index, SMALL)
            assert found(index, "zebra") == ["a"]

    def it_stands_whatever_moment_a_process_is_killed_at(self, path: Path, chance: random.Random) -> None:
        moments = readings()
        for _ in range(6):
            process = self._start(path, moments, times=1_000_000)
            assert process.stdout
            process.stdout.readline()
            threading.Event().wait(chance.uniform(0, 0.1))
            process.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
            process.communicate()
            index = Index(path)
            assert search(index, "").count <= 200
            fill(index, moments[1])
            assert everything(index) == anew(moments[1])
            index.close()

    @staticmethod
    def _start(path: Path, moments: list[WholeLibrary], times: int) -> subprocess.Popen[bytes]:
        kept = path.with_name("readings")
        kept.write_bytes(pickle.dumps(moments))
        return subprocess.Popen(
            [sys.executable, "-c", UPDATING, str(path), str(kept), str(times)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

"""A sound index is never thrown away: not for what is asked of it, nor for a disk, a lock or another version."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from briefing.disk.places import cache_folder
from briefing.search.index import FILE, Index, Role, open_index
from briefing.search.making.stages import begin, file_all
from briefing.search.making.turns import TURN, take_turn
from briefing.search.tables.faults import Fault
from briefing.search.tables.opening import identity
from briefing.search.tables.packing import unpack_claim
from briefing.search.tables.store import VERSION
from tests.search.ground import card, fill, first, ids, index_for, library, note, search

ROOT = Path(__file__).parents[2]
SMALL = library(note("n", card("a", "A zebra"), card("b", "A bill")))
OTHERS = note("others", *(card(f"o{number}", "A zebra") for number in range(100)))
MANY = library(note("n", *(card(f"c{number}", "A zebra") for number in range(300))))

WRITING_WHERE_FILES_MAY_NOT_GROW = """
import resource, sys
from pathlib import Path
from briefing.search.index import Index
from tests.search.ground import card, fill, library, note, search

path = Path(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size // 2, resource.RLIM_INFINITY))
index = Index(path, patience=0.05)
fill(index, library(note("n", card("a", "A zebra"), card("b", "A bill")), note("new", card("c", "words " * 90_000))))
print(index.hindrance.value, search(index, "zebra").count)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / FILE


@contextmanager
def untouched(path: Path) -> Iterator[None]:
    """The file is the same one afterwards, and still holds the zebra."""
    same = path.with_suffix(".same")
    os.link(path, same)  # so that no new file can have its number
    yield
    assert path.samefile(same)
    later = Index(path, patience=0.05)
    assert search(later, "zebra").count > 0
    later.close()


class DescribeWhatIsAsked:
    def it_may_be_any_number_of_cards_at_any_place(self, path: Path) -> None:
        index = index_for(MANY, path)
        with untouched(path):
            assert len(search(index, "zebra", limit=10**20).hits) == 300
            assert len(first(index, "zebra", limit=10**20).hits) == 300
            assert search(index, "zebra", offset=10**20).hits == ()
            assert search(index, "zebra", limit=-1).hits == ()

    @pytest.mark.parametrize("typed", ["zebra", "a zeb", "kind:record", "zebra -bill"])
    def it_may_be_more_cards_than_a_statement_takes_parameters(self, path: Path, typed: str) -> None:
        index = index_for(MANY, path)
        search(index, "zebra")
        connection = index._connections[Role.SEARCH]
        connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 20)
        with untouched(path):
            assert len(search(index, typed, limit=300).hits) == 300

    def it_may_be_asked_while_many_cards_wait_to_be_put_in_order(self, path: Path) -> None:
        index = index_for(SMALL, path)
        fill(index, library(note("n", card("a", "A zebra")), OTHERS), is_ranked=False)
        search(index, "zebra")
        index._connections[Role.SEARCH].setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 20)
        with untouched(path):
            assert search(index, "zebra").count == 101

    def it_may_be_nonsense_that_the_database_refuses(self, path: Path) -> None:
        index = index_for(SMALL, path)
        with untouched(path):
            with pytest.raises(sqlite3.OperationalError):
                index.look(lambda connection: connection.execute("SELECT nothing FROM nowhere"), None)
            with pytest.raises(ValueError, match="no number"):
                index.look(_fail, None)
            with pytest.raises(sqlite3.OperationalError):
                index.write(lambda connection: connection.execute("DELETE FROM nowhere"), None)
            assert search(index, "zebra").count == 1

    def it_may_be_nonsense_for_an_index_in_memory(self) -> None:
        index = index_for(SMALL)
        with pytest.raises(sqlite3.OperationalError):
            index.look(lambda connection: connection.execute("SELECT nothing FROM nowhere"), None)
        assert search(index, "zebra").count == 1

    def it_is_of_one_moment_while_another_process_begins_the_index_anew(self, path: Path) -> None:
        index, other = index_for(SMALL, path), Index(path)

        def look(connection: sqlite3.Connection) -> str:
            (dictionary,) = connection.execute("SELECT value FROM kept WHERE name = 'dictionary'").fetchone()
            other.write(lambda there: begin(there, ["zebra crossing " * 9] * 300), None)
            (texts,) = connection.execute("SELECT texts FROM cards ORDER BY row LIMIT 1").fetchone()
            return unpack_claim(texts, dictionary)[1]

        assert index.look(look, "") == "A zebra"


def _fail(_: sqlite3.Connection) -> None:
    raise ValueError("no number")


class DescribeWhatIsProven:
    def it_is_begun_anew_where_a_text_cannot_be_read(self, path: Path) -> None:
        index = index_for(SMALL, path)
        with sqlite3.connect(path) as connection:
            connection.execute("UPDATE cards SET texts = x'00ff00ff'")
        connection.close()
        assert search(index, "zebra").count == 0
        fill(index, SMALL)
        assert ids(search(index, "zebra").hits) == ["a"]

    def it_is_begun_anew_where_what_it_is_written_by_is_gone(self, path: Path) -> None:
        index_for(SMALL, path).close()
        with sqlite3.connect(path) as connection:
            connection.execute("DELETE FROM kept WHERE name = 'dictionary'")
            connection.execute("UPDATE kept SET value = x'00' WHERE name = 'written'")
        connection.close()
        index = Index(path)
        assert search(index, "zebra").count == 0
        fill(index, SMALL)
        assert ids(search(index, "zebra").hits) == ["a"]


@pytest.mark.skipif(os.name != "posix", reason="needs a limit for files, or permissions")
class DescribeADisk:
    def it_keeps_what_it_held_where_no_more_can_be_written_and_says_so(self, path: Path) -> None:
        index_for(SMALL, path).close()
        with untouched(path):
            command = [sys.executable, "-c", WRITING_WHERE_FILES_MAY_NOT_GROW, str(path)]
            told = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=60)
            assert told.stdout.split() == [b"no", b"room", b"1"]

    def it_is_read_where_it_may_not_be_written(self, everybodys: Path) -> None:
        path = everybodys / FILE
        index_for(SMALL, path).close()
        _close_up(everybodys, writable=False)
        index = Index(path, patience=0.05)
        assert index.is_kept
        assert ids(search(index, "zebra").hits) == ["a"]
        assert not fill(index, library(*SMALL.notes, note("new", card("c", "A zebra"))))
        assert index.hindrance is Fault.CLOSED
        assert ids(search(index, "zebra").hits) == ["a"]
        index.close()
        _close_up(everybodys, writable=True)
        with untouched(path):
            assert index_for(SMALL, path).hindrance is None

    def its_turns_are_for_this_user_alone(self, tmp_path: Path) -> None:
        with take_turn(tmp_path) as is_ours:
            assert is_ours
            assert (cache_folder(tmp_path) / TURN).stat().st_mode & 0o777 == 0o600


def _close_up(folder: Path, *, writable: bool) -> None:
    for file in folder.iterdir():
        file.chmod(0o600 if writable else 0o400)
    folder.chmod(0o700 if writable else 0o500)


class DescribeOthers:
    def it_tells_a_change_that_another_process_keeps_it_from_writing(self, path: Path) -> None:
        index = Index(path, patience=0.05)
        fill(index, SMALL)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        with untouched(path):
            assert index.write(lambda connection: bool(file_all(connection, [])), otherwise=None) is None
            assert index.hindrance is Fault.BUSY
        other.execute("ROLLBACK")
        other.close()
        index.try_again()
        fill(index, SMALL)
        assert index.hindrance is None

    def it_is_searched_while_another_process_is_for_ever_opening_it(self, path: Path) -> None:
        index_for(SMALL, path).close()
        other = sqlite3.connect(path.with_suffix(".lock"), isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        index = Index(path, patience=0.05)
        assert index.is_kept
        assert ids(search(index, "zebra").hits) == ["a"]
        other.close()

    def it_leaves_the_index_of_another_version_of_the_program_alone(self, tmp_path: Path) -> None:
        other = cache_folder(tmp_path) / f"index-{VERSION + 1}.sqlite"
        index_for(SMALL, other).close()
        with sqlite3.connect(other) as connection:
            connection.execute(f"PRAGMA user_version = {VERSION + 1}")
        connection.close()
        before = identity(other), other.read_bytes()
        index = open_index(tmp_path)
        fill(index, SMALL)
        index.close()
        assert (identity(other), other.read_bytes()) == before

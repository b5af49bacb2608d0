"""An index that is thrown away or made under an open library, or must forget what it held, is whole again soon."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.catalogue import elsewhere
from briefing.catalogue.opening import Catalogue, open_catalogue
from briefing.catalogue.progress import Progress
from briefing.disk.places import cache_folder
from briefing.library.authoring import change_entry
from briefing.library.opened import OpenLibrary
from briefing.search.index import FILE
from tests.catalogue.ground import FILES, assert_same, catalogue, index_files, many, rested


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library of some notes."""
    return rested(tmp_path / "notes", {**FILES, **many(9, 3)})


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A library that another process makes the index of."""
    return rested(tmp_path / "notes", {**FILES, **many(120, 10)})


def count(opened: Catalogue, query: str) -> int:
    """How many cards are found."""
    found = opened.index.find(query)
    assert found
    return found.count


def restrict(folder: Path, opened: Catalogue, card: str) -> None:
    """Give a card a word of its own, and then mark it restricted, as the desk does."""
    desk = OpenLibrary(folder, opened)
    assert desk.apply(change_entry(desk.library, card, {"claim": "A zeppelin about to land"})).saved
    opened.index_taken()
    assert count(opened, "zeppelin") == 1
    assert b"zeppelin" in index_files(folder).lower()
    assert desk.apply(change_entry(desk.library, card, {"handling": "restricted"})).saved


class DescribeACardRestrictedAtTheDesk:
    def it_leaves_all_other_cards_to_be_found(self, folder: Path) -> None:
        with catalogue(folder) as opened:
            assert count(opened, "about") == 27
            restrict(folder, opened, "c3-1")
            opened.index_taken()
            assert opened.is_current
            assert count(opened, "about") == 26
            assert opened.refresh() == ()
            assert_same(opened.library, folder)
        assert b"zeppelin" not in index_files(folder).lower()

    def it_leaves_them_where_the_folder_is_only_looked_at_again(self, folder: Path) -> None:
        with catalogue(folder) as opened:
            restrict(folder, opened, "c3-1")
            opened.refresh()
            opened.catch_up()
            assert count(opened, "about") == 26
            assert_same(opened.library, folder)

    def it_leaves_them_where_another_process_has_to_forget_what_it_said(
        self, large: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(elsewhere, "FEW_CARDS", 100)
        with catalogue(large) as opened:
            restrict(large, opened, "c3-1")
            opened.index_taken()
            assert not opened.is_current
            assert (count(opened, "about"), count(opened, "zeppelin")) == (1000, 0)  # counted up to here
            opened.catch_up()
            assert opened.is_current
            assert count(opened, "about") == 1000
            assert_same(opened.library, large)
        assert b"zeppelin" not in index_files(large).lower()


class DescribeAnIndexUnderAnOpenLibrary:
    def it_is_known_to_lag_behind_where_it_had_to_be_mended(self, folder: Path) -> None:
        with catalogue(folder) as opened:
            path = cache_folder(folder) / FILE
            opened.index.write(lambda kept: kept.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall(), [])
            with path.open("r+b") as file:
                file.seek(4096)
                file.write(b"?" * (path.stat().st_size - 4096))
            assert count(opened, "about") == 0
            opened.refresh()
            assert not opened.is_current
            opened.catch_up()
            assert count(opened, "about") == 27
            assert_same(opened.library, folder)

    def it_is_made_whole_where_it_was_deleted_before_a_save(self, folder: Path) -> None:
        with catalogue(folder) as opened:
            desk = OpenLibrary(folder, opened)
            for path in cache_folder(folder).iterdir():
                path.unlink()
            assert desk.apply(change_entry(desk.library, "c3-1", {"claim": "A zeppelin landed"})).saved
            opened.index_taken()
            assert (count(opened, "about"), count(opened, "zeppelin")) == (26, 1)
            assert opened.refresh() == ()
            assert_same(opened.library, folder)


class DescribeASaveWhileTheIndexIsMade:
    def it_stays_as_it_was_saved_and_is_found(self, large: Path) -> None:
        opened = open_catalogue(large)
        desk = OpenLibrary(large, opened)
        seen: list[str] = []

        def save(_: Progress) -> None:
            if "c3-1" in desk.library.cards and not seen:
                assert desk.apply(change_entry(desk.library, "c3-1", {"claim": "A zeppelin landed"})).saved
            seen.extend(listed.claim for listed in desk.library.listing("topic-3/note-3") if listed.id == "c3-1")

        opened.catch_up(save)
        assert set(seen) == {"A zeppelin landed"}
        assert desk.library.cards["c3-1"].claim == "A zeppelin landed"
        assert count(opened, "zeppelin") == 1
        assert opened.refresh() == ()
        assert_same(opened.library, large)
        opened.close()

"""An index that could not take in what had changed says so, until it can."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from briefing.catalogue.opening import Catalogue
from briefing.disk.places import cache_folder
from briefing.search.index import FILE, Index
from tests.catalogue.ground import FILES, catalogue, rested
from tests.library.ground import card


def test_a_change_that_another_process_keeps_from_the_index_is_said_to_be_missing(tmp_path: Path) -> None:
    folder = rested(tmp_path / "notes", FILES)
    with catalogue(folder) as opened:
        assert not opened.lacks_some
    path = cache_folder(folder) / FILE
    hurried = Catalogue(folder, Index(path, patience=0.05))
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    rested(folder, {"new.toml": card("new", "Unheard of")})
    hurried.catch_up()
    assert hurried.lacks_some
    other.execute("ROLLBACK")
    other.close()
    hurried.catch_up()
    assert not hurried.lacks_some
    assert hurried.index.find("unheard") != hurried.index.find("nowhere")
    hurried.close()


def test_a_file_written_a_moment_ago_is_not_missing(tmp_path: Path) -> None:
    folder = rested(tmp_path / "notes", FILES)
    with catalogue(folder) as opened:
        (folder / "new.toml").write_text(card("new", "Unheard of"), encoding="utf-8")
        opened.catch_up()
        assert not opened.lacks_some

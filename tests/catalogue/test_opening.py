"""Opening a library through its index: nothing is read before it is looked at, and what was looked up stays."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.catalogue.opening import open_catalogue
from briefing.catalogue.progress import Progress
from briefing.catalogue.readings import MOST
from briefing.cli.pages import card_pairs
from briefing.disk.places import cache_folder
from briefing.errors import NotFound
from briefing.library.authoring import change_entry, drop_outline
from briefing.library.opened import OpenLibrary
from briefing.library.reading import read_library, read_one
from briefing.model.card import Card
from briefing.model.finding import Finding
from briefing.model.ids import CardId, OutlineName
from briefing.model.library import Library
from briefing.tui.pages.card_page import card_page
from briefing.tui.widgets.page import lay_out
from briefing.wording import commands
from briefing.wording import desk as wording
from tests.catalogue.ground import FILES, LONG_AGO, assert_same, catalogue, index_files, many, rested
from tests.library.ground import card, write

OPENED = """
import json, sys
from pathlib import Path
from briefing.catalogue.opening import open_catalogue
opened = []
sys.addaudithook(lambda event, args: event == "open" and opened.append(str(args[0])))
catalogue = open_catalogue(Path(sys.argv[1]))
library = catalogue.library
len(library.headings), list(library.listing()), library.outlines, "arch" in library.cards, library.home_name("toll")
catalogue.catch_up()
before = len(opened)
library.cards["arch"]
print(json.dumps([opened[:before], opened[before:]]))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library of two notes and an outline."""
    return rested(tmp_path / "notes", FILES)


def _text(shown: Card, library: Library) -> str:
    """The page of a card."""
    page = card_page(shown, library, lambda _: ())
    return "\n".join("".join(run.text for run in line) for line in lay_out(page, 200))


class DescribeOpening:
    def it_reads_no_note_until_a_card_of_it_is_opened(self, folder: Path) -> None:
        with catalogue(folder):
            pass
        asked = subprocess.run(
            [sys.executable, "-c", OPENED, str(folder)], check=True, capture_output=True, encoding="utf-8"
        )
        opening, after = json.loads(asked.stdout)
        read = [str(Path(path).relative_to(folder)) for path in opening if path.endswith(".toml") and "notes/" in path]
        assert sorted(read) == ["library.toml", "outlines/speech.toml"]
        assert [str(Path(path).relative_to(folder)) for path in after if path.endswith(".toml")] == [
            "towns/bridge.toml"
        ]

    def it_answers_as_a_library_that_was_read_whole(self, folder: Path) -> None:
        with catalogue(folder) as opened:
            assert_same(opened.library, folder)

    def it_can_be_asked_before_anything_is_indexed(self, folder: Path) -> None:
        opened = open_catalogue(folder)
        assert not opened.is_current
        assert list(opened.library.headings) == []
        assert opened.library.outlines[0].name == "speech"
        assert opened.library.office.name == "The office"
        opened.close()

    def it_says_that_links_are_not_known_until_all_is_indexed(self, folder: Path) -> None:
        opened = open_catalogue(folder)
        told: list[Progress] = []
        opened.catch_up(told.append, stop=lambda: bool(told))
        toll = opened.library.cards["toll"]
        assert not opened.library.knows_links
        assert wording.LINKS_TO_COME in _text(toll, opened.library)
        assert commands.LINKS_TO_COME in dict(card_pairs(toll, opened.library)).values()
        opened.catch_up()
        assert opened.library.knows_links
        assert wording.LINKS_TO_COME not in _text(toll, opened.library)
        assert commands.LINKS_TO_COME not in dict(card_pairs(toll, opened.library)).values()
        opened.close()

    def it_names_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(NotFound):
            open_catalogue(tmp_path / "nowhere")

    def it_knows_the_outline_it_read(self, folder: Path) -> None:
        """Or an outline that is thrown away would seem to have been changed by somebody else."""
        with catalogue(folder) as opened:
            desk = OpenLibrary(folder, opened)
            assert desk.apply(drop_outline(desk.library, OutlineName("speech"))).saved
            assert desk.library.outlines == ()

    def it_lists_long_libraries_page_by_page(self, tmp_path: Path) -> None:
        folder = rested(tmp_path / "notes", many(40, 30))
        with catalogue(folder) as opened:
            listing = opened.library.listing()
            assert len(listing) == 1200
            assert [listed.id for listed in listing[595:605]] == [listed.id for listed in list(listing)[595:605]]
            assert listing[-1] == list(listing)[-1]
            assert_same(opened.library, folder)


class DescribeCardsThatWereReadAhead:
    def it_reads_their_notes_no_more(self, tmp_path: Path) -> None:
        folder = rested(tmp_path / "notes", many(MOST * 2, 3))
        with catalogue(folder) as opened:
            whole = read_library(folder)
            ahead = opened.library.reading_ahead(whole.cards)
            shutil.rmtree(folder)
            assert {card: ahead.cards[card] for card in whole.cards} == whole.cards

    def it_keeps_their_sources_as_well(self, folder: Path) -> None:
        with catalogue(folder) as opened:
            ahead = opened.library.reading_ahead(["arch"])
            shutil.rmtree(folder)
            source = ahead.source_of(ahead.cards["arch"])
            assert source
            assert source.title == "A survey of bridges"

    def it_looks_up_all_others_as_before(self, folder: Path) -> None:
        with catalogue(folder) as opened:
            ahead = opened.library.reading_ahead(["arch", "nothing"])
            assert ahead.cards["toll"] == opened.library.cards["toll"]
            assert ahead.cards.get("nothing") is None
            assert list(ahead.cards) == list(opened.library.cards)


class DescribeWhatWasLookedUp:
    def it_stays_what_it_was(self, folder: Path) -> None:
        with catalogue(folder) as opened:
            library = opened.library
            before = library.cards["arch"]
            write(folder, {"towns/bridge.toml": card("arch", "It was mended")})
            assert opened.refresh()
            assert library.cards["arch"] is before
            assert opened.library.cards["arch"].claim == "It was mended"

    def it_is_kept_where_its_file_did_not_change(self, folder: Path) -> None:
        with catalogue(folder) as opened:
            before = opened.library.cards["arch"]
            write(folder, {"roads.toml": card("toll")})
            opened.refresh()
            assert opened.library.cards["arch"] is before

    def it_is_what_the_file_says_where_the_index_lags_behind(self, folder: Path) -> None:
        with catalogue(folder) as opened:
            write(folder, {"towns/bridge.toml": card("other")})
            (folder / "roads.toml").unlink()
            library = opened.library
            for gone in ("arch", "toll"):
                with pytest.raises(KeyError):
                    library.cards[gone]
                assert library.cards.get(gone) is None
                assert library.home(gone) is None
            assert library.note("roads") is None
            assert ("card", "toll") not in library.places
            assert library.linked_from("toll") == ()

    def it_lets_old_notes_go(self, tmp_path: Path) -> None:
        folder = rested(tmp_path / "notes", many(50, 1))
        with catalogue(folder) as opened:
            for note in range(50):
                assert opened.library.cards[f"c{note}-0"].claim
            assert len(opened.library.readings.all()) == MOST


class DescribeSaving:
    def it_is_seen_at_once_and_found_once_indexed(self, folder: Path) -> None:
        with catalogue(folder) as opened:
            desk = OpenLibrary(folder, opened)
            desk.apply(change_entry(desk.library, "arch", {"claim": "A zeppelin landed"}))
            assert desk.library.cards["arch"].claim == "A zeppelin landed"
            opened.index_taken()
            found = opened.index.find("zeppelin")
            assert found
            assert [hit.id for hit in found.hits] == [CardId("arch")]
            assert opened.refresh() == ()

    def it_is_no_change_from_outside_afterwards(self, folder: Path) -> None:
        with catalogue(folder) as opened:
            write(folder, {"new.toml": card("new")})
            opened.take("new.toml", read_one(folder, "new.toml"))
            assert "new" in opened.library.cards
            assert opened.refresh() == ()
            assert "new" in opened.library.cards


class DescribeARestrictedCard:
    def it_leaves_no_words_in_the_index(self, folder: Path) -> None:
        secret = card("arch", "The witness lives in Xanaduville")
        write(folder, {"towns/bridge.toml": secret})
        with catalogue(folder) as opened:
            found = opened.index.find("xanaduville")
            assert found
            assert found.count == 1
            write(
                folder, {"towns/bridge.toml": card("arch", "The witness lives in Xanaduville", handling='"restricted"')}
            )
            opened.refresh()
            again = opened.index.find("xanaduville")
            assert again
            assert again.count == 0
            assert "arch" in opened.library.cards
            assert opened.catch_up() == ()
        assert b"xanaduville" not in index_files(folder).lower()

    def it_is_still_known_to_name_other_cards_and_to_rest_on_its_source(self, folder: Path) -> None:
        arch = card("arch", answers='["toll"]', source='"survey"', handling='"restricted"')
        rested(
            folder, {"towns/bridge.toml": arch, "z.toml": card("other", answers='["survey"]', handling='"restricted"')}
        )
        with catalogue(folder) as opened:
            assert [(name, one.id) for name, one in opened.library.linked_from("toll")] == [("answers", "arch")]
            assert opened.library.resting_on("survey") == ("bypass", "arch")
            found = opened.index.find("source:survey")
            assert found
            assert [hit.id for hit in found.hits] == [CardId("bypass")]
            assert_same(opened.library, folder)


def test_an_index_that_was_deleted_is_made_anew(folder: Path) -> None:
    with catalogue(folder) as opened:
        for path in cache_folder(folder).iterdir():
            path.unlink()
        write(folder, {"new.toml": card("new", "Something new")})
        opened.catch_up()
        assert_same(opened.library, folder)
        found = opened.index.find("bypass")
        assert found
        assert found.count == 1


def test_damage_is_told_exactly_as_it_was_found(folder: Path) -> None:
    rested(folder, {"bad.toml": "x = \n", "worse.toml": '[[card]]\nid = "\\u0007"\n', "x.TOML": ""})
    (folder / "link.toml").symlink_to("nowhere")
    with catalogue(folder) as opened:
        damage = opened.library.damage
        assert len(damage) >= 4
        assert all(isinstance(finding, Finding) for finding in damage)
        assert_same(opened.library, folder)


def test_a_change_that_hides_its_time_is_noticed(folder: Path) -> None:
    with catalogue(folder) as opened:
        write(folder, {"towns/bridge.toml": FILES["towns/bridge.toml"].replace("An arch", "No arch")})
        os.utime(folder / "towns/bridge.toml", (LONG_AGO, LONG_AGO))
        assert [change.changed for change in opened.refresh()] == [1]
        assert opened.library.cards["arch"].claim == "No arch fell"

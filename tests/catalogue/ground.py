"""What the tests of the catalogue stand on: libraries that rested long ago, and a library read whole beside them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from briefing.catalogue.looking_up import CatalogueLibrary
from briefing.catalogue.opening import Catalogue, open_catalogue
from briefing.disk.places import cache_folder
from briefing.library.reading import read_library
from briefing.model.library import Library, WholeLibrary
from tests.library.ground import OUTLINE, block, card, write

LONG_AGO = 1_700_000_000

SOURCE = '[[source]]\nid = "survey"\nkind = "report"\ntitle = "A survey of bridges"\n'
FILES = {
    "library.toml": '[office]\nname = "The office"\n',
    "roads.toml": 'title = "Roads"\n' + SOURCE + card("bypass", "The bypass opens", source='"survey"') + card("toll"),
    "towns/bridge.toml": 'title = "Bridge"\n' + card("arch", "An arch fell", answers='["toll"]', source='"survey"'),
    "outlines/speech.toml": OUTLINE + '[[block]]\nid = "a"\ncard = "arch"\n' + block("b"),
}


def rested(folder: Path, files: Mapping[str, str]) -> Path:
    """A library of these files, last changed long ago."""
    write(folder, files)
    for file in files:
        os.utime(folder / file, (LONG_AGO, LONG_AGO))
    return folder


def many(notes: int, cards: int) -> dict[str, str]:
    """So many notes of so many cards each."""
    return {
        f"topic-{note % 7}/note-{note}.toml": f'title = "Note {note}"\n'
        + "".join(card(f"c{note}-{number}", f"Claim {number} of note {note} about bridges") for number in range(cards))
        for note in range(notes)
    }


@contextmanager
def catalogue(folder: Path) -> Iterator[Catalogue]:
    """A library opened and brought up to date."""
    opened = open_catalogue(folder)
    try:
        opened.catch_up()
        yield opened
    finally:
        opened.close()


def index_files(folder: Path) -> bytes:
    """Every byte of the index of a library."""
    return b"".join(path.read_bytes() for path in sorted(cache_folder(folder).iterdir()))


def assert_same(found: CatalogueLibrary, folder: Path) -> None:
    """The catalogue answers as the library read whole does."""
    whole = read_library(folder)
    _same_lists(found, whole)
    _same_entries(found, whole)


def _same_lists(found: Library, whole: WholeLibrary) -> None:
    assert found.office == whole.office
    assert found.outlines == whole.outlines
    assert tuple(found.damage) == whole.damage
    assert tuple(found.headings) == whole.headings
    assert found.headings[1:3] == whole.headings[1:3]
    assert found.folders == whole.folders
    insides = ["", "nowhere", "nowhere/", *(note.name for note in whole.notes)]
    for inside in [*insides, *(f"{folder.name}/" for folder in whole.folders if folder.name)]:
        assert tuple(found.listing(inside)) == whole.listing(inside)
        assert len(found.listing(inside)) == len(whole.listing(inside))
    for name in insides:
        assert found.position(name) == whole.position(name)
        assert found.note(name) == whole.note(name)


def _same_entries(found: Library, whole: WholeLibrary) -> None:
    assert dict(found.cards) == whole.cards
    assert list(found.cards) == list(whole.cards)
    assert dict(found.sources) == whole.sources
    assert dict(found.places) == whole.places
    ahead = found.reading_ahead([*whole.sources, *reversed(list(whole.cards)), "nothing"])
    assert (dict(ahead.cards), dict(ahead.sources)) == (whole.cards, whole.sources)
    for entry in [*whole.cards, *whole.sources, "nothing"]:
        assert (entry in found.cards, entry in found.sources) == (entry in whole.cards, entry in whole.sources)
        assert found.home(entry) == whole.home(entry)
        assert found.home_name(entry) == whole.home_name(entry)
        assert found.linked_from(entry) == whole.linked_from(entry)
        assert found.resting_on(entry) == whole.resting_on(entry)
        assert found.uses(entry) == whole.uses(entry)

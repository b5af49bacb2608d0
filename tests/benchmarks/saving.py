"""How long after a save a search finds what was saved."""

from __future__ import annotations

import time
from collections.abc import Iterator
from statistics import median

from briefing.catalogue.opening import Catalogue, open_catalogue
from briefing.library.authoring import change_entry
from briefing.library.opened import OpenLibrary
from briefing.library.quickly import read_quickly
from briefing.model.card import Card
from briefing.model.ids import NoteName
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import Ground
from tests.benchmarks.measuring import Clock, Spent, percentile
from tests.benchmarks.product import note_files, ready_index

SAVES = 20
PATIENCE = 30.0


def measure(ground: Ground) -> Iterator[Figure]:
    """Save twenty cards, each found by a word no other has, and take every save back."""
    ready_index(ground).close()
    catalogue = open_catalogue(ground.folder)
    try:
        catalogue.catch_up(lambda _: None, lambda: False)
        opened = OpenLibrary(ground.folder, catalogue)
        spent = [_saved(opened, catalogue, card, number) for number, card in enumerate(_some_cards(ground))]
    finally:
        catalogue.close()
    walls = [one.wall for one in spent]
    name = f"a saved card is found ({SAVES} saves)"
    yield Figure(f"{name}, median", ground.size, median(walls), "ms", "<= 50 ms", 50.0)
    yield Figure(f"{name}, slowest", ground.size, percentile(walls, 100), "ms")
    yield Figure(f"{name}, CPU, median", ground.size, median(one.cpu for one in spent), "ms")


def _saved(opened: OpenLibrary, catalogue: Catalogue, card: Card, number: int) -> Spent:
    word = f"wordofnoothercard{number}"
    clock = Clock()
    step = change_entry(opened.library, card.id, {"claim": f"{card.claim} {word}"})
    try:
        with clock.running():
            opened.apply(step)
            catalogue.index_taken()
            _wait_for(word, catalogue)
    finally:
        opened.undo()
        catalogue.index_taken()
    return clock.spent


def _wait_for(word: str, catalogue: Catalogue) -> None:
    """Search until the word is found; raises RuntimeError where it never is."""
    end = time.monotonic() + PATIENCE
    while not (hits := catalogue.index.first(word)) or not hits.hits:
        if time.monotonic() > end:
            raise RuntimeError(f"{word} was saved and is not found")


def _some_cards(ground: Ground) -> Iterator[Card]:
    """One card that may be changed freely from each of a few notes all over the library."""
    files = note_files(ground.folder)
    for file in files[:: len(files) // SAVES][:SAVES]:
        note = read_quickly(NoteName(file.removesuffix(".toml")), (ground.folder / file).read_bytes())
        yield next(card for card in note.cards if card.status != "checked" and not card.is_restricted)  # type: ignore[union-attr]

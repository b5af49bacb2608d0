"""Working in a library of which nobody goes through all: what is asked by name is answered, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from briefing.cli.names import find_anything, find_card, find_note
from briefing.cli.pages import block_rows, card_pairs, outline_pairs, source_pairs, title_line
from briefing.document.composing import compose
from briefing.errors import NotFound
from briefing.library import known
from briefing.library.authoring import (
    change_entry,
    change_note,
    drop_entry,
    drop_outline,
    find_entry,
    new_card,
    new_note,
    new_outline,
    new_source,
)
from briefing.library.reading import read_library
from briefing.library.values import WrongField
from briefing.model.card import Card
from briefing.model.fields import PRODUCTS
from briefing.model.ids import CardId, NoteName, OutlineName
from briefing.model.library import WholeLibrary
from briefing.model.note import Note
from briefing.rules.gate import check_outline
from briefing.speech.timing import time_outline
from tests.library.ground import EXAMPLE
from tests.narrow import NarrowLibrary

NOON = datetime(2025, 1, 8, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def whole() -> WholeLibrary:
    """The example library."""
    return read_library(EXAMPLE)


@pytest.fixture(scope="module")
def narrow(whole: WholeLibrary) -> NarrowLibrary:
    """The same, through which nobody may go."""
    return NarrowLibrary(whole)


class DescribeWorkingInALargeLibrary:
    def it_checks_times_and_sets_each_outline_as_ever(self, whole: WholeLibrary, narrow: NarrowLibrary) -> None:
        for outline in whole.outlines:
            assert check_outline(outline, narrow, NOON) == check_outline(outline, whole, NOON)
            assert time_outline(outline, narrow) == time_outline(outline, whole)
            for product in PRODUCTS:
                assert compose(outline, narrow, product) == compose(outline, whole, product)

    def it_shows_everything_as_ever(self, whole: WholeLibrary, narrow: NarrowLibrary) -> None:
        for name in (*whole.cards, *whole.sources, *(outline.name for outline in whole.outlines)):
            assert title_line(find_anything(narrow, name), narrow) == title_line(find_anything(whole, name), whole)
        for card in whole.cards.values():
            assert list(card_pairs(card, narrow)) == list(card_pairs(card, whole))
        for source in whole.sources.values():
            assert list(source_pairs(source, narrow)) == list(source_pairs(source, whole))
        for outline in whole.outlines:
            assert list(outline_pairs(outline))
            assert list(block_rows(outline, narrow)) == list(block_rows(outline, whole))

    def it_changes_and_drops_entries_as_ever(self, whole: WholeLibrary, narrow: NarrowLibrary) -> None:
        for card in whole.cards:
            assert change_entry(narrow, card, {"claim": "Other"}) == change_entry(whole, card, {"claim": "Other"})
            assert drop_entry(narrow, card) == drop_entry(whole, card)
        for source in whole.sources:
            assert drop_entry(narrow, source) == drop_entry(whole, source)
        for outline in whole.outlines:
            assert drop_outline(narrow, outline.name) == drop_outline(whole, outline.name)

    def it_adds_what_is_new_and_refuses_what_is_taken(self, whole: WholeLibrary, narrow: NarrowLibrary) -> None:
        note, taken = whole.notes[0].name, next(iter(whole.cards))
        assert find_note(narrow, EXAMPLE, note) == note
        assert new_card(narrow, note, {"claim": "New"})[0] not in whole.cards
        assert new_source(narrow, note, {"id": "fresh", "title": "New"})[0] == "fresh"
        for act in (new_card, new_source):
            with pytest.raises(WrongField):
                act(narrow, note, {"id": taken, "claim": "New", "title": "New"})
        assert change_note(narrow, note, {"title": "New"}) == change_note(whole, note, {"title": "New"})
        for heading in whole.headings:
            with pytest.raises(WrongField):
                new_note(narrow, NoteName(heading.name.upper()), "New")
        assert new_note(narrow, NoteName("new/note"), "New").file == "new/note.toml"
        values = {"title": "New", "product": "lines", "date": NOON.date()}
        assert new_outline(narrow, OutlineName("fresh"), values).file == "outlines/fresh.toml"

    def it_suggests_nothing_where_there_is_too_much_to_go_through(self) -> None:
        one = Card(CardId("one"), "record", "A claim")
        cards = tuple(replace(one, id=CardId(f"card-{number}")) for number in range(known.MOST + 1))
        large = NarrowLibrary(WholeLibrary(notes=(Note(NoteName("n"), cards=cards),)))
        for look in (find_anything, find_card, find_entry):
            with pytest.raises(NotFound) as caught:
                look(large, "card-x")
            assert "Is it" not in caught.value.what
            assert "Did you mean" not in caught.value.hint

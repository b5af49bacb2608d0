"""What changed between two readings, in a few words."""

from __future__ import annotations

from briefing.model.card import Card
from briefing.model.ids import BlockId, CardId, NoteName, OutlineName
from briefing.model.library import WholeLibrary
from briefing.model.note import Note
from briefing.model.outline import Block, Outline
from briefing.tui.changes import describe_changes


def note(name: str, *cards: Card) -> Note:
    """A note."""
    return Note(NoteName(name), name, cards=cards)


def card(name: str, claim: str = "The river is clean") -> Card:
    """A card."""
    return Card(CardId(name), "record", claim)


def test_nothing_is_said_where_nothing_changed() -> None:
    library = WholeLibrary(notes=(note("river", card("a")),))
    assert describe_changes(library, WholeLibrary(notes=(note("river", card("a")),))) == ""


def test_it_says_what_is_new_changed_and_gone() -> None:
    before = WholeLibrary(notes=(note("river", card("a"), card("b"), card("c")),))
    after = WholeLibrary(notes=(note("river", card("a", "It is not"), card("b"), card("d"), card("e")),))
    assert describe_changes(before, after) == "river.toml: 2 cards new, 1 card changed, 1 card gone"


def test_a_changed_head_names_the_file_alone() -> None:
    before = WholeLibrary(notes=(Note(NoteName("river"), "River"),))
    after = WholeLibrary(notes=(Note(NoteName("river"), "Rivers"),))
    assert describe_changes(before, after) == "river.toml"


def test_outlines_are_counted_in_blocks() -> None:
    empty = Outline(OutlineName("speech"), "Speech", "speech")
    filled = empty.with_blocks((Block(BlockId("b1"), heading="One"),))
    assert (
        describe_changes(WholeLibrary(outlines=(empty,)), WholeLibrary(outlines=(filled,)))
        == "outlines/speech.toml: 1 block new"
    )


def test_many_files_are_counted() -> None:
    after = WholeLibrary(notes=tuple(note(f"n{number}", card(f"c{number}")) for number in range(5)))
    assert describe_changes(WholeLibrary(), after).endswith("; 2 more files")

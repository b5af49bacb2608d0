"""The rows of the notes list: counted and found without a look at the notes themselves."""

from __future__ import annotations

from briefing.model.card import Card
from briefing.model.ids import CardId, NoteName, OutlineName
from briefing.model.library import WholeLibrary
from briefing.model.note import Note
from briefing.model.outline import Outline
from briefing.tui.widgets.notes_rows import Entry, NotesRows, What, folded_at_first
from tests.tui.invented import FOLDERS, NOTES, Invented

NOTHING: frozenset[str] = frozenset()


def library(*names: str) -> WholeLibrary:
    """A library of notes, each with a card, and one outline."""
    notes = [Note(NoteName(name), cards=(Card(CardId(name), "record", name),)) for name in names]
    return WholeLibrary(notes=tuple(notes), outlines=(Outline(OutlineName("speech"), "Speech", "speech"),))


def shown(rows: NotesRows) -> list[str]:
    """Every row as it is indented and called."""
    entries = [rows.read(row) or Entry(What.HEADING, title="nowhere") for row in range(len(rows))]
    return [f"{'  ' * entry.depth}{entry.title}" for entry in entries]


def test_notes_stand_under_their_folders_and_folders_inside_others() -> None:
    rows = NotesRows(library("bees", "water/rivers", "water/deep/wells"), {}, NOTHING)
    assert shown(rows) == [
        "All cards",
        "bees",
        "water",
        "  water/rivers",
        "  deep",
        "    water/deep/wells",
        "",
        "Outlines",
        "Speech",
    ]


def test_a_folder_that_holds_only_folders_is_shown_too() -> None:
    assert shown(NotesRows(library("a/b/c"), {}, NOTHING))[1:4] == ["a", "  b", "    a/b/c"]


def test_a_folder_stays_with_what_is_inside_it_whatever_is_called_almost_the_same() -> None:
    rows = shown(NotesRows(library("school/x", "school-x/y", "school/in/z"), {}, NOTHING))
    assert rows[1:7] == ["school", "  school/x", "  in", "    school/in/z", "school-x", "  school-x/y"]


def test_a_folded_folder_hides_its_notes_and_the_folders_inside_it() -> None:
    rows = NotesRows(library("bees", "water/rivers", "water/deep/wells"), {}, frozenset({"water"}))
    assert shown(rows)[:3] == ["All cards", "bees", "water"]
    assert rows.row_of(What.NOTE, "water/rivers") is None
    assert rows.row_of(What.FOLDER, "water/deep") is None


def test_every_row_is_found_where_it_stands() -> None:
    rows = NotesRows(library("ants", "bees", "water/rivers", "water/deep/wells"), {}, NOTHING)
    for row in range(len(rows)):
        entry = rows.read(row)
        assert entry is not None
        assert entry.what is What.HEADING or rows.row_of(entry.what, entry.name) == row
    assert rows.row_of(What.NOTE, "wasps") is None
    assert rows.row_of(What.OUTLINE, "reply") is None


def test_beyond_the_end_there_is_no_row() -> None:
    rows = NotesRows(library("bees"), {}, NOTHING)
    assert rows.read(len(rows)) is None
    assert rows.read(-1) is None


def test_what_is_not_here_yet_is_not_made_up() -> None:
    rows = NotesRows(Invented(), {}, NOTHING)
    assert rows.get(2) is None
    assert rows.read(2) is not None


def test_many_notes_in_folders_begin_folded_and_few_do_not() -> None:
    assert len(folded_at_first(Invented())) == FOLDERS
    assert folded_at_first(library("water/rivers")) == NOTHING


def test_a_note_among_twenty_thousand_is_found_without_a_look_at_any() -> None:
    invented = Invented()
    rows = NotesRows(invented, {}, NOTHING)
    assert len(rows) == 1 + FOLDERS + FOLDERS * NOTES
    assert rows.row_of(What.NOTE, "f03/n007") == 1 + 4 + 3 * NOTES + 7
    assert invented.all_headings.made == 0

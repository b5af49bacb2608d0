"""New and changed cards, sources, notes and outlines: values in, a step out, and a fault named by its field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing.errors import BadInput, NotFound
from briefing.library.authoring import (
    change_entry,
    change_note,
    change_outline,
    drop_entry,
    drop_outline,
    find_entry,
    find_note,
    find_outline,
    new_card,
    new_note,
    new_outline,
    new_source,
)
from briefing.library.opened import OpenLibrary
from briefing.library.survey import DEEPEST
from briefing.library.values import WrongField
from briefing.model.card import fingerprint
from briefing.model.history import Step
from briefing.model.ids import CROCKFORD, NoteName, OutlineName
from briefing.model.outline import Outline
from tests.library.ground import OUTLINE, block, card, write

NOTE = NoteName("note")
SOURCE = '[[source]]\nid = "s"\nkind = "report"\ntitle = "A report"\n\n'


@pytest.fixture
def desk(tmp_path: Path) -> OpenLibrary:
    return OpenLibrary(
        write(
            tmp_path / "notes",
            {
                "note.toml": f'title = "A note"\n\n{SOURCE}{card("one")}\n{card("two", "Another claim")}',
                "schools/clubs.toml": card("three"),
                "outlines/speech.toml": f"{OUTLINE}\n{block('b1', 'first')}\n{block('b2', 'second')}",
            },
        )
    )


def text(desk: OpenLibrary, file: str = "note.toml") -> str:
    return (desk.folder / file).read_text(encoding="utf-8")


def refused(act: Callable[[], object]) -> WrongField:
    with pytest.raises(WrongField) as caught:
        act()
    assert caught.value.what.endswith(".")
    return caught.value


class DescribeANewCard:
    def it_gets_an_id_of_eight_letters_that_nobody_misreads(self, desk: OpenLibrary) -> None:
        card_id, step = new_card(desk.library, NOTE, {"claim": "New"})
        assert len(card_id) == 8
        assert set(card_id) <= set(CROCKFORD)
        assert desk.apply(step).saved
        assert desk.library.cards[card_id].claim == "New"

    def it_stands_last_in_its_note_after_a_blank_line(self, desk: OpenLibrary) -> None:
        before = text(desk)
        _, step = new_card(
            desk.library, NOTE, {"id": "new", "kind": "statistic", "claim": "Ten of 12", "of": "schools"}
        )
        desk.apply(step)
        assert text(desk) == (
            f'{before}\n[[card]]\nid = "new"\nkind = "statistic"\nclaim = "Ten of 12"\nof = "schools"\n'
        )

    def it_stands_first_in_a_note_that_has_none(self, desk: OpenLibrary) -> None:
        desk.apply(new_note(desk.library, NoteName("empty"), "Empty"))
        desk.apply(new_card(desk.library, NoteName("empty"), {"id": "new", "claim": "New"})[1])
        assert text(desk, "empty.toml") == (
            'title = "Empty"\n\n[[card]]\nid = "new"\nkind = "assertion"\nclaim = "New"\n'
        )

    @pytest.mark.parametrize("taken", ["one", "three", "s"])
    def it_takes_no_id_that_is_in_use_anywhere(self, desk: OpenLibrary, taken: str) -> None:
        assert refused(lambda: new_card(desk.library, NOTE, {"id": taken, "claim": "New"})).field == "id"

    @pytest.mark.parametrize(
        ("values", "field"),
        [
            ({}, "claim"),
            ({"claim": ""}, "claim"),
            ({"claim": "two\nlines"}, "claim"),
            ({"claim": "c", "id": "a b"}, "id"),
            ({"claim": "c", "status": "true"}, "status"),
            ({"claim": "c", "as_of": "soon"}, "as_of"),
            ({"claim": "c", "tags": "not a list"}, "tags"),
            ({"claim": "half \ud800 a character"}, "claim"),
            ({"claim": "c", "checked": {"by": ["\udc80"]}}, "checked"),
            ({"claim": "c", "status": "disputed"}, "why"),
            ({"claim": "c", "status": "withdrawn", "why": "  "}, "why"),
            ({"claim": "c", "status": "checked"}, "checked"),
            ({"claim": "c", "status": "checked", "checked": {"by": "Jo"}}, "checked"),
        ],
    )
    def it_is_refused_with_the_field_named(self, desk: OpenLibrary, values: dict[str, object], field: str) -> None:
        assert refused(lambda: new_card(desk.library, NOTE, values)).field == field

    def it_needs_a_note(self, desk: OpenLibrary) -> None:
        with pytest.raises(NotFound) as caught:
            new_card(desk.library, NoteName("nota"), {"claim": "New"})
        assert caught.value.what == "There is no note 'nota'. Is it note?"


def test_a_new_source_stands_after_the_others_and_before_the_cards(desk: OpenLibrary) -> None:
    source_id, step = new_source(desk.library, NOTE, {"id": "t", "title": "A speech", "kind": "speech"})
    assert desk.apply(step).saved
    assert source_id == "t"
    assert text(desk).index("A report") < text(desk).index("A speech") < text(desk).index("[[card]]")


def test_a_first_source_stands_before_the_cards_and_the_comment_above_them(desk: OpenLibrary) -> None:
    write(desk.folder, {"bare.toml": 'title = "T"\n\n# About the first card\n' + card("first")})
    desk.refresh()
    desk.apply(new_source(desk.library, NoteName("bare"), {"id": "t", "title": "A speech", "kind": "speech"})[1])
    assert text(desk, "bare.toml") == (
        'title = "T"\n\n[[source]]\nid = "t"\nkind = "speech"\ntitle = "A speech"\n\n# About the first card\n'
        + card("first")
    )


class DescribeACheck:
    def it_keeps_the_print_of_what_was_checked(self, desk: OpenLibrary) -> None:
        check = {"by": "Jo Hall", "on": date(2025, 1, 9)}
        desk.apply(change_entry(desk.library, "one", {"status": "checked", "checked": check}))
        found = desk.library.cards["one"]
        assert found.standing == "checked"
        assert found.checked["sha256"] == fingerprint(found)

    def it_covers_the_words_that_come_with_it(self, desk: OpenLibrary) -> None:
        check = {"by": "Jo Hall", "on": date(2025, 1, 9)}
        changes = {"quote": "The exact words", "status": "checked", "checked": check}
        desk.apply(change_entry(desk.library, "one", changes))
        assert desk.library.cards["one"].standing == "checked"

    @pytest.mark.parametrize("changes", [{"claim": "Other"}, {"quote": "Other"}, {"period": "2024"}, {"at": "p. 3"}])
    def it_is_void_when_what_it_covers_changes(self, desk: OpenLibrary, changes: dict[str, object]) -> None:
        check = {"by": "Jo Hall", "on": date(2025, 1, 9)}
        desk.apply(change_entry(desk.library, "one", {"status": "checked", "checked": check}))
        desk.apply(change_entry(desk.library, "one", changes))
        assert desk.library.cards["one"].status == "checked"
        assert desk.library.cards["one"].standing == "unchecked"

    def it_holds_when_something_else_changes(self, desk: OpenLibrary) -> None:
        check = {"by": "Jo Hall", "on": date(2025, 1, 9)}
        desk.apply(change_entry(desk.library, "one", {"status": "checked", "checked": check}))
        desk.apply(change_entry(desk.library, "one", {"tags": ["new"], "private": "words", "handling": "restricted"}))
        assert desk.library.cards["one"].standing == "checked"


class DescribeAChange:
    def it_touches_the_changed_lines_alone(self, desk: OpenLibrary) -> None:
        before = text(desk)
        desk.apply(change_entry(desk.library, "two", {"claim": "Changed", "tags": ["a", "b"]}))
        changed = before.replace('claim = "Another claim"\n', 'claim = "Changed"\ntags = ["a", "b"]\n')
        assert text(desk) == changed

    def it_takes_a_field_away(self, desk: OpenLibrary) -> None:
        before = text(desk)
        desk.apply(change_entry(desk.library, "two", {"at": "p. 1"}))
        desk.apply(change_entry(desk.library, "two", {"at": None}))
        assert text(desk) == before

    def it_keeps_what_this_program_does_not_know(self, desk: OpenLibrary) -> None:
        write(desk.folder, {"note.toml": card("one", colour='"blue"', **{'"odd key"': "{ a = nan }"})})
        desk.refresh()
        assert desk.apply(change_entry(desk.library, "one", {"claim": "Changed"})).saved
        assert 'colour = "blue"\n"odd key" = { a = nan }\n' in text(desk)

    def it_keeps_every_comment(self, desk: OpenLibrary) -> None:
        lines = '[[card]]\nid = "one"\nkind = "k"\nclaim = "c" # our words\n'
        lines += 'tags = [\n  "a", # from Jo\n  # and this\n  "b",\n] # all of them\n'
        write(desk.folder, {"note.toml": lines})
        desk.refresh()
        desk.apply(change_entry(desk.library, "one", {"tags": ["z"], "claim": "d", "quote": "q"}))
        assert text(desk) == (
            '[[card]]\nid = "one"\nkind = "k"\nclaim = "d" # our words\nquote = "q"\n'
            '# from Jo\n# and this\ntags = ["z"] # all of them\n'
        )

    def it_writes_long_words_as_their_author_broke_them(self, desk: OpenLibrary) -> None:
        words = 'First line\n\n  indented "quoted" and \'\'\'more\'\'\'\n"""three""" \\ end'
        desk.apply(change_entry(desk.library, "two", {"quote": words}))
        assert desk.library.cards["two"].quote == words
        assert 'quote = """\nFirst line\n\n  indented "quoted" and' in text(desk)

    def it_makes_one_key_of_a_table_that_stood_below(self, desk: OpenLibrary) -> None:
        write(desk.folder, {"note.toml": card("one") + '\n[card.consent]\nby = "A. Nother" # by letter\n'})
        desk.refresh()
        desk.apply(change_entry(desk.library, "one", {"consent": {"by": "A. Nother", "what": "first name"}}))
        assert desk.library.cards["one"].consent == {"by": "A. Nother", "what": "first name"}
        assert "# by letter" in text(desk)

    def it_leaves_an_id_as_it_is(self, desk: OpenLibrary) -> None:
        assert refused(lambda: change_entry(desk.library, "one", {"id": "other"})).field == "id"
        assert desk.apply(change_entry(desk.library, "one", {"id": "one", "claim": "Changed"})).saved

    def it_is_no_step_where_nothing_differs(self, desk: OpenLibrary) -> None:
        before = text(desk)
        outcome = desk.apply(change_entry(desk.library, "one", {"claim": "A claim", "status": "unchecked"}))
        assert outcome.saved
        assert not outcome.step.edits
        assert text(desk) == before
        assert desk.undo() is None


def test_a_card_that_is_dropped_leaves_the_rest_to_the_byte(desk: OpenLibrary) -> None:
    desk.apply(drop_entry(desk.library, "one"))
    assert text(desk) == f'title = "A note"\n\n{SOURCE}{card("two", "Another claim")}'


def test_one_of_two_cards_with_the_same_id_can_be_dropped(desk: OpenLibrary) -> None:
    write(desk.folder, {"note.toml": f"{card('twice')}\n{card('twice', 'The second')}"})
    desk.refresh()
    assert desk.apply(drop_entry(desk.library, "twice")).saved
    assert text(desk) == card("twice", "The second")


class DescribeANewNote:
    def it_begins_with_its_title(self, desk: OpenLibrary) -> None:
        desk.apply(new_note(desk.library, NoteName("health/dentists"), "Dentists", "One\ntwo"))
        assert text(desk, "health/dentists.toml") == 'title = "Dentists"\nsummary = """\nOne\ntwo"""\n'

    @pytest.mark.parametrize(
        "name",
        [
            *("", "/", "a/", "/a", "../a", "a/../b", "a//b", ".a", "a/.b", "a b", "a\\b", "a:b", "con", "x/NUL", "é"),
            *("library", "Library", "outlines/a", "Outlines/a", "sources/a", "SOURCES/a", "note", "Note"),
            *("schools/CLUBS", "a\n"),
            "/".join(["deep"] * (DEEPEST + 1)),
        ],
    )  # fmt: skip
    def its_name_must_be_one_that_a_file_can_have_everywhere(self, desk: OpenLibrary, name: str) -> None:
        assert refused(lambda: new_note(desk.library, NoteName(name), "Title")).field == "name"

    def it_overwrites_no_file_that_could_not_be_read(self, desk: OpenLibrary) -> None:
        (desk.folder / "legacy.toml").write_bytes(b'title = "caf\xe9"\n')
        desk.refresh()
        with pytest.raises(BadInput):
            desk.apply(new_note(desk.library, NoteName("legacy"), "Title"))
        assert (desk.folder / "legacy.toml").read_bytes() == b'title = "caf\xe9"\n'

    def it_overwrites_no_file_that_came_meanwhile(self, desk: OpenLibrary) -> None:
        step = new_note(desk.library, NoteName("new"), "Ours")
        write(desk.folder, {"new.toml": 'title = "Theirs"\n'})
        outcome = desk.apply(step)
        assert [(each.field, each.ours, each.theirs) for each in outcome.conflicts] == [("title", "Ours", "Theirs")]
        assert text(desk, "new.toml") == 'title = "Theirs"\n'


def test_a_notes_title_is_changed_in_its_line(desk: OpenLibrary) -> None:
    before = text(desk)
    desk.apply(change_note(desk.library, NOTE, {"title": "Renamed"}))
    assert text(desk) == before.replace('"A note"', '"Renamed"')


def test_a_summary_comes_before_the_first_entry(desk: OpenLibrary) -> None:
    desk.apply(change_note(desk.library, NoteName("schools/clubs"), {"title": "Clubs", "summary": "Words"}))
    assert text(desk, "schools/clubs.toml") == f'title = "Clubs"\nsummary = "Words"\n{card("three")}'


class DescribeANewOutline:
    VALUES = {"title": "Lines", "product": "lines", "date": date(2025, 1, 8)}  # noqa: RUF012 - never changed

    def it_begins_with_its_head(self, desk: OpenLibrary) -> None:
        desk.apply(new_outline(desk.library, OutlineName("lines"), self.VALUES))
        assert text(desk, "outlines/lines.toml") == 'title = "Lines"\nproduct = "lines"\ndate = 2025-01-08\n'

    @pytest.mark.parametrize("name", ["a/b", "speech", "SPEECH", "", "..", "a b"])
    def its_name_must_be_one_that_a_file_can_have_everywhere(self, desk: OpenLibrary, name: str) -> None:
        assert refused(lambda: new_outline(desk.library, OutlineName(name), self.VALUES)).field == "name"

    @pytest.mark.parametrize("field", ["title", "product", "date"])
    def it_needs_a_title_a_product_and_a_date(self, desk: OpenLibrary, field: str) -> None:
        values = {name: value for name, value in self.VALUES.items() if name != field}
        assert refused(lambda: new_outline(desk.library, OutlineName("lines"), values)).field == field


class DescribeAChangedOutline:
    def change(self, desk: OpenLibrary, after: Callable[[Outline], Outline]) -> Step:
        before = find_outline(desk.library, "speech")
        return change_outline(before, after(before), "Changed")

    def it_writes_no_block_but_those_that_differ(self, desk: OpenLibrary) -> None:
        before = text(desk, "outlines/speech.toml")
        step = self.change(
            desk, lambda found: found.with_blocks((replace(found.blocks[0], text="new"), found.blocks[1]))
        )
        desk.apply(step)
        assert text(desk, "outlines/speech.toml") == before.replace("first", "new")

    def it_is_a_step_without_edits_where_nothing_differs(self, desk: OpenLibrary) -> None:
        step = self.change(desk, lambda found: found)
        assert step.edits == ()
        assert desk.apply(step).saved
        assert desk.undo("outlines/speech.toml") is None

    def it_is_refused_where_two_blocks_share_an_id(self, desk: OpenLibrary) -> None:
        write(desk.folder, {"outlines/speech.toml": f"{OUTLINE}\n{block('b1')}\n{block('b1', 'copied')}"})
        desk.refresh()
        with pytest.raises(BadInput) as caught:
            self.change(desk, lambda found: found.with_blocks(found.blocks[:1]))
        assert "'b1'" in caught.value.what
        assert str(caught.value.where) == "outlines/speech.toml"

    def it_is_refused_where_words_cannot_be_saved(self, desk: OpenLibrary) -> None:
        broken = refused(
            lambda: self.change(desk, lambda found: found.with_blocks((replace(found.blocks[0], text="\ud83d"),)))
        )
        assert broken.field == "text"


def test_a_dropped_outline_goes_to_the_trash(desk: OpenLibrary) -> None:
    before = text(desk, "outlines/speech.toml")
    desk.apply(drop_outline(desk.library, OutlineName("speech")))
    assert not (desk.folder / "outlines/speech.toml").exists()
    assert [path.read_text(encoding="utf-8") for path in (desk.state / "trash").iterdir()] == [before]


def test_what_is_not_there_is_named_with_what_comes_near(desk: OpenLibrary) -> None:
    with pytest.raises(NotFound) as caught:
        find_entry(desk.library, "onw")
    assert caught.value.what == "There is no card or source 'onw'. Is it one?"
    with pytest.raises(NotFound):
        find_outline(desk.library, "zzz")
    assert find_note(desk.library, "schools/clubs.toml").name == "schools/clubs"
    assert find_outline(desk.library, "speech.toml").name == "speech"


def test_a_file_named_by_hand_is_edited_like_any_other(desk: OpenLibrary) -> None:
    """Names the program would not give: with spaces, capitals, letters with accents."""
    for name in ("Schools Bill (2).toml", "Élections/Où.toml", "a.b.c.toml"):
        write(desk.folder, {name: card("x" + str(len(name)))})
        desk.refresh()
        assert desk.apply(change_entry(desk.library, "x" + str(len(name)), {"claim": "Changed"})).saved
        assert "Changed" in text(desk, name)


@pytest.mark.parametrize(
    "file", ["../x.toml", "/etc/x.toml", "a/../../x.toml", "", ".hidden.toml", "a\0.toml", "c:x.toml"]
)
def test_no_step_saves_outside_the_library(desk: OpenLibrary, file: str) -> None:
    step = replace(new_note(desk.library, NoteName("new"), "Title"), file=file)
    with pytest.raises(BadInput):
        desk.apply(step)
    assert not (desk.folder.parent / "x.toml").exists()

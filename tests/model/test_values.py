"""The values the office talks about: ids, dates, cards, outlines, and what each holds."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.card import CHECKED_FIELDS, Card, Listed, fingerprint
from briefing.model.dates import is_partial_date, iso, read_when, spell
from briefing.model.entries import FaultyEntryError, is_same, is_unset, read_block, read_card
from briefing.model.fields import BLOCK_FIELDS, CARD_FIELDS, OUTLINE_FIELDS, SOURCE_FIELDS
from briefing.model.ids import (
    BLOCK_ID_LENGTH,
    CROCKFORD,
    BlockId,
    CardId,
    NoteName,
    OutlineName,
    SourceId,
    draw_id,
    is_valid_id,
)
from briefing.model.kinds import read_kinds
from briefing.model.library import WholeLibrary
from briefing.model.note import Folder, Note, folder_of
from briefing.model.office import Member, Office
from briefing.model.outline import Block, Outline
from briefing.model.source import Source


class DescribeAnId:
    @pytest.mark.parametrize("text", ["k7f3qd2m", "x1", "iicsa-2022", "A.b_c-9", "0", "a" * 80, "console", "com10"])
    def it_is_a_name_that_a_file_can_have_everywhere(self, text: str) -> None:
        assert is_valid_id(text)

    @pytest.mark.parametrize("text", ["", "-a", ".a", "_a", "a.", "a b", "a/b", "a\\b", "a:b", "é", "a\n", "a" * 81])
    def it_is_nothing_else(self, text: str) -> None:
        assert not is_valid_id(text)

    @pytest.mark.parametrize("text", ["con", "CON", "nul.toml", "lpt1", "Com9"])
    def it_is_no_name_that_windows_keeps_for_a_device(self, text: str) -> None:
        assert not is_valid_id(text)

    @given(st.sets(st.sampled_from(CROCKFORD), max_size=31))
    def it_is_drawn_from_those_that_are_free(self, taken: set[str]) -> None:
        drawn = draw_id(taken, 1)
        assert drawn not in taken
        assert drawn in CROCKFORD

    def its_letters_are_never_misread(self) -> None:
        assert not set("ilou") & set(CROCKFORD)
        assert all(is_valid_id(draw_id(())) and len(draw_id((), BLOCK_ID_LENGTH)) == 4 for _ in range(200))


class DescribeADate:
    @pytest.mark.parametrize(
        ("typed", "meant", "spelt"),
        [
            ("2022-10-20", date(2022, 10, 20), "20 October 2022"),
            ("2013-06", "2013-06", "June 2013"),
            ("2013", "2013", "2013"),
        ],
    )
    def it_says_as_much_as_the_source_does(self, typed: str, meant: object, spelt: str) -> None:
        when = read_when(typed)
        assert when == meant
        assert spell(when) == spelt
        assert iso(when) == typed

    @pytest.mark.parametrize(
        "typed", ["", "soon", "2013-13", "2013-00", "13", "2013-1", "20 October 2022", "2022-02-30", "٢٠١٣"]
    )
    def it_is_nothing_else(self, typed: str) -> None:
        assert not is_partial_date(typed)
        with pytest.raises(ValueError, match=r"date|isoformat|day"):
            read_when(typed)

    def it_may_have_a_time(self) -> None:
        assert spell(datetime(2025, 1, 8, 9, 5, tzinfo=UTC)) == "09:05, 8 January 2025"


class DescribeACard:
    CARD = Card(CardId("a"), "statistic", "Ten of twelve", quote="ten of the twelve", source=SourceId("s"))

    def its_fields_are_those_of_the_table(self) -> None:
        assert {field.name for field in fields(Card)} == {field.attribute for field in CARD_FIELDS} | {"extra"}
        assert {field.name for field in fields(Source)} == {field.attribute for field in SOURCE_FIELDS} | {"extra"}
        assert {field.name for field in fields(Block)} == {field.attribute for field in BLOCK_FIELDS} | {"extra"}
        outline = {field.attribute for field in OUTLINE_FIELDS} | {"extra", "name", "blocks"}
        assert {field.name for field in fields(Outline)} == outline

    @pytest.mark.parametrize("name", CHECKED_FIELDS)
    def its_print_changes_with_whatever_a_check_covers(self, name: str) -> None:
        changed: Mapping[str, object] = {
            "primary": True,
            "as_of": date(2025, 1, 8),
            "from": (CardId("b"),),
            "division": {"ayes": 1},
        }
        attribute = next(field.attribute for field in CARD_FIELDS if field.name == name)
        other = replace(self.CARD, **{attribute: changed.get(name, "other")})  # type: ignore[arg-type]  # one field each
        assert fingerprint(other) != fingerprint(self.CARD)

    def its_print_is_the_same_tomorrow(self) -> None:
        assert fingerprint(self.CARD) == "795340130d83624e1213be145b977722c00bfebf1dc2718ea9923a97bfa55c63"

    def it_is_checked_only_while_its_words_are_those_that_were_checked(self) -> None:
        checked = replace(self.CARD, status="checked", checked={"by": "Jo", "sha256": fingerprint(self.CARD)})
        assert checked.standing == "checked"
        assert replace(checked, tags=("new",)).standing == "checked"
        assert replace(checked, claim="Eleven of twelve").standing == "unchecked"
        assert replace(self.CARD, status="checked").standing == "unchecked"
        assert replace(self.CARD, status="disputed").standing == "disputed"

    def it_names_the_cards_it_is_linked_to(self) -> None:
        card = replace(self.CARD, answers=(CardId("x"),), from_=(CardId("y"), CardId("z")), superseded_by=CardId("w"))
        assert card.links == {"answers": ("x",), "from": ("y", "z"), "superseded_by": ("w",)}
        assert replace(self.CARD, handling="restricted").is_restricted


class DescribeAnEntry:
    def it_is_refused_with_every_fault(self) -> None:
        with pytest.raises(FaultyEntryError) as caught:
            read_card({"id": "a b", "kind": "k", "as_of": 7, "tags": ["a", 1]})
        assert [fault.field for fault in caught.value.faults] == ["claim", "id", "as_of", "tags"]

    @pytest.mark.parametrize("level", [0, -1, 10, 10**9])
    def it_stands_no_deeper_than_a_document_goes(self, level: int) -> None:
        with pytest.raises(FaultyEntryError):
            read_block({"id": "b", "text": "", "level": level})

    def it_shows_no_more_of_a_value_than_can_be_read(self) -> None:
        with pytest.raises(FaultyEntryError) as caught:
            read_card({"id": "a", "kind": "k", "claim": ["x" * 10_000]})
        assert len(caught.value.faults[0].found) == 60

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (1, True),
            (1, 1.0),
            (0.0, -0.0),
            ("1", 1),
            ([1], (1,)),
            (date(2025, 1, 8), datetime(2025, 1, 8)),  # noqa: DTZ001 - as a file may have it
            ({"a": 1}, {"a": 1, "b": 2}),
        ],
    )
    def it_tells_apart_what_is_written_in_two_ways(self, one: object, other: object) -> None:
        assert not is_same(one, other)
        assert is_same(one, one)

    def it_knows_what_is_no_number(self) -> None:
        assert is_same({"x": [math.nan]}, {"x": [float("nan")]})

    @pytest.mark.parametrize(
        ("name", "value"),
        [("at", None), ("at", ""), ("tags", []), ("checked", {}), ("status", "unchecked"), ("level", 1), ("pause", 0)],
    )
    def it_says_no_more_with_a_default_than_without(self, name: str, value: object) -> None:
        assert is_unset(name, value)

    @pytest.mark.parametrize(("name", "value"), [("at", 0), ("primary", False), ("status", "checked"), ("pause", 1)])
    def it_says_something_with_anything_else(self, name: str, value: object) -> None:
        assert not is_unset(name, value)


class DescribeAnOutline:
    def outline(self, *levels: int) -> Outline:
        blocks = tuple(Block(BlockId(f"b{number}"), text="w", level=level) for number, level in enumerate(levels))
        return Outline(OutlineName("o"), "O", "speech", blocks=blocks)

    @pytest.mark.parametrize(("slot", "seconds"), [("5:00", 300), ("5", 300), (" 10:30 ", 630), ("0:45", 45)])
    def it_has_a_slot_in_seconds(self, slot: str, seconds: int) -> None:
        assert replace(self.outline(), slot=slot).slot_seconds == seconds

    @pytest.mark.parametrize("slot", ["", "soon", "9" * 5000, "-1", "5:", ":30", "5:00:00"])
    def it_has_none_where_that_cannot_be_read(self, slot: str) -> None:
        assert replace(self.outline(), slot=slot).slot_seconds is None

    def it_has_branches(self) -> None:
        outline = self.outline(1, 2, 3, 2, 1)
        assert [block.id for block in outline.branch("b0")] == ["b0", "b1", "b2", "b3"]
        assert [block.id for block in outline.branch("b1")] == ["b1", "b2"]
        assert outline.block("b4") == outline.blocks[4]
        assert outline.block("b9") is None
        with pytest.raises(ValueError, match="b9"):
            outline.index("b9")


class DescribeALibrary:
    def card(self, card_id: str, **links: tuple[CardId, ...]) -> Card:
        return replace(Card(CardId(card_id), "k", "c"), **links)  # type: ignore[arg-type]  # links alone

    def it_knows_where_everything_is_and_what_leads_to_it(self) -> None:
        one, two = self.card("a"), self.card("b", answers=(CardId("a"),))
        source = Source(SourceId("s"), "report", "t")
        note = Note(NoteName("n"), cards=(one,), sources=(source,))
        other = Note(NoteName("m"), cards=(two, replace(one, claim="Another of that id")))
        outline = Outline(OutlineName("o"), "O", "speech", blocks=(Block(BlockId("b"), card=CardId("a")),))
        library = WholeLibrary(notes=(note, other), outlines=(outline,))
        assert library.cards == {"a": one, "b": two}
        assert library.source_of(replace(one, source=SourceId("s"))) == source
        assert (library.home_name("a"), library.home_name("s"), library.home_name("zzz")) == ("n", "n", "")
        assert library.uses("a") == (outline,)
        assert library.linked_from("a") == (("answers", two),)
        assert len(list(library.all_cards())) == 3
        assert library.note("m") == other
        assert library.outline("x") is None

    def it_means_the_card_where_a_source_goes_by_the_same_id(self) -> None:
        one = Note(NoteName("one"), sources=(Source(SourceId("x"), "report", "t"),))
        two = Note(NoteName("two"), cards=(self.card("x"),))
        assert WholeLibrary(notes=(one, two)).home("x") == two

    def it_lists_notes_by_folder_those_in_none_first(self) -> None:
        names = ("towns/b", "towns-old", "b", "towns/deep/a", "towns/a", "a/b")
        notes = [Note(NoteName(name), name, cards=(self.card(name.replace("/", "-")),)) for name in names]
        library = WholeLibrary(notes=tuple(notes))
        assert [heading.name for heading in library.headings] == [
            *("b", "towns-old", "a/b", "towns/a", "towns/b", "towns/deep/a")
        ]
        assert library.folders == (
            *(Folder("", 0, 2, 2), Folder("a", 2, 1, 1), Folder("towns", 3, 2, 2), Folder("towns/deep", 5, 1, 1)),
        )
        assert [library.position(name) for name in ("towns/a", "towns")] == [3, None]

    def it_lists_the_cards_of_a_note_of_a_folder_or_all(self) -> None:
        names = ("towns/b", "towns", "towns/deep/a")
        notes = [Note(NoteName(name), cards=(self.card(name.replace("/", "-")),)) for name in names]
        library = WholeLibrary(notes=tuple(notes))
        assert [listed.id for listed in library.listing()] == ["towns", "towns-b", "towns-deep-a"]
        assert [listed.id for listed in library.listing("towns")] == ["towns"]
        assert [listed.id for listed in library.listing("towns/")] == ["towns-b", "towns-deep-a"]
        assert library.listing("nowhere") == ()

    @given(st.lists(st.text("ab-./", max_size=5), unique=True))
    def its_folders_and_positions_are_those_of_its_headings(self, names: list[str]) -> None:
        notes = tuple(Note(NoteName(name), cards=(self.card(f"c{place}"),)) for place, name in enumerate(names))
        library = WholeLibrary(notes=notes)
        told = [
            (folder.name, heading.name)
            for folder in library.folders
            for heading in library.headings[folder.first : folder.first + folder.notes]
        ]
        assert told == [(folder_of(heading.name), heading.name) for heading in library.headings]
        assert [library.position(heading.name) for heading in library.headings] == list(range(len(names)))
        assert sum(folder.cards for folder in library.folders) == len(library.listing())

    def it_lists_no_words_of_a_restricted_card(self) -> None:
        shut = replace(self.card("a"), handling="restricted", status="checked")
        (listed,) = WholeLibrary(notes=(Note(NoteName("n"), cards=(shut,)),)).listing()
        assert listed == Listed(CardId("a"), "k", "", "unchecked", "restricted")

    def it_knows_the_cards_that_rest_on_a_source(self) -> None:
        cards = (self.card("a"), replace(self.card("b"), source=SourceId("s")))
        assert WholeLibrary(notes=(Note(NoteName("n"), cards=cards),)).resting_on("s") == ("b",)


class DescribeTheOffice:
    def it_knows_its_members_and_how_fast_each_speaks(self) -> None:
        office = Office(members=(Member("m", "M", pace=120.5), Member("n", "N")))
        assert [office.pace(name) for name in ("m", "n", "nobody")] == [120.5, 150, 150]

    def it_has_kinds_of_its_own(self) -> None:
        kinds = read_kinds({"casework": {"needs": ["source"], "theirs": True}, "odd": 7, "bare": {"needs": 3}})
        assert kinds.keys() == {"casework", "bare"}
        assert kinds["casework"].title == "Casework"
        assert kinds["casework"].needs == ("source",)
        assert kinds["casework"].theirs
        assert kinds["bare"].needs == ()

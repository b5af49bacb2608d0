"""What the library's checks notice, and that they are quiet where all is well."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import Place
from briefing.evidence.checks import check_library
from briefing.library.reading import read_library
from briefing.model.card import fingerprint
from briefing.model.finding import Finding, Severity
from briefing.model.ids import CardId
from briefing.model.library import WholeLibrary
from briefing.model.note import Note
from briefing.model.office import Office
from briefing.wording.evidence import RULES
from tests.evidence.ground import OFFICE, SURVEY, TURNED, block, card, library, note, outline, summary

HERE = {("card", "a"): Place("schools.toml", 12), ("block", "speech/b1"): Place("outlines/speech.toml", 7)}


class DescribeASoundLibrary:
    def it_has_nothing_to_find(self) -> None:
        sound = card("a", kind="statistic", source="survey", supports=("b",))
        assert check_library(library(sound, card("b"), outlines=(outline(block("b1", card="a")),))) == ()

    def it_may_be_empty(self) -> None:
        assert check_library(WholeLibrary()) == ()

    def it_may_say_why_it_doubts_a_card(self) -> None:
        assert check_library(library(card("a", status="disputed", why="Two counts differ."))) == ()

    def it_may_have_a_card_checked_as_it_stands(self) -> None:
        one = card("a", status="checked")
        assert check_library(library(replace(one, checked={"by": "R. Hale", "sha256": fingerprint(one)}))) == ()


class DescribeIds:
    def they_are_reported_with_both_places(self, tmp_path: Path) -> None:
        one = '[[card]]\nid = "a"\nkind = "soundbite"\nclaim = "One"\n'
        (tmp_path / "first.toml").write_text(f'title = "First"\n\n{one}', encoding="utf-8")
        (tmp_path / "second.toml").write_text(f'title = "Second"\n\n{one}\n{one}', encoding="utf-8")
        found = check_library(read_library(tmp_path))
        assert [(finding.rule, str(finding.place)) for finding in found] == [
            ("LIB-02", "second.toml:3"),
            ("LIB-02", "second.toml:8"),
        ]
        assert found[0].message == "The id a is used twice: for a card at first.toml:3 and for a card at second.toml:3."
        assert found[1].message.endswith("and for a card at second.toml:8.")

    def they_are_unique_among_cards_sources_and_outlines_together(self) -> None:
        mixed = library(card("survey"), outlines=(outline(block("b1", text="x"), name="survey"),))
        assert summary(check_library(mixed)) == [
            ("LIB-02", "warn", "", "id"),
            ("LIB-02", "warn", "survey", "id"),
        ]

    def they_are_unique_among_the_blocks_of_one_outline(self) -> None:
        twice = outline(block("b1", text="x"), block("b1", text="y"))
        other = outline(block("b1", text="z"), name="other")
        (found,) = check_library(library(outlines=(twice, other), places=HERE))
        assert (found.block, str(found.place)) == ("b1", "outlines/speech.toml")
        assert found.message.startswith("The id b1 is used twice: for a block at outlines/speech.toml:7")


class DescribeLinks:
    @pytest.mark.parametrize("field", ["supports", "answers", "undercuts", "against", "from"])
    def they_must_lead_to_a_card(self, field: str) -> None:
        attribute = "from_" if field == "from" else field
        (found,) = check_library(library(card("a", **{attribute: ("gone", "a")}), places=HERE))
        assert (found.rule, found.field, found.card, str(found.place)) == ("LIB-03", field, "a", "schools.toml:12")
        assert found.message == f"Card a: {field} names gone, and the library has no card of that id."

    def they_must_lead_to_what_takes_a_cards_place(self) -> None:
        found = check_library(library(card("a", status="superseded", why="Newer.", superseded_by="gone")))
        assert summary(found) == [("LIB-03", "warn", "a", "superseded_by")]

    def they_must_lead_to_a_source(self) -> None:
        assert summary(check_library(library(card("a", source="gone")))) == [("LIB-03", "warn", "a", "source")]

    def they_are_followed_over_notes(self) -> None:
        notes = (note("one", card("a", source="survey", supports=("b",))), note("two", card("b"), sources=(SURVEY,)))
        assert check_library(WholeLibrary(OFFICE, notes)) == ()

    def they_must_lead_from_a_block_to_its_card(self) -> None:
        used = outline(block("b1", card="gone"), block("b2", attack="gone too"))
        assert summary(check_library(library(outlines=(used,)))) == [
            ("LIB-03", "warn", "gone", "card"),
            ("LIB-03", "warn", "gone too", "attack"),
        ]

    def they_must_lead_from_a_block_to_an_earlier_one(self) -> None:
        later = outline(block("b1", text="x", with_="b2"), block("b2", text="y", with_="b1"))
        (found,) = check_library(library(outlines=(later,), places=HERE))
        assert (found.rule, found.block, found.field, found.place) == (
            "LIB-03",
            "b1",
            "with",
            HERE["block", "speech/b1"],
        )

    def they_must_lead_from_an_outline_to_its_member(self) -> None:
        (found,) = check_library(library(outlines=(outline(block("b1", text="x"), member="gone"),)))
        assert (found.field, str(found.place)) == ("member", "outlines/speech.toml:1")


class DescribeACardsStanding:
    def it_may_lack_a_source_only_where_its_kind_needs_none(self) -> None:
        found = check_library(library(card("a", kind="statistic"), card("b")))
        assert summary(found) == [("LIB-04", "info", "a", "source")]

    @pytest.mark.parametrize("status", ["disputed", "superseded", "withdrawn"])
    def it_needs_a_reason(self, status: str) -> None:
        assert summary(check_library(library(card("a", status=status, why=" ")))) == [("LIB-05", "warn", "a", "why")]

    def it_is_of_a_kind_somebody_has_described(self) -> None:
        (found,) = check_library(library(card("a", kind="rumour\x1b[2J")))
        assert (found.rule, found.field) == ("LIB-07", "kind")
        assert "“rumour␛[2J”" in found.message

    def it_is_not_checked_once_its_words_have_changed(self) -> None:
        one = card("a", status="checked")
        (found,) = check_library(library(replace(one, checked={"sha256": fingerprint(one)}, claim="Another")))
        assert (found.rule, found.field) == ("LIB-09", "checked")
        assert "have changed since" in found.message

    def it_is_not_checked_where_nothing_records_it(self) -> None:
        (found,) = check_library(library(card("a", status="checked")))
        assert "nothing records" in found.message

    def it_is_checked_only_with_what_its_kind_needs(self) -> None:
        one = card("a", claim="5% of schools", of="schools", place="Marlow Vale", period="2024")
        checked = replace(one, status="checked", checked={"sha256": fingerprint(one)})
        (found,) = check_library(library(checked))
        assert (found.rule, found.severity, found.field) == ("LIB-09", "warn", "unit")
        assert found.message == "Card a is marked as checked, but it needs the unit (unit)."


HIDING = [*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0x200B, 0x2010), 0xFEFF, *range(0xE0000, 0xE0080)]


class DescribeDisguisedText:
    @pytest.mark.parametrize("code", HIDING, ids=lambda code: f"{code:X}")
    def it_is_found_whichever_character_hides_it(self, code: int) -> None:
        (found,) = check_library(library(card("a", claim=f"not {chr(code)}victims")))
        assert (found.rule, found.severity, found.card, found.field) == ("LIB-06", Severity.WARN, "a", "claim")
        assert chr(code) not in found.words + found.message
        assert "⟨" in found.words
        assert found.words.endswith("⟩victims")

    @pytest.mark.parametrize("letter", "аеорсхАВЕКМНОРСТοΑ", ids=unicodedata.name)
    def it_is_found_where_a_letter_passes_for_another(self, letter: str) -> None:
        (found,) = check_library(library(card("a", quote=f"the p{letter}y review")))
        assert found.words == f"p⟨U+{ord(letter):04X}⟩y"

    @pytest.mark.parametrize(
        "text", ["5 µg and 3 μm of β-carotene", "Москва", "Ελλάδα", "naïve façade", "“quoted” – 1/2 ½ £ …", "kΩ", "αβ"]
    )
    def it_is_not_seen_where_there_is_none(self, text: str) -> None:
        assert check_library(library(card("a", claim=text))) == ()

    @pytest.mark.parametrize("field", ["quote", "say", "why", "speaker", "at", "formula", "search_log", "private"])
    def it_is_found_in_every_field_of_a_card(self, field: str) -> None:
        assert summary(check_library(library(card("a", **{field: TURNED})))) == [("LIB-06", "warn", "a", field)]

    def it_is_found_in_lists_tables_and_fields_this_program_does_not_know(self) -> None:
        one = card("a", tags=("x", TURNED), consent={"by": {"name": TURNED}}, extra={"colour": [TURNED]})
        assert [found.field for found in check_library(library(one))] == ["consent", "tags", "colour"]

    def it_is_found_in_sources_notes_outlines_blocks_and_the_office(self) -> None:
        where = WholeLibrary(
            Office(name=TURNED, kinds=OFFICE.kinds),
            (Note(note("n").name, TURNED, "", (replace(SURVEY, publisher=TURNED),)),),
            (outline(block("b1", heading=TURNED), aim=TURNED, member=""),),
        )
        assert [(str(found.place), found.field) for found in check_library(where)] == [
            ("library.toml", "office"),
            ("n.toml", "publisher"),
            ("n.toml:1", "title"),
            ("outlines/speech.toml", "heading"),
            ("outlines/speech.toml:1", "aim"),
        ]

    def it_shows_no_word_of_a_restricted_card_nor_of_what_is_private(self) -> None:
        found = check_library(library(card("a", claim=TURNED, handling="restricted"), card("b", private=TURNED)))
        assert [(one.card, one.words) for one in found] == [("a", ""), ("b", "")]
        assert all("safe" not in one.message for one in found)

    def it_says_which_characters_they_are(self) -> None:
        (found,) = check_library(library(card("a", claim=TURNED + "\u200b\u202e")))
        assert found.message == "Card a: claim holds characters that hide or disguise its words: ⟨RLO⟩, ⟨ZWSP⟩."
        assert found.words == "safe⟨RLO⟩elbisop⟨ZWSP⟩⟨RLO⟩"


class DescribeFindings:
    def they_come_with_what_could_not_be_read_in_the_order_of_files_and_lines(self) -> None:
        damage = Finding("LIB-01", Severity.WARN, "Card has no claim.", Place("bill.toml", 3))
        nowhere = Finding("LIB-01", Severity.WARN, "The folder is odd.")
        spoilt = library(card("a", source="gone"), damage=(damage, nowhere), places=HERE)
        assert [str(found.place) for found in check_library(spoilt)] == ["None", "bill.toml:3", "schools.toml:12"]

    def they_each_follow_a_rule_of_the_table(self) -> None:
        spoilt = library(
            card("a", kind="?", status="checked", supports=("gone",), claim=TURNED),
            card("b", kind="statistic", status="disputed"),
            card("b"),
            card("c", superseded_by=CardId("gone")),
        )
        found = check_library(spoilt)
        assert {one.rule for one in found} == {f"LIB-0{number}" for number in (2, 3, 4, 5, 6, 7, 9)}
        assert {one.rule for one in found} <= set(RULES)

    def they_each_say_what_to_do_in_a_sentence(self) -> None:
        spoilt = library(card("a", kind="?", status="checked", supports=("gone",), claim=TURNED), card("a"))
        for one in check_library(spoilt):
            assert one.message.endswith(".")
            assert one.suggestion.endswith(".")

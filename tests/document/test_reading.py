"""A reading copy: what is said, its codes and proofs, its signposts, and the shorter versions behind it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from briefing.document.composing import compose
from briefing.document.document import Code, Document, Form, Style
from briefing.document.proofs import codes_of
from briefing.model.card import Card, fingerprint
from briefing.model.outline import Block
from tests.document.ground import attack, card, heading, library, outline, own, shows, styled

_WORDS = "Word after word is said. " * 30


def made(*blocks: Block, settings: dict[str, object] | None = None, **fields: str) -> Document:
    """The reading copy of an outline of these blocks, over the cards of all these tests."""
    held = library(*CARDS)
    office = replace(held.office, settings={"reading": settings or {}})
    return compose(outline(*blocks, product="reading", **fields), replace(held, office=office))


def checked(held: Card) -> Card:
    """A card as somebody checked it."""
    told = {"by": "Jo Hall", "on": date(2025, 1, 9), "sha256": fingerprint(held)}
    return replace(held, status="checked", checked=told)


CARDS = (
    checked(card("k7f3qd2m", claim="Mileage fell by 27%", quote="fell by 27 per cent", source="audit", at="page 12")),
    card("k7f3zzzz", claim="A village has no bus", source="debate"),
    card("p4w8n1xz", claim="Nobody uses the bus", kind="opposing-claim"),
)


def texts(document: Document, style: Style) -> list[str]:
    """What stands in a style, with its code."""
    return [
        "".join(f"{part.text} " for part in paragraph.words if isinstance(part, Code)) + paragraph.text
        for paragraph in document.paragraphs()
        if paragraph.style is style
    ]


class DescribeWhatIsSaid:
    def it_is_what_a_speech_says_with_the_code_of_its_proof(self) -> None:
        document = made(shows("a", "k7f3qd2m"), own("b", "So I ask."))
        assert styled(document, "a") == [(Style.SPOKEN_PROVED, "Mileage fell by 27 per cent.")]
        assert styled(document, "b") == [(Style.SPOKEN, "So I ask.")]
        assert texts(document, Style.SPOKEN_PROVED) == ["K7F3 Mileage fell by 27 per cent."]

    def it_is_written_as_it_is_said_but_for_exact_words(self) -> None:
        document = made(own("a", "It costs £1.2 million under cl. 4. He said “45% of £2m”."))
        assert styled(document, "a") == [
            (Style.SPOKEN, "It costs 1.2 million pounds under clause 4. He said “45% of £2m”.")
        ]
        left = made(own("a", "It costs £1.2 million."), settings={"numerals": False})
        assert styled(left, "a") == [(Style.SPOKEN, "It costs £1.2 million.")]

    def it_carries_a_code_once_where_a_block_has_several_paragraphs(self) -> None:
        document = made(shows("a", "k7f3qd2m", "It fell.\n\nIt fell further."))
        assert [style for style, _ in styled(document, "a")] == [Style.SPOKEN_PROVED, Style.SPOKEN]

    def it_has_no_list_marks_and_no_notes(self) -> None:
        document = made(own("a", "We ask for three things.\n- A bus.\n- A time."), shows("b", "k7f3qd2m"))
        assert {paragraph.style for paragraph in document.of_block("a")} == {Style.SPOKEN}
        assert not list(document.footnotes())


class DescribeWhatIsNotSaid:
    def it_stands_in_brackets(self) -> None:
        document = made(
            heading("h", "Our case"), own("a", "One.", pause=2), attack("x", "p4w8n1xz"), own("y", "They do.", level=2)
        )
        assert styled(document, "h") == [(Style.HEADING_2, "[Our case]")]
        assert styled(document, "a")[1] == (Style.SIGNPOST, "[Pause: 2 seconds]")
        assert styled(document, "x") == [(Style.SIGNPOST, "[They say: Nobody uses the bus.]")]

    def it_stands_without_them_where_the_office_wants_none(self) -> None:
        document = made(heading("h", "Our case"), own("a", "One."), settings={"bracketed": False})
        assert styled(document, "h") == [(Style.HEADING_2, "Our case")]
        assert "[" not in "".join(paragraph.text for paragraph in document.paragraphs())


class DescribeTheFirstSheet:
    def it_warns_and_says_what_lies_behind(self) -> None:
        document = made(own("a", "One.", weight="must"), shows("b", "k7f3qd2m"), own("c", _WORDS), slot="2:00")
        assert "Check against delivery" in texts(document, Style.CALLOUT)
        assert [re.sub(r"\d:\d\d", "M:SS", line) for line in texts(document, Style.TURN)] == [
            "The speech, about M:SS",
            "Proofs of 1 code in the margin",
        ]

    def it_is_the_offices_warning(self) -> None:
        document = made(own("a", "One."), settings={"delivery": "Gwirio wrth draddodi"})
        assert "Gwirio wrth draddodi" in texts(document, Style.CALLOUT)
        assert texts(made(own("a", "One."), settings={"delivery": ""}), Style.CALLOUT) == []

    def it_has_every_part_behind_it_begin_a_page(self) -> None:
        document = made(own("a", "One."), shows("b", "k7f3qd2m"))
        begins = [paragraph.text for paragraph in document.paragraphs() if paragraph.begins_page]
        assert begins == ["[The speech]", "Proofs"]


class DescribeShorterVersions:
    def they_stand_behind_the_speech_where_the_slot_is_longer(self) -> None:
        document = made(
            own("a", "One."),
            own("two", _WORDS * 2, weight="should"),
            own("one", _WORDS, weight="could"),
            own("more", _WORDS, weight="could"),
            own("c", "Three."),
            slot="5:00",
            settings={"versions": [9, 4, 3]},
        )
        titles = [paragraph.text for paragraph in document.paragraphs() if paragraph.begins_page]
        assert titles == ["[The speech]", "[In 4 minutes]", "[In 3 minutes]"]
        times_said = {block: len(styled(document, block)) for block in ("a", "two", "one", "more", "c")}
        assert times_said == {"a": 3, "two": 3, "one": 2, "more": 1, "c": 3}

    def they_leave_out_one_that_says_the_same(self) -> None:
        document = made(heading("h", "Nothing"), own("a", "One."), own("b", "Two."), slot="5:00")
        assert [paragraph.text for paragraph in document.paragraphs() if paragraph.begins_page] == ["[The speech]"]

    def they_leave_out_one_that_cannot_be(self) -> None:
        document = made(own("a", _WORDS * 6, weight="must"), slot="8:00", settings={"versions": [3]})
        assert [paragraph.text for paragraph in document.paragraphs() if paragraph.begins_page] == ["[The speech]"]


class DescribeProofs:
    def they_are_one_for_each_code(self) -> None:
        document = made(*(shows(f"b{number}", held.id) for number, held in enumerate((*CARDS[:2], CARDS[0]))))
        said = re.findall(r"^(\S+) ", "\n".join(texts(document, Style.SPOKEN_PROVED)), re.MULTILINE)
        proved = [line.split()[0] for line in texts(document, Style.PROOF)]
        assert sorted(set(said)) == sorted(proved)
        assert len(set(proved)) == len(proved)

    def it_says_exact_words_source_place_and_who_checked_when(self) -> None:
        document = made(shows("a", "k7f3qd2m"))
        assert texts(document, Style.PROOF) == ["K7F3 Mileage fell by 27%."]
        words, source, who = texts(document, Style.PROOF_LINE)
        assert words == "“fell by 27 per cent”"
        assert source.startswith(
            "Audit Office, Local bus services outside the capital, HC 577, 2 October 2020, page 12"
        )
        assert who == "Checked by Jo Hall on 9 January 2025."

    def it_says_where_nobody_checked_and_where_nothing_is_named(self) -> None:
        assert texts(made(shows("a", "k7f3zzzz")), Style.PROOF_LINE)[-1] == "Not checked."
        assert "No source is named." in texts(made(attack("a", "p4w8n1xz", "They say so.")), Style.PROOF_LINE)

    @pytest.mark.parametrize("name", ["proof_pack", "proof_codes"])
    def they_are_left_out_where_the_office_wants_none(self, name: str) -> None:
        document = made(shows("a", "k7f3qd2m"), settings={name: False})
        assert texts(document, Style.PROOF) == []
        codes = [style for style, _ in styled(document, "a")]
        assert codes == [Style.SPOKEN_PROVED if name == "proof_pack" else Style.SPOKEN]


class DescribeCodes:
    def they_are_the_shortest_beginnings_that_are_no_others(self) -> None:
        assert codes_of(["k7f3qd2m", "k7f3zzzz", "p4w8n1xz", "c1"]) == {
            "k7f3qd2m": "K7F3Q",
            "k7f3zzzz": "K7F3Z",
            "p4w8n1xz": "P4W8",
            "c1": "C1",
        }

    def they_are_the_whole_id_where_another_begins_with_it(self) -> None:
        assert codes_of(["abcd", "abcde"]) == {"abcd": "ABCD", "abcde": "ABCDE"}


def test_it_is_set_as_a_reading_copy_and_read_as_a_speech_by_the_rules() -> None:
    document = made(own("a", "One."))
    assert document.form is Form.READING
    assert document.kept_layout.body_size == 18

"""Every setting of the layout changes the file it is set for, and the check asks for what was set."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from docx.document import Document as WordDocument
from lxml import etree

from briefing.document.document import Document, Form, Paragraph, Style, Words
from briefing.document.layout import HOUSE, Layout
from briefing.word.checking.colours import contrast
from briefing.word.checking.file import check_file
from briefing.word.measuring import LETTER
from briefing.word.pages import estimate_pages
from briefing.word.template.house import open_house
from briefing.word.template.opening import open_template
from briefing.word.template.shaping import shape_house, shape_settings
from tests.word.ground import PRODUCTS, W, opened, rich, said, style_of, value
from tests.word.template.shaped import CHANGED, document, faults, file, kept_by, line, number, points, properties, style


class DescribeEverySetting:
    def it_is_changed_somewhere_below(self) -> None:
        assert set(CHANGED) == {field.name for field in fields(Layout)}

    @pytest.mark.parametrize("product", PRODUCTS)
    @pytest.mark.parametrize("name", CHANGED)
    def it_leaves_a_file_that_keeps_the_layout_it_was_made_for(self, name: str, product: str) -> None:
        made = document(product, **{name: CHANGED[name]})
        assert getattr(made.layout, name) != getattr(HOUSE, name)
        assert check_file(opened(made).content, kept_by(made)) == ()

    @pytest.mark.parametrize("form", Form)
    def it_leaves_the_house_as_it_is_where_nothing_is_set(self, form: Form) -> None:
        plain, shaped = open_house(form), open_house(form)
        made = replace(rich(), form=form)
        shape_settings(shaped, made)
        shape_house(shaped, made)
        for was, now in zip(_shapely(plain), _shapely(shaped), strict=True):
            assert etree.tostring(now) == etree.tostring(was)


def _shapely(word: WordDocument) -> tuple[etree._Element, ...]:
    """The parts a setting may change."""
    return word.element, word.styles.element, word.settings.element, word.part.numbering_part.element


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        ("LAYOUT-03", "language"),
        ("LAYOUT-04", "creator"),
        ("LAYOUT-07", "contrast"),
        ("LAYOUT-08", "body_size"),
        ("LAYOUT-08", "note_size"),
        ("LAYOUT-08", "align"),
        ("LAYOUT-09", "line_length"),
        ("LAYOUT-10", "paper"),
    ],
)
def test_the_check_asks_for_what_was_set_and_not_for_what_is_usual(rule: str, name: str) -> None:
    usual, changed = document(), document(**{name: CHANGED[name]})
    assert rule in faults(opened(usual).content, changed.layout)
    assert rule not in faults(opened(changed).content, changed.layout)


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        ("LAYOUT-08", "hyphenation"),
        ("LAYOUT-11", "page_numbers"),
        ("LAYOUT-12", "keep_together"),
        ("LAYOUT-15", "numbering"),
        ("LAYOUT-21", "typography"),
    ],
)
def test_what_an_office_does_without_is_gone_and_is_not_asked_for(rule: str, name: str) -> None:
    made = document(**{name: CHANGED[name]})
    numbered = Paragraph(Style.NUMBER, (Words("The first of three."),))
    content = opened(replace(made, body=(*made.body, numbered))).content
    assert rule in faults(content, HOUSE)
    assert rule not in faults(content, made.layout)


class DescribeType:
    @pytest.mark.parametrize(("product", "name"), [("briefing", "Body Text"), ("speech", "Spoken")])
    def it_is_as_large_as_was_set_and_headings_are_in_proportion(self, product: str, name: str) -> None:
        measured = [file(product, body_size=size) for size in (12, 14)]
        small, large = ({one: points(of, one) for one in (name, "heading 1", "Table Text")} for of in measured)
        assert large == {one: pytest.approx(size * 14 / 12, abs=0.5) for one, size in small.items()}

    def it_is_another_in_a_letter(self) -> None:
        assert points(file("reply", letter_size=13, body_size=20), "Letter") == 13

    def it_is_never_less_than_was_set(self) -> None:
        assert points(file(body_size=12.2), "Body Text") == 12.5

    def it_is_larger_in_notes_and_at_head_and_foot(self) -> None:
        made = file(note_size=11.5)
        assert {points(made, name) for name in ("footnote text", "header", "footer")} == {11.5}
        assert points(made, "Body Text") == 12

    def it_is_nowhere_smaller_than_in_the_notes(self) -> None:
        made = file(note_size=18)
        assert min(points(made, made.style_names[style_of(one)]) for one in made.paragraphs) >= 18

    def it_takes_the_room_around_it_along(self) -> None:
        small, large = file(), file(body_size=18)
        for name, path, side in (("Detail", "pPr/ind", "hanging"), ("heading 1", "pPr/spacing", "before")):
            assert number(style(large, name), path, side) == round(number(style(small, name), path, side) * 1.5)
        levels = [
            number(next(of.part("word/numbering.xml").iter(f"{W}lvl")), "pPr/ind", "left") for of in (small, large)
        ]
        assert levels[1] == round(levels[0] * 1.5)

    def it_is_darker_where_more_contrast_is_wanted(self) -> None:
        inks = [ink.get(f"{W}val", "") for ink in file(contrast=10).part("word/styles.xml").iter(f"{W}color")]
        assert min(contrast(ink, ground) for ink in inks for ground in ("FFFFFF", "F2F4F6")) >= 10


class DescribeLines:
    def they_are_set_justified(self) -> None:
        assert value(properties(file(align="justified"), "Body Text"), "jc") == "both"
        assert value(properties(file(align="left"), "Body Text"), "jc") == ""

    @pytest.mark.parametrize("hyphenation", [True, False])
    def they_may_end_within_a_word(self, *, hyphenation: bool) -> None:
        told = file(hyphenation=hyphenation).part("word/settings.xml").find(f"{W}autoHyphenation")
        assert told is not None
        assert (told.get(f"{W}val") == "true") is hyphenation

    @pytest.mark.parametrize(("bounds", "letters"), [([45, 60], 60), ([80, 88], 80), ([45, 75], 73)])
    def they_hold_as_many_letters_as_they_may(self, bounds: list[int], letters: int) -> None:
        assert round(line(file(line_length=bounds)) / 20 / 12 / LETTER) == letters

    def they_are_others_in_a_letter(self) -> None:
        assert round(line(file("reply", letter_line_length=[50, 60])) / 20 / 11 / LETTER) == 60
        assert line(file("reply", line_length=[50, 60])) == line(file("reply"))

    def they_are_of_good_length_in_smaller_type_too(self) -> None:
        made = document("speech", line_length=[60, 62])
        body = properties(opened(made), "Body Text").find(f"{W}ind")
        assert body is not None
        assert int(body.get(f"{W}right", "0")) > 0

    def they_are_as_long_as_the_foot_of_the_page(self) -> None:
        made = file(line_length=[45, 55])
        assert number(style(made, "footer"), "pPr/tabs/tab", "pos") == line(made)


class DescribeTheSheet:
    @pytest.mark.parametrize(("paper", "sheet"), [("A4", (11_906, 16_838)), ("Letter", (12_240, 15_840))])
    @pytest.mark.parametrize("product", PRODUCTS)
    def it_is_the_paper_of_the_office(self, product: str, paper: str, sheet: tuple[int, int]) -> None:
        page = file(product, paper=paper).body.find(f"{W}body/{W}sectPr")
        assert page is not None
        assert (number(page, "pgSz", "w"), number(page, "pgSz", "h")) == sheet

    def it_fills_sooner_where_type_is_larger_or_paper_shorter(self) -> None:
        long = replace(document(), body=(Paragraph(Style.BODY, (Words("A line, and no more."),)),) * 500)
        usual, large, short = (
            _pages(replace(long, layout=replace(HOUSE, **change)))
            for change in ({}, {"body_size": 16.0}, {"paper": "Letter"})
        )
        assert usual < short < large


def _pages(made: Document) -> int:
    return estimate_pages(made, open_template(made).word).count


class DescribeWhatStandsOnEveryPage:
    @pytest.mark.parametrize("numbers", [True, False])
    @pytest.mark.parametrize("lines", [True, False])
    def it_is_what_the_office_wants_at_the_foot(self, *, numbers: bool, lines: bool) -> None:
        foot = said(file(page_numbers=numbers, running_lines=lines).part("word/footer1.xml"))
        assert ("Page 1 of 1" in foot) is numbers
        assert ("Rural buses · 5 March 2025" in foot) is lines

    @pytest.mark.parametrize("name", CHANGED)
    def it_says_who_may_see_it_whatever_is_set(self, name: str) -> None:
        made = replace(document(**{name: CHANGED[name]}), header="Office use only · Embargoed until 9 March 2025")
        head = said(opened(made).part("word/header1.xml"))
        assert head.removesuffix(" · Page 1 of 1") == "Office use only · Embargoed until 9 March 2025"

    def it_draws_no_line_above_nothing(self) -> None:
        bare = file(page_numbers=False, running_lines=False)
        assert next(style(bare, "footer").iter(f"{W}pBdr"), None) is None

    def it_has_the_date_below_the_title_where_both_have_no_room_in_a_line(self) -> None:
        assert said(file(note_size=30).part("word/footer1.xml")).startswith("Rural buses\n5 March 2025\t")


class DescribeWhatStaysTogether:
    def it_is_what_the_styles_keep(self) -> None:
        kept, free = (
            [one.tag for one in file(keep_together=keep).part("word/styles.xml").iter(f"{W}keepNext", f"{W}keepLines")]
            for keep in (True, False)
        )
        assert kept
        assert not free


class DescribeNumbers:
    def they_go_with_their_list(self) -> None:
        made = file(numbering=False)
        assert next(style(made, Style.NUMBER).iter(f"{W}numPr"), None) is None
        assert "ListNumber" not in {value(level, "pStyle") for level in made.part("word/numbering.xml").iter(f"{W}lvl")}


class DescribeWords:
    def they_are_in_the_language_of_the_office(self) -> None:
        made = file(language="cy")
        languages = {one.get(f"{W}val") for one in made.part("word/styles.xml").iter(f"{W}lang")}
        assert languages == {"cy"}
        assert b"<dc:language>cy</dc:language>" in made.parts["docProps/core.xml"]

    def they_name_the_author_that_was_set(self) -> None:
        assert b"<dc:creator>Another office</dc:creator>" in file(creator="Another office").parts["docProps/core.xml"]

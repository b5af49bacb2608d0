"""The list of contents: only in a long document, filled in from the start, every entry leading to its heading."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.document.document import Document, Form
from briefing.document.layout import HOUSE
from briefing.word.checking.file import check_file
from briefing.word.writing import write_docx
from tests.document.ground import composed, heading, own
from tests.word.ground import Opened, W, opened, said, style_of
from tests.word.template.ground import template_parts, zipped

WORDS = "The last bus of the day leaves before the bell of the school has rung. " * 50


def long(sections: int = 12, product: str = "briefing", **fields: object) -> Document:
    """A document of about a page a section, each with a heading and one below it."""
    blocks = (
        block
        for number in range(sections)
        for block in (
            heading(f"h{number}", f"Buses on route {chr(65 + number % 26)}"),
            own(f"t{number}", WORDS),
            heading(f"g{number}", f"On clause {number}", level=2),
            own(f"u{number}", "Own words."),
        )
    )
    return composed(*blocks, product=product, aim="A bus.", **fields)


def entries(file: Opened) -> list[tuple[str, str]]:
    """The style and words of every entry."""
    listed = ((file.style_names[style_of(one)], said(one)) for one in file.paragraphs)
    return [(name, words) for name, words in listed if name.startswith("toc ")]


class DescribeALongDocument:
    def it_lists_its_headings_in_order(self) -> None:
        file = opened(long())
        both = (
            [("toc 1", f"Buses on route {chr(65 + n)}") for n in range(12)],
            [("toc 2", f"On clause\u00a0{n}") for n in range(12)],
        )
        assert entries(file) == [entry for pair in zip(*both, strict=True) for entry in pair]
        assert said(file.paragraphs[next(iter(_first(file))) - 1]) == "Contents"

    def it_leads_from_each_entry_to_its_heading(self) -> None:
        file = opened(long())
        there: dict[str | None, str] = {}
        for paragraph in file.paragraphs:
            there |= {mark.get(f"{W}name"): said(paragraph) for mark in paragraph.iter(f"{W}bookmarkStart")}
        linked = [link for link in file.body.iter(f"{W}hyperlink") if link.get(f"{W}anchor")]
        links = [(there[link.get(f"{W}anchor")], said(link)) for link in linked]
        assert len(links) == 24
        assert all(target == words for target, words in links)

    def it_is_one_field_that_asks_nothing_on_opening(self) -> None:
        file = opened(long())
        kinds = [mark.get(f"{W}fldCharType") for mark in file.body.iter(f"{W}fldChar")]
        assert kinds == ["begin", "separate", "end"]
        assert [told.text for told in file.body.iter(f"{W}instrText")] == [' TOC \\o "1-2" \\h \\z \\u ']
        assert b"updateFields" not in file.parts["word/settings.xml"]

    def it_keeps_every_rule(self) -> None:
        made = long()
        assert check_file(opened(made).content, made.layout) == ()

    def it_says_first_what_is_to_be_seen_at_a_glance(self) -> None:
        made = long()
        place = 1 + next(number for number, part in enumerate(made.body) if part == made.of_block("h3")[0])
        texts = opened(replace(made, at_a_glance=place)).text()
        section = "Buses on route {}".format
        assert texts.index(section("D")) < texts.index("Contents") < texts.index(section("A"), texts.index("Contents"))

    def it_names_the_first_level_alone_where_there_are_many_headings(self) -> None:
        file = opened(long(sections=30))
        assert {name for name, _ in entries(file)} == {"toc 1"}
        assert len(entries(file)) == 30

    def it_has_a_list_on_the_office_s_own_template_too(self, tmp_path: Path) -> None:
        (tmp_path / "office.dotx").write_bytes(zipped(template_parts()))
        written = write_docx(long(), template=tmp_path / "office.dotx")
        assert {"toc 1", "toc 2", "TOC Heading"} <= set(written.template.made)
        assert len(entries(Opened(written.content))) == 24


def _first(file: Opened) -> list[int]:
    """Where the entries stand."""
    return [place for place, one in enumerate(file.paragraphs) if file.style_names[style_of(one)].startswith("toc ")]


class DescribeADocumentWithoutAList:
    def it_is_one_of_ten_pages_or_fewer(self) -> None:
        assert entries(opened(long(sections=6))) == []

    @pytest.mark.parametrize("form", [Form.LETTER, Form.SPEECH, Form.SIDE])
    def it_is_a_letter_a_speech_or_one_side(self, form: Form) -> None:
        assert entries(opened(replace(long(), form=form))) == []

    def it_is_one_without_headings(self) -> None:
        made = long()
        headings = {one for one in made.paragraphs() if one.kind == "heading"}
        plain = tuple(part for part in made.body if part not in headings)
        assert entries(opened(replace(made, body=plain))) == []

    @pytest.mark.parametrize(("pages", "listed"), [(3, True), (100, False)])
    def it_is_as_the_office_wants_it(self, *, pages: int, listed: bool) -> None:
        made = replace(long(sections=6 if listed else 12), layout=replace(HOUSE, contents_over=pages))
        assert bool(entries(opened(made))) is listed

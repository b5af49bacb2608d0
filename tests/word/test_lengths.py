"""How many pages a document fills: foretold at once, and said where they are more than its readers take."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.document.document import Document, Form, Paragraph, Style, Words
from briefing.document.layout import Layout
from briefing.word.lengths import length_findings
from briefing.word.pages import estimate_pages
from briefing.word.template.house import open_house
from tests.document.ground import composed, own

SENTENCE = "The last bus of the day leaves before the bell of the school has rung, and nobody has said why. "


def document(product: str, words: int, layout: Layout | None = None) -> Document:
    """A document of so many words, in paragraphs of a hundred, each of its own block."""
    said = (SENTENCE * (words // 20 + 1)).split()[:words]
    body = tuple(
        Paragraph(Style.BODY, (Words(" ".join(said[start : start + 100])),), block=str(start))
        for start in range(0, words, 100)
    )
    return Document("Buses", product, "2025-03-05", "An office", "", "Buses", body, layout=layout or Layout())


def pages(made: Document) -> int:
    """How many pages it is said to fill."""
    return estimate_pages(made, open_house(Form.PAPER)).count


def test_more_words_never_fill_fewer_pages() -> None:
    counts = [pages(document("briefing", words)) for words in range(0, 6000, 300)]
    assert counts == sorted(counts)
    assert counts[0] == 1


def test_a_page_takes_some_six_hundred_words_in_this_size() -> None:
    assert 5 <= pages(document("briefing", 3000)) <= 6


def test_each_block_begins_no_earlier_than_the_one_before() -> None:
    starts = list(estimate_pages(document("briefing", 4000), open_house(Form.PAPER)).of_block.values())
    assert starts == sorted(starts)
    assert starts[0] == 1


def test_a_heading_goes_with_what_follows_it() -> None:
    for lines in range(30, 60):
        filled = "\n".join("x" for _ in range(lines))
        body = (
            Paragraph(Style.BODY, (Words(filled),), block="a"),
            Paragraph(Style.HEADING_1, (Words("Next"),), block="b", kind="heading"),
            Paragraph(Style.BODY, (Words(SENTENCE * 5),), block="c"),
        )
        made = Document("Buses", "briefing", "", "An office", "", "", body)
        found = estimate_pages(made, open_house(Form.PAPER)).of_block
        assert found["b"] == found["c"], lines


@pytest.mark.parametrize(("product", "words", "told"), [("reply", 900, 1), ("lines", 900, 1), ("questions", 9000, 0)])
def test_what_is_longer_than_the_custom_is_said(product: str, words: int, told: int) -> None:
    made = document(product, words)
    found = length_findings(made, estimate_pages(made, open_house(Form.PAPER)))
    assert [finding.rule for finding in found] == ["PAGE-01"] * told


def test_an_office_sets_how_long_a_briefing_may_be() -> None:
    short, long = (document("briefing", 3000, Layout(pages=most)) for most in (2, 20))
    assert list(length_findings(short, estimate_pages(short, open_house(Form.PAPER))))
    assert not list(length_findings(long, estimate_pages(long, open_house(Form.PAPER))))


@pytest.mark.parametrize(("before", "told"), [(100, []), (2000, ["PAGE-02"])])
def test_top_lines_that_do_not_fit_on_the_first_page_are_said(before: int, told: list[str]) -> None:
    made = document("briefing", before, Layout(pages=20))
    top = Paragraph(Style.NUMBER, (Words("The bus is late."),), block="top")
    made = replace(made, body=(*made.body, top), at_a_glance=len(made.body) + 1)
    found = length_findings(made, estimate_pages(made, open_house(Form.PAPER)))
    assert [finding.rule for finding in found] == told


def test_one_long_block_is_as_many_pages_as_it_fills_and_sources_are_none() -> None:
    words = (Words(SENTENCE * 60),)
    one = Document("Buses", "reply", "2025-03-05", "An office", "", "", (Paragraph(Style.BODY, words, block="b"),))
    sources = replace(one, body=(Paragraph(Style.BODY, words),))
    for made, told in ((one, ["PAGE-01"]), (sources, [])):
        found = length_findings(made, estimate_pages(made, open_house(Form.PAPER)))
        assert [finding.rule for finding in found] == told


@pytest.mark.parametrize(("product", "times"), [("briefing", 1), ("lines", 0)])
def test_the_setting_is_named_only_where_it_sets_the_limit(product: str, times: int) -> None:
    made = document(product, 8000)
    found = next(length_findings(made, estimate_pages(made, open_house(Form.PAPER))))
    assert found.suggestion.count("[settings.layout]") == times


def test_a_sentence_of_a_reading_copy_that_is_too_long_is_told_once_with_its_block() -> None:
    long = " ".join(["word"] * 60)
    made = composed(own("a", f"Short one. Long {long}. Short one."), own("b", f"{long}."), product="reading")
    found = list(length_findings(made, estimate_pages(made, open_house(Form.READING))))
    assert [(finding.rule, finding.block) for finding in found] == [("PAGE-04", "a")]
    assert found[0].message.startswith("A sentence of 61 words.")
    spoken = replace(made, reading=None)
    assert not list(length_findings(spoken, estimate_pages(spoken, open_house(Form.SPEECH))))

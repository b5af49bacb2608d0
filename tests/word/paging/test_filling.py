"""Which sentences go on which page."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from briefing.document.document import Code, Paragraph, Style, Words
from briefing.word.measuring import Measure
from briefing.word.paging.filling import Part, fill
from briefing.word.paging.stretches import cut, stretches_of

LINE = 10.0
SPOKEN = Measure(LINE, least=LINE)
HEADING = Measure(LINE, least=LINE, keeps_next=True)
SENTENCE = "Word word word word. "
"""Half a line and a little."""


def measure(style: Style) -> Measure:
    """Every line is as high as every other."""
    return HEADING if style is Style.HEADING_2 else SPOKEN


def part(*paragraphs: Paragraph, lines: int = 4, catchwords: int = 0) -> Part:
    """A part on pages of so many lines of a hundred points."""
    return Part(paragraphs, measure, 100.0, lines * 12.0, catchwords)


def said(sentences: int, style: Style = Style.SPOKEN) -> Paragraph:
    """A paragraph of so many sentences, each a line."""
    return Paragraph(style, (Words((SENTENCE * sentences).strip()),))


def on_pages(held: Part) -> list[list[int]]:
    """The paragraph of every stretch, page by page."""
    begins = (*fill(held), len(held.stretches))
    return [[stretch.paragraph for stretch in held.stretches[start:end]] for start, end in pairwise(begins)]


def test_a_paragraph_stays_whole_where_it_can() -> None:
    assert on_pages(part(said(2), said(3))) == [[0, 0], [1, 1, 1]]


def test_one_that_is_too_long_is_parted_between_sentences() -> None:
    pages = on_pages(part(said(9)))
    assert [place for page in pages for place in page] == [0] * 9
    assert len(pages) == 3


def test_a_heading_goes_with_what_follows() -> None:
    heading = Paragraph(Style.HEADING_2, (Words("[Next]"),))
    assert on_pages(part(said(3), heading, said(2))) == [[0, 0, 0], [1, 2, 2]]


def test_catchwords_take_a_line_of_every_page_but_the_last() -> None:
    without = on_pages(part(said(1), said(1), said(1), said(1)))
    taking = on_pages(part(said(1), said(1), said(1), said(1), said(1), catchwords=5))
    assert [len(page) for page in without] == [4]
    assert max(len(page) for page in taking[:-1]) <= 3


def test_a_pause_stays_with_what_it_follows() -> None:
    pause = Paragraph(Style.SIGNPOST, (Words("[Pause]"),))
    assert on_pages(part(said(2), said(2), pause, said(1))) == [[0, 0], [1, 1, 2, 3]]


def test_a_sentence_no_page_holds_has_one_of_its_own() -> None:
    long = Paragraph(Style.SPOKEN, (Words("word " * 80 + "end."),))
    assert on_pages(part(said(1), long, said(1))) == [[0], [1], [2]]


@given(some.lists(some.integers(1, 9), min_size=1, max_size=12), some.integers(3, 8), some.integers(0, 5))
def test_every_sentence_stands_once_in_order_on_pages_that_hold_them(
    lengths: list[int], lines: int, catchwords: int
) -> None:
    held = part(*(said(length) for length in lengths), lines=lines, catchwords=catchwords)
    begins = fill(held)
    assert begins[0] == 0
    assert list(begins) == sorted(set(begins))
    for page in on_pages(held):
        assert len(page) <= lines


@given(some.lists(some.integers(1, 3), min_size=1, max_size=4), some.integers(2, 6))
def test_no_other_way_is_better(lengths: list[int], lines: int) -> None:
    held = part(*(said(length) for length in lengths), lines=lines)
    assert cost(held, fill(held)) == pytest.approx(min(cost(held, way) for way in every_way(held)))


def every_way(held: Part) -> list[tuple[int, ...]]:
    """Every way to begin pages, whether it fits or not."""
    places = range(1, len(held.stretches))
    chosen = [tuple(place for place in places if mask >> place & 1) for mask in range(0, 2 ** len(held.stretches), 2)]
    return [(0, *way) for way in chosen]


def cost(held: Part, way: tuple[int, ...]) -> float:
    """What a way costs, counted anew: a page, what stays free of it but of the last, and paragraphs that are parted."""
    ends = (*way[1:], len(held.stretches))
    total = 0.0
    for start, end in zip(way, ends, strict=True):
        on_it = held.stretches[start:end]
        height = LINE * 1.15 * len(on_it)
        if height > held.height:
            return float("inf")
        total += 0.1
        if end < len(held.stretches):
            total += (1 - height / held.height) ** 2 + (0.3 if held.stretches[end].start else 0.0)
    return total


def test_the_words_of_a_paragraph_that_is_cut_are_all_there() -> None:
    paragraph = Paragraph(Style.SPOKEN_PROVED, (Code("K7F3"), Words("One is here. "), Words("Two. Three.", bold=True)))
    pieces = list(stretches_of([paragraph]))
    assert [paragraph.text[piece.start : piece.end].strip() for piece in pieces] == ["One is here.", "Two.", "Three."]
    first = cut(paragraph, 0, pieces[1].end)
    second = cut(paragraph, pieces[2].start, len(paragraph.text))
    assert first.text + " " + second.text == paragraph.text
    assert (first.style, second.style) == (Style.SPOKEN_PROVED, Style.SPOKEN)
    assert isinstance(first.words[0], Code)
    assert not any(isinstance(part, Code) for part in second.words)

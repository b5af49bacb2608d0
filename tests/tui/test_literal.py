"""Text on its way to the screen: every character of it arrives, hidden ones visibly, in the cells there are."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.model.literal import show
from briefing.tui.widgets.literal import Line, Look, Run, around, fit, lit_line, literal, spread, width_of, wrap

NASTY = st.sampled_from(
    [
        "[@click=app.quit]x[/]",
        "[not victims]",
        "[/]",
        "[bold",
        "\x1b]52;c;x\x07",
        "\u202e",
        "\u200b",
        "👩‍👩‍👧",
        "你好",
        "e\u0301",
        "\t",
    ]
)
TEXT = st.lists(st.one_of(st.text(max_size=12), NASTY), max_size=8).map("".join)
LINES = st.lists(st.tuples(TEXT, st.sampled_from(list(Look))), max_size=5).map(
    lambda parts: tuple(Run(text, look) for text, look in parts)
)


def text_of(line: Line) -> str:
    """The words of a line."""
    return "".join(run.text for run in line)


def squeezed(text: str) -> str:
    """A text without its white space."""
    return re.sub(r"\s+", "", text)


@given(LINES, st.integers(8, 60), st.integers(0, 12))
def test_a_wrapped_line_keeps_every_character(line: Line, width: int, hang: int) -> None:
    wrapped = wrap(line, width, hang)
    assert squeezed("".join(map(text_of, wrapped))) == squeezed(show(text_of(line)))


@given(LINES, st.integers(8, 60), st.integers(0, 12))
def test_a_wrapped_line_stays_within_its_width(line: Line, width: int, hang: int) -> None:
    assert all(width_of(part) <= width for part in wrap(line, width, hang))


@given(LINES, st.integers(0, 60))
def test_a_cut_line_stays_within_its_width_and_says_that_it_was_cut(line: Line, width: int) -> None:
    cut = fit(line, width)
    assert sum(cell_len(run.text) for run in cut) <= width
    whole = show(text_of(line)).replace("\n", "␊").replace("\t", "␉")
    assert text_of(cut) == whole or width == 0 or text_of(cut).endswith("…")


@given(TEXT, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4))
def test_lighting_a_text_changes_no_character_of_it(text: str, spans: list[tuple[int, int]]) -> None:
    found = sorted((a, b) for a, b in spans if a < b <= len(text))
    assert text_of(lit_line(text, found)) == text


def test_what_matched_is_lit() -> None:
    assert lit_line("a clean river", [(2, 7)]) == (Run("a "), Run("clean", Look.LIT), Run(" river"))


@given(TEXT)
def test_a_title_is_the_text_and_nothing_but_the_text(text: str) -> None:
    content = literal(text)
    assert content.plain == show(text)
    assert content.spans == []


def test_the_right_side_keeps_its_room() -> None:
    line = spread((Run("a very long title of a note"),), (Run("12"),), 12)
    assert text_of(line) == "a very l… 12"


def test_words_are_broken_between_words_where_they_can_be() -> None:
    assert [text_of(part) for part in wrap((Run("one two three"),), 8)] == ["one two", "three"]


def test_further_lines_are_set_in() -> None:
    assert [text_of(part) for part in wrap((Run("Note   one two three"),), 15, 7)] == ["Note   one two", "       three"]


def test_the_authors_own_lines_are_kept() -> None:
    assert [text_of(part) for part in wrap((Run("one\n\ntwo"),), 20)] == ["one", "", "two"]


def test_a_match_far_into_a_claim_is_brought_into_view() -> None:
    claim = "The report says that in every one of the years since then the river was clean"
    text, spans = around(claim, [(claim.index("clean"), len(claim))], 40)
    [(start, end)] = spans
    assert text[start:end] == "clean"
    assert end <= 40
    assert text.startswith("The report")

"""The last gate before the terminal."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import Monochrome

from briefing.tui.visible import AllAtOnce, VisibleControls

HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")
BLACK = Color(0, 0, 0)


def passed(*texts: str) -> list[Segment]:
    """What comes through the gate."""
    return VisibleControls().apply([Segment(text) for text in texts], BLACK)


@given(st.lists(st.text(max_size=20), max_size=5))
def test_no_hidden_character_comes_through(texts: list[str]) -> None:
    assert not HIDDEN.search("".join(segment.text for segment in passed(*texts)))


@given(st.lists(st.text(max_size=20), max_size=5))
def test_a_line_is_as_wide_as_it_was(texts: list[str]) -> None:
    before = sum(Segment(text).cell_length for text in texts)
    assert sum(segment.cell_length for segment in passed(*texts)) == before


def test_a_line_without_them_is_left_alone() -> None:
    line = [Segment("A plain line, "), Segment("café 你好")]
    assert VisibleControls().apply(line, BLACK) is line


def test_an_escape_is_seen() -> None:
    assert "".join(segment.text for segment in passed("a\x1b]52;c;x", "     ")).startswith("a␛]52;c;x")


def test_filters_that_act_as_one_follow_one_another() -> None:
    grey = Monochrome()
    line = [Segment("a\x1bb", Style(color="red"))]
    one_by_one = grey.apply(VisibleControls().apply(line, BLACK), BLACK)
    assert AllAtOnce((VisibleControls(), grey)).apply(line, BLACK) == one_by_one

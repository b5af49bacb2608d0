"""How many words a text is when it is said."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.speech.said.counting import count_said, said_text
from briefing.speech.said.numerals import cardinal, figure, ordinal, year
from briefing.speech.spoken import count_words

WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))["words"]


@pytest.mark.parametrize(("written", "said", "count"), WORDS, ids=[row[0] for row in WORDS])
def test_an_expression_is_said_and_counted_as_by_hand(written: str, said: str, count: float) -> None:
    assert said_text(written).casefold() == said.casefold()
    assert count_said(written) == pytest.approx(count)


def test_there_are_at_least_a_hundred_and_fifty_of_them() -> None:
    assert len({row[0] for row in WORDS}) >= 150


def test_a_sentence_takes_the_words_of_all_that_is_in_it() -> None:
    text = "In 2022, 5% of the 115,489 crimes that 42 police forces told the NPCC of were group-based."
    said = (
        "In twenty twenty-two, five per cent of the one hundred and fifteen thousand four hundred and eighty-nine "
        "crimes that forty-two police forces told the N P C C of were group-based."
    )
    assert said_text(text) == said
    assert count_said(text) == pytest.approx(1 + 3 + 3 + 2 + 10 + 2 + 2 + 4 + 2.4 + 3)


@pytest.mark.parametrize(
    "text",
    ["A dog has no equal.", "I see no reason.", "No, he said.", "As it was, so it is.", "X marks it. P was here."],
)
def test_ordinary_words_are_left_as_they_are(text: str) -> None:
    assert said_text(text) == text


def test_a_heading_in_capitals_is_not_spelt_out() -> None:
    assert count_said("MR SPEAKER AND THE WHOLE HOUSE") == 6


def test_dates_with_strokes_are_read_day_first() -> None:
    assert said_text("on 8/1/2025") == "on the eighth of January twenty twenty-five"


def test_a_number_of_any_length_is_said() -> None:
    assert count_said("9" * 5_000) == 5_000
    assert count_said(f"clause {'9' * 5_000}(2)") == 5_002


@given(st.integers(0, 10**15 - 1))
def test_numbers_next_to_one_another_are_said_otherwise(number: int) -> None:
    assert cardinal(number) != cardinal(max(0, number - 1)) or number == 0


@given(st.integers(1000, 2099))
def test_a_year_is_said_in_six_words_at_most(number: int) -> None:
    assert 2 <= len(year(number).replace("-", " ").split()) <= 6


def test_the_numerals_are_those_of_british_english() -> None:
    assert (figure("1,001.50"), ordinal(112)) == ("one thousand and one point five nought", "one hundred and twelfth")


@given(st.text(alphabet="abZIM 019£%.,-/()½:'\u2019\n", max_size=60))
def test_every_text_can_be_said_and_counted(text: str) -> None:
    assert count_said(text) >= 0
    assert isinstance(said_text(text), str)


@given(st.lists(st.text(alphabet="ab 019£%.", max_size=20), max_size=4))
def test_paragraphs_add_up(paragraphs: list[str]) -> None:
    assert count_said("\n\n".join(paragraphs)) == pytest.approx(sum(map(count_said, paragraphs)))


@given(st.text(alphabet="abc -\n", max_size=60))
def test_a_text_of_plain_words_has_as_many_said_as_written(text: str) -> None:
    assert count_said(text) == count_words(text)

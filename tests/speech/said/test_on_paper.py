"""How a page to read aloud from has what is said otherwise than it is written."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from briefing.speech.said.counting import count_said, said_text
from briefing.speech.said.on_paper import on_paper

WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))["words"]


@pytest.mark.parametrize(
    ("written", "on_the_page"),
    [
        ("It costs £1.2 million.", "It costs 1.2 million pounds."),
        ("It costs £4.50, or 50p each.", "It costs £4.50, or 50 pence each."),
        ("A £50 note, and £1.", "A £50 note, and 1 pound."),
        ("Only 45% of them, 10–15% more.", "Only 45 per cent of them, 10 to 15 per cent more."),
        ("See cl. 4(2) and Sch. 2.", "See clause 4(2) and Schedule 2."),
        ("No. 10 said so.", "Number 10 said so."),
        ("In 2008-13, and 2024/25.", "In 2008 to 13, and 2024 to 25."),
        ("About 2/3 of them, or 2½ million.", "About two thirds of them, or two and a half million."),
        ("On 8 January 2025, 1,547 people.", "On 8 January 2025, 1,547 people."),
        ("My hon. Friend, Dr Smith, went to A&E.", "My hon. Friend, Dr Smith, went to A&E."),
        ("HC Deb, col. 214", "House of Commons Debates, column 214"),
        ("The children’s 4 schools, and Tom's 45%.", "The children’s 4 schools, and Tom's 45 per cent."),
        ("4bn in 5 km", "4 billion in 5 kilometres"),
    ],
)
def test_signs_become_words_and_numbers_stay_figures(written: str, on_the_page: str) -> None:
    assert on_paper(written) == on_the_page


def test_exact_words_stay_as_they_are() -> None:
    assert on_paper("He said “45% of £2bn”, which is 45%.") == "He said “45% of £2bn”, which is 45 per cent."


@pytest.mark.parametrize("written", [row[0] for row in WORDS])
def test_it_is_said_as_before_and_takes_as_long(written: str) -> None:
    assert said_text(on_paper(written)).casefold() == said_text(written).casefold()
    assert count_said(on_paper(written)) == pytest.approx(count_said(written))

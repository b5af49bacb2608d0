"""Own words become paragraphs and lists; a claim becomes a sentence; nothing is lost on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.document.prose import first_sentence, lead_in, passages, quoted, sentence


def described(text: str) -> list[tuple[str, int]]:
    """The paragraphs of a text, each with how deep it stands in lists."""
    return [(passage.text, passage.depth) for passage in passages(text)]


def test_a_blank_line_parts_paragraphs_and_a_line_end_stays() -> None:
    assert described("One\nstill one\n\n  \nTwo\n") == [("One\nstill one", 0), ("Two", 0)]


def test_a_line_that_begins_with_a_dash_is_an_item_of_a_list() -> None:
    assert described("Three things:\n- one\n- two\nAnd so on.") == [
        ("Three things:", 0),
        ("one", 1),
        ("two", 1),
        ("And so on.", 0),
    ]


@pytest.mark.parametrize("indent", ["  ", "   ", "    "])
def test_a_dash_to_the_right_of_an_item_is_an_item_of_a_list_within_the_list(indent: str) -> None:
    assert described(f"- one\n{indent}- its half\n- two") == [("one", 1), ("its half", 2), ("two", 1)]


def test_a_dash_to_the_right_with_no_list_above_it_begins_none() -> None:
    assert described("As he said\n  - or nearly") == [("As he said\n  - or nearly", 0)]


def test_a_dash_with_no_words_is_no_item() -> None:
    assert described("- one\n- \n  - \n- two") == [("one", 1), ("two", 1)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The hon. Member for St. Ives spoke. So did I.", "The hon. Member for St. Ives spoke."),
        ("What does it do? It sets up a register. More follows.", "What does it do? It sets up a register."),
        ("He said “never.” Then he left.", "He said “never.”"),
        (
            "It fell by 2.5 per cent in no. 4 of J. Example's tables",
            "It fell by 2.5 per cent in no. 4 of J. Example's tables",
        ),
        ("They tried and so did I. It failed.", "They tried and so did I."),
        ("It was Mr I. Example who asked. It failed.", "It was Mr I. Example who asked."),
        ("Why?", "Why?"),
    ],
)
def test_the_first_sentence_ends_where_the_sense_does(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_no_words_are_no_paragraph() -> None:
    assert described("") == described(" \n\n\t\n") == []


@given(st.text())
def test_no_letter_is_lost(text: str) -> None:
    kept = "".join(passage.text for passage in passages(text))
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]


@pytest.mark.parametrize(
    ("claim", "as_sentence", "before_quotation"),
    [
        ("Mileage fell", "Mileage fell.", "Mileage fell:"),
        ("Mileage fell.", "Mileage fell.", "Mileage fell:"),
        ("Did it fall?", "Did it fall?", "Did it fall?"),
        ("They call it “poor”", "They call it “poor”.", "They call it “poor”:"),
        ("They said “it fell.”", "They said “it fell.”", "They said “it fell.”"),
        ("", "", ""),
    ],
)
def test_a_claim_is_ended_as_a_reader_expects(claim: str, as_sentence: str, before_quotation: str) -> None:
    assert sentence(claim) == as_sentence
    assert lead_in(claim) == before_quotation


def test_exact_words_are_put_between_marks_once() -> None:
    assert quoted("it fell") == "“it fell”"
    assert quoted("“it fell”") == "“it fell”"

"""Own words become paragraphs and lists; a claim becomes a sentence; nothing is lost on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.document.prose import lead_in, passages, quoted, sentence


def described(text: str) -> list[tuple[str, bool]]:
    return [(passage.text, passage.listed) for passage in passages(text)]


def test_a_blank_line_parts_paragraphs_and_a_line_end_stays() -> None:
    assert described("One\nstill one\n\n  \nTwo\n") == [("One\nstill one", False), ("Two", False)]


def test_a_line_that_begins_with_a_dash_is_an_item_of_a_list() -> None:
    assert described("Three things:\n- one\n- two\nAnd so on.") == [
        ("Three things:", False),
        ("one", True),
        ("two", True),
        ("And so on.", False),
    ]


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

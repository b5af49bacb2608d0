"""Blocks that lean on a dropped one."""

from __future__ import annotations

import pytest

from briefing.speech.ladder.leaning import Lean, Leaning, find_leaning


def leaning(*texts: str, kept: str) -> list[tuple[str, Lean, str, str]]:
    """Say which of the texts a, b, c... lean, where only those in `kept` are said."""
    full = list(zip("abcdefgh", texts, strict=False))
    found = find_leaning(full, {block: text for block, text in full if block in kept})
    return [(one.block, one.how, one.words, one.on) for one in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("This will help the ferry.", "This"),
        ("It also helps the pier.", "It also"),
        ("They were not told.", "They"),
        ("For that reason we wait.", "For that reason"),
        ("“That is why we came.”", "That is why"),
    ],
)
def test_a_word_at_the_head_leans_on_the_block_before(text: str, words: str) -> None:
    assert leaning("We came.", "The quay is closed.", text, kept="ac") == [("c", Lean.OPENING, words, "b")]
    assert leaning("We came.", "The quay is closed.", text, kept="bc") == []


@pytest.mark.parametrize(
    "text", ["This Bill is good.", "That House has risen.", "Italy is far.", "Andrew came.", "Sole is dear."]
)
def test_what_the_house_knows_and_whole_words_lean_on_nothing(text: str) -> None:
    assert leaning("We came.", "The quay is closed.", text, kept="ac") == []


def test_the_first_block_leans_on_nothing() -> None:
    assert leaning("This will help.", "The quay is closed.", kept="a") == []


def test_as_i_said_leans_on_what_is_dropped() -> None:
    assert leaning("The quay is closed.", "We came.", "The quay, as I said, is closed.", kept="bc") == [
        ("c", Lean.BACK, "as I said", "a")
    ]


def test_secondly_leans_on_a_first_that_is_dropped() -> None:
    texts = "First, the quay is closed.", "We came. Secondly, the ferry waits.", "Thirdly, it rains."
    assert leaning(*texts, kept="bc") == [("b", Lean.COUNTING, "Secondly", "a")]
    assert leaning(*texts, kept="ac") == [
        ("a", Lean.PROMISE, "First", "b"),
        ("c", Lean.COUNTING, "Thirdly", "b"),
    ]
    assert leaning(*texts, kept="abc") == []


def test_counting_within_one_block_leans_on_nothing() -> None:
    assert leaning("We came.", "First, the quay. Secondly, the ferry.", "It rains.", kept="ab") == []


def test_what_is_pointed_at_leans_on_what_named_it() -> None:
    texts = "The report made 20 recommendations.", "We came.", "Which of those 20 recommendations will be met?"
    assert leaning(*texts, kept="bc") == [("c", Lean.POINTING, "those 20 recommendations", "a")]
    assert leaning(*texts, kept="ac") == []


def test_a_thing_two_blocks_named_is_known_while_one_of_them_is_said() -> None:
    texts = "The ferry waits.", "A ferry is slow.", "We came.", "I took that ferry, and of that ferry I speak."
    assert leaning(*texts, kept="acd") == []
    assert [one[1] for one in leaning(*texts, kept="cd")] == [Lean.POINTING]


def test_that_between_two_clauses_points_at_nothing() -> None:
    assert leaning("The ferries wait.", "We came.", "I know that ferries are slow.", kept="bc") == []


def test_what_leans_is_quoted_as_it_is_written() -> None:
    (found,) = find_leaning([("a", "Before."), ("b", "It’s done. As I’ve said, it’s done.")], {"b": "That\u00a0is it."})
    assert found == Leaning("b", Lean.OPENING, "That", "a")
